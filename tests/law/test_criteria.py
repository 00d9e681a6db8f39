"""The 26 criteria sets add up, keep what was doubtful in sight, and give the minima of every rank."""

from collections import defaultdict
from datetime import date

import pytest

from ocop_xl.law import criteria_set, criteria_set_for
from ocop_xl.law.criteria import CriteriaSet, Criterion, Heading, NoCriteriaSet
from ocop_xl.law.sectors import PRODUCT_SETS

ALL_SETS = [criteria_set(item.code) for item in PRODUCT_SETS]
every_set = pytest.mark.parametrize("criteria", ALL_SETS, ids=lambda one: one.code)


@every_set
def test_points_add_up_from_options_to_100(criteria: CriteriaSet) -> None:
    wrong = []
    for one in criteria.criteria:
        for case in one.cases or ("",):
            best = max(option.points for option in one.options if option.case == case)
            if best != one.max:
                wrong.append(f"criterion {one.code} {case}: best option {best}, maximum {one.max}")
    for part in criteria.parts:
        for group in part.groups:
            total = sum(one.max for one in group.criteria)
            if total != group.max:
                wrong.append(f"group {group.code}: criteria {total}, maximum {group.max}")
        total = sum(group.max for group in part.groups)
        if total != part.max:
            wrong.append(f"part {part.code}: groups {total}, maximum {part.max}")
    assert not wrong, f"{criteria.code} does not add up:\n" + "\n".join(wrong)
    assert {part.code: part.max for part in criteria.parts} == {"A": 40, "B": 25, "C": 35}


@every_set
def test_headings_inside_groups_add_up(criteria: CriteriaSet) -> None:
    below: dict[tuple[str, int], int] = defaultdict(int)
    for one in criteria.criteria:
        if one.parent:
            below[one.parent.code, one.parent.max] += one.max
    wrong = [f"{code}: {total}, maximum {most}" for (code, most), total in below.items() if total != most]
    assert not wrong, f"{criteria.code}: {wrong}"


@every_set
def test_a_criterion_is_known_by_its_code(criteria: CriteriaSet) -> None:
    codes = [one.code for one in criteria.criteria]
    assert len(codes) == len(set(codes))
    assert 25 <= len(codes) <= 36


@every_set
def test_options_rise_within_each_case_except_where_a_doubt_says_so(criteria: CriteriaSet) -> None:
    doubted = {remark.at for remark in criteria.doubts}
    for one in criteria.criteria:
        for case in one.cases or ("",):
            points = [option.points for option in one.options if option.case == case]
            assert points == sorted(points), f"{criteria.code} {one.code}: {points}"
            assert len(points) == len(set(points)) or one.code in doubted, f"{criteria.code} {one.code}: {points}"


@every_set
def test_a_higher_rank_never_asks_less(criteria: CriteriaSet) -> None:
    for one in criteria.criteria:
        asked = [least for stars in (3, 4, 5) if (least := one.minimum(stars))]
        assert asked == sorted(asked), f"{criteria.code} {one.code}: {asked}"


def test_every_remark_points_to_a_line() -> None:
    remarks = [(criteria, remark) for criteria in ALL_SETS for remark in criteria.doubts + criteria.corrections]
    assert remarks
    for criteria, remark in remarks:
        lines = {one.code for one in criteria.criteria} | {part.code for part in criteria.parts}
        assert remark.at in lines, f"{criteria.code}: {remark}"
        assert remark.text.endswith(".")


def test_lines_in_doubt_and_lines_corrected() -> None:
    doubts = {(one.number, remark.at) for one in ALL_SETS for remark in one.doubts}
    assert doubts == {(1, "8"), (6, "6.3"), (7, "3.1"), (8, "2.1"), (10, "3.5"), (23, "6.2"), (26, "A")}
    corrections = {(one.number, remark.at) for one in ALL_SETS for remark in one.corrections}
    assert corrections == {
        (4, "7"), (11, "6.1.1"), (4, "1.2"), (7, "1.2"), (10, "1.2"), (11, "1.2"), (10, "8"), (23, "9"), (26, "C"),
    }  # fmt: skip


def points(number: int, code: str) -> list[int]:
    return [option.points for option in line(number, code).options]


def line(number: int, code: str) -> Criterion:
    return next(one for one in ALL_SETS[number - 1].criteria if one.code == code)


def test_what_the_doubts_say_is_so() -> None:
    unique = [option for one in ALL_SETS for c in one.criteria for option in c.options if "Rất độc đáo" in option.text]
    assert [option.min_star for option in unique].count(5) == 22 and len(unique) == 23
    assert [line(1, "8").minimum(5), line(2, "7").minimum(5)] == [0, 5]
    assert [line(6, "6.3").minimum(5), line(7, "6.3").minimum(5)] == [0, 3]
    assert [n for n in range(1, 27) if points(n, "3.1") != [1, 2, 3]] == [7] and points(7, "3.1") == [1, 1, 3]
    assert [n for n in (5, 6, 7, 8, 9) if 0 not in points(n, "2.1")] == [8]
    assert [n for n in range(1, 27) if line(n, "3.5").minimum(4) != 2] == [10]
    assert points(23, "6.2") == [1, 1, 3, 5]


def test_what_the_corrections_say_was_done() -> None:
    assert points(4, "7") == [0, 1, 3]
    assert points(11, "6.1.1") == [0, 1, 2]
    assert [points(n, "1.2") for n in (4, 7, 10, 11)] == [[0, 1, 2]] * 4
    assert line(10, "8").max == 5
    assert line(23, "9").max == 4


def test_nested_criteria() -> None:
    colour = line(11, "6.2.1")
    assert (colour.name, colour.part, colour.group) == ("Màu nước", "C", "6")
    assert colour.parent == Heading("6.2", "Nước pha", 11)


def test_one_of_two_cases_is_chosen() -> None:
    two = {one.code: one.cases for one in ALL_SETS[25].criteria if one.cases}
    assert list(two) == ["8", "9", "15"]
    assert two["8"] == (
        "a. Trường hợp 1: Dịch vụ du lịch do cộng đồng cung cấp",
        "b. Trường hợp 2: Điểm dịch vụ du lịch",
    )
    assert [(option.case[0], option.points) for option in line(26, "8").options] == [
        ("a", 1), ("a", 3), ("b", 1), ("b", 3),
    ]  # fmt: skip


def test_zero_is_allowed_where_no_level_is_reached() -> None:
    assert line(8, "1.1").allowed_points == (0, 1, 2, 3)


def test_samples_go_with_goods_only() -> None:
    assert [one.samples for one in ALL_SETS] == [5] * 25 + [0]


def test_lines_on_which_the_commune_comments() -> None:
    commented = [one.code for one in criteria_set("QD26-08").criteria if one.commune_assessed]
    assert commented == ["1.1", "2.1", "3.3", "5.3"]


THREE = "2.2≥2, 2.3≥1, 3.5≥1, 4.1≥2, 5.3≥1"
PROCESSED_4 = "1.5≥2, 1.6≥1, 2.1≥3, 2.3≥3, 3.4≥2, 3.5≥2, 4.1≥3, 5.1≥5, 6.1≥2, 6.3≥2, 6.4≥2"


@pytest.mark.parametrize(
    ("number", "stars", "minima"),
    [
        (3, 3, f"{THREE}, 9≥2, 10≥1"),
        (3, 4, "1.5≥2, 1.6≥1, 2.1≥3, 2.3≥3, 3.4≥2, 3.5≥2, 4.1≥3, 5.1≥5, 6.1≥3, 6.2≥3, 6.3≥2, 6.4≥2, 8≥3, 10≥3"),
        (3, 5, "1.3≥3, 1.5≥3, 4.1≥5, 6.3≥3, 6.4≥3, 8≥5"),
        (7, 3, f"1.1≥1, {THREE}, 8≥2, 9≥1"),
        (7, 4, f"{PROCESSED_4}, 6.5≥3, 7≥3, 9≥3"),
        (7, 5, "1.5≥3, 4.1≥5, 6.3≥3, 6.4≥3, 6.5≥5, 7≥5"),
        (8, 3, f"1.1≥1, {THREE}, 8≥2, 9≥1"),
        (8, 4, f"{PROCESSED_4}, 6.5≥2, 7≥3, 9≥3"),
        (8, 5, "1.5≥3, 4.1≥5, 6.3≥3, 6.4≥3, 6.5≥4, 7≥5"),
        (9, 3, f"1.1≥1, {THREE}, 8≥2, 9≥1"),
        (9, 4, "1.4≥2, 1.5≥1, 2.1≥3, 2.3≥3, 3.4≥2, 3.5≥2, 4.1≥3, 5.1≥5, 6.1≥2, 6.3≥2, 6.4≥2, 6.5≥2, 7≥3, 9≥3"),
        (9, 5, "1.4≥3, 4.1≥5, 6.3≥3, 6.4≥3, 6.5≥4, 7≥5"),
    ],
)
def test_minima_of_the_sets_that_the_plan_needs(number: int, stars: int, minima: str) -> None:
    found = ALL_SETS[number - 1].minima(stars)
    assert ", ".join(f"{code}≥{least}" for code, least in found.items()) == minima


def test_which_set_scores_a_dossier() -> None:
    assert criteria_set_for(8, date(2026, 5, 22)) is criteria_set("QD26-08")
    with pytest.raises(NoCriteriaSet, match=r"Chưa có bộ tiêu chí cho ngày 21/05/2026: .*148/QĐ-TTg"):
        criteria_set_for(8, date(2026, 5, 21))
    with pytest.raises(NoCriteriaSet, match="Không có bộ sản phẩm số 27"):
        criteria_set_for(27, date(2026, 11, 23))


@pytest.mark.parametrize("code", ["QD26-27", "8", "../secret", ""])
def test_an_unknown_code_is_one_sentence(code: str) -> None:
    with pytest.raises(NoCriteriaSet, match="các mã có sẵn là QD26-01 đến QD26-26"):
        criteria_set(code)
