"""Which field a header of an old file means, in any usual spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from ocop_xl.model import Recognition
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.list_kinds import LIST_KINDS, PRODUCTS, ListKind
from ocop_xl.sheets.importing.words.spellings import NOT_OURS, spellings
from ocop_xl.vietnamese import fold

NEAR = 86
"""rapidfuzz ratio of folded headers from which one is proposed for the other."""


class Match(NamedTuple):
    """`sure` is false when the header only resembles a known one; `spelling` is that one."""

    target: Target
    sure: bool
    spelling: str


_RECOGNITION_HEAD = re.compile(
    r"\b(lan (thu )?([1-9]|dau|nhat|hai|ba)|nang hang|cong nhan|chung nhan|gcn|quyet dinh|qd|nam 20\d\d)\b"
)
_CERTIFICATE_HEAD = re.compile(r"\b(giay chung nhan|gcn)\b")
_CURRENT = re.compile(r"\bhien (trang|tai|co|nay)\b|\bdang co\b")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LONGEST = 80
"""Letters of a header; what is longer is a sentence."""


@lru_cache(maxsize=1024)
def is_current(header: str) -> bool:
    """«Hiện trạng», «Hạng hiện tại»: what the product has, whatever decision stands beside it."""
    return _CURRENT.search(fold(header)) is not None


@lru_cache(maxsize=4096)
def match_header(text: str, group_text: str = "", group: int = 0, kind: ListKind = PRODUCTS) -> Match | None:
    """The field meant by a header `text` standing below `group_text`; None if it is none of ours."""
    head = fold(group_text)
    if group_text and _RECOGNITION_HEAD.search(head) and Recognition in kind.tables:
        found = _match(text, spellings(kind, "certificate" if _CERTIFICATE_HEAD.search(head) else "recognition"))
        if found is not None:
            group = group if found.target.row_type is Recognition else 0
            return Match(Target(found.target.row_type, found.target.attribute, group), found.sure, found.spelling)
    joined = f"{group_text} {text}".strip()
    for candidate in dict.fromkeys((text, joined)):
        found = _match(candidate, spellings(kind, ""))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=65536)
def is_a_header(text: str) -> bool:
    """Whether some list has a header spelled so: cheap enough to ask of every cell, and nearly always no."""
    if len(text) > LONGEST or any(letter.isdecimal() for letter in text):
        return False
    return any(_exactly(text, spellings(kind, "")) is not None for kind in LIST_KINDS)


def known_exactly(text: str, kind: ListKind) -> Target | None:
    """The field of a header spelled as the dictionary of one kind of list has it."""
    found = _exactly(text, spellings(kind, ""))
    return found.target if found is not None else None


def _exactly(text: str, known: dict[str, tuple[Target, str]]) -> Match | None:
    """Brackets may be left out, and so may the spaces of a header wrapped letter by letter or run together."""
    for key in (fold(text), fold(_BRACKETS.sub(" ", text))):
        if key in NOT_OURS:
            return None
        if (found := known.get(key) or known.get(key.replace(" ", ""))) is not None and key:
            return Match(found[0], True, found[1])
    return None


def _match(text: str, known: dict[str, tuple[Target, str]]) -> Match | None:
    if len(text) > 2 * LONGEST or not any(letter.isalpha() for letter in text):
        return None
    found = _exactly(text, known)
    bare = fold(_BRACKETS.sub(" ", text))
    if found is None and (part := _names_products(text, known)) is not None:
        return part
    if found is not None or bare in NOT_OURS or fold(text) in NOT_OURS or not 4 <= len(bare) <= LONGEST:
        return found
    return _beginning(bare, known) or _near(bare, known)


def _names_products(text: str, known: dict[str, tuple[Target, str]]) -> Match | None:
    """`Đơn vị/Tên sản phẩm`: of a header of two names that of the products counts, the other is of their headings."""
    parts = [part for part in text.split("/") if part.strip()]
    found = [match for part in parts if (match := _exactly(part, known)) is not None and match.target == f.NAME]
    return found[0]._replace(sure=False) if len(parts) == 2 and len(found) == 1 else None


def _beginning(key: str, known: dict[str, tuple[Target, str]]) -> Match | None:
    """`Tên sản phẩm đăng ký` begins with `Tên sản phẩm`: of two words or more, the longest such, as a guess."""
    begins = [spelling for spelling in known if " " in spelling and key.startswith(f"{spelling} ")]
    if not begins or any(key.startswith(f"{other} ") for other in NOT_OURS):
        return None
    target, spelled = known[max(begins, key=len)]
    return Match(target, False, spelled)


def _near(key: str, known: dict[str, tuple[Target, str]]) -> Match | None:
    best = process.extractOne(key, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if best is None or len(best[0]) < 5:
        return None
    target, spelled = known[best[0]]
    return Match(target, False, spelled)
