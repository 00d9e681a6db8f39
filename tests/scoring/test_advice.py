"""The way up: the cheapest steps to a rank, what is left alone, and what cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ocop_xl.law import criteria_set
from ocop_xl.law.criteria import CriteriaSet, Option
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.scoring.advice import Way, kept_as_is, way_up
from ocop_xl.scoring.score import Score, score, score_of_points
from tests.scoring.ways import TOURISM, every_set, small_set

QD26_08 = criteria_set("QD26-08")


def table(text: str) -> Iterator[dict[str, str]]:
    """The rows of a Markdown table by their headers."""
    head, *rows = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.strip().splitlines())
    return (dict(zip(head, row, strict=True)) for row in rows)


def told(way: Way) -> list[dict[str, str]]:
    """Steps as rows of a table."""
    return [
        {
            "criterion": step.criterion.code,
            "has": "" if step.has is None else f"{step.has:g}",
            "to": str(step.to.points),
            "gain": f"{step.gain:g}",
            "for rank": str(step.for_rank or ""),
            "papers": ", ".join(str(line.number) for line in step.proofs),
        }
        for step in way.steps
    ]


# --- by hand: dried shrimp (QD26-08) of 3 sao, its cooperative wants 4 ---------------------------------------
#
# Group by group: 10 + 8 + 9 (part A 27), 7 + 7 (part B 14), 10 + 3 + 4 + 3 + 2 + 0 (part C 22): 63 points.
# Of the minima of 4 sao, two are missed: 3.5 wants 2, 5.1 wants 5. Mended, they bring 1 + 2: 66 points, 4 too few.
# A third step is needed, and one is enough: 4.3 gives 3, and 3.5, which changes in any case, one more when it climbs
# to its top. The only other criterion that could give 3 is 11, by three levels instead of two.

DRIED_SHRIMP = """
| group | answers                                              |
| 1     | 1.1=3, 1.2=0, 1.3=2, 1.4=2, 1.5=2, 1.6=1, 1.7=0      |
| 2     | 2.1=3, 2.2=2, 2.3=3, 2.4=0                           |
| 3     | 3.1=3, 3.2=0, 3.3=3, 3.4=2, 3.5=1                    |
| 4     | 4.1=3, 4.2=2, 4.3=2                                  |
| 5     | 5.1=3, 5.2=1, 5.3=3                                  |
| 6     | 6.1=2, 6.2=2, 6.3=2, 6.4=2, 6.5=2                    |
| 7–11  | 7=3, 8=4, 9=3, 10=2, 11=0                            |
"""

FROM_3_TO_4_SAO = """
| criterion | has | to | gain | for rank | papers |
| 3.5       | 1   | 3  | 2    | 4        | 7      |
| 5.1       | 3   | 5  | 2    | 4        | 10     |
| 4.3       | 2   | 5  | 3    |          | 8, 9   |
"""

WITHOUT_ADVERTISING = """
| criterion | has | to | gain | for rank | papers |
| 3.5       | 1   | 3  | 2    | 4        | 7      |
| 5.1       | 3   | 5  | 2    | 4        | 10     |
| 11        | 0   | 3  | 3    |          | 8, 14  |
"""


def dried_shrimp() -> Score:
    pairs = [pair.split("=") for row in table(DRIED_SHRIMP) for pair in row["answers"].split(", ")]
    return score(QD26_08, {code: int(points) for code, points in pairs})


def test_the_way_from_3_to_4_sao() -> None:
    now = dried_shrimp()
    assert (now.total, now.stars, now.parts) == (63, 3, {"A": 27, "B": 14, "C": 22})
    way = way_up(now, 4)
    assert told(way) == list(table(FROM_3_TO_4_SAO))
    assert (way.stars, way.reachable, way.total_before, way.total_after, way.reason) == (4, True, 63, 70, "")
    assert way.steps[0].to is QD26_08.criteria[15].options[2]


def test_what_the_officer_rules_out_is_left_alone() -> None:
    assert told(way_up(dried_shrimp(), 4, fixed=["4.3"])) == list(table(WITHOUT_ADVERTISING))


def test_a_rank_that_is_there_needs_no_steps() -> None:
    way = way_up(dried_shrimp(), 3)
    assert (way.reachable, way.steps, way.total_after) == (True, (), 63)
    assert way.reason == "Sản phẩm đang ở mức 3 sao với 63 điểm, không cần nâng tiêu chí nào để được 3 sao."


def test_points_enough_but_a_minimum_missed() -> None:
    """98 points are 5 sao by points; one **** minimum stands against it."""
    full = {one.code: one.max for one in QD26_08.criteria} | {"3.5": 1}
    way = way_up(score(QD26_08, full), 5)
    assert [(step.criterion.code, step.to.points, step.for_rank) for step in way.steps] == [("3.5", 2, 4)]


# --- the order of what is cheaper, one rule at a time --------------------------------------------------------


def levels(text: str) -> tuple[Option, ...]:
    """`0 10 20*** a1 b2`: points, with the asterisks of a minimum, after the letter of a case."""
    made = []
    for word in text.split():
        letter = word[0] if word[0].isalpha() else ""
        points = word.lstrip("ab").rstrip("*")
        case = f"{letter}. Trường hợp" if letter else ""
        made.append(Option(int(points), f"Mức {word}", word.count("*") or None, case=case))
    return tuple(made)


RULES = """
| rule                                           | levels of 1   | levels of 2 | levels of 3 | has      | steps          |
| fewer steps, though more rungs                 | 0 10 20 30 50 | 0 20        | 0 20        | 10, 0, 0 | 1→50           |
| fewer rungs, though fewer points               | 0 20 30 60    | 0 30        | 0           | 20, 0, 0 | 2→30           |
| equal effort: the larger gain                  | 0 30          | 0 35        | 0 33        | 20, 0, 0 | 2→35           |
| equal in all: the earlier line                 | 0 30          | 0 30        | 0 30        | 20, 0, 0 | 2→30           |
| equal in all: the earlier line climbs more     | 0 10 20       | 0 10 20     | 0           | 0, 0, 20 | 2→10 1→20      |
| a minimum is mended before anything else       | 0 30          | 0 20 50     | 0 1***      | 20, 0, 0 | 3→1 2→50       |
| a minimum may have to be passed                | 0 10*** 50    | 0 20        | 0 20        | 0, 0, 0  | 1→50           |
| minima in the order of ranks, not of the sheet | 0 50****      | 0 25***     | 0           | 0, 0, 0  | 2→25 1→50      |
| for points: fewest rungs first, then the gain  | 0 5 20        | 0 12        | 0 18        | 0, 0, 0  | 3→18 2→12 1→20 |
"""


@pytest.mark.parametrize("row", [*table(RULES)], ids=lambda row: row["rule"])
def test_what_is_cheaper_and_what_is_shown_first(row: dict[str, str]) -> None:
    sheet = small_set(*(levels(row[f"levels of {number}"]) for number in (1, 2, 3)))
    has = {str(number): int(points) for number, points in enumerate(row["has"].split(", "), 1)}
    stars = 4 if "****" in "".join(row.values()) else 3
    way = way_up(score_of_points(sheet, has), stars)
    assert " ".join(f"{step.criterion.code}→{step.to.points}" for step in way.steps) == row["steps"], way


def test_of_levels_with_the_same_points_the_first_printed_is_proposed_and_they_are_one_rung() -> None:
    """As printed in 3.1 of QD26-07, where the first two levels both give 1 point."""
    first, twin, top = Option(20, "một"), Option(20, "hai"), Option(40, "ba")
    sheet = small_set((first, twin, top), levels("0 10 30"), levels("0 30"))
    assert [step.to for step in way_up(score(sheet, {"3": 30}), 3).steps] == [first]
    assert [step.to for step in way_up(score(sheet, {"3": 30}), 4).steps] == [top]
    assert way_up(score(sheet, {"2": 30}), 4).steps[0].to is top


# --- what is not changed, what cannot be reached -------------------------------------------------------------


@every_set
def test_nobody_is_told_to_change_who_they_are_or_where(sheet: CriteriaSet) -> None:
    """One point short of 5 sao, all else ruled out: the representative, the legal form, a place would give it, and are
    not proposed."""
    kept = kept_as_is(sheet)
    assert kept.keys() == {"3.1", "3.2"} | ({"6"} if sheet.number == 26 else set())
    points = {one.code: one.max for one in sheet.criteria} | dict.fromkeys(kept, 0)
    for one in sheet.criteria:
        spare = points[one.code] - max(one.minimum(stars) for stars in RECOGNISED_STARS)
        points[one.code] -= max(0, min(spare, sum(points.values()) - 89))
    now = score_of_points(sheet, points)
    assert (now.total, now.missed) == (89, ())
    way = way_up(now, 5, fixed=points.keys() - kept)
    assert not way.reachable and "cũng chỉ tới 89 điểm" in way.reason
    assert way_up(now, 5).reachable


def test_an_excluded_product_has_no_way_up() -> None:
    way = way_up(score(QD26_08, {}, knocked_out=["hồ sơ giả mạo", "thiếu giấy chứng nhận"]), 3)
    assert not way.reachable and not way.steps
    assert way.reason == (
        "Sản phẩm bị loại (hồ sơ giả mạo; thiếu giấy chứng nhận) nên không được xếp hạng; "
        "hãy xử lý lý do bị loại rồi tính lại."
    )


def test_a_missed_minimum_that_must_stay_bars_the_rank() -> None:
    way = way_up(dried_shrimp(), 4, fixed=["3.5", "5.1", "1.1"])
    assert (way.reachable, way.steps, way.total_after) == (False, (), 63)
    assert way.reason == (
        "Không lên được 4 sao: tiêu chí 3.5 (cần từ 2 điểm), 5.1 (cần từ 5 điểm) chưa đạt mức tối thiểu mà không nâng "
        "được hoặc phải giữ nguyên; hãy bớt tiêu chí giữ nguyên hoặc chọn hạng thấp hơn."
    )


def test_too_few_points_left_to_gain() -> None:
    """A council's mean of 9,5 and 20 still to gain are 29,5 points."""
    way = way_up(score_of_points(small_set(levels("0 9 10"), levels("0 20")), {"1": 9.5}), 3, fixed=["1"])
    assert not way.reachable
    assert way.reason == (
        "Không lên được 3 sao: nâng mọi tiêu chí nâng được cũng chỉ tới 29,5 điểm, mà hạng này cần từ 50 điểm; "
        "hãy bớt tiêu chí giữ nguyên hoặc chọn hạng thấp hơn."
    )


@pytest.mark.parametrize(
    ("stars", "fixed", "case", "sentence"),
    [
        (2, (), "", "Hạng muốn đạt là “2”: chỉ tính đường lên 3, 4 hoặc 5 sao."),
        (3, ("9.9",), "", "Bộ tiêu chí QD26-08 không có tiêu chí 9.9 để giữ nguyên."),
        (3, (), "a", "Bộ tiêu chí QD26-08 không có trường hợp “a”; hãy để trống hoặc chọn lại."),
    ],
)
def test_a_wish_that_makes_no_sense_is_told(stars: int, fixed: tuple[str, ...], case: str, sentence: str) -> None:
    with pytest.raises(ValueError) as told_so:
        way_up(dried_shrimp(), stars, fixed, case)
    assert str(told_so.value) == sentence


# --- cases (set 26) ------------------------------------------------------------------------------------------


def test_the_case_that_was_answered_is_kept() -> None:
    sheet = small_set(levels("a0 a30 b0 b20"), levels("a0 a10 a20 b0 b30"), levels("0 50"))
    asked = {case: way_up(score(sheet, {}), 4, case=case) for case in ("a", "b", "")}
    steps = {case: [(one.to.case_letter, one.to.points) for one in way.steps] for case, way in asked.items()}
    assert steps == {"a": [("", 50), ("a", 30)], "b": [("", 50), ("b", 30)], "": [("", 50), ("a", 30)]}


def test_without_a_case_the_cheaper_one_is_taken() -> None:
    sheet = small_set(levels("0 a10 a20 b10"), levels("0 a10 b40"), levels("0 30"))
    way = way_up(score(sheet, {"1": 10, "3": 30}), 4)
    assert [(one.criterion.code, one.to.label) for one in way.steps] == [("2", "b) 40 điểm – Mức b40")]
    assert not way_up(score(sheet, {"1": 10, "3": 30}), 4, case="a").reachable


def test_out_of_reach_is_told_of_the_case_that_comes_nearest() -> None:
    """In case b the minimum of 10 cannot be had at all; in case a it can, but 30 points are not 50."""
    sheet = small_set(levels("0 a10*** b5"), levels("0 a20 b40"))
    assert "cũng chỉ tới 30 điểm" in way_up(score(sheet, {}), 3).reason
    assert "tiêu chí 1 (cần từ 10 điểm)" in way_up(score(sheet, {}), 3, case="b").reason
    free = small_set(levels("0 a20 b40"), levels("0 5"))
    assert "cũng chỉ tới 45 điểm" in way_up(score(free, {}), 3).reason


@pytest.mark.parametrize("case", ["a", "b", ""])
def test_all_steps_of_a_tourist_service_are_of_one_case(case: str) -> None:
    way = way_up(score(TOURISM, {}), 5, case=case)
    assert {step.to.case_letter for step in way.steps} == {"", case or "a"}
