"""Products by star over a year: the flows are the difference of the stocks, whatever the rows say."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.law.clocks import certificate_end
from ocop_xl.model import Book, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.programme.star_flow import Move, StarFlow, Way, moves, star_flow

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
_DAYS = st.dates(date(2022, 1, 1), date(2028, 12, 31))


def certificate(stars: int, issued: date, **more: object) -> Recognition:
    return Recognition(product_id="SP01", stars=stars, issued=issued, ends=certificate_end(issued), **more)


def the_way(*certificates: Recognition, **product: object) -> Move:
    book = Book()
    book[Product] = [Product(id="SP01", **product)]
    book[Recognition] = list(certificates)
    (move,) = moves(book, FIRST, LAST)
    return move


def test_each_way_that_a_product_can_take_in_a_year() -> None:
    old = certificate(3, date(2024, 6, 1))
    assert the_way(certificate(3, date(2026, 6, 1)))[1:] == (None, 3, Way.NEW)
    assert the_way(old)[1:] == (3, 3, Way.KEPT)
    assert the_way(old, certificate(4, date(2026, 6, 1)))[1:] == (3, 4, Way.RAISED)
    assert the_way(certificate(4, date(2024, 6, 1)), certificate(3, date(2026, 6, 1)))[1:] == (4, 3, Way.LOWERED)
    assert the_way(certificate(3, date(2023, 6, 1)))[1:] == (3, None, Way.LAPSED)
    withdrawn = certificate(3, date(2024, 6, 1), state=c.RECOGNITION_WITHDRAWN, ended=date(2026, 8, 1))
    assert the_way(withdrawn)[1:] == (3, None, Way.WITHDRAWN)
    stopped = {"status": c.STATUS_STOPPED, "stopped": date(2026, 9, 1)}
    assert the_way(old, **stopped)[1:] == (3, None, Way.STOPPED)


def test_what_comes_after_the_year_changes_nothing_of_it() -> None:
    later = certificate(3, date(2024, 6, 1), state=c.RECOGNITION_WITHDRAWN, ended=date(2027, 1, 1))
    assert the_way(later, certificate(5, date(2027, 2, 1)))[1:] == (3, 3, Way.KEPT)


_CERTIFICATES = st.builds(
    Recognition,
    product_id=st.sampled_from(("SP1", "SP2", "SP3", "SP9")),
    stars=st.sampled_from((1, 3, 4, 5, None)),
    issued=st.none() | _DAYS,
    ends=st.none() | _DAYS,
    state=st.none() | st.sampled_from(c.RECOGNITION_STATE.values),
    ended=st.none() | _DAYS,
)
_PRODUCTS = st.builds(
    Product,
    present=st.none() | st.integers(1, 5),
    status=st.none() | st.sampled_from(c.PRODUCT_STATUS.values),
    joined=st.none() | _DAYS,
    stopped=st.none() | _DAYS,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PRODUCTS, max_size=3), st.lists(_CERTIFICATES, max_size=6))
def test_flows_are_the_change_of_the_stock(products: list[Product], certificates: list[Recognition]) -> None:
    book = Book()
    for number, product in enumerate(products, 1):
        product.id = f"SP{number}"
    book[Product], book[Recognition] = products, certificates
    found = star_flow(moves(book, FIRST, LAST))
    assert all(_came_in(line) - _went_out(line) == line.after - line.before for line in found)
    assert all(line.kept + _went_out(line) == line.before for line in found)
    assert sum(line.came for line in found) == sum(line.went for line in found)


def _came_in(line: StarFlow) -> int:
    return line.new + line.came


def _went_out(line: StarFlow) -> int:
    return line.went + line.lapsed + line.withdrawn + line.stopped
