"""The cases of `worked_cases.md`, reckoned by hand from the printed sheets, against `score` and `mean_score`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from ocop_xl.law import criteria_set
from ocop_xl.law.criteria import CriteriaSet
from ocop_xl.scoring.panel import mean_score
from ocop_xl.scoring.score import (
    MIXED_CASES,
    NEGATIVE,
    NO_SUCH_LEVEL,
    NOT_A_NUMBER,
    PROBLEMS,
    UNKNOWN_CRITERION,
    Answer,
    Score,
    score,
)

Row = dict[str, str]

PROBLEM_NAMES = {
    "không có tiêu chí": UNKNOWN_CRITERION,
    "không có mức": NO_SUCH_LEVEL,
    "số âm": NEGATIVE,
    "không phải số": NOT_A_NUMBER,
    "lẫn trường hợp": MIXED_CASES,
}
ANSWER = re.compile(r"(?P<points>-?\d+)(?P<case>[ab]?)")


class Sheet(NamedTuple):
    """A full table of answers; `parts` are its rows: the part, the codes, what they add up to by hand."""

    criteria_set: CriteriaSet
    answers: Mapping[str, object]
    parts: list[tuple[str, tuple[str, ...], int]]


def sections(text: str) -> Iterator[tuple[str, list[Row]]]:
    """Title and table of every section that has one."""
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, *lines = section.splitlines()
        table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
        if table:
            yield title, [dict(zip(table[0], row, strict=True)) for row in table[2:]]


def answers(text: str) -> dict[str, object]:
    """`3.5=2, 8=3b, 2.1=` → answers; None for one that is taken back."""
    return {code: answer(given) for code, _, given in (pair.partition("=") for pair in text.split(", ") if pair)}


def answer(given: str) -> object:
    known = ANSWER.fullmatch(given)
    if known is None:
        return given or None
    points = int(known["points"])
    return Answer(points, known["case"]) if known["case"] else points


def read() -> tuple[dict[str, Sheet], list[Row]]:
    sheets: dict[str, Sheet] = {}
    cases: list[Row] = []
    for title, rows in sections(Path(__file__).with_name("worked_cases.md").read_text(encoding="utf-8")):
        if named := re.fullmatch(r"Bảng (\S+) \((\S+)\)", title):
            by_row = [(row["Phần"], answers(row["Điểm"]), int(row["Cộng"])) for row in rows]
            given = {code: answer for _, found, _ in by_row for code, answer in found.items()}
            parts = [(part, tuple(found), total) for part, found, total in by_row]
            sheets[named[1]] = Sheet(criteria_set(named[2]), given, parts)
        else:
            cases += rows
    return sheets, cases


SHEETS, CASES = read()
every_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)


def changed(sheet: Sheet, text: str, knocked_out: str = "") -> Score:
    """The sheet's score with some answers changed."""
    given = {**sheet.answers, **answers(text)}
    return score(
        sheet.criteria_set,
        {code: answer for code, answer in given.items() if answer is not None},
        (knocked_out,) if knocked_out else (),
    )


def scored(row: Row) -> Score:
    """What a case comes to: one sheet, or the mean of several."""
    sheet = SHEETS[row["Bảng"]]
    if "Phiếu" not in row:
        return changed(sheet, row["Khác ở"], row.get("Bị loại", ""))
    members = []
    for member in row["Phiếu"].split("; "):
        times, _, text = member.rpartition(" × ")
        members += [changed(sheet, "" if text == "như bảng" else text)] * int(times or 1)
    mean = mean_score(members)
    assert mean is not None
    return mean


def figure(value: float) -> str:
    return f"{value}".replace(".", ",")


def told(found: Score) -> Row:
    """The score in the words of the tables."""
    ranks = dict.fromkeys(one.stars for one in found.missed)
    missed = [f"{stars} sao: {', '.join(m.criterion for m in found.missed if m.stars == stars)}" for stars in ranks]
    names = {problem: name for name, problem in PROBLEM_NAMES.items()}
    return {
        "Tổng": figure(found.total),
        **{part: figure(points) for part, points in found.parts.items()},
        "Theo điểm": str(found.stars_by_points),
        "Theo mức tối thiểu": str(found.stars_by_minima),
        "Sao": str(found.stars),
        "Còn thiếu": "; ".join(missed),
        "Chưa chấm": ", ".join(found.unanswered),
        "Chưa đúng": "; ".join(f"{one.criterion}: {names[one.problem]}" for one in found.bad),
        "Bị loại": "; ".join(found.knocked_out),
    }


@pytest.mark.parametrize("row", CASES, ids=[row["Trường hợp"] for row in CASES])
def test_case(row: Row) -> None:
    found = told(scored(row))
    unsaid = dict.fromkeys(("Chưa chấm", "Chưa đúng", "Bị loại"), "")
    wanted = unsaid | {header: cell for header, cell in row.items() if header in found}
    assert found == wanted


@every_sheet
def test_the_sums_by_hand(sheet: Sheet) -> None:
    points = score(sheet.criteria_set, sheet.answers).points
    assert [sum(points[code] for code in codes) for _, codes, _ in sheet.parts] == [
        total for _, _, total in sheet.parts
    ]


@every_sheet
def test_a_table_answers_every_criterion_under_its_part(sheet: Sheet) -> None:
    parts = {one.code: one.part for one in sheet.criteria_set.criteria}
    assert {code: part for part, codes, _ in sheet.parts for code in codes} == parts


def test_every_band_problem_and_article_has_a_case() -> None:
    results = [scored(row) for row in CASES]
    assert {one.stars for one in results} == {0, 2, 3, 4, 5}
    assert {bad.problem for one in results for bad in one.bad} == set(PROBLEMS)
    text = Path(__file__).with_name("worked_cases.md").read_text(encoding="utf-8")
    topics = [
        section for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:] if not section.startswith("Bảng Đ")
    ]
    assert [section.split("\n")[0] for section in topics if "\n> " not in section] == ["Bảng DL (QD26-26)"]
