"""Numbers as Vietnamese staff type them into text cells: `1.234,5`, `2,5 triệu đồng`, `80%`, `3 sao`, `★★★`."""

from __future__ import annotations

import re

from ocop_xl.vietnamese import fold

_SPACES = r"[\s\u00a0\u202f]+"
_NUMBER = r"([+-]?)([0-9][0-9.,]*)(\D*)"
_GROUPED = r"[0-9]{1,3}(?:[.,][0-9]{3})+"
_STARS = r"([0-9])(?:[.,]0+)?(?:sao|\*|★|⭐)?"
_STAR_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5}


def number(text: str, unit: str = "") -> float | None:
    """The number a text states, None if it states none; a `unit` or `%` after it is allowed.

    The comma is the decimal mark and the dot parts thousands, as in Vietnamese; `2.5` and `1,234.5` can only be meant
    the other way round and are read so.
    """
    found = re.fullmatch(_NUMBER, re.sub(_SPACES, "", text))
    if found is None or not _is_unit(found[3], unit):
        return None
    plain = _plain(found[2])
    return None if plain is None else float(found[1] + plain)


def _is_unit(text: str, unit: str) -> bool:
    return not text or (text == "%" and unit in ("", "%")) or bool(unit and _bare(text) == _bare(unit))


def _bare(text: str) -> str:
    return fold(text).replace(" ", "")


def _plain(digits: str) -> str | None:
    """`1.234,5` → `1234.5`; None when the marks stand where no number has them."""
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        decimal = max(".", ",", key=digits.rfind)
        whole, _, rest = digits.rpartition(decimal)
        parted = re.fullmatch(_GROUPED, whole) and decimal not in whole
        return f"{re.sub('[.,]', '', whole)}.{rest}" if parted and rest else None
    if not dots and not commas:
        return digits
    if commas == 1:
        whole, _, rest = digits.partition(",")
        return f"{whole}.{rest}" if rest else None
    if re.fullmatch(_GROUPED, digits) and not digits.startswith("0"):
        return digits.replace(".", "").replace(",", "")
    return digits if dots == 1 and not digits.endswith(".") else None


def stars(text: str) -> int | None:
    """`3`, `3 sao`, `3*`, `★★★`, `ba sao` → 3; None for anything else. Whether the rank exists is for the rules."""
    bare = re.sub(_SPACES, "", text).casefold()
    if bare and set(bare) <= {"★", "⭐", "*"} and len(bare) <= 5:
        return len(bare)
    found = re.fullmatch(_STARS, bare)
    if found:
        return int(found[1])
    return _STAR_WORDS.get(_bare(text).removesuffix("sao"))
