"""Papers from a book: the one way to make them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ocop_xl.model import Book
from ocop_xl.papers.errors import TemplateError
from ocop_xl.papers.kinds import kind_of
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.paper_files import safe_stem, write_new
from ocop_xl.papers.resources import template_path


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper on disk; `missing` are the facts that it shows as dots, one Vietnamese line each."""

    kind: str
    title: str
    path: Path
    missing: tuple[str, ...]


def make_papers(
    book: Book, on: date, kinds: Sequence[str], out: Path, templates: Path | None = None
) -> list[MadePaper]:
    """Make every paper of these kinds (slugs) in the folder `out`, as drafts dated `on`.

    `templates` is the commune's own folder of templates; a template that is not there is the house's.
    Raises `PaperError` for an unknown kind, a template at fault or a folder that cannot be written.
    """
    return [paper for kind in map(kind_of, kinds) for paper in _make(kind, book, on, out, templates)]


def _make(kind: PaperKind, book: Book, on: date, out: Path, templates: Path | None) -> list[MadePaper]:
    from ocop_xl.papers.template import load_template  # Jinja is slow to import: only who renders pays

    path = template_path(kind.template, templates)
    made = []
    for facts in kind.facts(book, on):
        try:
            filled = load_template(path).fill(facts)
        except TemplateError as error:
            raise TemplateError(f"Mẫu «{kind.template}»: {error}") from error
        stem = safe_stem(kind.slug, facts.subject, book.commune.name or "", on.isoformat())
        made.append(MadePaper(kind.slug, facts.title, write_new(out, stem, ".docx", filled.content), filled.gaps))
    return made
