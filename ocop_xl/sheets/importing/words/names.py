"""Tells whether two names are one producer or product written in two ways."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz import fuzz

from ocop_xl.law.legal_forms import LEGAL_FORMS, legal_form
from ocop_xl.rules.alike import without_brand
from ocop_xl.vietnamese import has_marks, name_key, toned_key

ALIKE = 90
"""rapidfuzz ratio of two keys, legal forms left out, from which a person is asked to look twice."""

_DIGITS = re.compile(r"\d+")


class Likeness(Enum):
    SAME = auto()
    NEAR = auto()  # the same words but for marks or the legal form: proposed as one, listed as unsure
    ONLY_MARKS_DIFFER = auto()  # kept apart, listed as unsure
    ALIKE = auto()  # other words, nearly the same letters: kept apart, listed as unsure
    OTHER = auto()


class Name(NamedTuple):
    """A name with the keys it is compared by."""

    text: str
    toned: str
    key: str
    bare: str
    form: str | None
    joined: str
    digits: tuple[str, ...]

    @staticmethod
    @lru_cache(maxsize=65536)
    def of(text: str) -> Name:
        key = name_key(text)
        form = legal_form(text)
        bare = _without_form(key)
        code = form.code if form else None
        return Name(text, toned_key(text), key, bare, code, _joined(bare), tuple(_DIGITS.findall(key)))


def likeness(one: Name, other: Name) -> Likeness:
    """Equal but for spelling: SAME. Equal without marks: NEAR if one has none, else two names (Bà Hai, Ba Hải).

    One letter makes another name (Tân Phú, Tân Phúc), so likeness of letters never merges. Numbers must agree
    (HTX số 1, HTX số 2), and so must legal forms where both names tell one.
    """
    if one.toned == other.toned:
        return Likeness.SAME
    if one.key == other.key:
        unmarked = not (has_marks(one.text) and has_marks(other.text))
        return Likeness.NEAR if unmarked else Likeness.ONLY_MARKS_DIFFER
    if one.digits != other.digits:
        return Likeness.OTHER
    if one.form and other.form and one.form != other.form:
        return Likeness.OTHER
    if one.joined == other.joined:
        return Likeness.NEAR
    return Likeness.ALIKE if fuzz.ratio(one.bare, other.bare) >= ALIKE else Likeness.OTHER


def _joined(bare: str) -> str:
    """`dịch vụ - nông nghiệp` and `dịch vụ và nông nghiệp` are one: the joint is a matter of writing."""
    return " ".join(word for word in bare.split() if word != "va")


_FORMS = sorted({name_key(text) for form in LEGAL_FORMS for text in form.abbreviations}, key=len, reverse=True)


def _without_form(key: str) -> str:
    """`ho kinh doanh le thi nho` → `le thi nho`."""
    form = next((form for form in _FORMS if " " in form and key.startswith(f"{form} ")), "")
    return key[len(form) :].strip()


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


def one_in_the_other(one: str, other: str, producer: str) -> bool:
    """Whether one product's name goes on from the other's (`Gạo`, `Gạo sạch`), the maker's own name not counted."""
    short, long = sorted((without_brand(one, producer), without_brand(other, producer)), key=len)
    return bool(short) and (short == long or long.startswith(f"{short} "))
