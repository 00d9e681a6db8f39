"""What a typed cell costs in a real LibreOffice window, against the same workbook without conditional formats.

Typed as a person does: the cell is selected, the text entered, and the clock stops when the window has nothing left to
recalculate or to paint. Every sheet was looked at before, as at the end of a morning.
"""

from __future__ import annotations

import re
import zipfile
from itertools import product
from pathlib import Path
from shutil import which
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.sample import sample_book
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.model import Communication, CycleStep, Dossier, Product, Recognition, Row, Task, spec_of
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.sheets.building.workbook import build_workbook
from tests.buttons.libreoffice.lo_window import OfficeWindow, Screen

PLACES: dict[type[Row], tuple[str, str]] = {
    Communication: ("note", "thử {n}"),
    Product: ("note", "thử {n}"),
    CycleStep: ("done", "{n}/05/2026"),
    Dossier: ("received", "{n}/06/2026"),
    Task: ("due", "{n}/12/2026"),
    Recognition: ("note", "thử {n}"),
}
"""Notes, days and what figures depend on: the column, and what is typed there."""
_EACH = 6
_FORMATS = re.compile(rb"<conditionalFormatting.*</conditionalFormatting>|<extLst>.*</extLst>", re.DOTALL)


def typing(folder: Path) -> None:
    books = {
        "the commune's workbook": demo_workbook(DEMO_DAY),
        "a workbook with a row of everything": build_workbook(sample_book(DEMO_DAY), DEMO_DAY),
    }
    for number, (name, content) in enumerate(books.items()):
        path = folder / f"typing-{number}.xlsx"
        path.write_bytes(content)
        bare = _without_formats(path, folder / f"bare-{number}.xlsx")
        opened, ours = typed(path, folder / f"o{number}")
        _, floor = typed(bare, folder / f"b{number}")
        print(
            f"a cell typed in {name}: median {median(ours) * 1000:.0f} ms, 95th percentile "
            f"{quantiles(ours, n=20)[-1] * 1000:.0f} ms; / without conditional formats: "
            f"{median(ours) / median(floor):.2f}; opened in {opened:.1f} s"
        )


def typed(path: Path, folder: Path) -> tuple[float, list[float]]:
    """Seconds until the workbook stood there, and for each typed cell."""
    folder.mkdir()
    screen = Screen()
    office = OfficeWindow(which("soffice") or "soffice", folder, screen)
    try:
        begun = perf_counter()
        document = office.open(path)
        idle = office.made("com.sun.star.awt.Toolkit").processEventsToIdle
        idle()
        opened = perf_counter() - begun
        for name in document.Sheets.ElementNames:
            document.CurrentController.setActiveSheet(document.Sheets.getByName(name))
            idle()
        return opened, [_type(office, document, idle, kind, n) for kind, n in product(PLACES, range(_EACH))]
    finally:
        office.close()
        screen.close()


def _type(office: OfficeWindow, document: Any, idle: Any, kind: type[Row], n: int) -> float:
    spec = spec_of(kind)
    attribute, text = PLACES[kind]
    controller, sheet = document.CurrentController, document.Sheets.getByName(spec.sheet)
    if n == 0:
        controller.setActiveSheet(sheet)
    place = [column.attribute for column in spec.columns].index(attribute)
    controller.select(sheet.getCellByPosition(place, HEADER_ROW + n))
    idle()
    words = office.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    words.Name, words.Value = "StringName", text.format(n=n + 1)
    begun = perf_counter()
    office.made("com.sun.star.frame.DispatchHelper").executeDispatch(
        controller.Frame, ".uno:EnterString", "", 0, (words,)
    )
    idle()
    return perf_counter() - begun


def _without_formats(path: Path, out: Path) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, _FORMATS.sub(b"", content) if part.filename.startswith("xl/worksheets/") else content)
    return out
