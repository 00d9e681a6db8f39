"""A Word file as it goes out: the text as it is, without the names that Word keeps beside it."""

from __future__ import annotations

from typing import NamedTuple

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.hidden_text import unseen
from ocop_xl.exchange.office_parts import dangers, is_signed, unfinished
from ocop_xl.exchange.traces import without_traces
from ocop_xl.office.container import unzipped, zipped


class WordCopy(NamedTuple):
    """`notices` are sentences for whoever sends: what the copy still tells beside its text."""

    content: bytes
    notices: tuple[str, ...]


def shared_word(name: str, raw: bytes) -> WordCopy:
    """The copy; a digitally signed file stays as it is to the byte.

    Raises `ExchangeError` for a file with code, links to other files, comments or unaccepted changes.
    """
    parts = unzipped(name, raw)
    if "word/document.xml" not in parts:
        raise ExchangeError(f"«{name}» không phải tệp Word (.docx); hãy mở bằng Word rồi lưu lại dạng .docx.")
    signed = is_signed(parts)
    if not signed:
        parts = without_traces(parts)
    if found := sorted(set(dangers(parts))):
        raise ExchangeError(f"Văn bản «{name}» có {', '.join(found)} nên không đóng gói; hãy bỏ đi rồi lưu lại.")
    if found := list(unfinished(parts)):
        raise ExchangeError(
            f"Văn bản «{name}» còn {', '.join(found)}; hãy duyệt và xóa trong Word (thẻ Xem lại) rồi đóng gói lại."
        )
    notices = list(unseen(name, parts))
    if signed:
        notices.append(f"«{name}» đã ký số nên được giữ nguyên, kể cả tên người soạn trong thuộc tính tệp.")
    return WordCopy(raw if signed else zipped(parts), tuple(notices))
