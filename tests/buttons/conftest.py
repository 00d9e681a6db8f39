"""A live workbook for the tests of the buttons: xlwings over a real LibreOffice."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.office.archive import Limits, deflated, pack, read_archive
from tests.conftest import need

Live = Callable[[Path], Any]


_PRINTED_ON_EVERY_PAGE = re.compile(rb"(Print_Titles[^>]*>)[^<,]*,")
"""The columns that a sheet repeats on each page across; the rows after them stay."""


@pytest.fixture(scope="session")
def demo_file(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The master workbook, but that no column is printed on every page: two of the three seconds that LibreOffice takes
    to open it go into laying out those pages, and no button prints."""
    parts = read_archive(demo_file.read_bytes(), Limits(1000, 10**8, 10**9, 0))
    book = parts["xl/workbook.xml"].content(10**6)
    parts["xl/workbook.xml"] = deflated(_PRINTED_ON_EVERY_PAGE.sub(rb"\1", book))
    path = tmp_path_factory.mktemp("demo") / demo_file.name
    path.write_bytes(pack(parts))
    return path


@pytest.fixture(scope="session")
def live_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """LibreOffice as the application that xlwings talks to."""
    soffice = need("soffice", "the live workbook behind the buttons")
    from tests.buttons.libreoffice.lo_office import Office, uno_module

    try:
        uno_module()
    except ImportError as missing:
        if os.environ.get("OCOP_REQUIRE_OFFICE") == "1":
            pytest.fail(f"python3-uno is required here ({missing})")
        pytest.skip("python3-uno is not installed (the live workbook behind the buttons)")
    office = Office(soffice, tmp_path_factory.mktemp("live-profile"))
    from tests.buttons.libreoffice.lo_engine import application

    with application(office) as app:
        yield app


@pytest.fixture
def live(live_app: Any) -> Iterator[Live]:
    """`live(path)`: that workbook, open; it is closed without saving."""
    import xlwings

    opened: list[Any] = []

    def open_book(path: Path) -> Any:
        book = live_app.books.open_file(path)
        opened.append(book)
        return xlwings.Book(impl=book)

    live_app.alerts.clear()
    live_app.alert_answers.clear()
    live_app.said.clear()
    live_app.api.asked.clear()
    live_app.api.answers.clear()
    live_app.traffic.clear()
    yield open_book
    for book in opened:
        book.close()
