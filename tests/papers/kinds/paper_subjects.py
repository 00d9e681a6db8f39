"""The row that a paper is about, by the name of its file."""

from __future__ import annotations

import re

from ocop_xl.model import Book
from ocop_xl.model import choices as c
from ocop_xl.papers.paper_job import MadePaper
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet


def subject_of(paper: MadePaper) -> str:
    """`SP01`, `HS02`, `LTH01`, `HS04-HD2`; "" for a paper of the whole commune."""
    found = re.search(r"_((?:sp|hs|lth)\d+(?:-(?:xa|ct|hd\d))?)[-_]", paper.path.name)
    return found[1].upper() if found else ""


def score_behind(paper: MadePaper, book: Book) -> ScoredSheet | None:
    """The sheet that a form is made from; of a self-report, the subject's own."""
    scores, key = book.derived(BookScores), subject_of(paper)
    return scores.of(key) or next(iter(scores.of_dossier(key, c.SCORER_SUBJECT)), None)
