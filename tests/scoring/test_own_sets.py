"""A commune's own set: `own_set_mistakes.md` has a small one that is right, then each mistake by the rows that change."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ocop_xl.law.criteria import NoCriteriaSet, criteria_set
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.model import Book, CriterionLine, Product, spec_of
from ocop_xl.rules.rule import shown
from ocop_xl.scoring import score
from ocop_xl.scoring.lines import lines_of
from ocop_xl.scoring.own_sets import SetProblem, own_set, problems_of, sheet_lines
from ocop_xl.scoring.own_sets.problems import WORDS
from ocop_xl.scoring.sets import set_for, set_named
from tests.rules.markdown_book import read

SECTIONS = Path(__file__).with_name("own_set_mistakes.md").read_text(encoding="utf-8").split("\n## ")[1:]
RIGHT, *MISTAKES = SECTIONS
HEADER, RULER, *ROWS = [row for row in RIGHT.splitlines() if row.startswith("|")]


def by_number(rows: list[str]) -> dict[int, str]:
    return {int(row.split("|")[1]): row for row in rows}


def lines(section: str = "") -> list[CriterionLine]:
    """The right set with the rows of a section in place of those with the same number."""
    changed = by_number([row for row in section.splitlines() if row.startswith("|")])
    rows = by_number(ROWS) | changed
    book, _ = read("\n".join([HEADER, RULER, *(rows[number] for number in sorted(rows))]))
    return book[CriterionLine]


def said(problem: SetProblem) -> str:
    column = spec_of(CriterionLine).column(problem.attribute)
    seen = shown(getattr(problem.line, problem.attribute), column.kind)
    return f"dòng {problem.line.at}: «{column.header}» đang là “{seen}” — {problem.rule}. Hãy {problem.remedy}"


@pytest.mark.parametrize("section", MISTAKES, ids=lambda text: text.splitlines()[0])
def test_a_mistake_and_its_sentence(section: str) -> None:
    expected = [line.removeprefix("> ") for line in section.splitlines() if line.startswith("> ")]
    assert [said(problem) for problem in problems_of(lines(section))] == expected
    assert own_set(lines(section)) is None
    assert sheet_lines(lines(section)) == []


def test_every_mistake_has_its_example() -> None:
    assert {problem.kind for section in MISTAKES for problem in problems_of(lines(section))} == set(WORDS)


def test_the_right_set_can_be_scored_by() -> None:
    mine = own_set(lines())
    assert mine is not None
    assert [(one.code, one.part, one.max, one.allowed_points) for one in mine.criteria] == [
        ("1.1", "A", 30, (0, 10, 30)),
        ("1.2", "A", 10, (0, 10)),
        ("2", "B", 25, (0, 25)),
        ("3", "C", 35, (0, 20, 35)),
    ]
    assert (mine.minima(3), mine.minima(4), mine.minima(5)) == ({"1.1": 10, "3": 20}, {"1.1": 30}, {"3": 35})
    full = score(mine, {"1.1": 30, "1.2": 10, "2": 25, "3": 35})
    assert (full.total, full.parts, full.stars) == (100, {"A": 40, "B": 25, "C": 35}, 5)
    assert score(mine, {"1.1": 10, "1.2": 10, "2": 25, "3": 35}).stars == 3  # 80 points, but 1.1 wants 30 for 4 sao


def test_what_is_written_to_the_sheet() -> None:
    written = sheet_lines(lines())
    assert [(line.id, line.level) for line in written[:5]] == [
        ("QD148-08|1.1|1", "0 điểm – Không rõ nguồn gốc"),
        ("QD148-08|1.1|2", "10 điểm – Có hợp đồng"),
        ("QD148-08|1.1|3", "30 điểm – Có vùng nguyên liệu"),
        ("QD148-08|1.2|1", "0 điểm – Không đạt mức nào trong bảng"),
        ("QD148-08|1.2|2", "10 điểm – Người trong xã"),
    ]
    first = written[0]
    assert (first.key, first.levels, first.wants_3, first.wants_4, first.wants_5, first.from_rank) == (
        "QD148-08|1.1", 3, 10, 30, 0, 3,
    )  # fmt: skip
    assert problems_of(written) == []
    assert sheet_lines(written) == written


@pytest.mark.parametrize("number", range(1, len(PRODUCT_SETS) + 1))
def test_each_shipped_set_would_be_accepted_as_a_set_of_ones_own(number: int) -> None:
    """The checks refuse nothing that a real set has: cases, equal points, long texts, levels that are not printed."""
    printed = criteria_set(PRODUCT_SETS[number - 1].code)
    copied = lines_of(printed)
    for line in copied:
        line.set_code = f"QD148-{number:02}"
    mine = own_set(copied)
    assert mine is not None, [said(problem) for problem in problems_of(copied)]
    assert [(one.code, one.max, one.part) for one in mine.criteria] == [
        (one.code, one.max, one.part) for one in printed.criteria
    ]
    assert [mine.minima(stars) for stars in (3, 4, 5)] == [printed.minima(stars) for stars in (3, 4, 5)]
    assert [level.label for one in mine.criteria for level in one.levels] == [
        level.label for one in printed.criteria for level in one.levels
    ]


def test_a_level_too_long_for_a_drop_down_is_cut_and_says_so() -> None:
    long = lines()
    long[1].level = "Có hợp đồng " + "với nhà vườn " * 30
    cut = sheet_lines(long)[1]
    assert len(cut.level or "") <= 240 and (cut.level or "").endswith("…")
    assert cut.remark == "(Câu rút gọn.)"


def test_a_group_is_named_by_its_column_or_its_heading() -> None:
    headed = lines("| 4 | QD148-08 | A | 1 | TỔ CHỨC SẢN XUẤT | 40 | | | |")
    headed[-1].group = headed[-2].group = "3. CHẤT LƯỢNG"
    mine = own_set(headed)
    assert mine is not None
    assert [(group.code, group.name, group.max) for part in mine.parts for group in part.groups] == [
        ("1", "TỔ CHỨC SẢN XUẤT", 40), ("2", "Nhóm 2", 25), ("3", "CHẤT LƯỢNG", 35),
    ]  # fmt: skip


def test_a_book_knows_shipped_sets_and_its_own_in_any_case() -> None:
    book = Book()
    book[CriterionLine] = lines()
    assert set_named(book, "qd26-08") is criteria_set("QD26-08")
    found = set_named(book, "qd148-08")
    assert found is not None and found.code == "QD148-08"
    assert set_named(book, "QD148-08") is found, "made once, however many score sheets use it"
    assert set_named(book, "QD148-09") is set_named(book, None) is set_named(book, "") is None


def test_a_set_with_a_mistake_is_no_set() -> None:
    book = Book()
    book[CriterionLine] = lines("| 8 | QD148-08 | A | 1.2 | Lao động | 8 | 8 | Người trong xã | |")
    assert set_named(book, "QD148-08") is None


def test_which_set_is_for_a_product() -> None:
    assert set_for(Product(id="SP01", product_set=8), date(2026, 5, 22)).code == "QD26-08"
    with pytest.raises(NoCriteriaSet, match=re.escape("nạp bằng lệnh ocop-xl criteria")):
        set_for(Product(id="SP01", product_set=8), date(2026, 5, 21))
    with pytest.raises(NoCriteriaSet, match="Sản phẩm SP01 chưa chọn «Bộ sản phẩm»"):
        set_for(Product(id="SP01"), date(2026, 11, 23))
