"""Where a commune keeps its papers and its own templates: folders beside the workbook."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.desks.excel import Desk

PAPERS, TEMPLATES = "van-ban", "mau"


def papers_of(desk: Desk) -> Path:
    return desk.path.parent / PAPERS


def templates_of(desk: Desk) -> Path | None:
    """None when the commune has no templates of its own."""
    folder = desk.path.parent / TEMPLATES
    return folder if folder.is_dir() else None
