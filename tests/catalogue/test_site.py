"""The folder: whole, self-contained, written only where something changed; pictures and QR codes in it."""

from __future__ import annotations

import io
import json
import re
import time
from copy import deepcopy
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from ocop_xl.catalogue.site import make_site
from ocop_xl.catalogue.sources import Source, sources_at
from ocop_xl.cli.main import main
from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.share import Packing, make_package, write_package
from ocop_xl.model import Product
from tests.catalogue.shown import BASE, DAY, made, page, shown_book

_LINK = re.compile(r'(?:href|src)="([^"]+)"')


def test_every_link_inside_the_folder_leads_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "trang"
    made(shown_book(), out)
    for file in out.rglob("*.html"):
        for link in _LINK.findall(file.read_text("utf-8")):
            if not link.startswith(("https://", "#")):
                assert (file.parent / link).resolve().is_file(), (file.name, link)


def test_the_second_time_nothing_is_written(tmp_path: Path) -> None:
    made(shown_book(), tmp_path / "trang")
    again = made(shown_book(), tmp_path / "trang")
    assert (again.written, again.removed) == ((), ())


def test_a_run_that_was_killed_is_done_again(tmp_path: Path) -> None:
    """The note of what is ours is a new folder's first file: from then on the folder is known."""
    first = made(shown_book(), tmp_path / "trang").written
    assert first[0] == "san-pham.json"
    for name in first[3:]:
        (tmp_path / "trang" / name).unlink()
    assert sorted(made(shown_book(), tmp_path / "trang").written) == sorted(first[3:])


@pytest.mark.parametrize("there", ["index.html", "OCOP_VinhPhong.xlsx"])
def test_only_a_folder_of_their_own_holds_the_pages(tmp_path: Path, there: str) -> None:
    """The folder goes onto the web whole: a workbook in it would go with it."""
    (tmp_path / there).write_text("của xã")
    with pytest.raises(ExchangeError, match=f"đang có tệp khác .như «{there}».; .* cần một thư mục riêng"):
        made(shown_book(), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [there]


def test_each_qr_reads_back_as_the_address_of_its_page(tmp_path: Path) -> None:
    """The drawing's dark squares, painted at eight pixels a module, go through a reader."""
    out = tmp_path / "trang"
    made(shown_book(), out)
    for drawing in (out / "qr").iterdir():
        assert [code.text for code in zxingcpp.read_barcodes(_painted(drawing.read_text()))] == [
            f"{BASE}/sp/{drawing.stem}.html"
        ]


def _painted(svg: str) -> Image.Image:
    """Of a path of strokes one module high: `m` and `h`, as the encoder draws them."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])  # type: ignore[index]
    picture = Image.new("L", (size * 8, size * 8), 255)
    pen = ImageDraw.Draw(picture)
    strokes = re.findall(r"([Mmh])([-\d.]+)(?:[ ,]([-\d.]+))?", re.findall(r' d="([^"]+)"', svg)[-1])
    x = y = 0.0
    for order, first, second in strokes:
        if order == "h":
            pen.rectangle((x * 8, (y - 0.5) * 8, (x + float(first)) * 8 - 1, (y + 0.5) * 8 - 1), fill=0)
            x += float(first)
        else:
            x, y = (float(first), float(second)) if order == "M" else (x + float(first), y + float(second))
    return picture


@pytest.mark.parametrize("base", ["http://a.vn", "https://a b.vn", "C:\\trang", f"https://a.vn/{'x' * 300}", "a.vn"])
def test_an_address_that_no_label_can_carry_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(Refusal, match="không dùng được cho mã QR"):
        made(shown_book(), tmp_path / "trang", base=base)


def test_without_an_address_there_is_no_qr_and_the_result_says_why(tmp_path: Path) -> None:
    result = made(shown_book(), tmp_path / "trang", base="")
    assert not (tmp_path / "trang/qr").exists()
    assert any("Chưa có mã QR" in line for line in result.notices)


def _photograph(folder: Path, name: str) -> bytes:
    """As a telephone takes it: with the place in its EXIF."""
    exif = Image.Exif()
    exif[0x010F] = "MAYCHUP-KIN"
    exif.get_ifd(0x8825)[1] = "N"
    stored = io.BytesIO()
    Image.new("RGB", (40, 30), "orange").save(stored, "JPEG", exif=exif)
    (folder / "anh").mkdir(exist_ok=True)
    (folder / "anh" / name).write_bytes(stored.getvalue())
    return stored.getvalue()


def test_a_picture_goes_along_without_camera_and_place(tmp_path: Path) -> None:
    book = shown_book()
    book[Product][0].picture = "chao.jpg"
    assert b"MAYCHUP-KIN" in _photograph(tmp_path, "chao.jpg")
    made(book, tmp_path / "trang", beside=tmp_path)
    stored = (tmp_path / "trang/anh/31051-sp01.jpg").read_bytes()
    assert b"MAYCHUP-KIN" not in stored
    with Image.open(io.BytesIO(stored)) as opened:
        assert opened.size == (40, 30) and not opened.getexif().get_ifd(0x8825)
    assert 'alt="Ảnh sản phẩm Tương hột và chao"' in page(tmp_path / "trang", "31051-sp01")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("khong-co.jpg", "Không thấy tệp"),
        ("../mat.jpg", "không ghi đường dẫn"),
        ("..\\mat.jpg", "không ghi đường dẫn"),
        ("gia.jpg", "không phải ảnh"),
        ("nang.jpg", "quá lớn"),
    ],
)
def test_pictures_that_cannot_be_shown_are_told(tmp_path: Path, name: str, why: str) -> None:
    book = shown_book()
    book[Product][0].picture = name
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh/gia.jpg").write_bytes(b"<svg onload=alert(1)>")
    (tmp_path / "anh/nang.jpg").write_bytes(bytes(5 * 2**20 + 1))
    result = made(book, tmp_path / "trang", beside=tmp_path)
    assert not (tmp_path / "trang/anh").exists()
    assert any(line.startswith(f"Ảnh «{name}»") and why in line for line in result.notices), result.notices


def test_open_data_names_each_product_by_commune_and_key(tmp_path: Path) -> None:
    made(shown_book(), tmp_path / "trang")
    data = json.loads((tmp_path / "trang/san-pham.json").read_text("utf-8"))
    first = data["san_pham"][0]
    assert (first["ma"], first["ten"], first["sao"]) == ("31051/SP01", "Tương hột và chao", 3)


def test_a_folder_of_packages_gives_one_catalogue_and_names_what_it_cannot_use(tmp_path: Path, demo_file: Path) -> None:
    book = shown_book()
    packages = tmp_path / "goi"
    packages.mkdir()
    write_package(make_package(book, demo_file, Packing(DAY)), packages / "vinh-phong.zip")
    (packages / "hong.zip").write_bytes(b"PK\x03\x04 hong")
    said: list[str] = []
    result = make_site(sources_at(packages, said), tmp_path / "trang", DAY, BASE, said)
    assert result.pages == 7
    assert any(line.startswith("Không dùng «hong.zip»") for line in result.notices)


def test_the_command_says_what_it_made(tmp_path: Path, demo_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", str(demo_file), "--out", str(tmp_path / "trang")]) == 0
    out, err = capsys.readouterr()
    assert "✔ Trang sản phẩm: 0 sản phẩm" in out
    assert "SP01 – Tương hột và chao: chưa ghi «Đồng ý công khai»" in err
    assert "Chưa có sản phẩm nào được chủ thể đồng ý công khai." in (tmp_path / "trang/index.html").read_text("utf-8")


@pytest.mark.thorough
def test_seven_hundred_products_take_two_seconds_and_small_pages(tmp_path: Path) -> None:
    sources = []
    for number in range(102):
        book = deepcopy(shown_book())
        book.commune.commune_code, book.commune.name = str(30000 + number), f"Số {number}"
        sources.append(Source(book, tmp_path))
    begun = time.process_time()
    result = make_site(sources, tmp_path / "trang", DAY, BASE)
    assert time.process_time() - begun < 2 * 1.5, "the bench prints the figure; here it must not explode"
    assert result.pages == 714
    assert max(file.stat().st_size for file in (tmp_path / "trang/sp").iterdir()) <= 12_000
