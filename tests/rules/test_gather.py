"""It does not nag: the same thing in many rows is one line, and what an officer has seen and let stand is set aside."""

from __future__ import annotations

from datetime import date

import pytest

from ocop_xl.model import Book, Channel, FindingLine, Producer, Product
from ocop_xl.model import choices as c
from ocop_xl.model.book import UnreadCell
from ocop_xl.model.table import spec_of
from ocop_xl.rules.check import check, counts
from ocop_xl.rules.finding import Finding, Severity
from ocop_xl.rules.listed import cells_listed, finding_line
from ocop_xl.rules.summary import summary

ON = date(2026, 11, 23)


def _shops(count: int, link: str | None = None) -> Book:
    """Open shops on e-commerce, of products that are there, without their links."""
    book = Book()
    book[Producer] = [Producer(at=5, id="CT01", name="HTX Hiểu Phát")]
    book[Product] = [Product(at=5 + n, id=f"SP{n:02}", name=f"Món {n}", producer_id="CT01") for n in range(count)]
    book[Channel] = [
        Channel(
            at=5 + n,
            id=f"KB{n:02}",
            kind=c.CHANNEL_ECOMMERCE,
            name=f"Gian {n}",
            product_id=f"SP{n:02}",
            link=link,
            state=c.CHANNEL_OPEN,
        )
        for n in range(count)
    ]
    return book


def _of(book: Book, code: str) -> list[Finding]:
    return [found for found in check(book, ON) if found.code == code]


def test_up_to_three_rows_are_told_one_by_one() -> None:
    assert [found.cells for found in _of(_shops(3), "KB-001")] == [(f"Kênh bán!G{n}",) for n in (5, 6, 7)]


def test_more_are_one_line_with_their_number_and_the_first_cells() -> None:
    (found,) = _of(_shops(40), "KB-001")
    assert found.message == (
        "«Đường dẫn» đang trống — gian hàng “Gian 0” được tính vào chỉ tiêu lên sàn mà chưa có đường dẫn. "
        "Như vậy ở 40 ô: G5, G6, G7, G8, G9 và 35 ô khác."
    )
    assert (found.where, len(found.cells), found.cells[-1]) == ("Kênh bán!G5", 40, "Kênh bán!G44")


def test_rows_below_a_table_are_one_line_a_table() -> None:
    book = Book()
    book.unseen += [
        UnreadCell(kind(at=n), spec_of(kind).inputs[0], f"SP{n}", "below_table")
        for kind in (Product, Channel)
        for n in range(30, 75)
    ]
    assert [(found.table, len(found.cells)) for found in _of(book, "EX-005")] == [
        ("tblSanPham", 45),
        ("tblKenhBan", 45),
    ]


def test_a_row_that_was_only_begun_is_one_line_with_the_advice_for_all_its_cells() -> None:
    book = _shops(1)
    book[Product].append(Product(at=6, id="SP90", name="Mật ong"))
    (found,) = [one for one in _of(book, "DL-001") if one.row_id == "SP90"]
    assert found.message.startswith("«Mục» đang trống — ô này bắt buộc. Như vậy ở 7 ô: C6, D6, E6, ")
    assert (found.fix, len(found.cells)) == ("Hãy điền ô này.", 7)


def test_one_missing_key_is_one_line_whatever_tables_name_it() -> None:
    book = _shops(4)
    book[Product] = [Product(at=5, id="SP20", name="Gạo", producer_id="CT01")]
    for row in book[Channel]:
        row.product_id = "SP07"
    book[Channel] = [*book[Channel], Channel(at=9, id="KB09", product_id="SP08")]
    found = {one.saw: one for one in _of(book, "DL-006")}
    assert {saw: len(one.cells) for saw, one in found.items()} == {"SP07": 4, "SP08": 1}
    assert "SP20" not in found["SP07"].fix


def test_many_reasons_in_one_column_are_one_line_that_says_what_differs() -> None:
    book = _shops(5)
    for row, words in zip(book[Channel], ("mở", "đang bán", "Tạm ngưng", "ngưng", "chưa rõ"), strict=True):
        row.state = words
    (found,) = _of(book, "DL-002")
    assert found.message.endswith(" Như vậy ở 5 ô: J5 (mở), J6 (đang bán), J7 (Tạm ngưng), J8 (ngưng), J9 (chưa rõ).")
    assert found.fix == (
        "Hãy chọn một giá trị trong danh sách. Đó là cách sửa ô đầu; mỗi ô khác cũng sửa như vậy, theo nội dung của ô ấy."
    )


def test_ten_rows_that_were_only_begun_are_one_line() -> None:
    book = Book()
    book[Product] = [Product(at=5 + n, id=f"SP{n:02}", name=f"Món {n}") for n in range(10)]
    (found,) = _of(book, "DL-001")
    assert (found.cell, len(found.cells), len(set(found.marks))) == ("C5", 70, 70)


def test_what_is_wrong_comes_before_what_is_only_odd() -> None:
    book = _shops(1)
    book[Product][0].potential = 2
    severities = [found.severity for found in check(book, ON)]
    assert severities == sorted(severities, key=list(Severity).index)


def _typed(book: Book, found: list[Finding], who: str = "Lê Thị Hoa", why: str = "Tỉnh đã đồng ý") -> None:
    """As if the officer had typed her name and the reason beside these lines of «Phát hiện»."""
    lines = [finding_line(one, ON) for one in found]
    for line in lines:
        line.seen_by, line.seen_why = who or None, why or None
    book[FindingLine] = lines


def test_a_finding_that_was_seen_is_set_aside_and_counted_apart() -> None:
    book = _shops(2)
    before = counts(check(book, ON))[Severity.WARNING]
    _typed(book, _of(book, "KB-001")[:1])
    found = check(book, ON)
    assert counts(found)[Severity.WARNING] == before - 1
    assert found[-1].set_aside and found[-1].cells == ("Kênh bán!G5",)
    assert summary(found, ON).endswith("; 1 điều đã xem, để nguyên.")


def test_it_stays_through_sorting_and_comes_back_when_the_cell_changes() -> None:
    book = _shops(2)
    book[Channel][0].link = "shopee/vn"
    _typed(book, _of(book, "LH-003"))
    first, second = book[Channel]
    first.at, second.at = second.at, first.at
    book[Channel] = [second, first]
    assert [(found.cell, found.set_aside) for found in _of(book, "LH-003")] == [("G6", True)]
    first.link = "shopee/com"
    assert [found.set_aside for found in _of(book, "LH-003")] == [False]


def test_a_new_row_with_the_same_fault_is_not_seen_with_the_others() -> None:
    book = _shops(5)
    _typed(book, _of(book, "KB-001"))
    more = _shops(6)
    more[FindingLine] = book[FindingLine]
    assert [(len(found.cells), found.set_aside) for found in _of(more, "KB-001")] == [(1, False), (5, True)]


@pytest.mark.parametrize(("who", "why"), [("Lê Thị Hoa", ""), ("", "Tỉnh đã đồng ý")])
def test_who_and_why_are_both_wanted_and_neither_is_lost(who: str, why: str) -> None:
    book = _shops(1)
    _typed(book, _of(book, "KB-001"), who, why)
    (found,) = _of(book, "KB-001")
    line = finding_line(found, ON)
    assert (found.set_aside, line.seen_by or "", line.seen_why or "", line.seen_on) == (False, who, why, None)


def test_an_error_cannot_be_waved_away() -> None:
    book = _shops(1)
    book[Product][0].potential = 2
    _typed(book, _of(book, "SP-012"))
    (found,) = _of(book, "SP-012")
    assert not found.set_aside and counts(check(book, ON))[Severity.ERROR]
    assert finding_line(found, ON).seen_by == "Lê Thị Hoa"


def test_the_day_is_filled_in_and_the_cell_loses_its_colour() -> None:
    book = _shops(1)
    (open_line,) = [finding_line(found, ON) for found in _of(book, "KB-001")]
    assert cells_listed(open_line.cells or "") == ["Kênh bán!G5"]
    _typed(book, _of(book, "KB-001"))
    (line,) = [finding_line(found, ON) for found in _of(book, "KB-001")]
    assert (line.severity, line.seen_on, line.cells) == ("○ Đã xem", ON, None)
