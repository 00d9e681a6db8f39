"""Where a commune keeps its papers and its own templates: folders beside the workbook."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.desks.excel import Desk
from ocop_xl.papers.resources import own_templates

PAPERS = "van-ban"


def papers_of(desk: Desk) -> Path:
    return desk.path.parent / PAPERS


def templates_of(desk: Desk) -> Path | None:
    """None when the commune has no templates of its own."""
    return own_templates(desk.path)
