"""Where things stand on «Việc cần làm», and the tables that duties come from."""

from __future__ import annotations

from ocop_xl.model import Row, spec_of
from ocop_xl.model.column import Column
from ocop_xl.model.due.duty import SOURCES, WAITING
from ocop_xl.model.table import TableSpec
from ocop_xl.programme.agenda.agenda import sources
from ocop_xl.programme.agenda.live import COLUMNS
from ocop_xl.sheets.agenda_places import FIRST

LEAST_LINES = 100
"""A workbook that opens with more duties gets room for twice as many."""
DAY, STATE, LEFT, WHAT, WHO, PAGE, ARTICLE, KEY = "ABCDEFGH"
NUMBER, SOURCE, ROW, PLACE, TABLE, PRODUCT, CALLED, MAKER, UNIT = "JKLMNOPQR"
"""Hidden columns of a line: its number and what it says – source, row of the sheet, place in the table, which table –
then its product with name and maker, and which one of those who do something it is the first line of."""
HIDDEN = (NUMBER, SOURCE, ROW, PLACE, TABLE, PRODUCT, CALLED, MAKER, UNIT)
SOURCE_NAME, SOURCE_PAGE, SOURCE_TABLE, SOURCE_ARTICLE, SOURCE_WAITS, SOURCE_KIND, SOURCE_HEAD = "TUVWXYZ"
"""Hidden columns of the list of sources, a row for each."""
OWN_NUMBER, OWN_PART = "AB", "AC"
"""Hidden columns of what the whole commune owes, which stands in no table."""
SETTING, SETTING_NAME = "AE", "AF"
"""Hidden columns of the cells that formulas know by name."""


def lines_for(duties: int) -> int:
    return max(LEAST_LINES, 2 * duties)


def span(letters: str, lines: int) -> str:
    """`$A$5:$A$9`"""
    return f"${letters}${FIRST}:${letters}${FIRST + lines - 1}"


def of_source(letters: str, number: str) -> str:
    """What the list of sources says of the source in cell `number`."""
    return f"INDEX({span(letters, len(SOURCES))},{number})"


def kinds() -> list[type[Row]]:
    """The tables that duties come from; a line's `TABLE` counts from 1."""
    return list(dict.fromkeys(one.kind for one in sources().values()))


def key_column(spec: TableSpec) -> Column:
    assert spec.key is not None
    return spec.key


def blocks() -> list[str]:
    """The numbers of each table as one area: its hidden columns stand side by side."""
    return [_area(spec_of(kind), _columns(kind)) for kind in kinds() if not spec_of(kind).form]


def waiting() -> list[str]:
    """The numbers of what other parties owe."""
    named = [(spec_of(kind), column) for kind in kinds() for column in _columns(kind)]
    return [f"{spec.name}[{column.header}]" for spec, column in named if column.header == WAITING]


def _columns(kind: type[Row]) -> list[Column]:
    return [spec_of(kind).column(attribute) for owner, attribute in COLUMNS if owner is kind]


def _area(spec: TableSpec, columns: list[Column]) -> str:
    first, last = columns[0].header, columns[-1].header
    return f"{spec.name}[{first}]" if first == last else f"{spec.name}[[{first}]:[{last}]]"
