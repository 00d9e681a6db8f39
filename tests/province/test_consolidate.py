"""What many communes have sent becomes one workbook: every file has its fate, every row its origin, every figure its sum."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from ocop_xl.cli.main import main
from ocop_xl.errors import ExchangeError, ProvinceWorkbook
from ocop_xl.model import Book, Commune, Inspection, Producer, Product, spec_of
from ocop_xl.office.container import Opened
from ocop_xl.province import gathering, spread
from ocop_xl.province.arrivals import arrivals
from ocop_xl.province.choosing import Fate
from ocop_xl.province.consolidate import Consolidated, consolidate
from ocop_xl.province.reduced import reduced
from ocop_xl.province.spread import Progress, workers
from ocop_xl.province.taken import ORIGIN, TAKEN
from ocop_xl.rules.check import check
from ocop_xl.sheets.reading.read import read_book
from tests.conftest import EACH_OFFICE_VERSION
from tests.province.communes import (
    DAY,
    RAW,
    changed,
    code_of,
    commune,
    package,
    package_of,
    workbook_of,
    write_communes,
)

COMMUNES = 5


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five packages; tests that add to the folder take a copy."""
    folder = tmp_path_factory.mktemp("gui")
    write_communes(folder, range(COMMUNES))
    return folder


@pytest.fixture
def folder(sent: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sent, tmp_path / "gui"))


def made(folder: Path, **options: Any) -> Consolidated:
    return consolidate([folder], folder.parent / "tong-hop.xlsx", DAY, **{"keep": False} | options)


def table(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet by header."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    at = next(number for number, row in enumerate(rows) if row and row[0] and row[1] and row[-1] != "")
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]


def test_every_file_has_one_fate_and_the_true_reason(folder: Path) -> None:
    (folder / "sua.zip").write_bytes(
        package(changed(1, lambda book: setattr(book[Product][0], "name", "Tôm khô mới")), date(2026, 11, 24))
    )
    (folder / "sao-chep (1).zip").write_bytes((folder / f"goi_{code_of(2)}.zip").read_bytes())
    (folder / "cut.zip").write_bytes((folder / f"goi_{code_of(3)}.zip").read_bytes()[:5000])
    (folder / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0 anh")
    (folder / "roi.xlsx").write_bytes(workbook_of(RAW))
    (folder / "khong-ma.zip").write_bytes(package(changed(9, lambda book: setattr(book.commune, "commune_code", None))))
    (folder / "Thumbs.db").write_bytes(b"x")
    with zipfile.ZipFile(folder / "bang.ods", "w") as other:
        other.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        other.writestr("content.xml", "<x/>")
    with zipfile.ZipFile(folder / "thu-dien-tu.zip", "w") as mail:
        mail.writestr("goi/xa-6.zip", package_of(6))
        mail.writestr("loi-nhan.txt", "Xã gửi báo cáo")
    with zipfile.ZipFile(folder / "chuyen-tiep.zip", "w") as again:
        again.writestr("thu.zip", (folder / "thu-dien-tu.zip").read_bytes())
    found = {one.name: one for one in made(folder).files}
    assert {name: one.fate for name, one in found.items() if one.fate is not Fate.USED} == {
        f"goi_{code_of(1)}.zip": Fate.REPLACED,
        "sao-chep (1).zip": Fate.REPEATED,
        "cut.zip": Fate.REFUSED,
        "anh.jpg": Fate.LETTER,
        "bang.ods": Fate.REFUSED,
        "roi.xlsx": Fate.REPLACED,
        "khong-ma.zip": Fate.REFUSED,
        "thu-dien-tu.zip/loi-nhan.txt": Fate.LETTER,
        "chuyen-tiep.zip/thu.zip/goi/xa-6.zip": Fate.REPEATED,
        "chuyen-tiep.zip/thu.zip/loi-nhan.txt": Fate.LETTER,
    }
    assert [
        found[name].why for name in (f"goi_{code_of(1)}.zip", "sao-chep (1).zip", "anh.jpg", "roi.xlsx", "khong-ma.zip")
    ] == [
        "Đã thay bằng «sua.zip».",
        f"Giống hệt «goi_{code_of(2)}.zip».",
        "Là tệp ảnh, không phải sổ hay gói của xã.",
        f"Cùng nội dung với «goi_{code_of(RAW)}.zip».",
        "Trang «Thông tin xã» chưa ghi «Mã xã» nên không biết là của xã nào; hãy đề nghị xã ghi rồi gửi lại.",
    ]
    listed = table(folder.parent / "tong-hop.xlsx", "Không nhận được")
    assert sorted(row["Tệp"] for row in listed) == sorted(name for name, one in found.items() if not one.used)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe in a folder is a thing of Unix")
def test_a_pipe_is_not_waited_for_and_a_link_is_not_followed(folder: Path) -> None:
    os.mkfifo(folder / "ong.zip")
    (folder / "noi.xlsx").symlink_to(folder / f"goi_{code_of(1)}.zip")
    (told,) = made(folder).set_aside
    assert told.name == "ong.zip" and "thiết bị hoặc đường ống" in told.why


def test_two_packages_of_one_day_that_differ_are_told_and_neither_is_taken_silently(folder: Path) -> None:
    (folder / "hai.zip").write_bytes(package(changed(1, lambda book: setattr(book[Product][0], "name", "Tên khác"))))
    ours = [one for one in made(folder).files if one.head.commune_code == code_of(1)]
    assert sorted(one.fate for one in ours) == [Fate.USED, Fate.FORKED]
    assert all("hỏi xã" in one.why for one in ours)


def test_every_row_leads_to_its_cell_in_what_the_commune_sent(folder: Path) -> None:
    made(folder)
    for taken in TAKEN:
        for row in table(folder.parent / "tong-hop.xlsx", taken.sheet):
            if not row["Gói, tệp"]:
                continue  # the blank row of an empty table
            content = Opened("gói", (folder / row["Gói, tệp"]).read_bytes())
            book = openpyxl.load_workbook(_workbook_in(content), read_only=False)
            sheet, cell = row["Ô"].rsplit("!", 1)
            key = taken.columns[0].header
            assert (sheet, book[sheet][cell].value) == (taken.sheet, row[key])
            break  # one row of each table: opening a package takes a while
    assert {row["Mã xã"] for row in table(folder.parent / "tong-hop.xlsx", "Sản phẩm")} == {
        code_of(n) for n in range(COMMUNES)
    }


def _workbook_in(package: Opened) -> Any:
    from io import BytesIO

    return BytesIO(next(package[name] for name in package if name.endswith(".xlsx")))


def test_figures_add_up_whichever_way_they_are_counted(folder: Path) -> None:
    out = made(folder).path
    products = [row for row in table(out, "Sản phẩm") if row["Tham gia"] == "Có"]
    by_commune = table(out, "Theo xã")
    assert sum(row["Sản phẩm tham gia"] for row in by_commune) == len(products)
    ranks = ("5 sao", "4 sao", "3 sao", "Chưa có hạng")
    assert sum(row[rank] for row in by_commune for rank in ranks) == len(products)
    assert sum(row["Lỗi"] + row["Cảnh báo"] for row in by_commune) == sum(
        row["Mức"][0] in "✘⚠" for row in table(out, "Phát hiện")
    )
    rows = CalamineWorkbook.from_path(out).get_sheet_by_name("Phân tích").to_python()
    at = next(n for n, row in enumerate(rows) if row[0] == "Nhóm sản phẩm")
    last = next(n for n in range(at, len(rows)) if rows[n][0] == "")
    assert sum(row[1] for row in rows[at + 1 : last]) == len(products)


def test_a_package_is_told_the_faults_of_its_book_and_none_of_its_making(sent: Path) -> None:
    """It has no formulas and no personal columns, and that is nobody's fault."""
    book = commune(3)
    inside = Opened("gói", (sent / f"goi_{code_of(3)}.zip").read_bytes())
    copy = read_book(_workbook_in(inside).getvalue(), name="bản sao")
    personal = {
        column.header
        for taken in (Producer, Commune, Inspection)
        for column in spec_of(taken).columns
        if column.personal
    }
    home = [one for one in check(book, DAY) if one.column not in personal]
    assert [(o.code, o.row_id, o.column) for o in check(copy, DAY)] == [(o.code, o.row_id, o.column) for o in home]


def test_the_certificate_that_ends_first_stands_first(folder: Path) -> None:
    ends = [row["Ngày hết hạn"] for row in table(made(folder).path, "Công nhận")]
    assert ends == sorted(ends) and len(ends) > 3


def test_nothing_personal_goes_in_even_from_a_workbook_sent_as_it_is(tmp_path: Path) -> None:
    """A telephone number that is too short would be quoted by its rule."""
    folder = tmp_path / "gui"
    folder.mkdir()
    (folder / "roi.xlsx").write_bytes(workbook_of(RAW))
    out = made(folder).path
    parts = zipfile.ZipFile(out)
    text = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert "roi.xlsx" in text
    assert not [
        secret for secret in ("0912345678", "0912 345 678", "09123", "Trần Văn Mẫu", "Nguyễn Thị Mẫu") if secret in text
    ]


class _Backwards(Executor):
    """Gives nothing back until all is handed out, then the last first."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Future[Any], Any]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self._waiting.append((future, lambda: fn(*args, **kwargs)))
        if len(self._waiting) == COMMUNES:
            for waiting, work in reversed(self._waiting):
                waiting.set_result(work())
        return future


def test_the_same_bytes_whoever_reads_and_in_whatever_order(
    sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also whether several files go to a worker as one, or each alone."""
    consolidate([sent], tmp_path / "together.xlsx", DAY, keep=False)
    written = [(tmp_path / "together.xlsx").read_bytes()]
    monkeypatch.setattr(spread, "_TOGETHER", 1)
    with ThreadPoolExecutor(3) as threads, workers(1000, 2) as processes:
        for number, executor in enumerate((None, threads, processes, _Backwards())):
            out = tmp_path / f"{number}.xlsx"
            consolidate([sent], out, DAY, executor=executor, keep=False)
            written.append(out.read_bytes())
    assert len(set(written)) == 1


class _Nobody(Executor):
    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        raise AssertionError("nothing has changed, nothing is to be read")


def test_what_has_not_changed_is_not_read_again(folder: Path) -> None:
    first = made(folder, keep=True).path.read_bytes()
    written = _written_at(folder)
    assert made(folder, keep=True, executor=_Nobody()).path.read_bytes() == first
    assert _written_at(folder) == written, "nor is it written again"
    (folder / f"goi_{code_of(0)}.zip").unlink()
    assert made(folder, keep=True, executor=_Nobody()).used == COMMUNES - 1
    assert len(list((folder.parent / ".ocop-da-doc").iterdir())) == COMMUNES - 1, "what is gone is forgotten"


def _written_at(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (folder.parent / ".ocop-da-doc").iterdir()}


@pytest.mark.parametrize("left", [7, -7])
def test_a_damaged_kept_result_is_made_anew(left: int, folder: Path) -> None:
    first = made(folder, keep=True).path.read_bytes()
    for path in (folder.parent / ".ocop-da-doc").iterdir():
        path.write_bytes(path.read_bytes()[:left])
    assert made(folder, keep=True).path.read_bytes() == first


def _dies_of_commune_two(name: str, raw: bytes, day: str) -> bytes:
    if code_of(2) in name:
        os._exit(9)
    return reduced(name, raw, day)


def test_a_worker_that_is_killed_costs_its_own_file_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "reduced", _dies_of_commune_two)
    with workers(1000, 2) as processes:
        result = made(folder, executor=processes)
    assert [(one.name, one.fate) for one in result.set_aside] == [(f"goi_{code_of(2)}.zip", Fate.REFUSED)]
    assert "bị dừng giữa chừng" in result.set_aside[0].why
    assert result.used == COMMUNES - 1


def test_it_tells_how_far_it_is_and_stops_when_told_to(folder: Path) -> None:
    seen: list[Progress] = []
    made(folder, tell=seen.append)
    assert [(one.done, one.total) for one in seen] == [(n, COMMUNES) for n in range(1, COMMUNES + 1)]
    assert seen[-1].left == 0
    (folder.parent / "tong-hop.xlsx").unlink()

    def stop(now: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(folder, tell=stop)
    assert not (folder.parent / "tong-hop.xlsx").exists()


def _same_registration(book: Book) -> None:
    book[Producer][0].registration = "1700000001"


def test_likely_doubles_are_proposed_with_a_reason_and_judgements_are_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "gui"
    folder.mkdir()
    for number in (1, 2):
        book = changed(number, _same_registration)
        book[Producer][1].name = ("HTX An Hòa Phát", "Hợp tác xã An Hoà Phát")[number - 1]
        book[Product][1].name = "Khô cá lóc"
        (folder / f"{number}.zip").write_bytes(package(book))
    out = made(folder).path
    rows = table(out, "Có thể trùng")
    assert [(row["Loại"], row["Vì sao"], row["Mã 1"], row["Mã 2"]) for row in rows] == [
        ("Chủ thể", "cùng số đăng ký kinh doanh", "CT01", "CT01"),
        ("Chủ thể", "cùng tên", "CT02", "CT02"),
        ("Sản phẩm", "cùng tên, cùng tên chủ thể", "SP02", "SP02"),
    ]
    typed = openpyxl.load_workbook(out)
    sheet = typed["Có thể trùng"]
    said, note = (
        next(cell.column for cell in sheet[4] if cell.value == header)
        for header in ("Kết luận", "Ai kết luận, ghi chú")
    )
    sheet.cell(6, said).value, sheet.cell(6, note).value = "Một", "Chi cục, 23/11"
    typed.save(out)
    again = table(made(folder).path, "Có thể trùng")
    assert [(row["Kết luận"], row["Ai kết luận, ghi chú"]) for row in again] == [
        ("", ""),
        ("Một", "Chi cục, 23/11"),
        ("", ""),
    ]


def test_a_common_name_alone_makes_no_double(folder: Path) -> None:
    for number in (1, 2):
        (folder / f"goi_{code_of(number)}.zip").write_bytes(
            package(changed(number, lambda book: setattr(book[Product][0], "name", "Gạo")))
        )
    assert [row for row in table(made(folder).path, "Có thể trùng") if row["Loại"]] == []


def test_another_file_is_never_replaced_and_the_summary_is_no_book(folder: Path) -> None:
    out = folder.parent / "tong-hop.xlsx"
    out.write_bytes(workbook_of(RAW))
    with pytest.raises(ExchangeError, match=r"Đã có tệp «tong-hop.xlsx» mà không phải bảng tổng hợp"):
        made(folder)
    out.unlink()
    with pytest.raises(ProvinceWorkbook, match="là bảng tổng hợp của nhiều xã"):
        read_book(made(folder).path)
    inside = folder / "tong-hop.xlsx"
    shutil.move(out, inside)
    assert consolidate([folder], inside, DAY, keep=False).set_aside == (), "what is being made is not read"


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
def test_excel_finds_nothing_to_repair(
    folder: Path, sdk_errors: Callable[[Path, str], list[object]], version: str
) -> None:
    assert sdk_errors(made(folder).path, version) == []


def test_a_place_that_is_not_there_and_a_folder_without_files(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="Không thấy «xa»"):
        list(arrivals([tmp_path / "xa"]))
    with pytest.raises(ExchangeError, match="Không có tệp nào"):
        consolidate([tmp_path], tmp_path / "th.xlsx", DAY)


def test_the_command_says_what_was_used_and_why_the_rest_was_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "th.xlsx"
    assert main(["consolidate", str(folder), "--out", str(out), "--on", "23/11/2026", "--no-keep"]) == 0
    (folder / "cut.zip").write_bytes(b"PK\x03\x04 cut")
    assert main(["consolidate", str(folder), "--out", str(out), "--on", "23/11/2026", "--no-keep"]) == 1
    said = capsys.readouterr().out
    assert f"✔ Đã tổng hợp {COMMUNES} xã vào {out}" in said
    assert f"Nhận {COMMUNES + 1} tệp: dùng {COMMUNES}, không dùng 1." in said
    assert "  Không dùng được: cut.zip. Tệp «cut.zip» bị hỏng hoặc chép thiếu" in said


def test_the_origin_stands_before_every_table() -> None:
    assert [column.header for column in ORIGIN] == ["Mã xã", "Xã, phường", "Gói, tệp", "Ô"]


def test_what_calls_for_nothing_is_told_last_and_is_no_error(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Letters and second copies come with every mail. A web page called a package has been one."""
    (folder / "a cong van.pdf").write_bytes(b"%PDF-1.7")
    (folder / "sao.zip").write_bytes(package_of(1))
    command = ["consolidate", str(folder), "--out", str(tmp_path / "a.xlsx"), "--on", "23/11/2026", "--no-keep"]
    assert main(command) == 0
    (folder / "zz.zip").write_bytes(b"<!DOCTYPE html><html>Please sign in</html>")
    (folder / "rong.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    capsys.readouterr()
    assert main(command) == 1
    told = [line.strip() for line in capsys.readouterr().out.splitlines()[2:]]
    assert [line.partition(":")[0] for line in told] == ["Không dùng được"] * 2 + ["Gửi trùng", "Không phải sổ, gói"]
    assert "«rong.zip» mang tên gói, sổ nhưng bên trong là tệp nén ZIP rỗng" in told[0]
