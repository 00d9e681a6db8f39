"""The figures stored beside formulas, brought up to date after a change.

Excel and LibreOffice compute them anew on opening; a previewer, a phone or a script shows what is stored. Only formulas
that the program itself has written are given a value; what staff compute for themselves is left to the spreadsheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ocop_xl.errors import CannotChange
from ocop_xl.model import INPUT_TABLES, Measure, Row, Target, spec_of
from ocop_xl.model.book import Book
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.office.guard import open_package
from ocop_xl.programme.live.values import live_value
from ocop_xl.sheets.area import area_of, column_index
from ocop_xl.sheets.building.one_product_head import CHOICES, Choice
from ocop_xl.sheets.building.workbook import build_figures
from ocop_xl.sheets.reading.cells import Sheets
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.reading.outline import outline
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.reading.sheet_xml import spelt
from ocop_xl.sheets.vocabulary import AGENDA, FRONT, ONE_PRODUCT, in_table
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.sheet import NotPlainSheet, Result, SheetXml

_FIXED = (spec_of(Measure).sheet, FRONT, AGENDA, ONE_PRODUCT)
"""Sheets that stand in every workbook as the builder lays them out."""

_DRAWN = re.compile(r"(<c:f>([^<]*)</c:f>\s*)(<c:numCache>.*?</c:numCache>)", re.DOTALL)
"""In a chart: the cells that it draws, and their values when it was last written."""


def refresh_values(package: PatchPackage) -> None:
    """Store what every formula of ours shows now that the package's cells have changed.

    The day is the workbook's own: «Ngày tính», else today.
    """
    content = package.rendered()
    book = read_book(content, name=package.name)
    on = book.day(None)
    in_order = all(row.at == at for at, row in enumerate(book[Target], HEADER_ROW + 1))
    for kind in book:
        if kind in INPUT_TABLES:
            _refresh_form(package, book, kind, on) if spec_of(kind).form else _refresh_table(package, book, kind, on)
    if not package.plan.date1904:  # the builder counts days as Excel for Windows does
        built = PatchPackage.open(
            build_figures(book, on, _choice(content)), "sổ mới"
        )  # moves the book's rows: the tables come first
        for title in _FIXED:
            _take_over(package, built, title)
        if in_order:
            _take_over_charts(package, built)


def _choice(content: bytes) -> Choice:
    """What «Một sản phẩm» shows; nothing where staff have removed the sheet."""
    package = open_package(content)
    sheets = Sheets(package, outline(package))
    plan = next((plan for plan in sheets.plan.sheets if plan.name == ONE_PRODUCT and plan.part), None)
    area = area_of(CHOICES)
    if plan is None or area is None:
        return Choice()
    [[product, *_, producer]] = sheets.values([(sheets.look(plan), area)])[0]
    return Choice(str(product), str(producer))


def _refresh_table(package: PatchPackage, book: Book, kind: type[Row], on: date) -> None:
    """The live columns, in blank rows too: those show what a new row shows."""
    spec, placement = spec_of(kind), book.placement(kind)
    rows = {row.at: row for row in book[kind]}
    live = {
        column_index(placement.letters[column.attribute]): (
            column.attribute,
            spelt(in_table(column.formula, spec.name)),
        )
        for column in spec.columns
        if column.live and column.attribute in placement.letters
    }
    for sheet, at, place, formula in formulas_of(package, placement.sheet):
        attribute, ours = live.get(place, ("", None))
        if spelt(formula) == ours:
            value = live_value(rows.get(at) or kind(), attribute, book, on)
            store(sheet, at, place, _result(value, date1904=package.plan.date1904))


def _refresh_form(package: PatchPackage, book: Book, kind: type[Row], on: date) -> None:
    """The live fields of the one row."""
    spec, row = spec_of(kind), next(iter(book[kind]), kind())
    live = {spelt(column.formula): column.attribute for column in spec.columns if column.live}
    for sheet, at, place, formula in formulas_of(package, spec.sheet):
        if attribute := live.get(spelt(formula)):
            value = live_value(row, attribute, book, on)
            store(sheet, at, place, _result(value, date1904=package.plan.date1904))


def _take_over(package: PatchPackage, built: PatchPackage, title: str) -> None:
    """What the same formulas in the same cells show in a workbook built afresh."""
    new = {(at, place, formula): sheet.result(at, place) for sheet, at, place, formula in formulas_of(built, title)}
    for sheet, at, place, formula in formulas_of(package, title):
        result = new.get((at, place, formula))
        if result is not None:
            store(sheet, at, place, result)


def _take_over_charts(package: PatchPackage, built: PatchPackage) -> None:
    """What a chart keeps of the cells that it draws; right only while targets stand where the builder puts them."""
    new = {found[2]: found[3] for part in _charts(built) for found in _DRAWN.finditer(_text(built, part))}
    for part in _charts(package):
        before = _text(package, part)
        after = _DRAWN.sub(lambda found: found[1] + new.get(found[2], found[3]), before)
        if after != before:
            package.put(part, after.encode("utf-8", "surrogateescape"))


def _charts(package: PatchPackage) -> list[str]:
    return [part for part in package.parts if part.startswith("xl/charts/chart")]


def _text(package: PatchPackage, part: str) -> str:
    """A part in another encoding goes through unharmed: nothing is found in it."""
    return package.content(part).decode("utf-8", "surrogateescape")


def formulas_of(package: PatchPackage, title: str) -> Iterator[tuple[SheetXml, int, int, str]]:
    """None of a sheet that staff removed or another program wrote in its own way: that one keeps its figures."""
    try:
        sheet = package.sheet(title)
        found = list(sheet.formulas())
    except (CannotChange, NotPlainSheet):
        return
    for at, place, formula in found:
        yield sheet, at, place, formula


def _result(value: object, *, date1904: bool) -> Result:
    if isinstance(value, date):
        return Result("n", f"{serial_of(value, date1904=date1904)}")
    if isinstance(value, (int, float)):
        return Result("n", f"{value!r}")
    return Result("str", f"{value or ''}")


def store(sheet: SheetXml, at: int, place: int, result: Result) -> None:
    """A figure that is right already is not written again: its row keeps its very bytes."""
    stored = sheet.result(at, place)
    if stored is None or not _same(stored, result):
        sheet.store_result(at, place, result)


def _same(one: Result, other: Result) -> bool:
    """Programs write 40 and 40.0 for the same number, and nothing or a line break for an empty text of either type."""
    if one.text == other.text:
        return one.kind == other.kind or not one.text
    numbers = one.kind == other.kind == "n" and one.text.strip() and other.text.strip()
    return bool(numbers) and float(one.text) == float(other.text)
