"""A Word file as it goes out: rebuilt from what it shows, so that nothing of what Word keeps beside comes along."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.office_parts import dangers, is_signed, unfinished
from ocop_xl.exchange.word.keep import NotDrawn
from ocop_xl.exchange.word.rebuild import Rebuilt, rebuilt
from ocop_xl.exchange.word.unseen import unseen
from ocop_xl.office.container import unzipped, zipped
from ocop_xl.office.part_links import Parts, without_links
from ocop_xl.records import NamedTuple

_LEFT_BEHIND = frozenset(
    ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "transform", "frame")
)
"""Relationships to files outside that the copy does not have; all others to a file outside stop it."""


class WordCopy(NamedTuple):
    """`notices` are sentences for whoever sends: what the copy still tells beside its text."""

    content: bytes
    notices: tuple[str, ...]


def shared_word(name: str, raw: bytes) -> WordCopy:
    """The copy; a digitally signed file stays as it is to the byte.

    Raises `ExchangeError` for a file with code, links to other files, comments or unaccepted changes, and for one that
    shows something that cannot be rebuilt.
    """
    parts = unzipped(name, raw)
    if "word/document.xml" not in parts:
        raise ExchangeError(f"«{name}» không phải tệp Word (.docx); hãy mở bằng Word rồi lưu lại dạng .docx.")
    signed = is_signed(parts)
    judged = parts if signed else without_links(parts, lambda link: link.kind in _LEFT_BEHIND)
    if found := sorted(set(dangers(judged))):
        raise ExchangeError(f"Văn bản «{name}» có {', '.join(found)} nên không đóng gói; hãy bỏ đi rồi lưu lại.")
    if found := list(unfinished(parts)):
        raise ExchangeError(
            f"Văn bản «{name}» còn {', '.join(found)}; hãy duyệt và xóa trong Word (thẻ Xem lại) rồi đóng gói lại."
        )
    if signed:
        return WordCopy(raw, tuple(_of_signed(name, parts)))
    new = _rebuilt(name, parts)
    return WordCopy(zipped(new.parts), tuple(unseen(name, new)))


def _rebuilt(name: str, parts: Parts) -> Rebuilt:
    try:
        return rebuilt(parts)
    except NotDrawn as unknown:
        raise ExchangeError(
            f"Văn bản «{name}» có {unknown}, bản gửi không giữ được hình ấy; hãy cắt hình, dán lại thành ảnh (Dán đặc "
            "biệt > Ảnh PNG) rồi đóng gói lại."
        ) from unknown
    except ExchangeError as problem:
        raise ExchangeError(
            f"Văn bản «{name}» có phần bên trong {problem} nên không đóng gói; hãy mở bằng Word rồi lưu lại."
        ) from problem


def _of_signed(name: str, parts: Parts) -> Iterator[str]:
    try:
        yield from unseen(name, rebuilt(parts))
    except (NotDrawn, ExchangeError):
        yield f"«{name}» có phần mà phần mềm không đọc được, có thể còn điều không hiện ra khi đọc."
    yield f"«{name}» đã ký số nên được giữ nguyên, kể cả tên người soạn trong thuộc tính tệp."
