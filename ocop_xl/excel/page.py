"""A sheet that is there only while the user decides: what a button is about to write, or what she may choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from ocop_xl.excel.host import Desk
from ocop_xl.sheets.area import Area

PREVIEW = "Xem trước (OCOP)"
CHOICE = "Chọn (OCOP)"


@contextmanager
def page(desk: Desk, name: str, headers: Mapping[str, int], rows: Sequence[Sequence[str]]) -> Iterator[None]:
    """Show the rows on sheet `name`, under headers with their widths in letters; afterwards the sheet is gone and the
    selection as before. A sheet of that name that was there is replaced."""
    before = desk.selected
    desk.new_sheet(name)
    try:
        area = Area(1, 0, 1 + len(rows), len(headers) - 1)
        desk.set_format(name, area, "@")
        desk.write(name, area, [list(headers), *map(list, rows)])
        desk.dress_page(name, area, list(headers.values()))
        desk.select(name, Area(1, 0, 1, 0))
        yield
    finally:
        desk.drop_sheet(name)
        if before is not None and before[0] != name:
            desk.select(*before)


def drop_pages(desk: Desk) -> None:
    """For what a program left behind that was killed while the user looked at it."""
    for name in (PREVIEW, CHOICE):
        desk.drop_sheet(name)


def choose(desk: Desk, question: str, options: Sequence[str]) -> int | None:
    """The place of the option that the user picks, None when she gives up; long lists stand on a sheet of their own."""
    if desk.can_list(question, options):
        return desk.choose(question, options)
    numbered = [[str(number), option] for number, option in enumerate(options, 1)]
    with page(desk, CHOICE, {"Số thứ tự": 10, question: 70}, numbered):
        return desk.choose(question, options, CHOICE)
