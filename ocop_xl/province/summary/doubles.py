"""Rows of different communes that may mean one thing: proposed with a reason, decided by a person, remembered.

A name that many use (Gạo, Mật ong) proves nothing by itself: a product is proposed only where its maker's name or a
number of its own is the same too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ocop_xl.model import Producer, Product
from ocop_xl.province.head import Cell, Head
from ocop_xl.province.summary.one_commune import OneCommune
from ocop_xl.records import NamedTuple
from ocop_xl.rules.alike import last_words_of, same_name_twice
from ocop_xl.vietnamese import name_key

ONE, TWO, OPEN = "Một", "Hai", "Chưa rõ"
JUDGEMENTS = (ONE, TWO, OPEN)


_MAKER, _PRODUCT = "Chủ thể", "Sản phẩm"
_NUMBERS = {
    _MAKER: ("cùng số đăng ký kinh doanh",),
    _PRODUCT: ("cùng mã vạch GTIN", "cùng mã sản phẩm OCOP"),
}
"""By what of their own two rows are proposed."""


class Known(NamedTuple):
    """What a row is known by: `numbers` of its own in the order of `_NUMBERS`, `both` its name and its maker's."""

    what: str
    key: str
    name: str
    cell: Cell
    numbers: list[str]
    both: str = ""


def known_of(commune: OneCommune) -> list[Known]:
    makers = [_known(_MAKER, one, one.registration) for one in commune.records(Producer)]
    return makers + [
        _known(_PRODUCT, one, one.gtin, one.code)._replace(both=_both(one)) for one in commune.records(Product)
    ]


def _known(what: str, row: Any, *numbers: Cell) -> Known:
    own = ["".join(str(number or "").split()) for number in numbers]
    return Known(what, str(row.id or row.cell), str(row.name or ""), row.cell, own)


def _both(product: Any) -> str:
    if not product.name or not product.producer_name:
        return ""
    return f"{name_key(str(product.name))}\n{name_key(str(product.producer_name))}"


class Place(NamedTuple):
    """A row of a commune: its code and key name it for ever, `origin` says where it stands."""

    commune_code: str
    key: str
    name: str
    origin: tuple[Cell, ...]


class Double(NamedTuple):
    """Two rows and why they may be one."""

    what: str
    why: str
    one: Place
    other: Place

    @property
    def mark(self) -> str:
        """By which a judgement is found again the next time."""
        return f"{self.one.commune_code}/{self.one.key} = {self.other.commune_code}/{self.other.key}"


class Doubles:
    """Collects what the communes say; the pairs are told when all have passed."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
        self._makers: list[tuple[Place, str]] = []
        self._goods: dict[str, list[Place]] = defaultdict(list)

    def add(self, head: Head, file: str, known: Iterable[Known]) -> None:
        for one in known:
            place = Place(head.commune_code, one.key, one.name, (head.commune_code, head.commune, file, one.cell))
            for why, number in zip(_NUMBERS[one.what], one.numbers, strict=True):
                if number:
                    self._numbers[one.what, why, number].append(place)
            if one.what == _MAKER and one.name:
                self._makers.append((place, one.name))
            if one.both:
                self._goods[one.both].append(place)

    def pairs(self) -> list[Double]:
        """Each pair once, with all that speaks for it, in the order of the communes."""
        reasons: dict[tuple[str, Place, Place], list[str]] = defaultdict(list)
        for what, why, one, other in self._found():
            reasons[(what, *sorted((one, other)))].append(why)  # type: ignore[index]
        return [Double(what, "; ".join(why), one, other) for (what, one, other), why in sorted(reasons.items())]

    def _found(self) -> Iterator[tuple[str, str, Place, Place]]:
        for (what, why, _), places in self._numbers.items():
            yield from ((what, why, *pair) for pair in _across(places))
        names = [name for _, name in self._makers]
        for (one, _), (other, _) in same_name_twice(self._makers, names, last_words_of(names)):
            if one.commune_code != other.commune_code:
                yield _MAKER, "cùng tên", one, other
        for places in self._goods.values():
            yield from ((_PRODUCT, "cùng tên, cùng tên chủ thể", *pair) for pair in _across(places))


def _across(places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """Each with the first one, where they are of different communes."""
    first, *rest = places
    return ((first, one) for one in rest if one.commune_code != first.commune_code)
