"""The province's decision as it is published: its list lands in the commune's book, each fact at its row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.model import Book, Commune, Producer, Product, Recognition
from ocop_xl.model.choices import PRODUCT_SECTION, SECTION_NEW, SECTION_UPGRADE
from ocop_xl.sheets.importing import Proposal, propose
from tests.importing.conservation import unaccounted, with_proposed
from tests.importing.documents import sheets_file
from tests.importing.old_files import xlsx_file

DECISION = ["(Kèm theo Quyết định số 1502/QĐ-UBND ngày 30 tháng 6 năm 2026 của UBND tỉnh)"]
HEADER = ["STT", "Tên sản phẩm", "Chủ thể", "Hạng sao"]
Rows = Sequence[Sequence[Any]]


def read(folder: Path, *rows: Sequence[Any], **more: Any) -> Proposal:
    merges, answers = more.get("merges", ()), more.get("answers", {})
    source = xlsx_file(folder / "danh-sach.xlsx", rows, merges)
    here = Commune(name="Vĩnh Phong", kind="xã")
    book = Book()
    book[Commune] = [here]
    proposal = propose(book, source, answers)
    assert unaccounted(source, proposal) == set()
    after = with_proposed(book, proposal)
    after[Commune] = [here]
    assert not propose(after, source, answers).rows, "once more adds nothing"
    return proposal


def ranks(proposal: Proposal) -> list[tuple[str | None, int | None]]:
    """What each product was recognised for."""
    names = {product.id: product.name for product in proposal.of(Product)}
    return [(names[row.product_id], row.stars) for row in proposal.of(Recognition)]


def test_ranks_in_every_spelling(tmp_path: Path) -> None:
    spelled = ["4 sao", "4,0 sao", "****", "* * * *", "★★★★☆", "Bốn sao", "Bốn (04) sao", "Hạng IV", "Cấp 4 sao", "04"]
    rows = [[at, f"Gạo {at}", "HTX Lúa Vàng", rank] for at, rank in enumerate(spelled, 1)]
    proposal = read(tmp_path, DECISION, HEADER, *rows)
    assert [stars for _, stars in ranks(proposal)] == [4] * len(spelled)
    assert {row.note for row in proposal.of(Recognition)} == {None}


def test_a_rank_hoped_for_is_not_recognised(tmp_path: Path) -> None:
    proposal = read(tmp_path, DECISION, HEADER, [1, "Rượu sim", "Công ty Sim Son", "Tiềm năng 5 sao"])
    (product,) = proposal.of(Product)
    assert (product.present, product.potential, product.section) == (None, 5, SECTION_NEW)
    assert proposal.of(Recognition) == []


def test_ranks_in_columns(tmp_path: Path) -> None:
    proposal = read(
        tmp_path,
        DECISION,
        ["STT", "Tên sản phẩm", "Chủ thể", "Kết quả phân hạng", "", ""],
        ["", "", "", "3 sao", "4 sao", "5 sao"],
        [1, "Gạo", "HTX Lúa Vàng", "", "x", ""],
        [2, "Khô cá", "Cơ sở Năm Được", "x", "", ""],
        ["Tổng cộng", "", "", 1, 1, 0],
        merges=[(1, 3, 1, 5), *((1, at, 2, at) for at in range(3))],
    )
    assert ranks(proposal) == [("Gạo", 4), ("Khô cá", 3)]
    assert proposal.questions == []


def test_sheets_named_by_rank(tmp_path: Path) -> None:
    sheets = {
        "3 sao": [DECISION, HEADER[:3], [1, "Khô cá", "Cơ sở Năm Được"]],
        "4 sao": [DECISION, HEADER[:3], [1, "Gạo", "HTX Lúa Vàng"]],
    }
    assert ranks(propose(Book(), sheets_file(tmp_path / "a.xlsx", sheets))) == [("Khô cá", 3), ("Gạo", 4)]


def test_certificate_and_decision_are_papers_of_one_recognition(tmp_path: Path) -> None:
    proposal = read(
        tmp_path,
        [*HEADER, "Giấy chứng nhận", "", "Quyết định", ""],
        ["", "", "", "", "Số", "Ngày cấp", "Số", "Ngày"],
        [1, "Gạo", "HTX Lúa Vàng", 4, "01/GCN", date(2026, 7, 1), "1502/QĐ-UBND", date(2026, 6, 30)],
        merges=[(0, 4, 0, 5), (0, 6, 0, 7), *((0, at, 1, at) for at in range(4))],
    )
    (row,) = proposal.of(Recognition)
    assert (row.stars, row.decision_number, row.decision_date) == (4, "1502/QĐ-UBND", date(2026, 6, 30))
    assert (row.issued, row.ends) == (date(2026, 7, 1), date(2029, 7, 1))


def test_the_latest_of_several_decisions_in_a_cell(tmp_path: Path) -> None:
    both = "QĐ 120/QĐ-UBND ngày 15/3/2023; QĐ 1502/QĐ-UBND ngày 30/6/2026"
    proposal = read(tmp_path, [*HEADER, "Quyết định công nhận"], [1, "Gạo", "HTX Lúa Vàng", 4, both])
    (row,) = proposal.of(Recognition)
    assert (row.decision_number, row.decision_date, row.stars) == ("1502/QĐ-UBND", date(2026, 6, 30), 4)
    assert row.note == "Số quyết định: QĐ 120/QĐ-UBND ngày 15/3/2023"


PLACES: list[tuple[str, Rows, list[tuple[int, int, int, int]]]] = [
    (
        "Roman, with ranks within",
        [
            HEADER[:3],
            ["I", "XÃ VĨNH PHONG"],
            ["A", "Hạng 4 sao"],
            [1, "Gạo", "HTX Lúa Vàng"],
            ["II", "XÃ VĨNH BÌNH"],
            ["A", "Hạng 3 sao"],
            [1, "Trà", "Cơ sở Mãng Cầu"],
        ],
        [],
    ),
    (
        "ranks with places within",
        [
            HEADER[:3],
            ["A", "Hạng 4 sao"],
            ["I", "Xã Vĩnh Phong"],
            [1, "Gạo", "HTX Lúa Vàng"],
            ["B", "Hạng 3 sao"],
            ["I", "Xã Vĩnh Bình"],
            [1, "Trà", "Cơ sở Mãng Cầu"],
        ],
        [],
    ),
    (
        "numbered, merged over the row",
        [
            HEADER,
            ["1. Xã Vĩnh Phong: 01 sản phẩm", "", "", ""],
            ["1.1", "Gạo", "HTX Lúa Vàng", "4 sao"],
            ["2. Xã Vĩnh Bình: 01 sản phẩm", "", "", ""],
            ["2.1", "Trà", "Cơ sở Mãng Cầu", "3 sao"],
        ],
        [(1, 0, 1, 3), (3, 0, 3, 3)],
    ),
    (
        "in the column of products, with counts",
        [
            ["STT", "Đơn vị/Tên sản phẩm", "Chủ thể", "Hạng sao", "Ghi chú"],
            [1, "Xã Vĩnh Phong", "", "", "01 sản phẩm"],
            ["", "- Gạo", "HTX Lúa Vàng", "4 sao", ""],
            [2, "Xã Vĩnh Bình", "", "", "01 sản phẩm"],
            ["", "- Trà", "Cơ sở Mãng Cầu", "3 sao", ""],
        ],
        [],
    ),
]


@pytest.mark.parametrize(("rows", "merges"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES])
def test_headings_of_communes(rows: Rows, merges: list[tuple[int, int, int, int]], tmp_path: Path) -> None:
    proposal = read(tmp_path, *rows, merges=merges)
    assert [(product.name, product.present) for product in proposal.of(Product)] == [("Gạo", 4), ("Trà", 3)]
    assert [producer.address for producer in proposal.of(Producer)] == ["xã Vĩnh Phong", "xã Vĩnh Bình"]
    (asked,) = proposal.questions
    assert (asked.group, asked.otherwise) == ("xa-khac", "lấy nguồn")


def test_rows_of_other_communes_are_left_out_where_somebody_says_so(tmp_path: Path) -> None:
    header = ["STT", "Xã", "Tên sản phẩm", "Chủ thể", "Hạng sao"]
    rows = [
        [1, "Vĩnh Phong", "Gạo", "HTX Lúa Vàng", "4 sao"],
        [2, "Vĩnh Bình", "Trà", "Cơ sở Mãng Cầu", "3 sao"],
        ["", "", "Mứt", "", "3 sao"],
    ]
    proposal = read(tmp_path, DECISION, header, *rows, answers={"xa-khac": "bỏ dòng"})
    assert [product.name for product in proposal.of(Product)] == ["Gạo"]
    assert proposal.kept_out == {"của xã khác": 2}


def test_a_blank_subject_below_a_row_that_did_not_enter_is_that_row_s(tmp_path: Path) -> None:
    proposal = read(
        tmp_path,
        DECISION,
        HEADER,
        [1, "Gạo", "HTX Lúa Vàng", "4 sao"],
        [2, "Mắm", "Cơ sở Bà Tư", "Không đạt"],
        ["", "Khô cá", "", "3 sao"],
    )
    names = {producer.id: producer.name for producer in proposal.of(Producer)}
    assert [(product.name, names[product.producer_id or ""]) for product in proposal.of(Product)] == [
        ("Gạo", "HTX Lúa Vàng"),
        ("Khô cá", "Cơ sở Bà Tư"),
    ]


def test_several_products_in_a_cell(tmp_path: Path) -> None:
    rows = [[1, "- Trà (*)\n- Mứt", "Cơ sở Út", "3 sao\n4 sao"], [2, "Gạo ST25; Gạo ST24", "HTX Lúa Vàng", "4 sao"]]
    assert ranks(read(tmp_path, DECISION, HEADER, *rows)) == [("Trà", 3), ("Mứt", 4), ("Gạo ST25; Gạo ST24", 4)]
    answered = read(tmp_path, DECISION, HEADER, *rows, answers={"nhieu-san-pham": "mỗi tên một sản phẩm"})
    assert ranks(answered)[2:] == [("Gạo ST25", 4), ("Gạo ST24", 4)]


def test_remarks_stand_side_by_side(tmp_path: Path) -> None:
    proposal = read(tmp_path, [*HEADER, "Điểm", "Ghi chú"], [1, "Gạo", "HTX Lúa Vàng", 4, 78.5, "Đánh giá lần đầu"])
    assert proposal.of(Product)[0].note == "Điểm: 78.5; Đánh giá lần đầu"
    assert proposal.questions == []


def test_who_decides_stands_in_the_letterhead(tmp_path: Path) -> None:
    head = (
        "ỦY BAN NHÂN DÂN TỈNH AN GIANG",
        "Số: 3344/QĐ-UBND",
        "An Giang, ngày 18 tháng 11 năm 2026",
        "Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP",
        "Điều 1. Công nhận 01 sản phẩm OCOP đạt hạng 4 sao, gồm:",
    )
    proposal = read(tmp_path, *([line] for line in head), HEADER[:3], [1, "Gạo", "HTX Lúa Vàng"])
    (row,) = proposal.of(Recognition)
    assert (row.stars, row.decision_number, row.authority) == (4, "3344/QĐ-UBND", "UBND tỉnh")


def test_a_column_misread_is_shown_by_the_cells_that_do_not_fit(tmp_path: Path) -> None:
    rows = [[1, "Gạo", "HTX A", "4 sao"], [2, "Trà", "HTX A", "rất ngon"], [3, "Mứt", "HTX A", "khá"]]
    (asked,) = read(tmp_path, HEADER, *rows).questions
    assert asked.text == "cột “Hạng sao” trông như «Hiện trạng» nhưng chứa “rất ngon”, “khá”"


def test_forms_of_assessment_in_columns(tmp_path: Path) -> None:
    proposal = read(
        tmp_path,
        ["STT", "Tên sản phẩm", "Chủ thể", "Hình thức đăng ký", "", ""],
        ["", "", "", "Mới", "Nâng hạng", "Đánh giá lại"],
        [1, "Gạo", "HTX Lúa Vàng", "x", "", ""],
        [2, "Mắm", "Cơ sở Bà Tư", "", "x", ""],
        [3, "Trà", "Cơ sở Mãng Cầu", "", "", "x"],
        merges=[(0, 3, 0, 5), *((0, at, 1, at) for at in range(3))],
    )
    assert [product.section for product in proposal.of(Product)] == list(PRODUCT_SECTION.values)


def test_a_council_s_conclusion_that_names_no_rank(tmp_path: Path) -> None:
    rows = [
        [1, "Gạo", "HTX A", "4 sao", "Đạt"],
        [2, "Mắm", "HTX B", "-", "Không đạt"],
        [3, "Trà", "HTX C", 3, "Đồng ý"],
    ]
    proposal = read(tmp_path, [*HEADER, "Kết luận"], *rows)
    assert [(product.name, product.present) for product in proposal.of(Product)] == [("Gạo", 4), ("Trà", 3)]
    assert [question.group for question in proposal.questions] == ["khong-dat"]


def test_a_rank_asked_for_makes_an_upgrade(tmp_path: Path) -> None:
    header = ["STT", "Tên sản phẩm", "Chủ thể", "Hạng hiện tại", "Hạng đề nghị"]
    (product,) = read(tmp_path, header, [1, "Gạo", "HTX A", "3 sao", "4 sao"]).of(Product)
    assert (product.section, product.present, product.potential) == (SECTION_UPGRADE, 3, 4)


def of_the_book(tmp_path: Path, *rows: Sequence[Any]) -> Proposal:
    """Against a book in which «Nhà máy Nguyễn Hưng» makes «Gạo»."""
    book = Book()
    book[Producer] = [Producer(id="CT01", name="Nhà máy Nguyễn Hưng")]
    book[Product] = [Product(id="SP01", name="Gạo", section=SECTION_NEW, number=1, producer_id="CT01")]
    return propose(book, xlsx_file(tmp_path / "danh-sach.xlsx", [DECISION, HEADER, *rows]))


def test_the_maker_of_a_product_under_a_longer_name_is_asked_about(tmp_path: Path) -> None:
    longer = "Nhà máy xay xát Nguyễn Hưng"
    proposal = of_the_book(tmp_path, [1, "GẠO", longer, "4 sao"], [2, "Tấm", longer, "3 sao"])
    assert [(asked.group, asked.choices[0]) for asked in proposal.questions] == [("chu-the", "là CT01")]
    assert proposal.rows == [], "nor does the next row of that subject enter before somebody has said"


def test_a_product_that_another_subject_has_too_is_told(tmp_path: Path) -> None:
    proposal = of_the_book(tmp_path, [1, "gạo", "HTX Lúa Vàng", "4 sao"])
    assert [product.name for product in proposal.of(Product)] == ["gạo"]
    assert any("sổ có “Gạo” (SP01) của chủ thể khác" in note.why for note in proposal.unsure)
