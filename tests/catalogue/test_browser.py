"""A real Chromium opens the folder by double click: `file://`, no server, no network."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.browser import asked_of_the_network, barriers, chromium, dom, without_scripts
from tests.catalogue.shown import BASE, made, shown_book
from tests.conftest import need


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("trang") / "trang"
    made(shown_book(), out)
    return out


@pytest.mark.parametrize(
    ("words", "found"),
    [("tom kho", ["Tôm khô"]), ("tôm khô", ["Tôm khô"]), ("TUONG%20chao", ["Tương hột và chao"]), ("xyz", [])],
)
def test_the_search_needs_no_tones(site: Path, tmp_path: Path, words: str, found: list[str]) -> None:
    shown_page = dom(f"{(site / 'index.html').as_uri()}#{words}", tmp_path)
    shown = [
        one
        for one in re.findall(r'<li class="card"[^>]*>.*?</li>', shown_page, re.DOTALL)
        if " hidden" not in one[:400]
    ]
    assert [re.search(r"<h3><a[^>]*>([^<]+)", one)[1] for one in shown] == found  # type: ignore[index]
    assert (f"{len(found)} sản phẩm" if found else "Không có sản phẩm nào khớp") in shown_page


def test_nothing_is_asked_of_the_network(site: Path, tmp_path: Path) -> None:
    asked = asked_of_the_network((site / "sp/31051-sp01.html").as_uri(), tmp_path / "p", tmp_path / "net.json")
    ours = {one for one in asked if "postmart" in one or "ocop.example.vn" in one}
    assert not ours, ours


def test_without_javascript_every_product_stands_there(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "trang"
    shutil.copytree(site, copy)
    without_scripts(copy / "index.html")
    shown = chromium((copy / "index.html").as_uri(), tmp_path / "p", "--dump-dom").stdout
    assert shown.count('<li class="card"') == 7 and "7 sản phẩm" in shown
    assert re.search(r'<form id="tim"[^>]* hidden', shown), "a search that cannot work is not shown"


def test_the_qr_reads_back_from_the_screen(site: Path, tmp_path: Path) -> None:
    picture = tmp_path / "man-hinh.png"
    chromium((site / "sp/31051-sp01.html").as_uri(), tmp_path, f"--screenshot={picture}", "--window-size=900,1100")
    with Image.open(picture) as opened:
        codes = [code.text for code in zxingcpp.read_barcodes(opened.convert("RGB"))]
    assert codes == [f"{BASE}/sp/31051-sp01.html"]


@pytest.mark.parametrize(("sheet", "pages"), [("the", 1), ("nhan-ke", 4), ("ap-phich", 1)])
def test_print_sheets_fill_their_pages(site: Path, tmp_path: Path, sheet: str, pages: int) -> None:
    pdf = tmp_path / f"{sheet}.pdf"
    chromium((site / f"in/{sheet}.html").as_uri(), tmp_path, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    told = subprocess.run(
        [need("pdfinfo", "pages of a PDF"), str(pdf)], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(rf"Pages:\s+{pages}\n", told), told


@pytest.mark.parametrize("page", ["index.html", "sp/31051-sp01.html", "chu-the/31051-ct01.html", "in/the.html"])
def test_axe_finds_no_serious_barrier(site: Path, tmp_path: Path, page: str) -> None:
    copy = tmp_path / "trang"
    shutil.copytree(site, copy)
    assert barriers(copy / page, tmp_path / "p", "../" * page.count("/")) == []
