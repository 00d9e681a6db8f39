"""Sheet «Việc cần làm»: every open duty by its day, with link, state, who and its stable key. No Python; what its lines
have no room for is told."""

from __future__ import annotations

from typing import Any

from ocop_xl.model import spec_of
from ocop_xl.model.due.duty import SOURCES
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.agenda.agenda import sources
from ocop_xl.sheets.agenda_places import FIRST
from ocop_xl.sheets.building.agenda import line
from ocop_xl.sheets.building.agenda import places as p
from ocop_xl.sheets.building.agenda.counts import write_counts
from ocop_xl.sheets.building.agenda.own import number, owns
from ocop_xl.sheets.building.agenda.settings import write_settings
from ocop_xl.sheets.building.agenda.shown import Line, lines_of, own_number, placed
from ocop_xl.sheets.building.cells import lines_needed, write_page_head
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import GREEN, LINE
from ocop_xl.sheets.vocabulary import AGENDA, FRONT

_PURPOSE = (
    "Tự tính từ các trang: ghi ngày xong ở dòng của việc thì việc mất khỏi đây. "
    "Hoãn, giao người khác, không phải làm: chép khóa việc sang trang «Nhắc việc»."
)
_ARTICLE_WIDTH, _ARTICLE_LETTERS = 54, 58  # of the sheet's letters, and of the smaller ones of a line
_COLUMNS = (
    ("Hạn", 12),
    ("Tình trạng", 17),
    ("Còn (ngày)", 11),
    ("Việc (bấm để tới dòng)", 68),
    ("Ai làm", 30),
    ("Trang", 14),
    ("Căn cứ", _ARTICLE_WIDTH),
    ("Khóa việc", 36),
)


def add_agenda_sheet(maker: SheetMaker) -> None:
    """Comes late: its lines speak of rows that have their place by then."""
    sheet = maker.workbook.get_worksheet_by_name(AGENDA)
    write_page_head(sheet, maker.styles, "VIỆC CẦN LÀM", _PURPOSE, FRONT)
    for place, (head, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(HEADER_ROW - 1, place, head, maker.styles.header())
    sheet.set_row(HEADER_ROW - 1, 30)
    sheet.set_column(f"{p.NUMBER}:{p.SETTING_NAME}", 14, None, {"hidden": True})
    write_settings(maker, sheet)
    _write_sources(sheet)
    dues = placed(maker.book, maker.on)
    areas = _write_own(maker, sheet)
    lines = p.lines_for(len(dues))
    for letters in (p.NUMBER, p.UNIT):
        sheet.write_number(f"{letters}{FIRST - 1}", 0)
    for row, shown in enumerate(lines_of(dues, maker.book, maker.on, lines), FIRST):
        _write_line(maker, sheet, row, areas, shown)
    write_counts(maker, sheet, areas, lines, [due for _, due in dues])
    _set_up(maker, sheet, lines)


def _write_sources(sheet: Any) -> None:
    """The list by which a line finds what is the same for all duties of a source."""
    tables = p.kinds()
    for row, one in enumerate(sources().values(), FIRST):
        spec = spec_of(one.kind)
        head = "=0" if spec.form else f"=ROW({spec.name}[[#Headers],[{p.key_column(spec).header}]])"
        texts = (one.name, spec.sheet, spec.name, one.article)
        for letters, text in zip((p.SOURCE_NAME, p.SOURCE_PAGE, p.SOURCE_TABLE, p.SOURCE_ARTICLE), texts, strict=True):
            sheet.write_string(f"{letters}{row}", text)
        sheet.write_number(f"{p.SOURCE_WAITS}{row}", int(one.waits))
        sheet.write_number(f"{p.SOURCE_KIND}{row}", tables.index(one.kind) + 1)
        sheet.write_formula(f"{p.SOURCE_HEAD}{row}", head, None, 0 if spec.form else HEADER_ROW)
    assert row - FIRST + 1 == len(SOURCES)


def _write_own(maker: SheetMaker, sheet: Any) -> list[str]:
    """What the whole commune owes; gives all areas that hold numbers."""
    found = owns(maker.book, maker.on)
    for row, one in enumerate(found, FIRST):
        sheet.write_formula(f"{p.OWN_PART}{row}", f"={one.part}", None, one.said)
        sheet.write_formula(f"{p.OWN_NUMBER}{row}", number(one, row), None, own_number(one, row, maker.book, maker.on))
    return [*p.blocks(), p.span(p.OWN_NUMBER, len(found))]


def _write_line(maker: SheetMaker, sheet: Any, row: int, areas: list[str], shown: Line) -> None:
    edge = {"bottom": 1, "bottom_color": LINE, "font_size": 10, "valign": "top"}
    looks = {
        p.DAY: maker.styles.make(num_format="dd/mm/yyyy", align="center", **edge),
        p.LEFT: maker.styles.make(align="center", **edge),
        p.WHAT: maker.styles.make(font_color=GREEN, text_wrap=True, **edge),
        p.ARTICLE: maker.styles.make(text_wrap=True, **edge),
        p.KEY: maker.styles.make(shrink=True, **edge),
    }
    plain, hidden = maker.styles.make(**edge), maker.styles.make()
    sheet.write_formula(f"{p.NUMBER}{row}", line.next_number(row, areas), hidden, shown.number)
    lines = lines_needed([(shown.cells[p.ARTICLE], _ARTICLE_LETTERS)])
    sheet.suggest_height(row - 1, 2 + 13 * lines)
    for letters, formula in line.formulas(row).items():
        look = looks.get(letters, plain if letters <= p.KEY else hidden)
        sheet.write_formula(f"{letters}{row}", formula, look, shown.cells[letters])


def _set_up(maker: SheetMaker, sheet: Any, lines: int) -> None:
    last = FIRST + lines - 1
    for look in maker.styles.symbol_rules():
        sheet.conditional_format(f"{p.STATE}{FIRST}:{p.STATE}{last}", look)
    sheet.freeze_panes(HEADER_ROW, 0)
    sheet.autofilter(f"{p.DAY}{HEADER_ROW}:{p.KEY}{last}")
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(f"{p.DAY}1:{p.ARTICLE}{last}")
    sheet.set_margins(left=0.4, right=0.3, top=0.4, bottom=0.5)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")
