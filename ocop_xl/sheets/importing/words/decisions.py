"""`Số 123/QĐ-UBND ngày 05 tháng 6 năm 2024 của UBND huyện Vĩnh Thuận`: number, day and authority, in any order."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

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
_BETWEEN = re.compile(r"[;,\n]|\bvà\b", re.IGNORECASE)


class Decision(NamedTuple):
    """What a text says of one decision; `rest` is what it says besides, `why` what was assumed."""

    number: str | None = None
    day: Reading = Reading()
    by: str | None = None
    rest: str = ""
    why: str = ""

    @property
    def date(self) -> date | None:
        found: date | None = self.day.value
        return found


def read_decision(text: str) -> Decision | None:
    """None when the text names neither a number nor a day. Of several the latest one holds, if each has its day, else
    the first; the words of the others stay in `rest`."""
    parts = _one_by_one(text)
    read = [(part, decision) for part in parts if (decision := _read_one(part)) is not None]
    if not read:
        return None
    dated = all(decision.date is not None for _, decision in read)
    held = max(read, key=lambda one: one[1].date or date.min) if dated else read[0]
    others = [part for part, _ in read if part is not held[0]]
    if not others:
        return held[1]
    why = f"ô ghi {len(read)} quyết định, lấy quyết định {'sau cùng' if dated else 'đứng đầu'}"
    return held[1]._replace(rest="; ".join(filter(None, (held[1].rest, *others))), why=why)


def _one_by_one(text: str) -> list[str]:
    """`QĐ 120/QĐ-UBND ngày 15/3/2024; QĐ 95/QĐ-UBND ngày 30/6/2026`: parted at the last mark before each number."""
    parts, begins = [], 0
    for number, following in pairwise(_NUMBER.finditer(text)):
        marks = list(_BETWEEN.finditer(text, number.end(), following.start()))
        if marks:
            parts.append(tidy(text[begins : marks[-1].start()]))
            begins = marks[-1].end()
    return [*parts, tidy(text[begins:])]


def _read_one(text: str) -> Decision | None:
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
    whose = "" if by is None or authority else tidy(by[1])
    over = tidy(_JOINTS.sub(" ", left))
    if by is None and authority_named(over):
        authority, over = over, ""
    rest = ", ".join(filter(None, (whose, _trimmed(left) if fold(over) else "")))
    return Decision(_spelled(number[1]) if number else None, read, authority, rest)


def _trimmed(left: str) -> str:
    """What is left over as it was written, without the joints at its ends."""
    words = tidy(left)
    while (found := _JOINTS.match(words)) is not None and found[0]:
        words = words[found.end() :]
    return words.strip(" :;,.()-–/")


def _spelled(number: str) -> str:
    """No spaces in a number, and `QD-UBND` with its Đ."""
    bare = re.sub(r"\s+", "", number).replace("–", "-")
    return re.sub(r"/(QD|Qđ|qđ|qd|Qd)(?=-|$)", "/QĐ", bare)
