"""From what stands in «Mức được chọn» to an answer: the label of a level, or just its points."""

from __future__ import annotations

import re

from ocop_xl.law.criteria import Criterion
from ocop_xl.scoring.score import Answer
from ocop_xl.vietnamese import tidy

_BARE_POINTS = r"0|[1-9][0-9]{0,2}"
"""As Excel writes a whole number: the workbook's formula compares, for what else is read as one hangs on the PC."""

_by_label: dict[int, tuple[Criterion, dict[str, object]]] = {}
"""By identity, as in `score`: a sheet has a thousand rows, a set some thirty criteria."""


def answer_of(criterion: Criterion, chosen: str) -> object:
    """The points of a label – an `Answer` where it belongs to a case –, a number for bare points, else the text itself,
    which `score` will not count."""
    labels = _labels(criterion)
    found = labels.get(chosen)
    if found is None:
        wanted = tidy(chosen).upper()
        found = labels.get(wanted)
        if found is None:
            return int(wanted) if re.fullmatch(_BARE_POINTS, wanted) else chosen
    return found


def _labels(criterion: Criterion) -> dict[str, object]:
    """Every label as it is offered, and in capitals: Excel does not heed case."""
    kept = _by_label.get(id(criterion))
    if kept is None:
        answers = [
            (level.label, Answer(level.points, level.case_letter) if level.case else level.points)
            for level in criterion.levels
        ]
        labels: dict[str, object] = {spelt: answer for label, answer in answers for spelt in (label, label.upper())}
        kept = _by_label[id(criterion)] = criterion, labels
    return kept[1]
