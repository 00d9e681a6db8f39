"""A registered paper whose cells have changed: marked by the check, due until somebody has looked, then at rest."""

from __future__ import annotations

from datetime import date

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import Book, Paper, Product
from ocop_xl.model.trace import trace
from ocop_xl.programme.agenda.agenda import open_duties
from ocop_xl.programme.registered.named_figures import TAKING_PART
from ocop_xl.programme.registered.stale import stale_marks
from ocop_xl.programme.registered.traced_figures import figures_trace
from ocop_xl.programme.steps.steps import plan, step_named
from tests.changed_books import after

SEEN, LATER = date(2026, 8, 3), date(2026, 8, 10)


def registered() -> Book:
    """With a paper on two products."""
    book = vinh_phong()
    book[Paper] = [Paper(id="VB01", number=4, symbol="BC-UBND", title="Báo cáo", trace=trace(book[Product][:2], 9999))]
    return book


def with_figures() -> Book:
    """With a paper that says how many products take part."""
    book = registered()
    book.by_id(Paper)["VB01"].trace = figures_trace(book, [(TAKING_PART, SEEN)])
    return book


def renamed(book: Book, name: str) -> Book:
    return after(
        book, [Change("tblSanPham", "SP01", "Tên sản phẩm", book.by_id(Product)["SP01"].name, name, "đổi tên")]
    )


def checked(book: Book, on: date) -> Book:
    return after(book, stale_marks(book, on))


def test_the_check_marks_it_on_the_day_on_which_it_sees_the_change() -> None:
    book = registered()
    assert stale_marks(book, SEEN) == [] and open_duties(book, SEEN, "paper-look") == []
    book = checked(renamed(book, "Tên mới"), SEEN)
    assert book.by_id(Paper)["VB01"].stale == SEEN
    assert stale_marks(book, LATER) == [], "the first day stays"
    (due,) = open_duties(book, LATER, "paper-look")
    assert due.opens == SEEN and due.what == "Đối chiếu văn bản VB01 «Báo cáo»: số liệu đã đổi sau khi vào sổ"


def test_once_it_was_looked_at_only_a_later_change_is_told() -> None:
    book = checked(renamed(registered(), "Tên mới"), SEEN)
    step, row = step_named("look-at-paper"), book.by_id(Paper)["VB01"]
    book = after(book, plan(book, step, row, LATER, {"ket-qua-doi-chieu": "Vẫn đúng."}).changes)
    assert open_duties(book, LATER, "paper-look") == [] and stale_marks(book, LATER) == []
    assert book.by_id(Paper)["VB01"].note == "Vẫn đúng."
    assert checked(renamed(book, "Tên khác"), LATER).by_id(Paper)["VB01"].stale == LATER


def test_cells_as_they_were_and_rows_that_are_gone() -> None:
    before = registered()
    old = before.by_id(Product)["SP01"].name or ""
    book = checked(renamed(before, "Tên mới"), SEEN)
    assert checked(renamed(book, old), LATER).by_id(Paper)["VB01"].stale is None
    book[Product] = book[Product][1:]
    row = book.by_id(Paper)["VB01"]
    book = after(book, plan(book, step_named("look-at-paper"), row, LATER).changes)
    assert "SP01" not in (book.by_id(Paper)["VB01"].trace or "") and stale_marks(book, LATER) == []


def test_a_figure_that_other_rows_have_moved_is_a_change_too() -> None:
    book = with_figures()
    book[Product] = [*book[Product], Product(id="SP90", name="Mới", from_year=2026)]
    book = checked(book, LATER)
    assert book.by_id(Paper)["VB01"].stale == LATER
    row = book.by_id(Paper)["VB01"]
    book = after(book, plan(book, step_named("look-at-paper"), row, LATER).changes)
    assert book.by_id(Paper)["VB01"].stale is None and stale_marks(book, LATER) == []
