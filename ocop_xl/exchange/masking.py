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
_IDENTITY = Mask("số định danh cá nhân", re.compile(r"(?<![\w./-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\w/])"))
"""Twelve digits that begin with 0: households may use this number for their registration too (our reading)."""
_PHONE = Mask(
    "số điện thoại",
    re.compile(
        r"""(?x) (?<![\w./-]) (?: \+?84[ .-]? | 0 )
        (?: (?: 3[2-9] | 5[25689] | 7[06-9] | 8[1-9] | 9\d ) (?:[ .-]?\d){7}  # mobile
          | 2\d{2} (?:[ .-]?\d){7} )                                          # landline
        (?![\w/])"""
    ),
)
_FOLDERS = re.compile(
    r"""(?ix) (?: \b[a-z]:\\ | \\\\ ) (?: users\\ [^\\/\s]+ (?:\\|$|(?=\s)) )? (?: [^\\/\n;,<>|":]+ \\ )*
    | (?: file:/* | (?<!\S)/(?:home|users)/ ) (?: \S*/ )?"""
)
_PATH = Mask("thư mục trên máy", _FOLDERS, "")
"""A folder's name often holds the name of the person whose computer it is; the file's own name stays."""


def masked(text: str, attribute: str) -> tuple[str, tuple[str, ...]]:
    """The text with what is personal covered, and what was covered; `attribute` names its column."""
    found = []
    for mask in (_PATH, _EMAIL, _IDENTITY, _PHONE):
        if mask is _PHONE and attribute in _NUMBERS_OF_OFFICES:
            continue
        text, times = mask.pattern.subn(mask.cover, text)
        if times:
            found.append(mask.what)
    return text, tuple(found)


def personal_names(values: Iterable[object]) -> dict[str, str]:
    """Of the values in personal columns those long enough to be recognised in other texts: folded → as typed."""
    texts = (value for value in values if isinstance(value, str))
    return {f" {fold(text)} ": text for text in texts if " " in text.strip() and len(fold(text)) >= 8}


def names_in(text: str, names: Mapping[str, str]) -> list[str]:
    """Which of `personal_names` the text holds as whole words, whatever the spelling of tones and capitals."""
    words = f" {fold(text)} "
    return [name for folded, name in names.items() if folded in words]
