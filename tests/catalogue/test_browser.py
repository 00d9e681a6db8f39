"""A real Chromium opens the folder by double click: `file://`, no server, no network."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.catalogue.shown import BASE, made, shown_book
from tests.conftest import need


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("trang") / "trang"
    made(shown_book(), out)
    return out


def _chromium(page: str, profile: Path, *options: str) -> subprocess.CompletedProcess[str]:
    program = need("chromium", "product pages are looked at in a browser")
    command = [
        program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        f"--user-data-dir={profile}", "--enable-logging=stderr", *options, page,
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def _dom(page: str, profile: Path, *options: str) -> str:
    ended = _chromium(page, profile, "--dump-dom", *options)
    assert "CONSOLE" not in ended.stderr, ended.stderr
    return ended.stdout


@pytest.mark.parametrize(
    ("words", "found"),
    [("tom kho", ["Tôm khô"]), ("tôm khô", ["Tôm khô"]), ("TUONG%20chao", ["Tương hột và chao"]), ("xyz", [])],
)
def test_the_search_needs_no_tones(site: Path, tmp_path: Path, words: str, found: list[str]) -> None:
    dom = _dom(f"{(site / 'index.html').as_uri()}#{words}", tmp_path)
    shown = [one for one in re.findall(r'<li class="card"[^>]*>.*?</li>', dom, re.DOTALL) if " hidden" not in one[:400]]
    assert [re.search(r"<h3><a[^>]*>([^<]+)", one)[1] for one in shown] == found  # type: ignore[index]
    assert (f"{len(found)} sản phẩm" if found else "Không có sản phẩm nào khớp") in dom


def test_nothing_is_asked_of_the_network(site: Path, tmp_path: Path) -> None:
    log = tmp_path / "net.json"
    _dom((site / "sp/31051-sp01.html").as_uri(), tmp_path / "p", f"--log-net-log={log}", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
    asked = set(re.findall(r'"url":"(https?://[^"]+)"', log.read_text("utf-8", "replace")))
    ours = {one for one in asked if "postmart" in one or "ocop.example.vn" in one}
    assert not ours, ours


def test_without_javascript_every_product_stands_there(site: Path, tmp_path: Path) -> None:
    """The page itself forbids its scripts: headless, a browser whose scripts are switched off tells nothing."""
    copy = tmp_path / "trang"
    shutil.copytree(site, copy)
    index = copy / "index.html"
    forbid = """<head><meta http-equiv="Content-Security-Policy" content="script-src 'none'">"""
    index.write_text(index.read_text("utf-8").replace("<head>", forbid), "utf-8")
    dom = _chromium(index.as_uri(), tmp_path / "p", "--dump-dom").stdout
    assert dom.count('<li class="card"') == 7 and "7 sản phẩm" in dom
    assert re.search(r'<form id="tim"[^>]* hidden', dom), "a search that cannot work is not shown"


def test_the_qr_reads_back_from_the_screen(site: Path, tmp_path: Path) -> None:
    picture = tmp_path / "man-hinh.png"
    _chromium((site / "sp/31051-sp01.html").as_uri(), tmp_path, f"--screenshot={picture}", "--window-size=900,1100")
    with Image.open(picture) as opened:
        codes = [code.text for code in zxingcpp.read_barcodes(opened.convert("RGB"))]
    assert codes == [f"{BASE}/sp/31051-sp01.html"]


@pytest.mark.parametrize(("sheet", "pages"), [("the", 1), ("nhan-ke", 4), ("ap-phich", 1)])
def test_print_sheets_fill_their_pages(site: Path, tmp_path: Path, sheet: str, pages: int) -> None:
    pdf = tmp_path / f"{sheet}.pdf"
    _chromium((site / f"in/{sheet}.html").as_uri(), tmp_path, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    told = subprocess.run(
        [need("pdfinfo", "pages of a PDF"), str(pdf)], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(rf"Pages:\s+{pages}\n", told), told


@pytest.mark.parametrize("page", ["index.html", "sp/31051-sp01.html", "chu-the/31051-ct01.html", "in/the.html"])
def test_axe_finds_no_serious_barrier(site: Path, tmp_path: Path, page: str) -> None:
    axe = Path(need("ooxml-validator", "axe-core stands beside it")).parent.parent / "axe-core/axe.min.js"
    copy = tmp_path / "trang"
    shutil.copytree(site, copy)
    shutil.copy(axe, copy / "axe.js")
    up = "../" * page.count("/")
    ask = (
        f'<script src="{up}axe.js"></script><script>axe.run({{preload:false}}).then(function(r){{var p=document.createElement("pre");'
        'p.id="axe";p.textContent=JSON.stringify(r.violations.map(function(v){return [v.impact,v.id]}));'
        "document.body.appendChild(p)})</script>"
    )
    file = copy / page
    file.write_text(file.read_text("utf-8").replace("</body>", f"{ask}</body>"), "utf-8")
    dom = _dom(file.as_uri(), tmp_path / "p", "--virtual-time-budget=20000")
    found = json.loads(re.search(r'<pre id="axe">(.*?)</pre>', dom)[1])  # type: ignore[index]
    assert [one for one in found if one[0] in ("serious", "critical")] == []
