"""The master workbook: every sheet in its order, no code inside, same rows in – same bytes out."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from ocop_xl.model import INPUT_TABLES, Book, Commune, Producer, ScoreLine, Target, spec_of
from ocop_xl.rules.finding import Finding
from ocop_xl.rules.summary import summary
from ocop_xl.sheets.building.agenda.agenda_sheet import add_agenda_sheet
from ocop_xl.sheets.building.cells import FittedSheet
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.fields_sheet import FieldLine, add_fields_sheet
from ocop_xl.sheets.building.front.front_sheet import add_front_sheet
from ocop_xl.sheets.building.guide_sheet import add_guide_sheet
from ocop_xl.sheets.building.identity_sheet import add_identity_sheet
from ocop_xl.sheets.building.lists_sheet import add_lists_sheet
from ocop_xl.sheets.building.one_product import add_one_product
from ocop_xl.sheets.building.one_product_head import Choice
from ocop_xl.sheets.building.outputs import (
    add_criteria_sheet,
    add_findings_sheet,
    add_journal_sheet,
    add_measures_sheet,
)
from ocop_xl.sheets.building.own_content import OwnContent, add_own_sheet
from ocop_xl.sheets.building.pages import colour_tabs
from ocop_xl.sheets.building.score_form import add_score_form
from ocop_xl.sheets.building.style import Styles
from ocop_xl.sheets.vocabulary import AGENDA, FRONT, ONE_PRODUCT

NOTHING_OWN = OwnContent()
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def build_workbook(
    book: Book,
    on: date,
    findings: Sequence[Finding] = (),
    fields: Sequence[FieldLine] = (),
    own: OwnContent = NOTHING_OWN,
) -> bytes:
    """The `.xlsx` of this book, with every live figure as it stands on that day.

    `findings` are listed on «Phát hiện», `fields` on «Trường văn bản»; `own` is what a commune has added.
    Deterministic: the day also dates the file's properties.
    """
    memory = BytesIO()
    book.lay_out()  # what is due names rows without a key by their place
    workbook, maker = _begun(memory, book, on, own)
    add_guide_sheet(maker)
    workbook.add_worksheet(AGENDA, worksheet_class=FittedSheet)
    for kind in INPUT_TABLES:
        spec = spec_of(kind)
        if spec.form:
            told = _checked(book.commune, findings, on)
            own.stand_for(told, book.commune)
            maker.form_sheet(kind, told)
        else:
            maker.table_sheet(kind, book[kind])
        if kind is Producer:
            workbook.add_worksheet(ONE_PRODUCT, worksheet_class=FittedSheet)
        if kind is ScoreLine:
            add_score_form(maker)
    add_one_product(maker)
    add_agenda_sheet(maker)
    add_measures_sheet(maker)
    add_findings_sheet(maker, findings)
    add_journal_sheet(maker)
    add_criteria_sheet(maker)
    add_lists_sheet(maker)
    add_fields_sheet(maker, fields)
    for sheet in own.sheets:
        add_own_sheet(workbook, maker.styles, sheet)
    for name, formula in own.names.items():
        workbook.define_name(name, f"={formula}")
    add_identity_sheet(workbook, book, on)
    add_front_sheet(maker)
    colour_tabs(workbook)
    workbook.close()
    return memory.getvalue()


def _checked(commune: Commune, findings: Sequence[Finding], on: date) -> Commune:
    """As it will stand beside these findings."""
    told = copy(commune)
    told.checked = summary(findings, on)
    return told


def build_figures(book: Book, on: date, choice: Choice) -> bytes:
    """Of the same workbook only the sheets that show figures and those that their charts draw, each cell where it
    stands there: what follows a change needs no more, and the long «Tiêu chí» is half the work of the whole. `choice`
    is what «Một sản phẩm» shows."""
    memory = BytesIO()
    workbook, maker = _begun(memory, book, on, NOTHING_OWN)
    workbook.add_worksheet(AGENDA, worksheet_class=FittedSheet)
    maker.table_sheet(Target, book[Target])
    workbook.add_worksheet(ONE_PRODUCT, worksheet_class=FittedSheet)
    add_one_product(maker, choice)
    add_agenda_sheet(maker)
    add_measures_sheet(maker)
    add_lists_sheet(maker)
    add_front_sheet(maker)
    workbook.close()
    return memory.getvalue()


def _begun(memory: BytesIO, book: Book, on: date, own: OwnContent) -> tuple[Any, SheetMaker]:
    """A workbook whose first sheet waits for its front."""
    workbook = xlsxwriter.Workbook(memory, {"in_memory": True, **_OPTIONS})
    _describe(workbook, book, on)
    workbook.add_worksheet(FRONT, worksheet_class=FittedSheet)
    return workbook, SheetMaker(workbook, Styles(workbook), book, on, own)


def _describe(workbook: Any, book: Book, on: date) -> None:
    commune = book.commune
    name = f"{commune.kind or 'xã'} {commune.name or ''}".strip()
    workbook.set_properties(
        {
            "title": f"Sổ OCOP {name}",
            "subject": "Chương trình Mỗi xã một sản phẩm",
            "author": commune.agency or "",
            "comments": "Lập bằng ocop_xl. Tệp không chứa macro.",
            "created": datetime(on.year, on.month, on.day),
        }
    )
    workbook.set_size(24000, 14000)
    workbook.set_calc_mode("auto")
