"""`Số 123/QĐ-UBND ngày 05 tháng 6 năm 2024 của UBND huyện Vĩnh Thuận`: number, day and authority, in any order."""

from __future__ import annotations

import re
from datetime import date

from ocop_xl.law.authorities import authority_named
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.words.values import Reading, read_date_text
from ocop_xl.vietnamese import fold, tidy

_NUMBER = re.compile(
    r"\b(\d{1,6}[A-Za-z]?\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐa-zđ][\wĐđ.&]*(?:\s?[-–]\s?[A-ZĐ][\w.&]*)*)", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:ngày\s*)?(?<![\d/])(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4})(?!\d)"
    r"|ngày\s*(\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})",
    re.IGNORECASE,
)
_BY = re.compile(r"\bcủa\s+([^;,()\n]+)", re.IGNORECASE)
_JOINTS = re.compile(
    r"\b(?:quyết định|quyết đinh|qđ|số|ngày|của|tại|theo|kèm|ban hành|công nhận)\b|[\s:;,.()\-–/]+", re.IGNORECASE
)
_SHORT_NUMBER = re.compile(r"(?:(?:quyết định|qđ)\s*)?(?:số\s*)?(\d{1,4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Decision(NamedTuple):
    """What a text says of one decision; `rest` is what it says besides."""

    number: str | None = None
    day: Reading = Reading()
    by: str | None = None
    rest: str = ""

    @property
    def date(self) -> date | None:
        found: date | None = self.day.value
        return found


def read_decision(text: str) -> Decision | None:
    """None when the text names neither a number nor a day."""
    text = tidy(text)
    number = _NUMBER.search(text)
    left = text if number is None else f"{text[: number.start()]} {text[number.end() :]}"
    day = _DAY.search(left)
    if number is None and day is None:
        short = _SHORT_NUMBER.fullmatch(text)
        return Decision(short[1]) if short and not _YEAR.fullmatch(short[1]) else None
    read = read_date_text(day[1] or day[2]) if day is not None else Reading()
    if day is not None:
        left = f"{left[: day.start()]} {left[day.end() :]}"
    by = _BY.search(left)
    if by is not None:
        left = f"{left[: by.start()]} {left[by.end() :]}"
    authority = tidy(by[1]) if by is not None and authority_named(by[1]) else None
    rest = "" if by is None or authority else tidy(by[1])
    over = tidy(_JOINTS.sub(" ", left))
    if by is None and authority_named(over):
        authority, over = over, ""
    return Decision(_spelled(number[1]) if number else None, read, authority, rest or (over if fold(over) else ""))


def _spelled(number: str) -> str:
    """No spaces in a number, and `QD-UBND` with its Đ."""
    bare = re.sub(r"\s+", "", number).replace("–", "-")
    return re.sub(r"/(QD|Qđ|qđ|qd|Qd)(?=-|$)", "/QĐ", bare)
