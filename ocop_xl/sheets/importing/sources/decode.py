"""Text of unknown encoding: the one in which it reads as Vietnamese, or a refusal; never gibberish."""

from __future__ import annotations

import re
import unicodedata

from ocop_xl.errors import SourceUnreadable
from ocop_xl.sheets.importing.sources.old_fonts import converted
from ocop_xl.vietnamese import nfc

_MARKS = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = frozenset(
    unicodedata.normalize("NFC", vowel + mark) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in _MARKS
) | frozenset("đĐ")
_SIGNS = frozenset("“”‘’«»–—…•·°²³½¼¾×÷±≥≤≈®™©€№★☆⭐✭✮✩✓✔✗✘●○■□→▪◦\u00a0\u200b\ufeff\u2011\u00ad")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MOST_STRANGE = 0.05


def decode(data: bytes, name: str) -> str:
    """NFC text with `\\n` line ends. A text typed for an old font stays as it is: `to_unicode` converts and tells."""
    readings = _readings(data)
    for text in readings:
        if _reads_well(text):
            return text
    for text in (*readings, _lines(data.decode("cp1252", "replace"))):
        old = converted(text)
        if old is not None and _reads_well(old):
            return text
    raise SourceUnreadable(
        name,
        "dùng bảng mã không đọc được thành tiếng Việt (có thể là TCVN3, VNI hoặc không phải tệp văn bản); "
        "hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại với bảng mã Unicode (UTF-8).",
    )


def _readings(data: bytes) -> list[str]:
    texts = []
    for encoding in _encodings(data):
        try:
            texts.append(_lines(nfc(data.decode(encoding))))
        except UnicodeDecodeError:
            continue
    return texts


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    head = data[:4000]
    if len(data) % 2 == 0 and head.count(0) > len(head) // 8:
        return ("utf-16-le", "utf-16-be")
    return ("utf-8-sig", "cp1258")


def _reads_well(text: str) -> bool:
    if _CONTROL.search(text) or "\ufffd" in text:
        return False
    beyond = [char for char in text if not char.isascii()]
    strange = sum(char not in _LETTERS and char not in _SIGNS for char in beyond)
    return strange <= _MOST_STRANGE * len(beyond)
