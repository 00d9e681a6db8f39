"""The board in a real Chromium: searched without tones, sorted, printed, read without scripts, by everybody."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from ocop_xl.province.board.board import Board, make_board
from ocop_xl.province.board.page import board_page
from ocop_xl.province.board.units import Unit
from tests.browser import barriers, chromium, dom, without_scripts
from tests.conftest import need
from tests.province.communes import code_of, commune
from tests.province.planted import DUE, code_with, nothing, plant, replaced, today

COUNT = 6


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    folder = tmp_path_factory.mktemp("nhan")
    plant(folder, COUNT)
    return make_board([folder], [Unit(code_of(n), str(commune(n).commune.name)) for n in range(COUNT)], today(), DUE)


@pytest.fixture
def page(board: Board, tmp_path: Path) -> Path:
    path = tmp_path / "bang-theo-doi.html"
    path.write_bytes(board_page(board))
    return path


def shown(dom_of_page: str) -> list[str]:
    """Codes of the lines in sight, from above."""
    lines = re.findall(r"<tr data-tim=[^>]*>\s*<td>(\d+)", dom_of_page)
    hidden = re.findall(r"<tr data-tim=[^>]* hidden[^>]*>\s*<td>(\d+)", dom_of_page)
    return [code for code in lines if code not in hidden]


@pytest.mark.parametrize(("words", "found"), [("HOÀ", [1, 2]), ("khong co xa nay", [])])
def test_the_search_needs_no_tones(page: Path, tmp_path: Path, words: str, found: list[int]) -> None:
    told = dom(f"{page.as_uri()}#{words}", tmp_path / "p")
    assert shown(told) == [code_of(n) for n in found]
    assert (f">{len(found)} đơn vị<" if found else ">Không có đơn vị nào khớp") in told


def test_lines_are_put_in_order_by_a_heading(page: Path, tmp_path: Path) -> None:
    told = dom(f"{page.as_uri()}?xep=5", tmp_path / "p")  # the number of versions
    assert shown(told)[0] == code_with(nothing) and shown(told)[-1] == code_with(replaced)
    assert 'aria-sort="ascending"' in told


@pytest.mark.thorough
def test_without_scripts_everything_stands_there(page: Path, tmp_path: Path) -> None:
    without_scripts(page)
    told = chromium(page.as_uri(), tmp_path / "p", "--dump-dom").stdout
    assert len(shown(told)) == COUNT
    assert re.search(r'<form id="tim"[^>]* hidden', told)


def test_nothing_is_asked_of_the_network_and_axe_finds_no_barrier(page: Path, tmp_path: Path) -> None:
    ours = page.read_text("utf-8")
    assert not re.findall(r"(?:src|href)=.(?!#)", ours), "one file, nothing beside it"
    assert barriers(page, tmp_path / "p") == []


@pytest.mark.thorough
def test_it_is_printed_across(page: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "bang.pdf"
    chromium(page.as_uri(), tmp_path / "p", f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    told = subprocess.run(
        [need("pdfinfo", "pages of a PDF"), str(pdf)], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(r"Pages:\s+1\n", told) and re.search(r"Page size:\s+84\d", told), told


def test_what_a_cell_holds_never_becomes_markup(board: Board) -> None:
    line = board.lines[0]
    hostile = line._replace(unit=Unit(line.unit.code, "<script>alert(1)</script>"))
    told = board_page(board._replace(lines=(hostile, *board.lines[1:]))).decode()
    assert "<script>alert" not in told and "&lt;script&gt;alert(1)" in told
