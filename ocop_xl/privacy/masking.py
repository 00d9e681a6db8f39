"""Phone numbers, addresses and the like that somebody typed where no such column is: covered in what goes outside.

Only what has an unmistakable shape is covered. A name cannot be told from other words, so names are only pointed out
(`names_in`), and whoever sends decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ocop_xl.vietnamese import fold

COVER = "(đã che)"
_NUMBERS_OF_OFFICES = frozenset({"registration", "code"})
"""Columns whose numbers may look like a phone number and are none: business registration, product code."""


class Mask(NamedTuple):
    """`what` names it to people; `cover` stands in its place."""

    what: str
    pattern: re.Pattern[str]
    cover: str = COVER


_EMAIL = Mask("thư điện tử", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"))

_GAP = r"[ \t.·\xa0\u2000-\u200b\u202f\u2060\-\u2010-\u2015\u2212]"
"""What people and programs put between the groups of a number: spaces of every kind, dots, hyphens, dashes."""
_STEP = rf"(?:{_GAP}{{0,2}}|\ [-–]\ )"
_AFTER_NUMBER = r"(?<=\d{9}[-–—]) | (?<=\d{3}\.\d{3}[-–—]) | (?<=\d{3}\ \d{3}[-–—])"
_START = rf"""(?<!\w) (?<!\b893\ ) (?: (?<!\d[.\-–—]) | {_AFTER_NUMBER} )
    (?: (?<!/) | (?<=\d/) | (?<=\d\ /) | (?<=zalo\.me/) )"""
"""Not inside a longer number, a code or a bar code; after a dash or a stroke only as the second of two numbers."""
_END = r"(?! \w | / (?: [^\W\d] | (?:19|20)\d\d(?!\d) ) )"
"""Not the beginning of a longer number or of a paper's number (`…/QĐ-UBND`, `…/2026`)."""
_NO_MONEY = r"(?! \s* (?: (?-i:đồng)\b (?!\ (?:chí|thời)) | đ\b | VN[DĐ] ) )"
_THREE = rf"{_GAP}?\d{{3}}"


def _number(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


_IDENTITY = Mask(
    "số định danh cá nhân", _number(rf"{_START} (?: 0\d\d {_THREE * 3} | 0\d{{3}} (?:{_GAP}?\d{{4}}){{2}} ) {_END}")
)
"""Twelve digits that begin with 0: households may use this number for their registration too (our reading)."""
_NAMED_IDENTITY = Mask(
    _IDENTITY.what,
    _number(
        rf"""( \b (?: CMND | CMTND | CMT | CCCD | căn\ cước | can\ cuoc | định\ danh | dinh\ danh
                    | chứng\ minh | chung\ minh )
               (?: [^\d\n,;.] | \.(?=\s?\d) ){{0,30}} )
            (?<!\w) \d{{3}} {_THREE} {_THREE} (?:{_THREE})? (?!\w) {_NO_MONEY}"""
    ),
    rf"\1{COVER}",
)
"""The older number of nine digits looks like any other, so the word before it must say what it is."""
_MOBILE = r"(?: 3[2-9] | 5[25689] | 7[06-9] | 8[1-9] | 9\d )"
_AFTER_0 = rf"(?: {_MOBILE} (?:{_STEP}\d){{7}} | 2\d (?:{_STEP}\d){{8}} )"
_PHONE = Mask(
    "số điện thoại",
    _number(
        rf"""{_START} (?:
              0 {_GAP}? {_AFTER_0}
            | \( 0 (?: {_MOBILE}\d \) (?:{_STEP}\d){{6}} | 2\d \) (?:{_STEP}\d){{8}} | 2\d\d \) (?:{_STEP}\d){{7}} )
            | \(? (?:\+|00) 84 \)? {_STEP} (?: \(0\) {_STEP} | 0 )? {_AFTER_0}
            | \(? 84 \)? [ \xa0-]? {_AFTER_0} (?!\d) {_NO_MONEY}
            ) {_END}"""
    ),
)
"""Mobile numbers have nine digits after the 0, numbers of the landline ten; the area's may stand in brackets."""
_FOLDERS = re.compile(
    r"""(?ix) (?: \b[a-z]:\\ | \\\\ ) (?: users\\ [^\\/\s]+ (?:\\|$|(?=\s)) )? (?: [^\\/\n;,<>|":]+ \\ )*
    | (?: file:/* (?:[a-z]:/)? | \b[a-z]:/(?=users/) | (?<!\S)/(?:home|users)/ )
      (?: (?: (?! \.[a-z]{2,4}[\s)] ) [^\\/\n;,<>|":] )+ / )*"""
)
_PATH = Mask("thư mục trên máy", _FOLDERS, "")
"""A folder's name often holds the name of the person whose computer it is; the file's own name stays."""


def without_folders(text: str) -> str:
    """The text with paths cut down to the names of their files."""
    return _FOLDERS.sub(_PATH.cover, text)


def masked(text: str, attribute: str) -> tuple[str, tuple[str, ...]]:
    """The text with what is personal covered, and what was covered; `attribute` names its column."""
    found = []
    for mask in (_PATH, _EMAIL, _NAMED_IDENTITY, _IDENTITY, _PHONE):
        if mask is _PHONE and attribute in _NUMBERS_OF_OFFICES:
            continue
        text, times = mask.pattern.subn(mask.cover, text)
        if times:
            found.append(mask.what)
    return text, tuple(dict.fromkeys(found))


def personal_names(values: Iterable[object]) -> dict[str, str]:
    """Of the values in personal columns those long enough to be recognised in other texts: folded → as typed."""
    texts = (value for value in values if isinstance(value, str))
    return {f" {fold(text)} ": text for text in texts if " " in text.strip() and len(fold(text)) >= 8}


def names_in(text: str, names: Mapping[str, str]) -> list[str]:
    """Which of `personal_names` the text holds as whole words, whatever the spelling of tones and capitals."""
    words = f" {fold(text)} "
    return [name for folded, name in names.items() if folded in words]
