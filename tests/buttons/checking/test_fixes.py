"""What «Sửa nhanh» settles by itself, and what it leaves to a person."""

from __future__ import annotations

from ocop_xl.model import Book, Producer, Product, spec_of
from ocop_xl.model.book import UnreadCell
from ocop_xl.rules.fixes import propose_fixes


def proposed(book: Book) -> dict[tuple[str, str], tuple[object, object]]:
    return {(change.row_id, change.column): (change.before, change.after) for change in propose_fixes(book)}


def test_a_word_of_the_list_in_other_letters() -> None:
    book = Book()
    book[Product] = [Product(id="SP01", status="tam dung"), Product(id="SP02", status="nghỉ Tết")]
    assert proposed(book) == {("SP01", "Trạng thái"): ("tam dung", "Tạm dừng")}


def test_the_usual_short_form_of_a_legal_form() -> None:
    book = Book()
    book[Producer] = [Producer(id="CT01", legal_form="HTX"), Producer(id="CT02", legal_form="HTX Hiểu Phát")]
    assert proposed(book) == {("CT01", "Loại hình"): ("HTX", "Hợp tác xã")}


def test_a_group_named_in_the_column_of_sectors() -> None:
    book = Book()
    book[Product] = [Product(id="SP01", sector="Thực phẩm chế biến")]
    assert proposed(book) == {("SP01", "Nhóm sản phẩm"): ("Thực phẩm chế biến", "Thực phẩm")}


def test_a_key_written_in_another_way_if_only_one_is_like_it() -> None:
    book = Book()
    book[Producer] = [Producer(id="CT01"), Producer(id="CT11")]
    book[Product] = [Product(id="SP01", producer_id="CT-1"), Product(id="SP02", producer_id="CT 12")]
    assert proposed(book) == {("SP01", "Mã CT"): ("CT-1", "CT01")}


def test_spaces_and_letters_that_fall_apart() -> None:
    book = Book()
    book[Product] = [Product(id="SP01", name="Gạo  nhà"), Product(id="SP02", name="Ga\u0323o")]
    assert proposed(book) == {
        ("SP01", "Tên sản phẩm"): ("Gạo  nhà", "Gạo nhà"),
        ("SP02", "Tên sản phẩm"): ("Ga\u0323o", "Gạo"),
    }


def test_a_number_typed_as_text_becomes_the_number_that_was_read() -> None:
    book = Book()
    product = Product(id="SP01", potential=3)
    book[Product] = [product]
    book.unseen = [UnreadCell(product, spec_of(Product).column("potential"), "3 sao", "text_number")]
    assert proposed(book) == {("SP01", "Tiềm năng"): ("3 sao", 3)}


def test_a_row_without_a_key_is_left_alone() -> None:
    book = Book()
    book[Product] = [Product(name="Gạo  nhà")]
    assert not proposed(book)
