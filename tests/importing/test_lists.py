"""Lists of other things than products: subjects, classes, sales channels."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.model import Book, Channel, Producer, Product, Recognition, Support, Training, TrainingClass
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.importing import Proposal, propose
from tests.importing.conservation import unaccounted, with_proposed
from tests.importing.old_files import csv_file


def read(folder: Path, *rows: Any, book: Book | None = None) -> Proposal:
    source = csv_file(folder / "a.csv", rows)
    proposal = propose(book or Book(), source)
    assert unaccounted(source, proposal) == set()
    assert propose(with_proposed(book or Book(), proposal), source).changes == [], "once more adds nothing"
    return proposal


def test_subjects_alone(tmp_path: Path) -> None:
    proposal = read(
        tmp_path,
        ("Tỉnh", "Huyện", "Xã", "Tên Đường", "Loại Hình Kinh Doanh", "Mã Số Thuế", "Tên Doanh Nghiệp", "Điện Thoại"),
        ("Tỉnh An Giang", "TP Châu Đốc", "Phường Núi Sam", "Khóm 2", "Hộ Gia Đình", "1600", "Cô Tư Mận", "0912345678"),
    )
    (producer,) = proposal.of(Producer)
    assert (producer.name, producer.legal_form, producer.registration) == (
        "Cô Tư Mận",
        "Hộ sản xuất, hộ gia đình",
        "1600",
    )
    assert producer.address == "Khóm 2, Phường Núi Sam, TP Châu Đốc, Tỉnh An Giang"
    assert proposal.of(Product) == []


def test_a_class_with_its_name_in_the_title(tmp_path: Path) -> None:
    proposal = read(
        tmp_path,
        ("Lớp tập huấn nâng cao năng lực chủ thể OCOP", "", "", "", ""),
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Ngày tập huấn"),
        ("1", "Nguyễn Văn A", "Giám đốc", "HTX Hiếu Phú", "25/5/2026"),
        ("2", "Trần Thị B", "Chủ hộ", "HKD Ba Thu", "25/5/2026"),
    )
    assert [(c.id, c.course, c.held) for c in proposal.of(TrainingClass)] == [
        ("LTH01", "Lớp tập huấn nâng cao năng lực chủ thể OCOP", date(2026, 5, 25))
    ]
    assert [(t.class_id, t.producer_id, t.attendee, t.note) for t in proposal.of(Training)] == [
        ("LTH01", "CT01", "Nguyễn Văn A", "Chức vụ: Giám đốc"),
        ("LTH01", "CT02", "Trần Thị B", "Chức vụ: Chủ hộ"),
    ]


def test_sales_channels_of_products_that_the_book_has(tmp_path: Path) -> None:
    book = Book()
    book[Producer] = [Producer(id="CT01", name="HTX Hiểu Phát")]
    book[Product] = [Product(id="SP01", name="Tôm khô", producer_id="CT01")]
    header = ("STT", "Tên sản phẩm", "Chủ thể", "Sàn TMĐT", "Link gian hàng", "Ngày tham gia")
    proposal = read(
        tmp_path,
        header,
        ("1", "Tôm khô", "HTX Hiểu Phát", "Postmart", "https://postmart.vn/tom", "25/3/2026"),
        ("2", "Khô cá", "HTX Hiểu Phát", "Postmart", "", ""),
        book=book,
    )
    assert [(c.product_id, c.name, c.kind, c.state) for c in proposal.of(Channel)] == [
        ("SP01", "Postmart", "Sàn thương mại điện tử", "Đang hoạt động")
    ]
    assert proposal.kept_out == {"sổ chưa có sản phẩm này: hãy nhập danh mục sản phẩm trước": 1}


def test_an_older_workbook_of_ours(tmp_path: Path) -> None:
    """Its keys are given anew, what refers to them follows, and the same product is not added twice."""
    old, new = Book(), Book()
    old[Producer] = [Producer(id="CT01", name="HTX Hiểu Phát", phone="0912345678"), Producer(id="CT02", name="Cô Ba")]
    old[Product] = [
        Product(id="SP01", name="Tôm khô", producer_id="CT01", number=1, section="C. Duy trì hạng"),
        Product(id="SP02", name="Mắm lóc", producer_id="CT02", number=1, section="A. Sản phẩm mới"),
    ]
    old[Recognition] = [Recognition(id="CN01", product_id="SP02", stars=3, issued=date(2024, 5, 7))]
    old[Support] = [Support(id="HT01", kind="Bao bì", producer_id="CT01")]
    new[Producer] = [Producer(id="CT07", name="Hợp tác xã Hiểu Phát")]
    new[Product] = [Product(id="SP09", name="Tôm khô", producer_id="CT07", number=4, section="C. Duy trì hạng")]
    source = tmp_path / "so-cu.xlsx"
    source.write_bytes(build_workbook(old, DEMO_DAY))
    proposal = propose(new, source)
    assert [(p.id, p.name, p.producer_id) for p in proposal.of(Product)] == [("SP10", "Mắm lóc", "CT08")]
    assert [(r.product_id, r.stars, r.issued) for r in proposal.of(Recognition)] == [("SP10", 3, date(2024, 5, 7))]
    assert [(c.row_id, c.column, c.after) for c in proposal.changes if c.row_id == "CT07"] == [
        ("CT07", "Điện thoại", "0912345678")
    ]
    assert [note.assumed for note in proposal.unsure if "trang này" in note.why] == ["chưa nhập 1 dòng «Hỗ trợ»"]
