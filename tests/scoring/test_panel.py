"""Several scorers: the mean decides, and who is far apart is told."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.criteria import criteria_set
from ocop_xl.model import choices as c
from ocop_xl.scoring import Score, score
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.scoring.panel import differences, mean_score
from tests.busy_commune import busy_commune
from tests.scoring.criteria_answers import answers_of_total, best, one_short

FOOD = criteria_set("QD26-08")
ALL_MINIMA = FOOD.minima(3) | FOOD.minima(4) | FOOD.minima(5)


def judged(total: int) -> Score:
    chosen = answers_of_total(FOOD, total, FOOD.minima(3) | FOOD.minima(4))
    return score(FOOD, {code: level.points for code, level in chosen.items()})


def test_the_mean_of_the_totals_decides() -> None:
    """69, 70 and 71 are 70 on average: 4 sao by points; 69, 69 and 71 are not, and nothing is rounded up."""
    for totals, expected in (((69, 70, 71), 4), ((69, 69, 71), 3), ((70, 70, 69), 3)):
        mean = mean_score([judged(total) for total in totals])
        assert mean is not None
        assert abs(mean.total - sum(totals) / 3) < 1e-6
        assert mean.stars_by_points == expected


def test_a_minimum_is_held_against_the_mean_of_its_criterion() -> None:
    """Our reading 6: one member below the minimum of 3.5 (2 points for 4 sao), one above it, are together at it."""
    full = {code: level.points for code, level in best(FOOD).items()}
    short = {code: level.points for code, level in one_short(FOOD, 4).items()}
    mean = mean_score([score(FOOD, full | {"3.5": 1}), score(FOOD, full | {"3.5": 3})])
    assert mean is not None and (mean.points["3.5"], mean.stars_by_minima) == (2, 5)
    barred = mean_score([score(FOOD, short), score(FOOD, short)])
    assert barred is not None and barred.stars_by_minima == 3


def test_who_has_not_answered_does_not_count_in_the_mean() -> None:
    mean = mean_score([score(FOOD, {"1.1": 3}), score(FOOD, {"1.1": 1, "2.2": 2})])
    assert mean is not None and mean.points == {"1.1": 2, "2.2": 2}


def test_a_score_by_another_set_does_not_count_in_the_mean() -> None:
    """Criteria of two sets bear the same codes and mean other things (PC-006 tells of such a dossier)."""
    mean = mean_score([score(FOOD, {"1.1": 3}), score(criteria_set("QD26-09"), {"1.1": 1})])
    assert mean is not None and mean.points == {"1.1": 3}


def test_no_scores_no_mean_and_one_score_is_its_own() -> None:
    assert mean_score([]) is None
    alone = judged(70)
    assert mean_score([alone]) is alone


def test_two_points_apart_call_for_a_second_look() -> None:
    ours, theirs = score(FOOD, {"1.1": 3, "2.2": 2, "4.1": 5}), score(FOOD, {"1.1": 1, "2.2": 3, "5.1": 5})
    assert [(d.criterion.code, d.first, d.second, d.by) for d in differences(ours, theirs)] == [("1.1", 3, 1, 2)]
    assert [d.criterion.code for d in differences(ours, theirs, threshold=1)] == ["1.1", "2.2"]
    assert list(differences(ours, score(criteria_set("QD26-09"), {"1.1": 1}))) == []


def test_a_books_council_is_the_mean_of_its_members() -> None:
    scores = BookScores(busy_commune(date(2026, 11, 24)))
    council = scores.begun("HS04", c.SCORER_COUNCIL)
    assert council is not None and council.total == 99
    deciding = scores.deciding("HS04")
    assert deciding is not None and deciding.total == 99  # before the commune's 100
    assert scores.deciding("HS99") is None
