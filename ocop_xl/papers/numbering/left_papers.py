"""Papers that a killed command left waiting: a note beside the workbook says in which folders.

Only for whoever holds the workbook's lock: then no command that lives has papers of this workbook waiting.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ocop_xl.model import Paper
from ocop_xl.office.our_files import note_beside
from ocop_xl.office.safe_write import refuse_if_open
from ocop_xl.papers.numbering.staged import finish_waiting, wait_in
from ocop_xl.sheets.reading.read import read_book


@contextmanager
def noted(workbook: Path, folder: Path) -> Iterator[None]:
    """While papers wait in the folder, a note says so; killed in between, the note stays."""
    note = note_beside(workbook.resolve())
    with note.open("a", encoding="utf-8") as file:
        file.write(f"{folder.resolve()}\n")
    try:
        yield
    finally:
        if not wait_in(folder, workbook):
            note.unlink(missing_ok=True)


def finish_left(workbook: Path) -> None:
    """Papers that the register names get their place, the others go; the note goes last."""
    path = workbook.resolve()
    note = note_beside(path)
    if not note.exists():
        return
    refuse_if_open(path)  # a button may be at work there
    registered = {row.file for row in read_book(path)[Paper] if row.file}
    for folder in _folders(note):
        finish_waiting(folder, registered, path)
    note.unlink(missing_ok=True)


def _folders(note: Path) -> list[Path]:
    """The last line may be cut short: a folder that is not there holds no papers."""
    lines = note.read_text(encoding="utf-8", errors="replace").splitlines()
    return [folder for folder in map(Path, dict.fromkeys(lines)) if folder.is_dir()]
