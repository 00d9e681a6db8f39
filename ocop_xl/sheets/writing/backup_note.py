"""What «Thông tin xã» says of the last backup: a line above the journal, written with the change that it is for."""

from __future__ import annotations

from ocop_xl.model import Commune, JournalEntry, spec_of
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.office.our_files import BACKUPS
from ocop_xl.sheets.reading.sheet_xml import spelt
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.sheet import Result
from ocop_xl.sheets.writing.values import formulas_of, store

PLACE = (HEADER_ROW - 1, 2)
"""Row, and column from 0, on «Nhật ký»."""
_WHERE = f", ở thư mục «{BACKUPS}» cạnh sổ"


def is_backup_note(text: str) -> bool:
    """Whether this is what a backup left on the sheet: it speaks of that workbook's file alone."""
    return text.endswith(_WHERE)


def say_backup(package: PatchPackage, moment: str) -> None:
    """`moment` is the journal's; a workbook whose «Thông tin xã» does not ask is left alone."""
    asks = spelt(spec_of(Commune).column("backed_up").formula)
    said = f"{moment}{_WHERE}"
    for sheet, at, place, formula in formulas_of(package, spec_of(Commune).sheet):
        if spelt(formula) == asks:
            journal = package.sheet(spec_of(JournalEntry).sheet)
            journal.write(*PLACE, said, journal.style(*PLACE))
            store(sheet, at, place, Result("str", said))
