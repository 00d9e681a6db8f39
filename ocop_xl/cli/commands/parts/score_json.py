"""`ocop-xl score --json`: the score sheets for programs."""

from __future__ import annotations

from typing import Any

from ocop_xl.jobs.score_entries import MEAN, ScoreEntry
from ocop_xl.scoring.score import Score


def as_json(entry: ScoreEntry) -> dict[str, Any]:
    """The contract's entry; figures are None, lists empty where the sheet's set is unknown."""
    sheet = entry.found.sheet if entry.found else None
    score = entry.score
    return {
        "dossier": entry.dossier_id or None,
        "product": entry.product.id if entry.product else None,
        "product_name": entry.product.name if entry.product else None,
        "criteria_set": score.criteria_set.code if score else sheet and sheet.criteria_set,
        "scorer": sheet.scorer if sheet else MEAN,
        "member": sheet and sheet.member,
        "sheet": sheet and sheet.id,
        "total": score and score.total,
        "parts": score and score.parts,
        "groups": score and score.groups,
        "stars": score and score.stars,
        "stars_by_points": score and score.stars_by_points,
        "stars_by_minima": score and score.stars_by_minima,
        "missed": _missed(score) if score else [],
        "answered": score and score.answered,
        "unanswered": list(score.unanswered) if score else [],
        "knocked_out": "; ".join(score.knocked_out) or None if score else sheet and sheet.knock_out,
        "bad": [one._asdict() for one in entry.bad],
        "problem": entry.problem or None,
    }


def _missed(score: Score) -> list[dict[str, Any]]:
    names = {one.code: one.name for one in score.criteria_set.criteria}
    return [
        {
            "criterion": one.criterion,
            "name": names[one.criterion],
            "stars": one.stars,
            "wants": one.wants,
            "has": one.has,
        }
        for one in score.missed
    ]
