"""What «Nhắc việc» has decided holds by the duty's key: whatever becomes of the workbook around it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from ocop_xl.api import merge
from ocop_xl.changes.change import Change
from ocop_xl.jobs.new_book import renewed_book
from ocop_xl.model import Book, Idea, Reminder, spec_of
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.planted_duties import planted_commune

ON = date(2026, 12, 15)
_NEW = "NH4"


def filed(path: Path, book: Book | None = None) -> Path:
    path.write_bytes(build_workbook(book or planted_commune(), ON))
    return path


def who_does(book: Book) -> dict[str, str]:
    return {due.key: due.who for due in agenda(book, ON)}


def decided(path: Path, duty: str, **cells: object) -> None:
    """A new line of «Nhắc việc» in a closed file."""
    spec = spec_of(Reminder)
    named = ((spec.column(name).header, value) for name, value in {"duty": duty, **cells}.items())
    apply_changes(
        path, read_book(path), [Change(spec.name, _NEW, header, None, value, "quyết") for header, value in named]
    )


def renamed(path: Path) -> None:
    idea = spec_of(Idea)
    before = read_book(path)
    change = Change(idea.name, "YT1", idea.column("title").header, "Khô cá", "Khô cá lóc", "đổi tên")
    apply_changes(path, before, [change])


@pytest.mark.thorough
def test_two_copies_in_which_two_people_decided_become_one(tmp_path: Path) -> None:
    """Both gave their line the same key; one of them gets another."""
    mine = filed(tmp_path / "so.xlsx")
    theirs = Path(shutil.copyfile(mine, tmp_path / "ban-sao.xlsx"))
    key, other = [*who_does(read_book(mine))][:2]
    decided(mine, key, handed_to="Phòng Kinh tế", decided=date(2026, 12, 1))
    decided(theirs, other, reason="Đã làm ở bước khác", decided=date(2026, 12, 2))
    renamed(theirs)
    merged = merge(read_book(mine), read_book(theirs))
    assert merged.open == []
    apply_changes(mine, read_book(mine), merged.changes)
    after = who_does(read_book(mine))
    assert after[key] == "Phòng Kinh tế" and other not in after


@pytest.mark.thorough
def test_a_book_laid_out_anew_keeps_them(tmp_path: Path) -> None:
    old = filed(tmp_path / "cu.xlsx")
    renamed(old)
    key = next(iter(who_does(read_book(old))))
    decided(old, key, put_off=date(2027, 1, 15))
    renewed_book(tmp_path / "moi.xlsx", old, ON)
    after = who_does(read_book(tmp_path / "moi.xlsx"))
    assert after == who_does(read_book(old)) and key not in after
