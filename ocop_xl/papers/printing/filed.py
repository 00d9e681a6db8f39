"""The papers that stand in the commune's folder: what each is called, and the handfuls in which they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ocop_xl.model import Book, Paper
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import plan_papers
from ocop_xl.records import NamedTuple

_DAY = re.compile(r"_(\d{4}-\d\d-\d\d)(?=_|-|$)")
_DAYS_SHOWN = 5


class FiledPaper(NamedTuple):
    """A Word file of the folder; `kind` is a slug, "" for a file that is none of ours; `day` as in its name."""

    path: Path
    title: str
    kind: str
    day: str


class Handful(NamedTuple):
    """Papers that somebody wants to print together, and what they are called together."""

    label: str
    papers: tuple[FiledPaper, ...]


def filed_papers(files: Sequence[Path], book: Book, on: date) -> list[FiledPaper]:
    """In the order of the kinds, files that are none of ours last."""
    slugs = [kind.slug for kind in KINDS]
    titles = {_about(task.stem): task.facts.title for task in plan_papers(book, on, slugs).tasks}
    titles |= {_about(kind.slug): kind.name for kind in KINDS}
    registered = {row.file: f"{row.title} (số {row.number:02d}/{row.symbol})" for row in book[Paper] if row.number}
    found = []
    for path in files:
        day, kind = _DAY.search(path.stem), _kind_of(path.stem, slugs)
        title = registered.get(path.name) or titles.get(_about(path.stem)) or titles.get(kind) or path.stem
        found.append(FiledPaper(path, title, kind, day[1] if day else ""))
    return sorted(found, key=lambda one: (slugs.index(one.kind) if one.kind else len(slugs), one.path.name))


def handfuls(papers: Sequence[FiledPaper]) -> list[Handful]:
    """All of them, those of each of the last days, those of each kind."""
    days = sorted({one.day for one in papers if one.day}, reverse=True)[:_DAYS_SHOWN]
    found = [Handful("Mọi văn bản trong thư mục", tuple(papers))]
    found += [Handful(f"Văn bản lập ngày {day[8:]}/{day[5:7]}/{day[:4]}", _where(papers, day=day)) for day in days]
    found += [Handful(kind.name, some) for kind in KINDS if (some := _where(papers, kind=kind.slug))]
    return found


def _where(papers: Sequence[FiledPaper], kind: str = "", day: str = "") -> tuple[FiledPaper, ...]:
    return tuple(one for one in papers if (one.kind == kind if kind else one.day == day))


def _about(stem: str) -> str:
    """Without the day and what stands behind it: the papers of two days about one thing are called the same."""
    day = _DAY.search(stem)
    return stem[: day.start()] if day else stem


def _kind_of(stem: str, slugs: Sequence[str]) -> str:
    return max((slug for slug in slugs if stem == slug or stem.startswith(f"{slug}_")), key=len, default="")
