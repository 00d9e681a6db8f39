"""Tells whether two names are one producer or product written in two ways."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from ocop_xl.programme.names import Likeness, Name, likeness_of_writing, may_be_one
from ocop_xl.rules.alike import without_brand

ALIKE = 90
"""rapidfuzz ratio of two keys, legal forms left out, from which a person is asked to look twice."""


def likeness(one: Name, other: Name) -> Likeness:
    """As they are written, else by their letters: likeness of letters is never taken for one name."""
    found = likeness_of_writing(one, other)
    if found is Likeness.OTHER and may_be_one(one, other) and fuzz.ratio(one.bare, other.bare) >= ALIKE:
        return Likeness.ALIKE
    return found


R = TypeVar("R")
_MOST_ALIKE = 40
"""Names that share all but one word: where there are more, that word is just what tells them apart."""


class NameIndex(Generic[R]):
    """Finds the rows whose names may be one with another name, without comparing it to each of them."""

    def __init__(self) -> None:
        self._blocks: dict[str, list[tuple[Name, R]]] = {}

    def add(self, text: str, row: R) -> None:
        name = Name.of(text)
        for block in _blocks(name):
            self._blocks.setdefault(block, []).append((name, row))

    def alike(self, text: str) -> list[tuple[Likeness, R]]:
        """Rows that are like this name in some way, each once, in the order in which they came."""
        name = Name.of(text)
        found: dict[int, tuple[Likeness, R]] = {}
        for block in _blocks(name):
            rows = self._blocks.get(block, [])
            for other, row in rows if len(rows) <= _MOST_ALIKE or block[0] == "=" else []:
                if id(row) not in found and (kind := likeness(other, name)) is not Likeness.OTHER:
                    found[id(row)] = (kind, row)
        return list(found.values())


@lru_cache(maxsize=65536)
def _blocks(name: Name) -> tuple[str, ...]:
    """Two names that `likeness` calls anything but OTHER share one of these, if they differ in one word at most."""
    words = name.bare.split()
    digits = ",".join(name.digits)
    shorter = (
        [f"~{digits}|{' '.join(words[:at] + words[at + 1 :])}" for at in range(len(words))] if len(words) < 15 else []
    )
    return tuple(dict.fromkeys((f"={name.key}", f"={name.joined}", *shorter)))


_KIND_OF_TRADE = re.compile(
    r"^(?:(?:nha may|co so|san xuat|kinh doanh|dich vu|thuong mai|nong nghiep|thuy san|thuc pham|che bien|trang trai|"
    r"ho gia dinh|ho|cua hang|to|nhom|xuong|lo|cong ty|doanh nghiep|tu nhan|mot thanh vien|va) )+"
)


@lru_cache(maxsize=65536)
def brand_of(text: str) -> str:
    """`Nhà máy Nguyễn Hưng` → `nguyen hung`: a subject's name without its legal form and its trade."""
    return _KIND_OF_TRADE.sub("", Name.of(text).bare, count=1)


def brand_in_the_other(one: str, other: str) -> bool:
    """`mam co ba` ends `san xuat mam co ba`: two words at least, so that `Hưng` is nobody."""
    short, long = sorted((brand_of(one), brand_of(other)), key=len)
    return " " in short and (long == short or long.endswith(f" {short}"))


def one_in_the_other(one: str, other: str, producer: str) -> bool:
    """Whether one product's name goes on from the other's (`Gạo`, `Gạo sạch`), the maker's own name not counted."""
    short, long = sorted((without_brand(one, producer), without_brand(other, producer)), key=len)
    return bool(short) and (short == long or long.startswith(f"{short} "))
