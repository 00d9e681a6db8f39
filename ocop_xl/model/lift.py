"""An older workbook in today's shape, in memory: what it says in another form stands where today's rows have it.

Nothing is made up: every value comes from a cell of the file, and the lifted rows keep the place of that cell, so that a
message about one leads there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ocop_xl.model.book import Book, Placement, UnreadCell
from ocop_xl.model.rows.training import Training, TrainingClass
from ocop_xl.model.table import spec_of
from ocop_xl.model.tables import INPUT_TABLES
from ocop_xl.model.version import FIRST_VERSION, MODEL_VERSION


def version_of(tables: Iterable[str], sheets: Iterable[str]) -> int:
    """Of which version a workbook is, from the names of its Excel Tables; where another program has dropped those, from
    its sheets, if most of those that came with a version are there – one of such a name may be the commune's own."""
    there = {name.casefold() for name in tables}
    specs = [spec_of(kind) for kind in INPUT_TABLES]
    if any(spec.name.casefold() in there for spec in specs):
        return max(spec.since for spec in specs if spec.name.casefold() in there)
    named = {name.casefold() for name in sheets}
    newest = [spec for spec in specs if spec.since == MODEL_VERSION]
    most = 2 * sum(spec.sheet.casefold() in named for spec in newest) > len(newest)
    return MODEL_VERSION if most else FIRST_VERSION


def settle(book: Book, version: int) -> None:
    """What came after the book's version it does not lack; and what it says in an older form is lifted."""
    book.version = version
    book.missing = [gap for gap in book.missing if (gap.column or gap.spec).since <= book.version]
    if book.version == FIRST_VERSION:
        _classes_apart(book)


def _classes_apart(book: Book) -> None:
    """Before version 2 every attendance repeated its class: equal day, name and organiser are one class."""
    typed: dict[int, list[UnreadCell]] = {}
    for cell in (*book.unread, *book.unseen):
        if cell.column.until and isinstance(cell.row, Training):
            typed.setdefault(id(cell.row), []).append(cell)
    of_row: dict[int, TrainingClass] = {}
    classes: dict[object, TrainingClass] = {}
    for row in book[Training]:
        cells = typed.get(id(row), [])
        said = (row.held, row.course, row.organiser, row.days, *((c.column.attribute, c.text) for c in cells))
        if not any(said):
            continue
        found = classes.get(said)
        if found is None:
            found = TrainingClass(
                id=f"LTH{len(classes) + 1:02d}", held=row.held, course=row.course, organiser=row.organiser, days=row.days
            )
            found.at = row.at
            classes[said] = found
        row.class_id = found.id
        of_row[id(row)] = found
    book[TrainingClass] = list(classes.values())
    book.unread = list(_moved(book.unread, of_row))
    book.unseen = list(_moved(book.unseen, of_row))
    old = book.placements.get(Training)
    if old:
        letters = {name: old.letters[name] for name in ("held", "course", "organiser", "days") if name in old.letters}
        book.placements[TrainingClass] = Placement(old.sheet, {"id": old.letters.get("id", "A"), **letters}, old.header_row)


def _moved(cells: Iterable[UnreadCell], classes: Mapping[int, TrainingClass]) -> Iterator[UnreadCell]:
    """What could not be read of a class is told, and kept, once for the class."""
    told: set[tuple[int, str]] = set()
    for cell in cells:
        found = classes.get(id(cell.row)) if cell.column.until else None
        if found is None:
            yield cell
        elif (id(found), cell.column.attribute) not in told:
            told.add((id(found), cell.column.attribute))
            yield cell._replace(row=found, column=spec_of(TrainingClass).column(cell.column.attribute))
