"""Faults are gathered here: the same fault in many paragraphs is told once."""

from __future__ import annotations

from ocop_xl.papers.lint.catalogue import CHECKS, PaperFinding
from ocop_xl.papers.lint.story import Line, Paragraph


class Report:
    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], list[str]] = {}

    def add(self, code: str, saw: str, where: Line | Paragraph | None = None) -> None:
        """`saw` is what stands there, in words; `where` is None for a whole page or for what is absent."""
        paragraph = where.paragraph if isinstance(where, Line) else where
        self._seen.setdefault((code, saw), []).append(paragraph.shown if paragraph else "")

    def findings(self) -> list[PaperFinding]:
        """In the order in which the components stand on a page."""
        order = list(CHECKS)
        found = []
        for (code, saw), places in sorted(self._seen.items(), key=lambda item: order.index(item[0][0])):
            check = CHECKS[code]
            several = f" (ở {len(places)} chỗ)" if len(places) > 1 else ""
            found.append(PaperFinding(code, check.component, places[0], saw + several, check.allowed, check.point))
        return found
