"""What titles, section rows and footers say of all the rows below them: decision, stars, year, place, withdrawal."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.decisions import read_decision
from ocop_xl.sheets.importing.words.states import Condition, condition_of, planned
from ocop_xl.vietnamese import fold, tidy


class What(StrEnum):
    SECTION = "mục"
    SECTOR = "nhóm sản phẩm"
    STARS = "hạng sao"
    DECISION = "quyết định"
    CONDITION = "tình trạng"
    YEAR = "năm"
    ROUND = "đợt"
    PLACE = "địa bàn"
    PLANNED = "dự kiến"
    COURSE = "lớp tập huấn"
    SUBJECT = "chủ thể"


class Said(NamedTuple):
    """One fact for all rows below; `why` is what had to be assumed."""

    what: What
    value: Any
    cell: Cell
    why: str = ""


LONGEST_TITLE = 260
_ENCLOSED_TO = re.compile(r"\b(kem theo|ban hanh kem|dinh kem)\b")
_IS_DECISION = re.compile(r"/(?:\d{4}/)?QĐ", re.IGNORECASE)
_STARS = re.compile(r"\b(?:hang |dat )?0?([1-5]|mot|hai|ba|bon|nam) sao\b")
_STAR_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
_FROM_STARS = re.compile(r"\bsao tro len\b|\btu 0?[1-5] sao\b")
_YEAR = re.compile(r"\b(?:nam |dot \w+[ /]|^)(20\d\d)\b")
_PERIOD = re.compile(r"\b(20\d\d) (?:den (?:nam )?)?(20\d\d)\b|\bgiai doan\b")
_ROUND = re.compile(r"\bdot (?:thu )?(0?\d|[ivx]+|mot|hai|ba|bon)\b")
_PLACE = re.compile(r"^(?:dia ban )?(huyen|thi xa|thanh pho|tp|quan|xa|phuong|thi tran|ap|thon|khom|dac khu)\b")
_HEADLINE = re.compile(
    r"^(?:[a-h]|[ivx]+|\d+)? ?(danh sach|danh muc|phu luc|bang|bieu|cac san pham|san pham|tong hop|ket qua|thong ke)\b"
)
_RECOGNISES = re.compile(r"^(?:dieu 1 )?(?:cong nhan|phe duyet|xep hang|phan hang)\b")
_LETTERHEAD_NUMBER = re.compile(r"^\s*Số\s*:?\s*(\d[\w./Đđ-]*/(?:\d{4}/)?QĐ[-\w]*)", re.MULTILINE)
_LETTERHEAD_DAY = re.compile(r",\s*(ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})", re.IGNORECASE)
_OFFICE = re.compile(r"(?:chu tich )?(?:uy ban nhan dan|ubnd) (?:tinh|thanh pho|huyen|quan|thi xa)(?: \w+){0,4}")
"""Who decides, in the head of a decision or above its «Căn cứ»."""
_ABOUT_RANKS = re.compile(r"\b(cong nhan|phan hang|xep hang|thu hoi)\b.*\b(san pham|ocop|chung nhan)\b")
_COURSE = re.compile(r"(?:lớp|khóa|hội nghị)\s+(?:đào tạo|tập huấn|bồi dưỡng)\s*.*", re.IGNORECASE)


def read_title(cell: Cell) -> list[Said]:
    """The facts of a line above a table. A long sentence is prose, and only a list's title speaks of withdrawal."""
    text = tidy(cell.text)
    if not text or len(text) > LONGEST_TITLE:
        return []
    words = fold(text)
    headline = _HEADLINE.match(words) is not None or text.isupper()
    said = _of_decision(cell, text, words)
    if not said and _RECOGNISES.match(words):
        return [found for found in facts_of_all(cell, words) if found.what is What.STARS]
    if said or words.startswith(("can cu", "dieu ", "quyet dinh so", "theo ")):
        return said
    if headline:
        said += facts_of_all(cell, words)
    elif re.fullmatch(r"(nam )?20\d\d|dot .*|.*\bnam 20\d\d", words):
        said += _of_time(cell, words)
    if (course := _COURSE.search(text)) is not None:
        said.append(Said(What.COURSE, course[0], cell))
    return said


def facts_of_all(cell: Cell, words: str) -> list[Said]:
    """What the folded words of a title or section say; a title with two ranks says nothing of either."""
    said = []
    condition = condition_of(words)
    if condition in (Condition.WITHDRAWN, Condition.FAILED, Condition.STOPPED):
        said.append(Said(What.CONDITION, condition, cell))
    stars = {_STAR_WORDS.get(word) or int(word) for word in _STARS.findall(words)}
    if len(stars) == 1 and not _FROM_STARS.search(words):
        said.append(Said(What.STARS, stars.pop(), cell))
    if planned(words):
        said.append(Said(What.PLANNED, True, cell))
    return said + _of_time(cell, words)


def _of_time(cell: Cell, words: str) -> list[Said]:
    years = set() if _PERIOD.search(words) else set(_YEAR.findall(words))
    said = [Said(What.YEAR, int(year), cell) for year in years] if len(years) == 1 else []
    if (found := _ROUND.search(words)) is not None:
        said.append(Said(What.ROUND, f"Đợt {found[1].upper()}", cell))
    return said


def _of_decision(cell: Cell, text: str, words: str) -> list[Said]:
    if not _ENCLOSED_TO.search(words):
        return []
    decision = read_decision(text)
    if decision is None or decision.number is None or not _IS_DECISION.search(decision.number):
        return []
    return [Said(What.DECISION, decision, cell)]


def read_letterhead(cells: list[Cell]) -> list[Said]:
    """A whole decision: number and day stand in its letterhead, and a line says what it decides."""
    number = next((cell for cell in cells if _LETTERHEAD_NUMBER.search(cell.text)), None)
    about = next(
        (cell for cell in cells if len(cell.text) <= LONGEST_TITLE and _ABOUT_RANKS.search(fold(cell.text))), None
    )
    if number is None or about is None:
        return []
    found = _LETTERHEAD_NUMBER.search(number.text)
    days = (_LETTERHEAD_DAY.search(cell.text) for cell in cells)
    day = next((day[1] for day in days if day is not None), "")
    decision = read_decision(f"{found[1] if found else ''} {day}")
    if decision is not None and (office := next((c.text for c in cells if _OFFICE.fullmatch(fold(c.text))), "")):
        decision = decision._replace(by=tidy(office))
    said = [Said(What.DECISION, decision, number)] if decision is not None else []
    condition = condition_of(fold(about.text))
    return [*said, Said(What.CONDITION, condition, about)] if condition is Condition.WITHDRAWN else said


def place_in(words: str) -> bool:
    """`Huyện Chợ Mới`, `Xã Vĩnh Phong`: a row that only says where the rows below are."""
    return _PLACE.match(words) is not None
