"""What becomes of a row, by what it was in the book that both copies come from, and what each copy made of it.

A row of the table names the value of «Ghi chú» of product SP01; `-` is a copy without the row.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ocop_xl.changes.contents import UNSAID, Contents, contents
from ocop_xl.changes.merging.conflict import Choice, Clash
from ocop_xl.changes.merging.kinship import are_strangers
from ocop_xl.changes.merging.losers import losers
from ocop_xl.changes.merging.merge import Merged, merge
from ocop_xl.model import Book, Dossier, Evidence, Paper, Producer, Product, Recognition, Reminder, Support
from ocop_xl.model.keys import FreeKeys
from ocop_xl.model.table import Row, spec_of
from ocop_xl.model.trace import changes_since, trace


def book(*rows: Row) -> Contents:
    made = Book()
    for row in rows:
        made[type(row)] = [*made[type(row)], row]
    return contents(made)


def product(note: str) -> list[Row]:
    return [] if note == "-" else [Product(id="SP01", name="Tôm khô", note=None if note == "." else note)]


def without_a_word(of: Contents, value: object) -> Contents:
    """The contents of a book that does not say what stands where the value stands."""
    return {
        kind: {key: tuple(UNSAID if cell == value else cell for cell in row) for key, row in rows.items()}
        for kind, rows in of.items()
    }


def cell(merged: Merged, kind: type[Row], row_id: str, attribute: str) -> Any:
    at = [column.attribute for column in spec_of(kind).inputs].index(attribute)
    return merged.contents[kind][row_id][at]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result", "clash"),
    [
        ("o", "o", "o", "o", None),
        ("o", "a", "o", "a", None),
        ("o", "o", "b", "b", None),
        ("o", "a", "a", "a", None),
        ("o", "a", "b", "a", Clash.CELL),
        ("o", ".", "o", ".", None),
        ("o", "o", ".", ".", None),
        ("o", ".", "b", ".", Clash.CELL),
        ("o", "-", "o", "-", None),
        ("o", "o", "-", "-", None),
        ("o", "-", "-", "-", None),
        ("o", "-", "b", "b", Clash.DELETED),
        ("o", "a", "-", "a", Clash.DELETED),
        ("-", "a", "-", "a", None),
        ("-", "-", "b", "b", None),
        ("-", "a", "a", "a", None),
        ("-", "a", ".", "a", None),
        ("-", ".", "b", "b", None),
        ("-", "a", "b", "a", Clash.CELL),
    ],
)
def test_a_row_from_three(base: str, mine: str, theirs: str, result: str, clash: Clash | None) -> None:
    merged = merge(book(*product(base)), book(*product(mine)), book(*product(theirs)))
    rows = merged.contents[Product]
    assert rows.keys() == ({"SP01"} if result != "-" else set())
    if result != "-":
        assert cell(merged, Product, "SP01", "note") == (None if result == "." else result)
    assert [one.clash for one in merged.conflicts] == ([clash] if clash else [])


@pytest.mark.parametrize(
    ("choice", "result"), [(Choice.MINE, "a"), (Choice.THEIRS, "b"), (Choice.BASE, "o"), (None, "a")]
)
def test_a_conflict_of_a_cell_is_decided_by_its_name(choice: Choice | None, result: str) -> None:
    chosen = {"Sản phẩm/SP01/Ghi chú": choice} if choice else {}
    merged = merge(book(*product("o")), book(*product("a")), book(*product("b")), chosen)
    assert cell(merged, Product, "SP01", "note") == result
    assert [(one.name, one.choice) for one in merged.conflicts] == [("Sản phẩm/SP01/Ghi chú", choice)]
    assert len(merged.open) == (choice is None)


@pytest.mark.parametrize(("choice", "kept"), [(Choice.MINE, False), (Choice.THEIRS, True), (None, True)])
def test_a_row_that_one_deleted_and_the_other_changed(choice: Choice | None, *, kept: bool) -> None:
    chosen = {"Sản phẩm/SP01": choice} if choice else {}
    merged = merge(book(*product("o")), book(), book(*product("b")), chosen)
    assert ("SP01" in merged.contents[Product]) == kept


# --- columns that go together ---------------------------------------------------------------------------------------


def recognition(stars: int, number: str, note: str | None = None) -> Contents:
    return book(
        Product(id="SP01", name="Tôm khô"),
        Recognition(id="CN01", product_id="SP01", stars=stars, decision_number=number, note=note),
    )


def test_both_changed_other_columns() -> None:
    merged = merge(recognition(3, "1/QĐ"), recognition(3, "1/QĐ", "cất ở tủ 2"), recognition(4, "1/QĐ"))
    assert (cell(merged, Recognition, "CN01", "stars"), cell(merged, Recognition, "CN01", "note")) == (4, "cất ở tủ 2")
    assert not merged.conflicts


def test_columns_of_a_group_are_taken_from_one_side() -> None:
    """Stars of one decision and the number of another would be a certificate that nobody issued."""
    three = recognition(3, "1/QĐ"), recognition(4, "1/QĐ"), recognition(3, "2/QĐ")
    [conflict] = merge(*three).conflicts
    assert conflict.clash is Clash.GROUP
    assert [one.column.attribute for one in conflict.cells] == ["stars", "decision_number"]
    merged = merge(*three, {conflict.name: Choice.THEIRS})
    assert (cell(merged, Recognition, "CN01", "stars"), cell(merged, Recognition, "CN01", "decision_number")) == (
        3,
        "2/QĐ",
    )


def test_a_group_cannot_go_back_to_a_base_that_does_not_say_all_of_it() -> None:
    """Both copies have the row, and half a certificate of the base would be written."""
    base, mine, theirs = recognition(3, "1/QĐ"), recognition(4, "2/QĐ"), recognition(5, "3/QĐ")
    [conflict] = merge(without_a_word(base, "1/QĐ"), mine, theirs).conflicts
    assert conflict.choices == (Choice.MINE, Choice.THEIRS)
    assert conflict.has_mine and conflict.has_theirs


# --- new rows of one key ------------------------------------------------------------------------------------------


def test_two_officers_typed_the_same_next_key() -> None:
    shared = [Producer(id="CT01", name="HTX Hiểu Phát"), Product(id="SP07", name="Gạo", producer_id="CT01")]
    mine = book(*shared, Product(id="SP08", name="Mắm cá lóc", producer_id="CT01"))
    theirs = book(
        *shared,
        Product(id="SP08", name="Rượu nếp", producer_id="CT01"),
        Dossier(id="HS01", product_id="SP08", kind="Lần đầu"),
        Evidence(id="HS01-07", dossier_id="HS01", line="7"),
    )
    merged = merge(book(*shared), mine, theirs)
    assert cell(merged, Product, "SP08", "name") == "Mắm cá lóc"
    assert cell(merged, Product, "SP09", "name") == "Rượu nếp"
    assert cell(merged, Dossier, "HS01", "product_id") == "SP09"
    assert [(one.before, one.after, one.joined) for one in merged.renumbered] == [("SP08", "SP09", False)]
    assert not merged.conflicts and not merged.broken


def test_keys_that_begin_with_a_renumbered_one_follow() -> None:
    shared = [Product(id="SP01", name="Gạo"), Product(id="SP02", name="Mắm")]
    mine = book(
        *shared,
        Dossier(id="HS21", product_id="SP01", kind="Lần đầu"),
        Evidence(id="HS21-07", dossier_id="HS21", line="7", state="Có"),
    )
    theirs = book(
        *shared,
        Dossier(id="HS21", product_id="SP02", kind="Lần đầu"),
        Evidence(id="HS21-07", dossier_id="HS21", line="7", state="Thiếu"),
    )
    merged = merge(book(*shared), mine, theirs)
    assert list(merged.contents[Evidence]) == ["HS21-07", "HS22-07"]
    assert cell(merged, Evidence, "HS22-07", "dossier_id") == "HS22"
    assert cell(merged, Evidence, "HS21-07", "state") == "Có"
    assert not merged.conflicts


@pytest.mark.parametrize(
    ("here", "there", "asked"),
    [
        ("Tôm khô", "Tôm khô", False),
        ("Tôm khô Hiểu Phát", "tôm khô hiểu phát", False),
        ("Hòa Phát", "Hoà Phát", False),
        ("Tôm khô", "Tom kho", True),
        ("Tôm khô", "Tôm khô Hiểu Phát", True),
        ("Tôm khô rim đường", "Tôm khô rim đườg", True),
    ],
)
def test_the_same_new_row_is_one_and_a_near_one_is_asked(here: str, there: str, *, asked: bool) -> None:
    mine, theirs = (book(Product(id="SP08", name=name, producer_id="CT01")) for name in (here, there))
    merged = merge(book(), mine, theirs)
    assert [one.clash for one in merged.conflicts if one.clash is Clash.ALIKE] == [Clash.ALIKE] * asked
    assert len(merged.contents[Product]) == 1 + asked
    for choice, rows in ((Choice.ONE, 1), (Choice.TWO, 2)) if asked else ():
        [conflict] = merged.conflicts
        assert len(merge(book(), mine, theirs, {conflict.name: choice}).contents[Product]) == rows


def test_the_same_new_row_under_two_keys() -> None:
    """Equal in every cell it is one row; of the same name only, somebody has to say so."""
    rice = Product(id="SP08", name="Gạo ST25", producer_id="CT01")
    theirs = book(Product(id="SP08", name="Mắm", producer_id="CT01"))
    same = merge(book(), book(rice, Product(id="SP09", name="Mắm", producer_id="CT01")), theirs)
    assert [(one.before, one.after, one.joined) for one in same.renumbered] == [("SP08", "SP09", True)]
    assert not same.changes and not same.conflicts
    mine = book(rice, Product(id="SP09", name="Mắm", producer_id="CT01", note="ấp 1"))
    [asked] = merge(book(), mine, theirs).conflicts
    assert (asked.clash, asked.row_id, asked.other_id) == (Clash.ALIKE, "SP08", "SP09")
    one = merge(book(), mine, theirs, {asked.name: Choice.ONE})
    assert list(one.contents[Product]) == ["SP08", "SP09"] and not one.changes
    assert list(merge(book(), mine, theirs, {asked.name: Choice.TWO}).contents[Product]) == ["SP08", "SP09", "SP10"]


# --- what others refer to -----------------------------------------------------------------------------------------


def test_a_deleted_row_that_the_other_copy_has_begun_to_use_is_asked() -> None:
    base = book(Producer(id="CT01", name="HTX"), Producer(id="CT02", name="Hộ Bà Ba"))
    mine = book(Producer(id="CT01", name="HTX"))
    theirs = book(
        Producer(id="CT01", name="HTX"),
        Producer(id="CT02", name="Hộ Bà Ba"),
        Support(id="HT01", kind="Bao bì", producer_id="CT02"),
    )
    merged = merge(base, mine, theirs)
    [conflict] = merged.conflicts
    assert (conflict.clash, conflict.name, conflict.other_id) == (Clash.USED, "Chủ thể/CT02", "Hỗ trợ HT01")
    assert "CT02" in merged.contents[Producer] and not merged.broken
    gone = merge(base, mine, theirs, {conflict.name: Choice.MINE})
    assert "CT02" not in gone.contents[Producer]
    assert [one.reference.value for one in gone.broken] == ["CT02"]


def test_a_value_that_must_be_there_once_is_told_after_the_merge() -> None:
    mine, theirs = (
        book(Producer(id=key, name=name, registration="1702"))
        for key, name in (("CT01", "HTX Một"), ("CT02", "HTX Hai"))
    )
    [fault] = merge(book(), mine, theirs).broken
    assert (fault.reference.row_id, fault.other_id, fault.reference.value) == ("CT02", "CT01", "1702")


def test_rows_of_a_key_that_several_have_take_no_part() -> None:
    """Nobody has deleted SP02: the other copy has it twice. And SP03, twice there, is no free key."""
    base = book(*product("o"), Product(id="SP02", name="Gạo"))
    mine = book(*product("o"), Product(id="SP02", name="Gạo"), Product(id="SP07", name="Mắm"))
    theirs = book(*product("b"), Product(id="SP07", name="Rượu"))
    merged = merge(base, mine, theirs, apart={Product: {"SP02", "SP08"}})
    assert [(change.row_id, change.column) for change in merged.changes if change.row_id < "SP07"] == [
        ("SP01", "Ghi chú")
    ]
    assert [(one.before, one.after) for one in merged.renumbered] == [("SP07", "SP09")]


# --- without a base; what is not said ----------------------------------------------------------------------------


def test_without_a_base_nothing_is_deleted_and_every_difference_is_asked() -> None:
    mine = book(*product("a"), Product(id="SP02", name="Gạo"))
    theirs = book(*product("b"), Product(id="SP03", name="Mắm"))
    merged = merge(None, mine, theirs)
    assert list(merged.contents[Product]) == ["SP01", "SP02", "SP03"]
    assert [(one.clash, one.choices) for one in merged.conflicts] == [(Clash.CELL, (Choice.MINE, Choice.THEIRS))]


def test_without_a_base_two_names_under_one_key_are_asked() -> None:
    mine, theirs = book(Product(id="SP01", name="Gạo")), book(Product(id="SP01", name="Mắm cá linh"))
    [asked] = merge(None, mine, theirs).conflicts
    assert asked.clash is Clash.ALIKE


def test_a_private_cell_of_which_the_base_says_nothing() -> None:
    """A number that one side has fills the other's blank; two numbers are asked."""
    base = without_a_word(book(Producer(id="CT01", name="HTX", phone="x")), "x")
    blank, one, two = (
        book(Producer(id="CT01", name="HTX", phone=phone)) for phone in (None, "0912345678", "0987654321")
    )
    assert cell(merge(base, blank, one), Producer, "CT01", "phone") == "0912345678"
    assert cell(merge(base, one, blank), Producer, "CT01", "phone") == "0912345678"
    [asked] = merge(base, one, two).conflicts
    assert asked.choices == (Choice.MINE, Choice.THEIRS)


def test_what_the_other_copy_does_not_say_is_not_emptied() -> None:
    base = book(Producer(id="CT01", name="HTX", phone="0912345678"))
    assert not merge(base, base, without_a_word(base, "0912345678")).changes
    assert merge(base, base, {Product: {}}).changes == []


# --- strangers; what follows a renumbered row ---------------------------------------------------------------------


def products(*, gone: int = 0, renamed: int = 0) -> Contents:
    """Twenty, of which the first are gone and the next are about something else."""
    names = [f"Món {'khác' if number < gone + renamed else 'ăn'} {number}" for number in range(20)]
    return book(*(Product(id=f"SP{at:02d}", name=name) for at, name in enumerate(names) if at >= gone))


@pytest.mark.parametrize(
    ("gone", "renamed", "strangers"), [(0, 0, False), (6, 0, False), (7, 0, True), (0, 10, False), (0, 11, True)]
)
def test_books_that_are_no_copies_of_one(gone: int, renamed: int, *, strangers: bool) -> None:
    assert are_strangers(products(), products(gone=gone, renamed=renamed)) == strangers
    assert not are_strangers(book(*product("o")), book())  # too few rows to say


def test_texts_that_cite_a_renumbered_row_follow() -> None:
    """The reminder of a duty, and the register of papers: its list of rows and its trace name the row by the new key, and the paper is not said to be out of date."""
    shared = Producer(id="CT01", name="HTX")
    mine = book(shared, Product(id="SP08", name="Mắm", producer_id="CT01"))
    rows = [Product(id="SP08", name="Rượu", producer_id="CT01"), Dossier(id="HS01", product_id="SP08", kind="Lần đầu")]
    reminder = Reminder(id="NH01", duty="31051:tblHoSo:HS01:send:SP08", put_off=date(2026, 12, 1))
    paper = Paper(id="VB01", symbol="TTr-UBND", rows="SP08, CT01, HS01", trace=trace([*rows, shared], 30_000))
    merged = merge(book(shared), mine, book(shared, *rows, paper, reminder))
    assert cell(merged, Paper, "VB01", "rows") == "SP09, CT01, HS01"
    assert cell(merged, Reminder, "NH01", "duty") == "31051:tblHoSo:HS01:send:SP09"
    after = Book()
    after[Producer] = [shared]
    after[Product] = [Product(id="SP09", name="Rượu", producer_id="CT01")]
    after[Dossier] = [Dossier(id="HS01", product_id="SP09", kind="Lần đầu")]
    assert list(changes_since(after, cell(merged, Paper, "VB01", "trace"))) == []


def test_a_second_merge_by_the_old_base_knows_what_it_has_taken() -> None:
    """As when the memory of the first merge is lost: the renumbered row is not taken once more."""
    shared = Producer(id="CT01", name="HTX")
    mine, theirs = (book(shared, Product(id="SP08", name=name, producer_id="CT01")) for name in ("Mắm", "Rượu"))
    first = merge(book(shared), mine, theirs)
    again = merge(book(shared), first.contents, theirs)
    assert [(one.after, one.joined) for one in again.renumbered] == [("SP09", True)]
    assert not again.changes and not again.conflicts


@pytest.mark.parametrize(
    ("key", "free"), [("SP08", "SP10"), ("HS01-HD1", "HS01-HD3"), ("HS01-XA", "HS01-XA2"), ("sp", "sp2")]
)
def test_the_next_key_of_its_kind(key: str, free: str) -> None:
    assert FreeKeys(["SP08", "SP9", "HS01-HD2", "HS01-XA", "SP1234567890"]).like(key) == free


# --- what was not taken -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mine", "theirs", "name", "choice", "lines"),
    [
        ("a", "b", "Sản phẩm/SP01/Ghi chú", Choice.MINE, [("Ghi chú", "a", "b")]),
        ("a", "b", "Sản phẩm/SP01/Ghi chú", Choice.BASE, [("Ghi chú", "o", "b")]),
        ("a", "b", "Sản phẩm/SP01/Ghi chú", Choice.THEIRS, []),
        ("-", "b", "Sản phẩm/SP01", Choice.MINE, [("Tên sản phẩm", "", "Tôm khô"), ("Ghi chú", "", "b")]),
        ("a", "-", "Sản phẩm/SP01", Choice.MINE, []),
    ],
)
def test_the_journal_is_told_what_of_the_other_copy_was_not_taken(
    mine: str, theirs: str, name: str, choice: Choice, lines: list[tuple[str, str, str]]
) -> None:
    """What the cell holds, twice, and the value that is nowhere else now."""
    merged = merge(book(*product("o")), book(*product(mine)), book(*product(theirs)), {name: choice})
    told = list(losers(merged.conflicts, merged.contents))
    assert all(line.is_note for line in told)
    assert [(line.header, line.after, line.why.split("“")[1].rstrip("”")) for line in told] == lines
