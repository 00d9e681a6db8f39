"""Workbooks with score sheets, and what `ocop-xl score` says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.model import Book
from ocop_xl.sheets.building.workbook import build_workbook
from tests.cli.command_line import ocop


def write(book: Book, path: Path) -> Path:
    path.write_bytes(build_workbook(book, DEMO_DAY))
    return path


def scores(*arguments: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ocop("score", *arguments, "--json").stdout)
    return found
