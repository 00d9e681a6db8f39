"""Two names that are one, but for the way of writing: marks, legal forms, joints."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from ocop_xl.law.legal_forms import LEGAL_FORMS, legal_form
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import has_marks, name_key, toned_key

_DIGITS = re.compile(r"\d+")


class Likeness(Enum):
    """How two names compare, from one thing to two things."""

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


def likeness_of_writing(one: Name, other: Name) -> Likeness:
    """Equal but for spelling: SAME. Equal without marks: NEAR if one has none, else two names (Bà Hai, Ba Hải).

    One letter makes another name (Tân Phú, Tân Phúc). Numbers must agree (HTX số 1, HTX số 2), and so must legal forms
    where both names tell one.
    """
    if one.toned == other.toned:
        return Likeness.SAME
    if one.key == other.key:
        unmarked = not (has_marks(one.text) and has_marks(other.text))
        return Likeness.NEAR if unmarked else Likeness.ONLY_MARKS_DIFFER
    return Likeness.NEAR if may_be_one(one, other) and one.joined == other.joined else Likeness.OTHER


def may_be_one(one: Name, other: Name) -> bool:
    """Whether neither numbers nor legal forms tell two names apart."""
    return one.digits == other.digits and not (one.form and other.form and one.form != other.form)


def _joined(bare: str) -> str:
    """`dịch vụ - nông nghiệp` and `dịch vụ và nông nghiệp` are one: the joint is a matter of writing."""
    return " ".join(word for word in bare.split() if word != "va")


_FORMS = sorted({name_key(text) for form in LEGAL_FORMS for text in form.abbreviations}, key=len, reverse=True)


def _without_form(key: str) -> str:
    """`ho kinh doanh le thi nho` → `le thi nho`."""
    form = next((form for form in _FORMS if " " in form and key.startswith(f"{form} ")), "")
    return key[len(form) :].strip()
