"""«Chờ số»: văn thư's number, and the day she gave it, entered into a Word file that was made without.

The file may have been edited in Word since: nothing in it is touched but the room before the symbol and the date of the
head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape, unescape

from ocop_xl.office.word_package import BODY, read_package, write_package
from ocop_xl.office.word_package import text_of as part_text
from ocop_xl.papers.wording import full_date

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"(<w:t)(?: [^>]*)?(>)([^<]*)(</w:t>)")
_DATE = re.compile(r"(?<=, )ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")


def has_room(content: bytes, symbol: str) -> bool:
    """Whether the paper has a line `Số:      /BC-UBND` for a number to be put in."""
    return any(_room(symbol).search(_words(found[0])) for found in _PARAGRAPH.finditer(_body(content)))


def with_number(content: bytes, number: str, symbol: str, dated: date) -> bytes:
    """The same file with the number in its room – the head's, and that of an annex which names its paper – and the day
    on which it was given; the same bytes when there is no such room."""
    body = _body(content)
    filled = _PARAGRAPH.sub(_Filling(_room(symbol), f" {number}", f"ngày {full_date(dated)}"), body)
    return content if filled == body else write_package(read_package(content), {BODY: filled.encode()})


class _Filling:
    """Fills a paragraph after the other: a number opens the room for one date, its own or the next one."""

    def __init__(self, room: re.Pattern[str], number: str, day: str) -> None:
        self._room, self._number, self._day = room, number, day
        self._date_due = False

    def __call__(self, found: re.Match[str]) -> str:
        paragraph = found[0]
        if self._room.search(_words(paragraph)):
            paragraph, self._date_due = _replaced(paragraph, self._room, self._number), True
        if self._date_due and _DATE.search(_words(paragraph)):
            paragraph, self._date_due = _replaced(paragraph, _DATE, self._day), False
        return paragraph


def _room(symbol: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=Số:)[\s.…]*(?=/\s*{re.escape(symbol)}(?!\w))")


def _body(content: bytes) -> str:
    return part_text(BODY, read_package(content)[BODY])


def _words(paragraph: str) -> str:
    return "".join(unescape(found[3]) for found in _TEXT.finditer(paragraph))


def _replaced(paragraph: str, what: re.Pattern[str], words: str) -> str:
    """The paragraph with the first match in its words replaced, however Word has split them into runs."""
    texts = [unescape(found[3]) for found in _TEXT.finditer(paragraph)]
    match = what.search("".join(texts))
    assert match is not None
    said = iter(_cut(texts, match.start(), match.end(), words))

    def text(found: re.Match[str]) -> str:
        return f'{found[1]} xml:space="preserve"{found[2]}{escape(next(said), quote=False)}{found[4]}'

    return _TEXT.sub(text, paragraph)


def _cut(texts: Sequence[str], start: int, end: int, words: str) -> Iterator[str]:
    """The texts without the characters from `start` to `end`; `words` stand where these began."""
    at, said = 0, False
    for text in texts:
        here = not said and start <= at + len(text)
        yield text[: max(start - at, 0)] + (words if here else "") + text[max(end - at, 0) :]
        said, at = said or here, at + len(text)
