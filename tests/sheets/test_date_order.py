"""«Kiểu ngày của máy»: the workbook itself finds out in which order the PC reads a typed date, and says so."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ocop_xl.demo.books import DEMO_DAY, vinh_phong
from ocop_xl.model import Commune
from ocop_xl.model.rows.commune import DAY_FIRST, MONTH_FIRST
from ocop_xl.rules.check import check
from ocop_xl.sheets.reading.read import read_book
from tests.built_books import built
from tests.conftest import need
from tests.opened import sheet_of

_LOCALE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    '<value>0</value></prop></item><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" '
    'oor:op="fuse"><value>{}</value></prop></item></oor:items>'
)


def saved_on_a_pc(tmp_path: Path, locale: str) -> Path:
    """The workbook opened and saved by a real LibreOffice on a PC of that region."""
    soffice = need("soffice", "the PC's own date order")
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_LOCALE.format(locale), encoding="utf-8")
    source, out = tmp_path / "so.xlsx", tmp_path / "out"
    source.write_bytes(built(vinh_phong, DEMO_DAY))
    command = [soffice, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / "so.xlsx"


@pytest.mark.thorough
@pytest.mark.parametrize(("locale", "order"), [("vi-VN", DAY_FIRST), ("en-US", MONTH_FIRST)])
def test_the_workbook_notices_and_the_check_tells(tmp_path: Path, locale: str, order: str) -> None:
    path = saved_on_a_pc(tmp_path, locale)
    book = read_book(path)
    assert book.commune.date_order == order
    told = [found.message for found in check(book, DEMO_DAY) if found.code == "NG-004"]
    assert bool(told) == (order == MONTH_FIRST)
    front = sheet_of(path, "Tổng quan", values=True)["F1"].value or ""
    assert front.startswith("⚠ Máy đọc ngày kiểu Mỹ") == (order == MONTH_FIRST)


def test_a_new_workbook_warns_of_nothing() -> None:
    book = read_book(built(vinh_phong, DEMO_DAY), name="so.xlsx")
    assert book[Commune][0].date_order == DAY_FIRST
    assert "NG-004" not in {found.code for found in check(book, DEMO_DAY)}
