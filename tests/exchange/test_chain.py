"""Packages with an identity: the how-manieth of which workbook, after which one, for which period, and whether anything
has changed."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.cli.main import main
from ocop_xl.demo.books import DEMO_DAY, vinh_phong
from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.manifest import LIST
from ocop_xl.exchange.received import received
from ocop_xl.exchange.sendings import KIND, content_sum, next_link, sendings_of
from ocop_xl.exchange.share import Packing, SharedPackage, make_package
from ocop_xl.jobs.packing import pack_file
from ocop_xl.model import Book, Producer, Product
from ocop_xl.model.identity import Identity
from ocop_xl.office.container import zipped
from ocop_xl.privacy.profiles import INTERNAL
from ocop_xl.province.board.states import State, lines
from ocop_xl.province.board.units import Unit
from ocop_xl.province.choosing import Fate, Sent, judge
from ocop_xl.province.head import head_of
from ocop_xl.province.reduced import reduced
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.province.communes import commune, nothing_else

DUE = date(2026, 12, 1)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong, DEMO_DAY))
    return path


def sent(book: Path, days: int = 0, period: str = "") -> SharedPackage:
    on = DEMO_DAY + timedelta(days=days)
    out = book.parent / f"{days}-{len(list(book.parent.iterdir()))}"
    return pack_file(read_book(book), book, out, Packing(on, period=period))


def rename(path: Path, name: str) -> None:
    book = read_book(path)
    was = book.by_id(Product)["SP01"].name
    apply_changes(path, book, [Change("tblSanPham", "SP01", "Tên sản phẩm", was, name, "tên trên nhãn")])


def board_line(*packages: SharedPackage) -> tuple[State, list[tuple[str, Fate]], tuple[str, ...]]:
    heads = [head_of(reduced(f"{n}.zip", one.content, DEMO_DAY.isoformat())) for n, one in enumerate(packages)]
    judged = judge([Sent(n, f"{n}.zip", head) for n, head in enumerate(heads)])
    (line,) = lines(judged, [Unit(heads[0].commune_code, "")], DUE, DUE)
    return line.state, sorted((one.name, one.fate) for one in judged), line.remarks


def _packed(book: Book, days: int = 0, period: str = "") -> SharedPackage:
    """As `pack_file` does, without a file: the book remembers what went out."""
    package = make_package(book, nothing_else(), Packing(DEMO_DAY + timedelta(days=days), period=period))
    book.identity = Identity("a" * 32, exported=package.exported)
    return package


def test_the_next_package_names_the_last_one_and_an_unchanged_one_says_so() -> None:
    book = commune(3)
    book.identity = Identity("a" * 32)
    first, again = _packed(book, period="Quý IV/2026"), _packed(book, 3)
    assert (first.manifest.sequence, first.manifest.previous, first.manifest.period) == (1, "", "Quý IV/2026")
    assert (again.manifest.sequence, again.manifest.previous) == (1, "")
    assert again.notices[0].startswith("Sổ không đổi từ gói lần 1 ngày 23/11/2026")
    assert board_line(again, first)[0] is State.SAME
    book[Product][0].name = "Tôm khô loại một"
    after = _packed(book, 4)
    assert (after.manifest.sequence, after.manifest.previous) == (2, again.code)
    assert board_line(after, again)[2] == ()


@pytest.mark.thorough
def test_each_package_names_the_one_before(book: Path) -> None:
    first = sent(book, period="Quý IV/2026")
    rename(book, "Tương hột Vĩnh Phong")
    second = sent(book, 1)
    told = [(one.manifest.sequence, one.manifest.previous, one.manifest.period) for one in (first, second)]
    assert told == [(1, "", "Quý IV/2026"), (2, first.code, "")]
    assert first.manifest.book_id == second.manifest.book_id == str(read_book(book).identity.book_id)  # type: ignore[union-attr]
    assert [(one.sequence, one.code) for one in sendings_of(read_book(book))] == [(1, first.code), (2, second.code)]
    assert second.manifest.rows["tblSanPham"] == 7
    assert board_line(first, second)[:2] == (State.ON_TIME, [("0.zip", Fate.REPLACED), ("1.zip", Fate.USED)])


@pytest.mark.thorough
def test_a_package_of_an_unchanged_book_says_so_and_is_no_next_one(book: Path) -> None:
    first, again = sent(book), sent(book, 3)
    assert (again.manifest.sequence, again.manifest.previous) == (1, "")
    assert (
        again.notices[0] == f"Sổ không đổi từ gói lần 1 ngày 23/11/2026 (mã {first.code}); gói này là gói ấy gửi lại."
    )
    assert board_line(first, again)[0] is State.SAME
    assert len(sendings_of(read_book(book))) == 1


@pytest.mark.thorough
def test_two_officers_who_go_on_from_one_package_are_told_apart(book: Path) -> None:
    first = sent(book)
    other = book.with_name("may-2.xlsx")
    other.write_bytes(book.read_bytes())
    rename(book, "Tương hột")
    rename(other, "Chao")
    one, two = sent(book, 1), sent(other, 2)
    state, fates, _ = board_line(first, one, two)
    assert state is State.FORKED
    assert fates == [("0.zip", Fate.REPLACED), ("1.zip", Fate.FORKED), ("2.zip", Fate.USED)]


@pytest.mark.thorough
def test_a_gap_is_told(book: Path) -> None:
    first = sent(book)
    rename(book, "Tương hột")
    second = sent(book, 1)
    rename(book, "Tương hột và chao đặc biệt")
    third = sent(book, 2)
    assert board_line(first, third)[2] == ("chưa nhận gói lần 2",)
    assert board_line(first, second, third)[2] == ()


@pytest.mark.thorough
def test_a_list_that_names_another_commune_than_its_workbook_is_refused(book: Path) -> None:
    package = sent(book)
    with ZipFile(BytesIO(package.content)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    files[LIST] = files[LIST].replace(b'"commune_code": "31051"', b'"commune_code": "31052"')
    head = head_of(reduced("goi.zip", zipped(files), DEMO_DAY.isoformat()))
    assert head.refusal.startswith("Danh mục của gói ghi mã xã 31052, sổ trong gói ghi 31051")


def test_two_workbooks_of_one_commune_are_asked_about(book: Path) -> None:
    first = sent(book)
    read = read_book(book)
    assert read.identity is not None
    read.identity = Identity("f" * 32)
    other = pack_file(read, book, book.parent / "khac", Packing(DEMO_DAY + timedelta(days=1)))
    state, fates, _ = board_line(first, other)
    assert state is State.SAME, "two workbooks that say the same are no question"
    read[Product][0].name = "Khác"
    other = pack_file(read, book, book.parent / "khac-2", Packing(DEMO_DAY + timedelta(days=1)))
    state, fates, _ = board_line(first, other)
    assert (state, fates) == (State.OTHER_BOOK, [("0.zip", Fate.OTHER_BOOK), ("1.zip", Fate.USED)])


def test_the_sum_of_the_contents_does_not_give_away_a_telephone_number() -> None:
    one, other = vinh_phong(), vinh_phong()
    one[Product][0].note, other[Product][0].note = "gọi 0912 345 678", "gọi 0987 654 321"
    other[Producer][0].phone = "0911111111"
    assert content_sum(one) == content_sum(other)
    other[Producer][0].name = "Tên khác"
    assert content_sum(one) != content_sum(other)


def test_what_an_earlier_version_remembered_and_what_is_damaged() -> None:
    book = vinh_phong()
    book.identity = Identity("a" * 32, exported={KIND: "F304-FE42-0D4B-F271"})
    assert next_link(book)[1:3] == (2, "F304-FE42-0D4B-F271")
    book.identity = Identity("a" * 32, exported={KIND: "[[1"})
    assert next_link(book)[1:3] == (1, "")
    with pytest.raises(ExchangeError, match="Kỳ báo cáo dài quá 40 chữ"):
        next_link(book, "x" * 41)


@pytest.mark.thorough
def test_a_package_for_the_commune_itself_is_no_link_of_the_chain(book: Path) -> None:
    package = pack_file(read_book(book), book, book.parent / "noi-bo", Packing(DEMO_DAY, INTERNAL))
    assert package.manifest.sequence == 0 and sendings_of(read_book(book)) == []


def test_a_package_of_version_1_is_still_verified_and_used(capsys: pytest.CaptureFixture[str]) -> None:
    old = Path(__file__).with_name("goi-phien-ban-1.zip")
    assert main(["verify", str(old)]) == 0
    got = received(old.name, old.read_bytes())
    assert got.manifest is not None and got.manifest.sequence == 0 and len(got.book[Product]) == 7
    newer = head_of(reduced("moi.zip", old.read_bytes(), DEMO_DAY.isoformat()))
    assert (newer.kind, newer.made) == ("gói", "2026-11-23")
