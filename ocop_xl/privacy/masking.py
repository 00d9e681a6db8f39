"""Phone numbers, addresses and the like that somebody typed where no such column is: covered in what goes outside.

Only what has an unmistakable shape is covered. A name cannot be told from other words, so names are only pointed out
(`names_in`), and whoever sends decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ocop_xl.privacy.numbers import personal_numbers
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold

COVER = "(đã che)"
_NUMBERS_OF_OFFICES = frozenset({"registration", "code"})
"""Columns whose numbers may look like a phone number and are none: business registration, product code."""
_BLANK = r"[\ \xa0\xad\u200b\u2060\ufeff]?"
_OPEN, _SHUT = r"\ ?[(\[{<*_]\ ?", r"\ ?[)\]}>*_]\ ?"
_AT = rf"(?: {_BLANK}[@＠﹫]{_BLANK} | %40 | &\#64; | {_OPEN}(?:at?|a\ còng|@){_SHUT} | \ (?:at|a\ còng)\ )"
_DOT = rf"(?: {_BLANK}[.。．・]{_BLANK} | ,(?=com\b|vn\b) | {_OPEN}(?:dot|chấm|\.){_SHUT} | \ (?:dot|chấm)\ )"
_EMAIL = re.compile(
    rf"""(?<![\w.+-]) [\w.+-]+? (?:
        @@? [\w-]+ (?: \.[\w-]+ )+
      | {_AT} [^\W_][\w-]{{0,62}} (?: \.[\w-]{{1,63}} ){{0,4}}? {_DOT}
        (?: com | vn | net | org | edu | gov | info | asia | io ) (?: {_DOT} vn )? (?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""As programs write it; or with blanks and words for the signs, where the end must be one that people know."""
_FOLDERS = re.compile(
    r"""(?ix) (?: \b[a-z]:\\ | \\\\ ) (?: users\\ [^\\/\s]+ (?:\\|$|(?=\s)) )? (?: [^\\/\n;,<>|":]+ \\ )*
    | (?: file:/* (?:[a-z]:/)? | (?<!\w)[a-z]:/(?!/) | (?<!\S)/(?:home|users)/ )
      (?: (?: (?! \.[a-z]{2,4}[\s)] ) [^\\/\n;,<>|":] )+ / )*
    | (?<![\w/\\.]) (?: OneDrive(?:\ -\ [^\\/\n;,<>|":]{1,60})? | Google\ Drive | iCloud\ Drive | Desktop | Downloads )
      [\\/] (?: [^\\/\n;,<>|":]+ [\\/] )*"""
)
"""A folder's name often holds the name of the person whose computer it is; the file's own name stays."""


@lru_cache(maxsize=8192)  # names and levels stand in many rows, and looking at one takes longer than writing it
def masked(text: str, attribute: str) -> tuple[str, tuple[str, ...]]:
    """The text with what is personal covered, and what was covered; `attribute` names its column."""
    found = []
    for what, pattern, cover in (("thư mục trên máy", _FOLDERS, ""), ("thư điện tử", _EMAIL, COVER)):
        text, times = pattern.subn(cover, text)
        found += [what] * times
    pieces, at = [], 0
    for number in personal_numbers(text, telephones=attribute not in _NUMBERS_OF_OFFICES):
        pieces += [text[at : number.start], COVER]
        at = number.end
        found.append(number.what)
    return "".join((*pieces, text[at:])), tuple(dict.fromkeys(found))


class PersonalNames(NamedTuple):
    """What stands in personal columns, to be recognised in other texts; values are as typed.

    Several words are known however their tones and capitals are spelt, one word only as it is typed: folded, a family
    name or a hamlet is any word («Kín» – «kín», «kin»).
    """

    folded: Mapping[str, str]
    words: frozenset[str]


def personal_names(values: Iterable[object]) -> PersonalNames:
    """Of the values those that are words and begin with a capital."""
    texts = [value.strip() for value in values if isinstance(value, str) and fold(value)]
    return PersonalNames(
        {f" {fold(text)} ": text for text in texts if " " in fold(text)},
        frozenset(text for text in texts if " " not in fold(text) and text[0].isupper() and text.isalpha()),
    )


def names_in(text: str, names: PersonalNames) -> list[str]:
    """Which of `personal_names` the text holds as whole words."""
    words = f" {fold(text)} "
    typed = set(re.findall(r"\w+", text)) if names.words else set()
    return [name for folded, name in names.folded.items() if folded in words] + sorted(typed & names.words)
