"""A sheet that is there only while the user decides: what a button is about to write, or what she may choose from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum, auto

from ocop_xl.desks.desk import Desk
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.vocabulary import CHOICE, PREVIEW, RESULT

_AT_A_GLANCE = 20
"""Rows that the user sees without scrolling, which she cannot while a question is open."""
_WRITE, _STOP = "Ghi vào sổ", "Thôi"
_LOOK = "Để trang này lại mà xem, rồi bấm lại nút"
_CHANGE = "Để trang này lại mà xem, sửa câu trả lời, rồi bấm lại nút"


class _Page:
    """A page that is shown; `stays` when the user wants to go on looking at it."""

    stays = False


@contextmanager
def page(desk: Desk, name: str, headers: Mapping[str, int], rows: Sequence[Sequence[str]]) -> Iterator[_Page]:
    """Show the rows on sheet `name`, under headers with their widths in letters; afterwards the sheet is gone and the
    selection as before. A sheet of that name that was there is replaced."""
    before = desk.selected
    desk.new_sheet(name)
    shown = _Page()
    try:
        area = Area(1, 0, 1 + len(rows), len(headers) - 1)
        desk.dress_page(name, area, list(headers.values()))
        desk.set_format(name, area, "@")
        desk.write(name, area, [list(headers), *map(list, rows)])
        desk.select(name, Area(1, 0, 1, 0))
        yield shown
    finally:
        if not shown.stays:
            desk.drop_sheet(name)
            if before is not None and before[0] != name:
                desk.select(*before)


class Decision(Enum):
    """What the user made of a page that was shown to her."""

    AGREED = auto()
    LOOKS_FIRST = auto()
    DECLINED = auto()


def decided(
    desk: Desk,
    question: str,
    headers: Mapping[str, int],
    rows: Sequence[Sequence[str]],
    choices: Mapping[Area, Sequence[str]] | None = None,
) -> Decision:
    """Show what is to be written and ask; the page stays when the user wants to look at it at leisure.

    `choices` is given where she may answer questions on it: drop-downs by the cells that have one.
    """
    with page(desk, PREVIEW, headers, rows) as shown:
        for area, words in (choices or {}).items():
            desk.offer(PREVIEW, area, words)
        if len(rows) <= _AT_A_GLANCE and choices is None:
            return Decision.AGREED if desk.confirm(question) else Decision.DECLINED
        chosen = desk.choose(question, [_WRITE, _LOOK if choices is None else _CHANGE, _STOP])
        shown.stays = chosen == 1
    return Decision.DECLINED if chosen is None else (Decision.AGREED, Decision.LOOKS_FIRST, Decision.DECLINED)[chosen]


def questions(
    desk: Desk, headers: Mapping[str, int], rows: Sequence[Sequence[str]], choices: Mapping[Area, Sequence[str]]
) -> None:
    """What must be answered before anything can be written: the page stays, with drop-downs by the cells that have
    one."""
    with page(desk, PREVIEW, headers, rows) as shown:
        for area, words in choices.items():
            desk.offer(PREVIEW, area, words)
        shown.stays = True


def show_result(desk: Desk, lines: Sequence[str]) -> None:
    """A result that is too long for a message stays on a sheet, to be read and printed, until the next one."""
    first, *rest = lines
    with page(desk, RESULT, {first: 110}, [[line] for line in rest]) as shown:
        shown.stays = True


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
