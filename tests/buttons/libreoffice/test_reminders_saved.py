"""«Nhắc việc» after rows were sorted and LibreOffice has saved the workbook in its own way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.model import Book
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from tests.buttons.conftest import Live
from tests.planted_duties import planted_commune

ON = date(2026, 12, 15)


def who_does(book: Book) -> dict[str, str]:
    return {due.key: due.who for due in agenda(book, ON)}


@pytest.mark.thorough
def test_what_was_decided_holds(live: Live, tmp_path: Path) -> None:
    turned, path = planted_commune(), tmp_path / "so.xlsx"
    for kind in [*turned]:
        turned[kind] = turned[kind][::-1]
    path.write_bytes(build_workbook(turned, ON))
    live(path).impl.save(tmp_path / "libreoffice.xlsx")
    keyed = {key: who for key, who in who_does(planted_commune()).items() if ":dòng " not in key}
    assert keyed.items() <= who_does(read_book(tmp_path / "libreoffice.xlsx")).items()
    assert "Phòng Tài chính" in keyed.values()
