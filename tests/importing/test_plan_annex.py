"""The annex of Kế hoạch 76/KH-UBND gives its seven products and six producers, exactly."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.demo.books import PLAN_TEXT
from ocop_xl.model import Book, Producer, Product
from ocop_xl.sheets.importing import propose
from tests.importing.conservation import unaccounted

NEW, UPGRADE = "A. Sản phẩm mới", "B. Nâng hạng sản phẩm"


def test_seven_products() -> None:
    proposal = propose(Book(), PLAN_TEXT)
    assert [
        (p.id, p.section, p.number, p.name, p.sector, p.producer_id, p.present, p.potential)
        for p in proposal.of(Product)
    ] == [
        ("SP01", NEW, 1, "Tương hột và chao", "Thực phẩm chế biến", "CT01", None, 3),
        ("SP02", NEW, 2, "Chả cá phi", "Thực phẩm", "CT02", None, 3),
        ("SP03", NEW, 3, "Mắm lóc", "Thực phẩm", "CT03", None, 3),
        ("SP04", NEW, 4, "Mắm cá lóc đóng hộp", "Thực phẩm", "CT04", None, 3),
        ("SP05", NEW, 5, "Tôm càng xanh đóng hộp", "Thực phẩm", "CT05", None, 4),
        ("SP06", UPGRADE, 1, "Gạo", "Thực phẩm", "CT06", 3, 4),
        ("SP07", UPGRADE, 2, "Tôm khô", "Thực phẩm", "CT05", 3, 4),
    ]
    assert {(p.from_year, p.to_year) for p in proposal.of(Product)} == {(2025, 2030)}


def test_six_producers_with_the_legal_forms_of_the_decision() -> None:
    proposal = propose(Book(), PLAN_TEXT)
    assert [(p.id, p.name, p.legal_form) for p in proposal.of(Producer)] == [
        ("CT01", "Cơ sở Thanh Hương", "Cơ sở"),
        ("CT02", "Nguyễn Thị Kiều Diễm", "Hộ kinh doanh"),
        ("CT03", "Hộ kinh doanh sản xuất mắm Cô Ba", "Hộ kinh doanh"),
        ("CT04", "Hộ kinh doanh Lê Thị Nhỏ", "Hộ kinh doanh"),
        ("CT05", "HTX Dịch vụ - NN Hiểu Phát", "Hợp tác xã"),
        ("CT06", "Nhà máy Nguyễn Hưng", "Doanh nghiệp tư nhân"),
    ]


def test_every_cell_found_its_place_and_nothing_was_assumed() -> None:
    proposal = propose(Book(), PLAN_TEXT)
    assert proposal.unsure == []
    assert proposal.unplaced == []
    assert unaccounted(PLAN_TEXT, proposal) == set()


def test_product_sets_are_suggested_not_filled() -> None:
    proposal = propose(Book(), PLAN_TEXT)
    assert {p.product_set for p in proposal.of(Product)} == {None}
    assert [note.assumed.split(".")[0] for note in proposal.suggestions if note.text == "Gạo"] == ["03"]


def test_ids_continue_the_books() -> None:
    book = Book()
    book[Product] = [Product(id="SP07", name="Khô cá lóc", producer_id="CT06")]
    book[Producer] = [Producer(id="CT06", name="HTX Tân Tiến")]
    proposal = propose(book, PLAN_TEXT)
    assert [p.id for p in proposal.of(Product)] == [f"SP{n:02d}" for n in range(8, 15)]
    assert [p.id for p in proposal.of(Producer)] == [f"CT{n:02d}" for n in range(7, 13)]


def test_summary_and_json_say_what_would_be_written(tmp_path: Path) -> None:
    proposal = propose(Book(), PLAN_TEXT)
    assert "thêm 7 dòng «Sản phẩm», 6 dòng «Chủ thể», 0 dòng «Công nhận»" in proposal.summary()
    lines = proposal.summary().splitlines()
    assert "Thêm vào trang «Chủ thể» (6 dòng):" in lines
    assert "  + CT01  «Tên chủ thể»: Cơ sở Thanh Hương; «Loại hình»: Cơ sở" in lines
    rice = next(at for at, line in enumerate(lines) if line.startswith("  + SP06"))
    assert " ".join(" ".join(lines[rice : rice + 3]).split()) == (
        "+ SP06 «Tên sản phẩm»: Gạo; «Mục»: B. Nâng hạng sản phẩm; «STT»: 1; «Nhóm sản phẩm»: Thực phẩm; "
        "«Mã CT»: CT06; «Hiện trạng»: 3 sao; «Tiềm năng»: 4 sao; «Lộ trình từ năm»: 2025; «Lộ trình đến năm»: 2030"
    )
    told = proposal.as_json()
    assert len(told["rows"]) == 13
    assert {
        key: value
        for change in told["changes"]
        if change["row_id"] == "SP06" and change["column"] == "Tiềm năng"
        for key, value in change.items()
        if key != "why"
    } == {"table": "tblSanPham", "row_id": "SP06", "column": "Tiềm năng", "before": None, "after": 4}
