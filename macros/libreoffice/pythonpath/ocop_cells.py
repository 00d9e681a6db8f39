"""Cells of LibreOffice as JSON and back.

JSON has numbers, texts and truth values; the rest is marked: `{"day": "2026-11-24"}`,
`{"moment": "2026-11-24T08:30:00"}`, `{"error": "#N/A"}`, `{"formula": "=SUM(A1,B1)"}` (English, commas, as in Excel).
"""

import re
from contextlib import suppress
from datetime import datetime, timedelta

from com.sun.star.lang import Locale

_DATE, _LOGICAL = 2, 1024  # com.sun.star.util.NumberFormat
_ERRORS = {503: "#NUM!", 502: "#VALUE!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!", 32767: "#N/A"}
_UNSPLIT = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\[\]]*\])""")

_BARE_NAME, _CELL = r"([^\W\d]\w*)", r"(?=\$?[A-Z]{1,3}\$?[0-9])"
_FIXED_SHEET = re.compile(r"\$(?='|" + _BARE_NAME + r"\." + _CELL + ")")

_LONG_NAME = re.compile(r"COM\.SUN\.STAR\.SHEET\.ADDIN\.ANALYSIS\.GET([A-Z]+)|\b(TRUE|FALSE)\(\)")


def read(document, cells):
    block = [list(row) for row in cells.getDataArray()]
    null = document.NullDate
    epoch = datetime(null.Year, null.Month, null.Day)
    for row, column in _formatted(document, cells, _DATE):
        if isinstance(block[row][column], float):
            with suppress(OverflowError):  # a number that is no day stays a number
                block[row][column] = _moment(epoch + timedelta(seconds=round(block[row][column] * 86400)))
    for row, column in _formatted(document, cells, _LOGICAL):
        if isinstance(block[row][column], float):
            block[row][column] = bool(block[row][column])
    for at, row in enumerate(block):
        for place, value in enumerate(row):
            if not isinstance(value, (str, float, bool, dict)):
                code = cells.getCellByPosition(place, at).getError()
                row[place] = {"error": _ERRORS.get(code, "#VALUE!")} if code else ""
    return block


def write(document, cells, block):
    """Texts stay texts, whatever they look like. A day keeps the cell's date format, or gets ours."""
    null = document.NullDate
    epoch = datetime(null.Year, null.Month, null.Day)
    plain, formulas, days = [], [], []
    for at, row in enumerate(block):
        values = []
        for place, value in enumerate(row):
            if isinstance(value, dict) and "formula" in value:
                formulas.append((at, place, value["formula"]))
                value = ""
            elif isinstance(value, dict):
                days.append((at, place))
                value = (datetime.fromisoformat(value.get("day") or value["moment"]) - epoch).total_seconds() / 86400
            values.append("" if value is None else float(value) if isinstance(value, (bool, int)) else value)
        plain.append(tuple(values))
    cells.setDataArray(tuple(plain))
    for at, place, text in formulas:
        cells.getCellByPosition(place, at).setFormula(in_calc(text))
    for at, place in days:
        cell = cells.getCellByPosition(place, at)
        if not format_type(document, cell) & _DATE:
            cell.NumberFormat = format_key(document, "dd/mm/yyyy")


def _moment(value):
    whole = (value.hour, value.minute, value.second) == (0, 0, 0)
    return {"day": value.date().isoformat()} if whole else {"moment": value.isoformat()}


def _formatted(document, cells, kind):
    """Places within the range whose number format is of this kind."""
    home = cells.getRangeAddress()
    groups = cells.getUniqueCellFormatRanges()
    for group in (groups.getByIndex(at) for at in range(groups.Count)):
        if not format_type(document, group.getByIndex(0)) & kind:
            continue
        for area in (group.getByIndex(at).getRangeAddress() for at in range(group.Count)):
            for row in range(area.StartRow, area.EndRow + 1):
                for column in range(area.StartColumn, area.EndColumn + 1):
                    yield row - home.StartRow, column - home.StartColumn


def format_type(document, cells):
    return document.NumberFormats.getByKey(cells.NumberFormat).Type


def format_key(document, text):
    """The key of a number format as Excel writes it, added if the document does not know it."""
    english = Locale("en", "US", "")
    key = document.NumberFormats.queryKey(text, english, False)
    return key if key != -1 else document.NumberFormats.addNew(text, english)


def in_calc(formula):
    """Excel's spelling as LibreOffice takes it: `;` between arguments, `.` after the name of a sheet."""
    return _respelt(formula, ",", ";", "!", ".")


def in_excel(formula):
    """LibreOffice's spelling as Excel shows it; there the `$` before the name of a sheet is not known."""
    if not formula.startswith("="):
        return formula
    return _LONG_NAME.sub(r"\1\2", _respelt(_FIXED_SHEET.sub("", formula), ";", ",", ".", "!"))


def _respelt(formula, comma, new_comma, dot, new_dot):
    """Texts, quoted names and brackets are left as they are."""
    pieces = _UNSPLIT.split(formula)
    for at in range(0, len(pieces), 2):
        piece = pieces[at].replace(comma, new_comma)
        piece = re.sub(_BARE_NAME + re.escape(dot) + _CELL, r"\1" + new_dot, piece)
        quoted = at > 0 and pieces[at - 1].startswith("'")
        pieces[at] = new_dot + piece[1:] if quoted and piece.startswith(dot) else piece
    return "".join(pieces)
