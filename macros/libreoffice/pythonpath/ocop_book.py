"""What an action may order on the open workbook.

Areas are `[top, left, bottom, right]`, rows from 1, columns from 0, all four inside.
"""

import ocop_cells
import uno
from com.sun.star.beans import PropertyValue

_TYPED, _FORMULAS, _EVERYTHING = 1 | 2 | 4 | 8, 16, 1023  # com.sun.star.sheet.CellFlags: numbers, days, texts, notes
_LETTER, _HEADING = 190, 0xE8F3EC  # hundredths of a millimetre; a colour
_LOOKS = (
    "CellStyle NumberFormat CellBackColor IsTextWrapped HoriJustify VertJustify CharFontName CharHeight CharWeight "
    "CharPosture CharColor TableBorder2 CellProtection"
).split()


class OpenBook:
    CHANGES = frozenset(
        "write set_format resize stretch show_all_rows paste_like".split()
        + "new_sheet hide_sheet dress_page offer drop_sheet".split()
    )
    VERBS = CHANGES | frozenset(
        "name path save save_copy tables is_locked sheet_names used selected select".split()
        + "read formulas font begin_work end_work".split()
    )

    def __init__(self, controller):
        self.controller = controller
        self.document = controller.getModel()
        self.at_work = self.written = False

    def do(self, verb, arguments):
        self.written = self.written or verb in self.CHANGES
        return getattr(self, verb)(*arguments)

    def name(self):
        return self.document.Title

    def path(self):
        """Empty for a workbook that was never saved, or stands elsewhere than on a disk."""
        url = self.document.URL
        return uno.fileUrlToSystemPath(url) if url.startswith("file:") else ""

    def save(self):
        self.document.store()

    def save_copy(self, path):
        """Into another file; the document goes on under its own name."""
        kind = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
        self.document.storeToURL(uno.systemPathToFileUrl(path), (kind,))

    # --- where things stand

    def tables(self):
        ranges = self.document.DatabaseRanges
        found = {}
        for name in ranges.ElementNames:
            table = ranges.getByName(name)
            area = table.DataArea
            found[name] = [self.document.Sheets.getByIndex(area.Sheet).Name, _area(area), table.TotalsRow]
        return found

    def is_locked(self, sheet):
        """The sheet's cells, or without a name the list of sheets."""
        return (self._sheet(sheet) if sheet else self.document).isProtected()

    def sheet_names(self):
        return list(self.document.Sheets.ElementNames)

    def used(self, sheet):
        cursor = self._sheet(sheet).createCursor()
        cursor.gotoEndOfUsedArea(False)
        area = cursor.getRangeAddress()
        return [1, 0, area.EndRow + 1, area.EndColumn]

    def selected(self):
        """Sheet and area; None when it is a drawing or several areas."""
        found = self.document.getCurrentSelection()
        if not hasattr(found, "getRangeAddress"):
            return None
        area = found.getRangeAddress()
        return [self.document.Sheets.getByIndex(area.Sheet).Name, _area(area)]

    def select(self, sheet, area):
        self._sheet(sheet).IsVisible = True
        self.controller.setActiveSheet(self._sheet(sheet))
        self.controller.select(self._cells(sheet, area))

    # --- blocks

    def read(self, sheet, area):
        return ocop_cells.read(self.document, self._cells(sheet, area))

    def formulas(self, sheet, area):
        rows = self._cells(sheet, area).getFormulaArray()
        return [[ocop_cells.in_excel(text) for text in row] for row in rows]

    def write(self, sheet, area, block):
        ocop_cells.write(self.document, self._cells(sheet, area), block)

    def set_format(self, sheet, area, number_format):
        self._cells(sheet, area).NumberFormat = ocop_cells.format_key(self.document, number_format)

    # --- tables

    def resize(self, sheet, name, old, bottom, typed):
        """Let a table end at row `bottom`: new rows are like its last one but hold nothing that was typed, rows given
        up are emptied. `typed` are the columns in which people type: a formula there is theirs."""
        top, left, last, right = old
        cells, made = self._sheet(sheet), 0
        while last + made < bottom:  # the last row first, then all that was made of it so far
            first, height = last + (made > 0), min(made or 1, bottom - last - made)
            source = self._cells(sheet, [first, left, first + height - 1, right]).getRangeAddress()
            cells.copyRange(cells.getCellByPosition(left, last + made).getCellAddress(), source)
            made += height
        if bottom > last:
            self._cells(sheet, [last + 1, left, bottom, right]).clearContents(_TYPED)
            for place in typed:
                self._cells(sheet, [last + 1, place, bottom, place]).clearContents(_TYPED | _FORMULAS)
        area = self._cells(sheet, [top, left, bottom, right]).getRangeAddress()
        self.document.DatabaseRanges.getByName(self._table(name)).setDataArea(area)
        if bottom < last:
            self._cells(sheet, [bottom + 1, left, last, right]).clearContents(_EVERYTHING)

    def stretch(self, name, area):
        """Let a table reach over rows that are filled in already."""
        table = self.document.DatabaseRanges.getByName(self._table(name))
        address = table.DataArea
        address.EndRow = area[2] - 1
        table.setDataArea(address)

    def show_all_rows(self, sheet, name):
        """The filter's arrows stay, its choice goes."""
        table = self.document.DatabaseRanges.getByName(self._table(name))
        table.getFilterDescriptor().setFilterFields(())
        table.refresh()

    def paste_like(self, sheet, model, target, what):
        """Carry `validation` or `formats` of one row over to others."""
        properties = ["Validation"] if what == "validation" else _LOOKS
        for place in range(model[1], model[3] + 1):
            source = self._cells(sheet, [model[0], place, model[0], place])
            column = place - model[1] + target[1]
            there = self._cells(sheet, [target[0], column, target[2], column])
            for name in properties:
                there.setPropertyValue(name, source.getPropertyValue(name))

    def font(self, sheet, area):
        """Name of the one font of all these cells; None when there are several."""
        cells = self._cells(sheet, area)
        groups = cells.getUniqueCellFormatRanges()
        fonts = {groups.getByIndex(at).getByIndex(0).CharFontName for at in range(groups.Count)}
        return fonts.pop() if len(fonts) == 1 else None

    def new_sheet(self, name):
        self.drop_sheet(name)
        self.document.Sheets.insertNewByName(name, self.document.Sheets.Count)

    def hide_sheet(self, name):
        self._sheet(name).IsVisible = False

    def dress_page(self, sheet, area, widths):
        """Columns of these widths, in letters; the heading told apart."""
        cells = self._cells(sheet, area)
        for place, width in enumerate(widths):
            cells.Columns.getByIndex(place).Width = width * _LETTER
        cells.IsTextWrapped = True
        self._cells(sheet, [area[0], area[1], area[0], area[3]]).CellBackColor = _HEADING

    def offer(self, sheet, area, words):
        """A drop-down of these words."""
        cells = self._cells(sheet, area)
        rule = cells.Validation
        rule.Type = uno.Enum("com.sun.star.sheet.ValidationType", "LIST")
        rule.setFormula1(";".join(f'"{word}"' for word in words))
        cells.Validation = rule

    def drop_sheet(self, name):
        if self.document.Sheets.hasByName(name):
            self.document.Sheets.removeByName(name)

    # --- an action from its beginning to its end

    def begin_work(self):
        """LibreOffice's own undo list knows only some of what is written in blocks, and taking back a new sheet made
        so ends the program. So it is emptied, as Excel does when a program writes; the way back is «Hoàn tác».
        """
        self.document.UndoManager.lock()
        self.at_work = True

    def end_work(self):
        if not self.at_work:
            return
        self.at_work = False
        self.document.UndoManager.unlock()
        if self.written:
            self.document.UndoManager.clear()

    def _sheet(self, name):
        return self.document.Sheets.getByName(name)

    def _cells(self, sheet, area):
        top, left, bottom, right = area
        return self._sheet(sheet).getCellRangeByPosition(left, top - 1, right, bottom - 1)

    def _table(self, name):
        """As the document spells it."""
        return next(known for known in self.document.DatabaseRanges.ElementNames if known.casefold() == name.casefold())


def _area(address):
    return [address.StartRow + 1, address.StartColumn, address.EndRow + 1, address.EndColumn]
