"""Who a workbook is: an id that every copy shares, and what it held at moments of its past."""

from __future__ import annotations

import json
import pickle
import re
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_xl.changes.bases import MOST, Base, base_of, packed, unpacked, with_base
from ocop_xl.changes.change import Change
from ocop_xl.changes.contents import UNSAID, contents, forgetting, set_apart
from ocop_xl.cli.main import main
from ocop_xl.demo.books import DEMO_DAY, DEMO_ID, vinh_phong
from ocop_xl.exchange.sendings import KIND
from ocop_xl.jobs.new_book import new_book
from ocop_xl.jobs.remembering import remember
from ocop_xl.model import Book, Channel, Producer, Product, spec_of
from ocop_xl.privacy.remembered import may_be_remembered
from ocop_xl.sheets.identity import PAGE, bases_of
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.renewing.renew import renew
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.conftest import OFFICE_VERSIONS, Convert

SdkErrors = Callable[[Path, str], list[object]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong, DEMO_DAY))
    return path


def problems(path: Path | bytes) -> list[str]:
    return [fault.problem for fault in read_book(path, name="so.xlsx").frame if fault.problem.startswith("identity")]


def remembered(path: Path | bytes) -> list[Base]:
    return bases_of(read_book(path, name="so.xlsx").identity)


def saved_by_openpyxl(path: Path, change: Any = None) -> Path:
    workbook = openpyxl.load_workbook(path)
    if change:
        change(workbook)
    workbook.save(path)
    return path


def without_the_sheet(path: Path) -> None:
    """As a program leaves the file that drops hidden sheets and touches nothing else."""
    parts = _parts(path)
    part = _sheet_of(path)
    del parts[part]
    name = part.removeprefix("xl/")
    patterns = {
        "xl/workbook.xml": rf'<sheet name="{PAGE.sheet}"[^>]*/>',
        "xl/_rels/workbook.xml.rels": rf'<Relationship [^>]*Target="{name}"[^>]*/>',
        "[Content_Types].xml": rf'<Override [^>]*PartName="/{part}"[^>]*/>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            pattern = patterns.get(name)
            package.writestr(name, re.sub(pattern, "", content.decode()) if pattern else content)


# --- born -------------------------------------------------------------------------------------------------------


@pytest.mark.thorough
def test_every_new_workbook_is_another_one_unless_its_id_is_given(tmp_path: Path) -> None:
    ids = [read_book(new_book(tmp_path / f"{n}.xlsx")).identity for n in range(2)]
    assert len({identity.book_id for identity in ids if identity}) == 2
    given = read_book(new_book(tmp_path / "c.xlsx", "ab" * 16)).identity
    assert given is not None and given.book_id == "ab" * 16


def test_a_book_that_knows_who_it_is_still_crosses_processes() -> None:
    there = pickle.loads(pickle.dumps(vinh_phong()))  # noqa: S301
    assert there.identity == vinh_phong().identity and there[Product] == vinh_phong()[Product]


def test_the_demo_is_the_same_workbook_on_every_pc(book: Path) -> None:
    read = read_book(book)
    assert read.identity is not None and read.identity.book_id == DEMO_ID
    [base] = remembered(book)
    assert base.day == DEMO_DAY
    assert base.contents == forgetting(contents(read), may_be_remembered)
    assert len(read.identity.bases) < 12_000  # characters: two cells


def test_the_sheet_is_hidden_says_what_it_is_and_holds_nothing_personal(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)[PAGE.sheet]
    assert sheet.sheet_state == "veryHidden"
    assert "không có dữ liệu cá nhân" in sheet["B2"].value
    texts = [str(row[1].value or "") for row in sheet.iter_rows() if row[0].value == "Nội dung gốc"]
    kept = zlib.decompress(b64decode("".join(texts))).decode()
    for row in read_book(book)[Producer]:
        for column in spec_of(Producer).inputs:
            value = getattr(row, column.attribute)
            if column.personal and isinstance(value, str) and len(value) > 5:
                assert value not in kept, (column.header, value)


def test_a_telephone_number_in_a_note_is_not_remembered() -> None:
    book = vinh_phong()
    book[Product][0].note = "Gọi chị Ba 0912 345 678"
    base = base_of(forgetting(contents(book), may_be_remembered), DEMO_DAY)
    assert "345" not in packed([base]) and "0912" not in "".join(base.rows)
    place = [column.attribute for column in spec_of(Product).inputs].index("note")
    assert base.contents[Product]["SP01"][place] is UNSAID


# --- kept by every program ------------------------------------------------------------------------------------------


@pytest.mark.thorough
def test_a_change_of_a_cell_leaves_the_base_alone(book: Path) -> None:
    before = read_book(book)
    apply_changes(book, before, [Change("tblSanPham", "SP01", "Tên sản phẩm", before[Product][0].name, "Rượu", "thử")])
    after = read_book(book)
    assert after[Product][0].name == "Rượu"
    assert after.identity == before.identity


@pytest.mark.thorough
def test_openpyxl_keeps_it(book: Path) -> None:
    before = read_book(book).identity
    assert read_book(saved_by_openpyxl(book)).identity == before
    assert not problems(book)


@pytest.mark.thorough
def test_libreoffice_keeps_it_and_the_copy_can_be_written_again(
    book: Path, office: Convert, sdk_errors: SdkErrors
) -> None:
    saved = office(book, "xlsx")
    assert read_book(saved).identity == read_book(book).identity
    assert not problems(saved)
    assert remember(saved, {KIND: "AB12"}) is not None
    assert read_book(saved).identity != read_book(book).identity
    assert remembered(office(saved, "xlsx"))[-1].revision == remembered(book)[-1].revision


# --- lost, foreign ---------------------------------------------------------------------------------------------------


@pytest.mark.thorough
def test_a_lost_sheet_is_told_once_and_its_id_is_still_in_the_file(book: Path) -> None:
    saved_by_openpyxl(book, lambda workbook: workbook.remove(workbook[PAGE.sheet]))
    identity = read_book(book).identity
    assert identity is not None and (identity.book_id, identity.bases) == (DEMO_ID, "")
    assert problems(book) == ["identity_lost"]


def _from_elsewhere(workbook: Any) -> None:
    workbook[PAGE.sheet]["B3"] = "ff" * 16


def _edited(workbook: Any) -> None:
    at = next(row[0].row for row in workbook[PAGE.sheet].iter_rows() if row[0].value == "Nội dung gốc")
    workbook[PAGE.sheet].cell(at, 2).value += "A"


@pytest.mark.thorough
@pytest.mark.parametrize("change", [_from_elsewhere, _edited])
def test_what_was_edited_or_brought_in_is_not_gone_by(book: Path, change: Any) -> None:
    saved_by_openpyxl(book, change)
    assert problems(book) == ["identity_foreign"]
    assert remembered(book) == []


@pytest.mark.thorough
def test_the_sheet_of_another_workbook_is_known_by_the_files_own_property(book: Path, tmp_path: Path) -> None:
    new_book(other := tmp_path / "khac.xlsx", "cd" * 16)
    cells = [[cell.value for cell in row] for row in openpyxl.load_workbook(other)[PAGE.sheet].iter_rows()]

    def copy(workbook: Any) -> None:
        workbook.remove(workbook[PAGE.sheet])
        sheet = workbook.create_sheet(PAGE.sheet)
        for row in cells:
            sheet.append(row)

    saved_by_openpyxl(book, copy)
    identity = read_book(book).identity
    assert problems(book) == ["identity_foreign"]
    assert identity is not None and identity.book_id == DEMO_ID


# --- made anew -----------------------------------------------------------------------------------------------------


@pytest.mark.thorough
def test_a_package_for_the_province_makes_a_lost_one_anew(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdk_errors: SdkErrors
) -> None:
    monkeypatch.chdir(tmp_path)
    without_the_sheet(book)
    assert problems(book) == ["identity_lost"]
    assert main(["share", str(book)]) == 1
    identity = read_book(book).identity
    assert identity is not None and identity.book_id == DEMO_ID
    assert problems(book) == []
    assert list(identity.exported) == [KIND]
    assert len(remembered(book)) == 1
    assert sdk_errors(book, OFFICE_VERSIONS[0]) == []


def test_only_that_sheet_and_what_tells_of_the_backup_are_written_and_only_when_there_is_something_new(
    book: Path,
) -> None:
    before = read_book(book)
    assert remember(book) is None
    was = book.read_bytes()
    apply_changes(book, before, [Change("tblSanPham", "SP01", "Tên sản phẩm", before[Product][0].name, "Rượu", "thử")])
    changed = _parts(book)
    assert remember(book) is not None
    titles = openpyxl.load_workbook(book, read_only=True).sheetnames
    written = [name for name, content in _parts(book).items() if content != changed[name]]
    sheets = {titles[int(name[19:-4]) - 1] for name in written}
    assert PAGE.sheet in sheets
    assert sheets <= {"Thông tin xã", "Nhật ký", PAGE.sheet}, "the moment of the backup may be the same second"
    assert remembered(book)[0].day == DEMO_DAY
    assert len(remembered(book)) == 2
    assert was != book.read_bytes()


def test_a_workbook_that_cannot_be_written_is_packed_all_the_same(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "~$so.xlsx").touch()
    before = book.read_bytes()
    assert main(["share", str(book)]) == 1
    assert "Gói đã lập xong nhưng sổ chưa ghi nhớ được lần gửi này" in capsys.readouterr().err
    assert list(tmp_path.glob("*.zip"))
    assert book.read_bytes() == before


def test_a_package_says_whose_it_is_and_carries_nothing_of_the_past(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["share", str(book)])
    with zipfile.ZipFile(next(tmp_path.glob("*.zip"))) as package:
        for name in package.namelist():
            inside = package.read(name)
            assert (DEMO_ID.encode() in inside) == (name == "manifest.json")
            assert PAGE.sheet.encode() not in inside
            if name.endswith(".xlsx"):
                assert problems(inside) == []
                assert read_book(inside, name=name).identity is None


@pytest.mark.thorough
def test_a_renewed_workbook_keeps_its_id_and_its_past(book: Path, tmp_path: Path) -> None:
    before = read_book(book)
    apply_changes(book, before, [Change("tblSanPham", "SP01", "Tên sản phẩm", before[Product][0].name, "Rượu", "thử")])
    (tmp_path / "moi.xlsx").write_bytes(renew(book, DEMO_DAY, []).content)
    identity = read_book(tmp_path / "moi.xlsx").identity
    assert identity is not None and identity.book_id == DEMO_ID
    first, latest = remembered(tmp_path / "moi.xlsx")
    assert first == remembered(book)[0]
    assert "Rượu" in latest.contents[Product]["SP01"]


@pytest.mark.thorough
def test_copies_of_a_workbook_that_never_had_an_id_become_copies_of_one() -> None:
    old = Path(__file__).parent.parent / "renewing" / "so-khung-1.xlsx"
    first, second = (read_book(renew(old, DEMO_DAY, []).content, name="so").identity for _ in range(2))
    assert first is not None and first == second


# --- moments of the past ------------------------------------------------------------------------------------------


def test_a_dozen_moments_cost_little_more_than_one() -> None:
    book, bases = vinh_phong(), list[Base]()
    for number in range(30):
        book[Product][0].note = f"Ghi chú {number}"
        now = base_of(forgetting(contents(book), may_be_remembered), DEMO_DAY + timedelta(number))
        bases = with_base(bases, now)
        assert with_base(bases, now) == bases  # nothing has changed since
    assert len(bases) == MOST
    assert (bases[0].day, bases[1].day) == (DEMO_DAY, DEMO_DAY + timedelta(30 - MOST + 1))
    assert unpacked(packed(bases)) == bases
    assert len(packed(bases)) < 1.3 * len(packed(bases[:1]))


@pytest.mark.parametrize("text", ["", "không phải", "AAAA", packed([])[:-4], json.dumps([])])
def test_a_text_that_is_no_past_says_nothing(text: str) -> None:
    assert unpacked(text) == []


VALUES = st.one_of(
    st.none(),
    st.just(UNSAID),
    st.text(max_size=9),
    st.integers(),
    st.integers(-(10**9), 10**9).map(lambda n: n / 100),
    st.dates(),
)


@given(
    st.dictionaries(st.text(min_size=1, max_size=4), st.lists(VALUES, min_size=6, max_size=6), max_size=4), st.dates()
)
def test_whatever_a_row_holds_comes_back(rows: dict[str, list[Any]], day: date) -> None:
    width = len(spec_of(Channel).inputs)
    of_table = {key: (key, *cells, *[None] * width)[:width] for key, cells in rows.items()}
    [base] = unpacked(packed([base_of({Channel: of_table}, day)]))
    assert (base.day, base.contents[Channel]) == (day, of_table)


# --- what takes part --------------------------------------------------------------------------------------------


def test_rows_that_no_key_tells_apart_take_no_part() -> None:
    book = Book()
    book[Product] = [
        Product(at=5, id="SP01"),
        Product(at=6, name="không mã"),
        Product(at=7, id="SP02"),
        Product(at=8, id="SP02"),
    ]
    assert list(contents(book)[Product]) == ["SP01"]
    assert [(row.row_id, row.at) for row in set_apart(book)] == [("", 6), ("SP02", 7), ("SP02", 8)]


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _sheet_of(path: Path) -> str:
    """The last one; an own sheet would come before it."""
    sheets = [name for name in _parts(path) if name.startswith("xl/worksheets/sheet")]
    return max(sheets, key=lambda name: int("".join(filter(str.isdigit, name))))
