"""Reads the cells of old files: stars, years, dates, numbers in every spelling met; says when it had to assume."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.vietnamese import fold, tidy


class Reading(NamedTuple):
    """`value` is None when nothing could be read, or when the text means «none» (then `nothing` is true).

    `why` is empty if the text can be read in one way only, else what was assumed. `rest`: what the column
    cannot hold.
    """

    value: Any = None
    why: str = ""
    nothing: bool = False
    rest: str = ""


UNREADABLE = Reading()
BULLET = re.compile(r"^\s*[-–—+•●▪*]\s+(?=\w)|^\s*[•●▪](?=\w)")
"""What stands before a line of a list and is no part of a name."""
_NOTHING = frozenset(("", "khong", "chua", "chua co", "chua xep hang", "chua dat", "chua dang ky", "0", "0 sao", "x"))
_STAR_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6}
_ROMAN_STARS = {"iii": 3, "iv": 4, "v": 5}
"""`Hạng I` may be the best class of something else; `V` alone is a tick."""
_BESIDE_STARS = frozenset(
    ("sao", "ocop", "hang", "dat", "xep", "phan", "cap", "loai", "chuan", "san", "pham", "tiem", "nang", "dang", "ky")
)
_STAR_SIGNS = re.compile(r"[★⭐✭✮☆*✩]")
_NO_FRACTION = re.compile(r"(?<=\d)[.,]0\b")


def read_stars(cell: Cell) -> Reading:
    """`3`, `4,0 sao`, `3*`, `★★★`, `Ba (03) sao`, `Hạng IV`; a number outside 1–5 is kept for the rules to name."""
    text = cell.text
    if isinstance(cell.value, date):
        return UNREADABLE
    signs = _STAR_SIGNS.findall(text)
    full = sum(sign not in "☆✩" for sign in signs)
    words = fold(_NO_FRACTION.sub("", _STAR_SIGNS.sub(" ", text)))
    if words in _NOTHING and not signs:
        return Reading(nothing=True, why=f"“{text}” được hiểu là chưa có hạng, ô để trống")
    ranks = {word: number for word in words.split() if (number := _stars_of(word)) is not None}
    if full <= 5 and words != "v" and all(word in ranks or word in _BESIDE_STARS for word in words.split()):
        signed = {full} if len(signs) > 1 or not ranks else set()
        return _agreed({*ranks.values(), *signed}, text, words)
    numbers = re.findall(r"\b0?(\d)\b", words)
    if len(numbers) == 1 and re.search(rf"{numbers[0]} sao\b", words):
        return Reading(int(numbers[0]), why=f"lấy số đứng trước chữ “sao” trong “{text}”", rest=text)
    return UNREADABLE


def _stars_of(word: str) -> int | None:
    if re.fullmatch(r"0?\d", word):
        return int(word)
    return _STAR_WORDS.get(word) or _ROMAN_STARS.get(word)


def _agreed(said: set[int], text: str, words: str) -> Reading:
    """Figure, word and signs tell one rank, or none can be told."""
    stars = next(iter(said), 0)
    if len(said) != 1 or not 1 <= stars <= 9:
        return UNREADABLE
    roman = any(word in _ROMAN_STARS for word in words.split())
    return Reading(stars, why=f"“{text}” được hiểu là {stars} sao" if roman else "")


_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SPAN = re.compile(r"(?:giai doan|tu nam|tu|nam)?\s*(20\d\d)\s*(?:den nam|den|toi)?\s*(?:nam\s*)?(20\d\d)")
_SHORT_SPAN = re.compile(r"(20\d\d)\s+(\d\d)")


def read_years(cell: Cell) -> Reading:
    """A road map as (from, to): `2025-2030`, `2025 – 2030`, `Năm 2026`; a quarter or month is kept in `rest`."""
    text = cell.text
    if isinstance(cell.value, date):
        return Reading((cell.value.year, cell.value.year), why="ô là ngày, chỉ lấy năm", rest=text)
    words = fold(text)
    if not re.search("[,;&+]", text) and (span := _SPAN.fullmatch(words)):
        return Reading((int(span[1]), int(span[2])))
    if (short := _SHORT_SPAN.fullmatch(words)) and int(short[1][2:]) < int(short[2]):
        return Reading((int(short[1]), 2000 + int(short[2])), why=f"“{text}” được hiểu là năm viết tắt")
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        return UNREADABLE
    if words in (f"{years[0]}", f"nam {years[0]}"):
        return Reading((years[0], years[0]))
    why = "chỉ lấy năm đầu và năm cuối" if len(years) > 1 else "chỉ lấy năm, quý hoặc tháng ghi vào Ghi chú"
    return Reading((min(years), max(years)), why=why, rest=text)


_DATE = re.compile(
    r"(?:ngay\s+)?(\d{1,4})\s*(?:[-/.\s]|thang)\s*(\d{1,2})\s*(?:[-/.\s]|nam)\s*(\d{1,4})(?:[\sT]+0?0:00(?::00(?:\.0+)?)?)?",
    re.IGNORECASE,
)
_SERIALS = range(25569, 73415)  # 1970–2100
_EPOCH = date(1899, 12, 30)


def read_date(cell: Cell) -> Reading:
    """Date cells, serial numbers, `dd/mm/yyyy`, `dd-mm-yy`, `dd.mm.yyyy`, `yyyy-mm-dd`, «ngày … tháng … năm …».

    Day before month, as Vietnamese write; where the other order is possible too, `why` says so.
    """
    if isinstance(cell.value, datetime):
        return Reading(cell.value.date())
    if isinstance(cell.value, date):
        return Reading(cell.value)
    return read_date_text(cell.text)


def read_date_text(text: str) -> Reading:
    """`read_date` of what is no date cell; brackets around a date do not count."""
    if re.fullmatch(r"\d{5}", text) and int(text) in _SERIALS:
        day = _EPOCH + timedelta(int(text))
        return Reading(day, why=f"số {text} được hiểu là ngày kiểu số của Excel: {day:%d/%m/%Y}")
    found = _DATE.fullmatch(_plain(text))
    if found is None:
        return UNREADABLE
    return _from_parts(text, *found.groups())


def _plain(text: str) -> str:
    """`Ngày 5 / 6 / 2022` → `ngay 5/6/2022`."""
    words = re.sub(r"ngày|tháng|năm", lambda word: fold(word[0]), text.strip(" ()[].;,").casefold())
    return re.sub(r"\s*([-/.])\s*", r"\1", words)


def _from_parts(text: str, first: str, middle: str, last: str) -> Reading:
    if len(first) == 4:
        return _day(int(first), int(middle), int(last))
    if len(first) > 2 or len(last) not in (2, 4):
        return UNREADABLE
    day, month, year = int(first), int(middle), int(last) + (2000 if len(last) == 2 else 0)
    if month > 12 >= day:
        return _day(year, day, month, f"“{text}” được hiểu là tháng/ngày/năm vì không có tháng {month}")
    why = f"năm hai chữ số trong “{text}” được hiểu là {year}" if len(last) == 2 else ""
    if day <= 12 and day != month and not any(letter.isalpha() for letter in text):
        why = f"“{text}” được hiểu là ngày {day} tháng {month}; cũng có thể là ngày {month} tháng {day}"
    return _day(year, month, day, why)


def _day(year: int, month: int, day: int, why: str = "") -> Reading:
    try:
        return Reading(date(year, month, day), why=why)
    except ValueError:
        return UNREADABLE


_WHOLE = re.compile(r"\(?(\d{1,3}(?:[.\s]\d{3}){1,4}|\d{1,15})\)?\.?")
_WITH_UNIT = re.compile(r"(\d{1,15})\s*(?:người|lao động|lđ|nv|nhân công)", re.IGNORECASE)


def read_whole(cell: Cell) -> Reading:
    """`5`, `05`, `5.`, `(5)`, `1.200` → a whole number; `12 người` as a guess."""
    if isinstance(cell.value, bool):
        return UNREADABLE
    if isinstance(cell.value, int | float):
        return Reading(int(cell.value)) if float(cell.value).is_integer() else UNREADABLE
    text = cell.text
    if found := _WHOLE.fullmatch(text):
        return Reading(int(re.sub(r"\D", "", found[1])))
    if found := _WITH_UNIT.fullmatch(text):
        return Reading(int(found[1]), why=f"lấy số trong “{text}”")
    return UNREADABLE


def read_phone(cell: Cell) -> Reading:
    """Text; a number of nine digits has lost its first 0 in a spreadsheet."""
    text = cell.text
    if isinstance(cell.value, int | float) and re.fullmatch(r"[1-9]\d{8}", text):
        return Reading(f"0{text}", why=f"thêm số 0 ở đầu: ô là số {text}")
    if len(_PHONE.findall(text)) > 1:
        first, *others = (tidy(number) for number in _PHONE.findall(text))
        return Reading(
            first, why=f"“{text}” có {len(others) + 1} số, lấy số đầu, số sau ghi vào Ghi chú", rest=", ".join(others)
        )
    return Reading(text)


_PHONE = re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .]?\d){8,10}(?!\d)")
