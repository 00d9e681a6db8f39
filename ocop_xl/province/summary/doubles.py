"""Rows of different communes that may mean one thing: proposed with a reason, decided by a person, remembered.

A name that many use (Gạo, Mật ong) proves nothing by itself: a product is proposed only where its maker's name or a
number of its own is the same too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ocop_xl.model import Producer, Product
from ocop_xl.province.reduced import Cell
from ocop_xl.province.summary.one_commune import OneCommune
from ocop_xl.rules.alike import last_words_of, same_name_twice
from ocop_xl.vietnamese import name_key

ONE, TWO, OPEN = "Một", "Hai", "Chưa rõ"
JUDGEMENTS = (ONE, TWO, OPEN)


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
        self._goods: dict[tuple[str, str], list[Place]] = defaultdict(list)

    def add(self, commune: OneCommune) -> None:
        for one in commune.records(Producer):
            place = _place(commune, one)
            self._number("Chủ thể", "cùng số đăng ký kinh doanh", one.registration, place)
            if one.name:
                self._makers.append((place, str(one.name)))
        for one in commune.records(Product):
            place = _place(commune, one)
            self._number("Sản phẩm", "cùng mã vạch GTIN", one.gtin, place)
            self._number("Sản phẩm", "cùng mã sản phẩm OCOP", one.code, place)
            if one.name and one.producer_name:
                self._goods[name_key(str(one.name)), name_key(str(one.producer_name))].append(place)

    def _number(self, what: str, why: str, number: Cell, place: Place) -> None:
        if number:
            self._numbers[what, why, "".join(str(number).split())].append(place)

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
                yield "Chủ thể", "cùng tên", one, other
        for places in self._goods.values():
            yield from (("Sản phẩm", "cùng tên, cùng tên chủ thể", *pair) for pair in _across(places))


def _across(places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """Each with the first one, where they are of different communes."""
    first, *rest = places
    return ((first, one) for one in rest if one.commune_code != first.commune_code)


def _place(commune: OneCommune, row: object) -> Place:
    cell, key, name = (getattr(row, word) for word in ("cell", "id", "name"))
    return Place(commune.code, str(key or cell), str(name or ""), commune.origin(cell))
