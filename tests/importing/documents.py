"""Documents that are more than a grid: Word files with tracked changes, lists and nested tables, workbooks with what a
person does not see."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Rows = Sequence[Sequence[Any]]


def sheets_file(
    path: Path,
    sheets: dict[str, Rows],
    hidden: Iterable[str] = (),
    hidden_rows: Iterable[int] = (),
    hidden_column: int | None = None,
) -> Path:
    """Several sheets from A1; `hidden_rows` and `hidden_column` (from 0) are of the first one."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
            if name in hidden:
                sheet.hide()
        first = book.worksheets()[0]
        for row in hidden_rows:
            first.set_row(row, None, None, {"hidden": True})
        if hidden_column is not None:
            first.set_column(hidden_column, hidden_column, None, None, {"hidden": True})
    return path


def struck_in_cells_file(path: Path, rows: Rows, struck: int) -> Path:
    """A row whose letters are struck out, with no format of the cell and no shared text, as a server may write it."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("DS")
        line = book.add_format({"font_strikeout": True})
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                text = f"{value}"
                if at == struck and len(text) > 1:
                    sheet.write_rich_string(at, column, line, text[:1], line, text[1:])
                else:
                    sheet.write(at, column, value)
    return path


def struck_file(path: Path, rows: Rows, struck: int, comment: str = "") -> Path:
    """One row struck out, and a comment beside its first cell."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("DS")
        line = book.add_format({"font_strikeout": True})
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row, line if at == struck else None)
        if comment:
            sheet.write_comment(1, 1, comment)
    return path


@cache
def _bare() -> bytes:
    """An empty Word file with the default styles only: those of python-docx are most of what a reader has to parse."""
    document = Document()
    styles = document.styles.element
    for style in list(styles):
        if style.get(qn("w:default")) is None and style.tag != qn("w:docDefaults"):
            styles.remove(style)
    for key, link in list(document.part.rels.items()):
        if link.reltype.endswith("/stylesWithEffects"):
            del document.part.rels[key]
    memory = BytesIO()
    document.save(memory)
    return memory.getvalue()


def word_file(path: Path, *blocks: str | Rows) -> Path:
    """Paragraphs and tables in their order."""
    document = Document(BytesIO(_bare()))
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            fill(document.add_table(len(block), max(map(len, block))), block)
    document.save(str(path))
    return path


def fill(table: Any, rows: Rows) -> Any:
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            table.cell(at, place).text = f"{value}"
    return table


def nested_file(path: Path, rows: Rows) -> Path:
    """The table stands in a box that only lays out the page."""
    document = Document()
    box = document.add_table(1, 1).cell(0, 0)
    fill(box.add_table(len(rows), len(rows[0])), rows)
    document.save(str(path))
    return path


def tracked_file(path: Path, rows: Rows, deleted: int, hidden: int) -> Path:
    """Row `deleted` is deleted while changes are tracked, the letters of row `hidden` are hidden."""
    document = Document()
    table = fill(document.add_table(len(rows), len(rows[0])), rows)
    mark = OxmlElement("w:trPr")
    mark.append(OxmlElement("w:del"))
    table.rows[deleted]._tr.insert(0, mark)
    for cell in table.rows[hidden].cells:
        cell.paragraphs[0].runs[0].font.hidden = True
    document.save(str(path))
    return path


def numbered_file(path: Path, header: Sequence[str], rows: Rows) -> Path:
    """The numbers of the rows are Word's own: their cells hold no text."""
    document = Document()
    table = fill(document.add_table(1 + len(rows), len(header)), [header, *(["", *row] for row in rows)])
    for row in table.rows[1:]:
        row.cells[0].paragraphs[0].style = document.styles["List Number"]
    document.save(str(path))
    return path


def deep_file(path: Path, rows: Rows, levels: int) -> Path:
    """The table stands inside so many content controls."""
    document = Document()
    table = fill(document.add_table(len(rows), len(rows[0])), rows)._tbl
    inner = copy.deepcopy(table)
    for _ in range(levels):
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        content.append(inner)
        control.append(content)
        inner = control
    table.getparent().replace(table, inner)
    document.save(str(path))
    return path


def wide_file(path: Path, rows: Rows, span: int) -> Path:
    """Cells that claim to cover `span` columns."""
    document = Document()
    table = fill(document.add_table(len(rows), len(rows[0])), rows)
    for row in table.rows:
        wanted = OxmlElement("w:gridSpan")
        wanted.set(qn("w:val"), f"{span}")
        row.cells[-1]._tc.get_or_add_tcPr().append(wanted)
    document.save(str(path))
    return path
