"""From what stands in «Mức được chọn» to an answer: the label of a level, or just its points."""

from __future__ import annotations

import re

from ocop_xl.law.criteria import Criterion
from ocop_xl.scoring.score import Answer
from ocop_xl.vietnamese import tidy


def answer_of(criterion: Criterion, chosen: str) -> object:
    """An `Answer` for a label, a number for bare points, else the text itself, which `score` will not count."""
    wanted = tidy(chosen).upper()
    for level in criterion.levels:
        if level.label.upper() == wanted:
            return Answer(level.points, level.case_letter)
    return int(wanted) if re.fullmatch(r"\d{1,3}", wanted) else chosen
