"""«Việc cần làm», which no Python computes, says what `agenda` says: the same duties in the same order, nothing missing,
nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import ironcalc
import pytest

from ocop_xl.model import Book, Commune, spec_of
from ocop_xl.model.book import default_placement
from ocop_xl.programme.agenda.agenda import agenda, sources
from ocop_xl.sheets.building.workbook import build_workbook
from tests.edge_duties import DAYS, edge_duties
from tests.planted_duties import FIRST, LAST, planted_commune

_ONE_DAY = timedelta(days=1)
_DAYS = ("2026-01-01", "2026-03-10", "2026-12-15", "2027-06-21", "2028-08-08")


class Sheet:
    """A commune's workbook in a spreadsheet program, on any day."""

    def __init__(self, path: Path, book: Book) -> None:
        self.book = book
        path.write_bytes(build_workbook(self.book, FIRST))
        self.engine = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
        names = [page["name"] for page in self.engine.get_worksheets_properties()]
        rows = default_placement(spec_of(Commune)).rows or {}
        self.sheet = names.index("Việc cần làm")
        self.day_cell = names.index("Thông tin xã"), rows["as_of"], 2

    def on(self, day: date) -> list[tuple[object, ...]]:
        """Day, words, who and key of every line."""
        self.engine.update_cell_with_number(*self.day_cell, day.toordinal() - date(1899, 12, 30).toordinal())
        self.engine.evaluate()
        return list(self._lines())

    def _lines(self) -> Iterator[tuple[object, ...]]:
        for row in range(5, 200):
            line = tuple(self.engine.get_cell_value(self.sheet, row, column) for column in (1, 2, 4, 5, 8))
            if not line[0]:
                return
            yield line


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    return Sheet(tmp_path_factory.mktemp("agenda") / "so.xlsx", planted_commune())


def expected(book: Book, day: date) -> list[tuple[object, ...]]:
    words = {"quá hạn": "✘ Quá hạn", "đến hạn": "⚠ Đến hạn", "sắp đến": "► Sắp đến", "chờ bên khác": "○ Chờ bên khác"}
    return [
        (due.due.toordinal() - date(1899, 12, 30).toordinal(), words[due.state.value], due.what, due.who, due.key)
        for due in agenda(book, day)
    ]


@pytest.mark.parametrize("day", _DAYS)
def test_the_sheet_lists_what_python_lists(sheet: Sheet, day: str) -> None:
    on = date.fromisoformat(day)
    assert sheet.on(on) == expected(sheet.book, on)


@pytest.mark.thorough
def test_no_day_of_three_years_misses_a_duty_or_makes_one_up(sheet: Sheet) -> None:
    wrong, day = [], FIRST
    while day <= LAST:
        if sheet.on(day) != expected(sheet.book, day):
            wrong.append(day)
        day += _ONE_DAY
    assert wrong == []


@pytest.mark.thorough
def test_rows_on_an_edge_are_read_alike(tmp_path: Path) -> None:
    edge = Sheet(tmp_path / "so.xlsx", edge_duties())
    assert [day for day in DAYS if edge.on(day) != expected(edge.book, day)] == []
    edge.book.commune.as_of = None
    edge.engine.set_user_input(*edge.day_cell, "")
    edge.engine.evaluate()
    today = datetime.now(UTC).date()  # as the engine was told
    assert list(edge._lines()) == expected(edge.book, today) or today != datetime.now(UTC).date()


def test_every_source_speaks_on_some_days_and_is_silent_on_others() -> None:
    """Else the comparison would prove nothing of it."""
    book, days = planted_commune(), [FIRST + timedelta(days=n) for n in range(0, 1096, 5)]
    spoken = [{due.source for due in agenda(book, day)} for day in days]
    assert set().union(*spoken) == set(sources())
    always = set.intersection(*spoken)
    assert always <= {"filing"}, always
