"""What `ocop-xl papers` says: what was made, what is missing, what failed, how far it has come."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.jobs.pace import Pace
from ocop_xl.jobs.papers_words import gathered, waiting
from ocop_xl.model import Book, Paper
from ocop_xl.papers.paper_job import MadePaper, PaperResult, Papers
from ocop_xl.papers.resources import template_path

_TEMPLATE = re.compile(r"(\S.*\.docx) \(([0-9a-f]{8})\)")


class Progress:
    """Prints how far the work is on one line of stderr, in a file a line a second; Ctrl+C ends it with a sentence."""

    def __init__(self, done: str) -> None:
        watched = sys.stderr.isatty()
        self._pace = Pace(done, often=0.2 if watched else 1.0, repeated=watched)

    def __call__(self, done: int, total: int) -> None:
        if words := self._pace.due(done, total):
            end = "\n" if done == total or not sys.stderr.isatty() else "\r"
            print(f"{words} (Ctrl+C: dừng)  ", file=sys.stderr, end=end, flush=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is KeyboardInterrupt:
            raise self._pace.stopped() from None


def print_made(papers: Papers) -> None:
    for paper in papers:
        number = f" – số {paper.number}" if paper.number else ""
        print(f"  {paper.title}{number}: {paper.path}")
        if paper.pdf:
            print(f"      bản PDF: {paper.pdf}")
        for notice in paper.notices:
            print(f"      lưu ý: {notice}")
        for gap in gathered(paper.missing):
            print(f"      còn thiếu: {gap}")


def print_failed(papers: Papers) -> None:
    for failed in papers.failed:
        print(f"✘ {failed.title}: {failed.sentence}", file=sys.stderr)


def print_nothing(papers: Papers, *, narrowed: bool) -> None:
    """Which kinds have no paper and what each waits for; `narrowed` if only some of the papers were asked for."""
    kinds = waiting(papers)
    if narrowed and len(kinds) > 1:
        slugs = ", ".join(kind.slug for kind in kinds)
        print(f"Trong phạm vi đã chọn, {len(kinds)} loại không có gì để lập: {slugs}.", file=sys.stderr)
        return
    for kind in kinds:
        within = " trong phạm vi đã chọn" if narrowed else ""
        why = f" Loại này lập cho {kind.made_for}." if kind.made_for else ""
        print(f"«{kind.name}»: không có gì để lập{within}.{why}", file=sys.stderr)


def as_json(papers: Papers) -> list[dict[str, object]]:
    """One object a paper; `error` is null, or why there is no file (`path` null) or no PDF."""
    return [_as_json(one) for one in papers.outcomes]


def _as_json(one: PaperResult) -> dict[str, object]:
    if isinstance(one, MadePaper):
        return {
            "kind": one.kind,
            "title": one.title,
            "path": str(one.path),
            "missing": list(one.missing),
            "notices": list(one.notices),
            "number": one.number or None,
            "pdf": str(one.pdf) if one.pdf else None,
            "error": None,
        }
    return {"kind": one.kind, "title": one.title, "path": None, "missing": [], "error": one.sentence}


def stale_templates(book: Book, own: Path | None) -> None:
    """Say which registered papers were made with a template that has been edited since."""
    from ocop_xl.papers.numbering.register_row import template_mark

    for row in book[Paper]:
        found = _TEMPLATE.fullmatch(row.template or "")
        if row.number and found:
            try:
                now = template_mark(template_path(found[1], own))
            except PaperError:
                continue
            if now != found[2]:
                print(
                    f"Lưu ý: văn bản số {row.number:02d}/{row.symbol} lập bằng mẫu «{found[1]}» trước khi mẫu được sửa."
                )
