"""Changes written into a closed workbook: the cells asked for, and not a byte of anything else."""

from __future__ import annotations

import csv
import shutil
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ocop_xl.changes.change import Change, Value
from ocop_xl.demo.books import DEMO_DAY, PLAN_TEXT, empty_commune
from ocop_xl.errors import CannotChange, Refusal
from ocop_xl.model import Book, Commune, Dossier, Producer, Product, Recognition
from ocop_xl.office.archive import read_directory
from ocop_xl.sheets.importing import propose
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.conftest import Convert
from tests.opened import sheet_of

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(demo_file, tmp_path / "so.xlsx"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(empty_commune, DEMO_DAY))
    return path


def product(row_id: str, column: str, before: Value, after: Value) -> Change:
    return Change("tblSanPham", row_id, column, before, after, "thử")


def write(path: Path, *changes: Change) -> Path | None:
    return apply_changes(path, read_book(path), changes)


def packed_parts(content: bytes) -> dict[str, bytes]:
    """The compressed bytes of every part."""
    return {name: bytes(part.data) for name, part in read_directory(content, 1000).items()}


def sheet_part(path: Path, title: str) -> str:
    book = load_workbook(path, read_only=True)
    return f"xl/worksheets/sheet{book.sheetnames.index(title) + 1}.xml"


def test_the_plan_imported_into_an_empty_workbook(empty: Path) -> None:
    seen = read_book(empty)
    proposal = propose(seen, PLAN_TEXT)
    apply_changes(empty, seen, proposal.changes)
    after = read_book(empty)
    assert after.unread == [] and after.missing == []
    assert [(p.id, p.name, p.potential, p.from_year) for p in after[Product]] == [
        (p.id, p.name, p.potential, p.from_year) for p in proposal.of(Product)
    ]
    assert [(p.id, p.name, p.legal_form) for p in after[Producer]] == [
        (p.id, p.name, p.legal_form) for p in proposal.of(Producer)
    ]
    assert propose(after, PLAN_TEXT).changes == []


_TOLD = ("Sản phẩm", "Nhật ký", "Thông tin xã", "Số liệu", "Tổng quan", "Việc cần làm")


def test_only_the_parts_that_change_are_written_anew(demo: Path) -> None:
    """The cell's own sheet, the journal, those that count potentials, show the day or tell of the backup, and the chart
    of the stars."""
    before = packed_parts(demo.read_bytes())
    write(demo, product("SP06", "Tiềm năng", 4, 5))
    after = packed_parts(demo.read_bytes())
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {
        *(sheet_part(demo, title) for title in _TOLD),
        "xl/charts/chart3.xml",
    }


def test_in_a_sheet_only_the_row_that_changes_is_written_anew(demo: Path) -> None:
    part = sheet_part(demo, "Sản phẩm")

    def rows() -> list[bytes]:
        with zipfile.ZipFile(demo) as package:
            return package.read(part).split(b"<row ")

    before = rows()
    write(demo, product("SP06", "Tiềm năng", 4, 5))
    changed = [new for old, new in zip(before, rows(), strict=True) if old != new]
    assert len(changed) == 1 and changed[0].startswith(b'r="10"')


NASTY = [
    "=1+1", "+84912345678", "-5", "@SUM(A1)", "0012", "1/2", "1E5", "  hai  khoảng  trắng ", "a\nb", "<b>&amp;'\"",
    "_x0041_", "{{ tên }}", "#N/A", "TRUE", "Hoà", "\ttab",
]  # fmt: skip


@pytest.mark.thorough
def test_text_stays_the_text_it_was(demo: Path, office: Convert) -> None:
    seen = read_book(demo)
    changes = [Change("tblChuThe", f"CT{n:02d}", "Tên chủ thể", None, text, "thử") for n, text in enumerate(NASTY, 20)]
    apply_changes(demo, seen, changes)
    sheet = sheet_of(demo, "Chủ thể")
    cells = {sheet.cell(row, 1).value: sheet.cell(row, 2) for row in range(5, sheet.max_row + 1)}
    read = {p.id: p.name for p in read_book(demo)[Producer]}
    shown = converted(office, demo, "Chủ thể")
    for number, text in enumerate(NASTY, 20):
        key = f"CT{number:02d}"
        assert cells[key].data_type in ("s", "inlineStr") or text == "#N/A"
        assert f"{cells[key].value}".replace("_x005F_", "_") == text
        assert " ".join((read[key] or "").split()) == " ".join(text.split())
        assert shown[key] == text


def converted(office: Convert, path: Path, title: str) -> dict[str, str]:
    """First two columns of a sheet as LibreOffice shows them."""
    place = load_workbook(path, read_only=True).sheetnames.index(title) + 1
    folder = office(path, f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{place}").parent
    (found,) = folder.iterdir()
    with found.open(encoding="utf-8", newline="") as file:
        return {row[0]: row[1] for row in csv.reader(file) if len(row) > 1}


def test_characters_that_xml_cannot_hold_are_left_out(demo: Path) -> None:
    write(demo, product("SP06", "Ghi chú", None, "a\x00b\x0bc\ud800d"))
    assert {p.id: p.note for p in read_book(demo)[Product]}["SP06"] == "abcd"


def test_numbers_dates_and_sets_go_as_the_sheet_shows_them(demo: Path) -> None:
    seen = read_book(demo)
    day = date(2025, 5, 17)
    why = "thử"
    apply_changes(
        demo,
        seen,
        [
            product("SP06", "Bộ sản phẩm", None, 3),
            Change("tblCongNhan", "CN01", "Mã SP", None, "SP06", why),
            Change("tblCongNhan", "CN01", "Ngày quyết định", None, day, why),
        ],
    )
    after = read_book(demo)
    assert {p.id: p.product_set for p in after[Product]}["SP06"] == 3
    assert [(r.id, r.product_id, r.decision_date) for r in after[Recognition]] == [("CN01", "SP06", day)]
    products, recognised = sheet_of(demo, "Sản phẩm"), sheet_of(demo, "Công nhận")
    product_set = products.cell(10, header_column(products, "Bộ sản phẩm"))
    assert product_set.value == "03. Gạo, ngũ cốc, hạt sơ chế khác"
    cell = recognised.cell(5, header_column(recognised, "Ngày quyết định"))
    assert cell.is_date and cell.value.date() == day


def header_column(sheet: Worksheet, header: str) -> int:
    return next(cell.column for cell in sheet[4] if cell.value == header)


def test_a_value_can_be_taken_away_and_a_form_be_filled(demo: Path) -> None:
    seen = read_book(demo)
    before = seen.commune.officer
    write(
        demo,
        product("SP06", "Tiềm năng", 4, None),
        Change("tblThongTinXa", "", "Cán bộ phụ trách", before, "Trần A", "thử"),
    )
    after = read_book(demo)
    assert {p.id: p.potential for p in after[Product]}["SP06"] is None
    assert after.commune.officer == "Trần A"
    assert len(after[Commune]) == 1


def test_styles_stay(demo: Path) -> None:
    before = sheet_of(demo, "Sản phẩm").cell(10, 2).style_id
    write(demo, product("SP06", "Tên sản phẩm", "Gạo", "Gạo ST25"), product("SP08", "Tên sản phẩm", None, "Nếp"))
    sheet = sheet_of(demo, "Sản phẩm")
    assert [sheet.cell(row, 2).style_id for row in (10, 12)] == [before, before]
    assert sheet.cell(12, 1).value == "SP08"


def test_every_change_leaves_a_line_in_the_journal(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "Lan")
    apply_changes(demo, read_book(demo), [product("SP06", "Tiềm năng", 4, 5)], action="Nhập tệp")
    line = [cell.value for cell in sheet_of(demo, "Nhật ký")[5]]
    assert line[1:] == ["Lan", "Nhập tệp", "Sản phẩm", "SP06", "Tiềm năng", "4", "5", "thử"]


def test_no_changes_write_nothing(demo: Path) -> None:
    before = demo.read_bytes()
    assert write(demo) is None
    assert demo.read_bytes() == before and not (demo.parent / "saoluu").exists()


def test_the_same_cell_may_change_twice(demo: Path) -> None:
    write(demo, product("SP06", "Ghi chú", None, "a"), product("SP06", "Ghi chú", "a", "a; b"))
    assert {p.id: p.note for p in read_book(demo)[Product]}["SP06"] == "a; b"


def refused(path: Path, seen: Book, *changes: Change) -> str:
    """The sentence of the refusal; the file must be as it was."""
    before = path.read_bytes()
    with pytest.raises(CannotChange) as refusal:
        apply_changes(path, seen, changes)
    assert path.read_bytes() == before and not (path.parent / "saoluu").exists()
    return str(refusal.value)


def save_changed(path: Path, sheet: str, cell: str, value: str) -> None:
    """As if a person had typed in the workbook meanwhile."""
    book = load_workbook(path)
    book[sheet][cell] = value
    memory = BytesIO()
    book.save(memory)
    path.write_bytes(memory.getvalue())


def test_a_file_changed_since_it_was_shown_is_left_alone(demo: Path) -> None:
    seen = read_book(demo)
    assert "SP06" in refused(demo, seen, product("SP06", "Tiềm năng", 3, 5))
    save_changed(demo, "Sản phẩm", "A12", "SP08")
    assert "SP08" in refused(demo, seen, product("SP08", "Tên sản phẩm", None, "Nếp"))


def test_formulas_are_never_written_over(demo: Path) -> None:
    save_changed(demo, "Sản phẩm", "K10", "=2+2")
    seen = read_book(demo)
    present = next(p for p in seen[Product] if p.id == "SP06").potential
    assert "công thức" in refused(demo, seen, product("SP06", "Tiềm năng", present, 5))


def test_a_text_longer_than_a_cell_is_refused(demo: Path) -> None:
    assert "32767" in refused(demo, read_book(demo), product("SP06", "Ghi chú", None, "a" * 32768))


@pytest.mark.thorough
def test_a_workbook_saved_by_libreoffice_can_be_changed(demo: Path, office: Convert) -> None:
    saved = office(demo, "xlsx")
    write(saved, product("SP06", "Tên sản phẩm", "Gạo", "Gạo ST25"), product("SP08", "Tên sản phẩm", None, "Nếp"))
    assert [p.name for p in read_book(saved)[Product]][5:] == ["Gạo ST25", "Tôm khô", "Nếp"]


def test_a_cell_that_could_not_be_read_is_never_written_over(demo: Path) -> None:
    """It looks blank to whoever fills blanks; only who saw its text may replace it."""
    typed = Change("tblHoSo", "HS06", "Ngày nhận", None, "hôm qua", "gõ tay")
    apply_changes(demo, read_book(demo), [typed])
    blind = typed._replace(after=date(2026, 10, 5))
    with pytest.raises(Refusal, match="cột «Ngày nhận», đang là “hôm qua”"):
        apply_changes(demo, read_book(demo), [blind])
    apply_changes(demo, read_book(demo), [blind._replace(before="hôm qua")])
    assert read_book(demo).by_id(Dossier)["HS06"].received == date(2026, 10, 5)
