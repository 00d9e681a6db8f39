"""Which key a mistyped one means. Keys differ by a digit, so being alike says nothing: SP07 never means SP20."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ocop_xl.vietnamese import fold

_NOT_WORD = re.compile(r"[^0-9a-z]")
_BETWEEN_KEYS = re.compile(r"\s*(?:[,;/+&\n]|\bvà\b|\s)\s*")
_LOOK_ALIKES = str.maketrans("oil", "011")


def bare_key(key: str | None) -> tuple[str, ...]:
    """Letters and numbers, zeros in front of a number left out: `SP-1`, `sp 01` and `SP01` are one."""
    return tuple(part.lstrip("0") for part in re.findall(r"[a-z]+|\d+", _NOT_WORD.sub("", fold(key or ""))))


def meant_key(value: str, known: Iterable[str]) -> str | None:
    """The one known key that has the same letters and number, `O` read as 0 and `l` as 1; None if none or several."""
    wanted = _looks(value)
    same = [key for key in known if _looks(key) == wanted]
    return same[0] if len(same) == 1 else None


def _looks(key: str) -> tuple[str, str]:
    """`CTO1` and `CT01` look one: the letters in front, and the number behind them without its zeros."""
    word = _NOT_WORD.sub("", fold(key))
    letters = re.match(r"[a-z]*?(?=[oil]*\d)|[a-z]*", word)
    front = letters[0] if letters else ""
    return front, word[len(front) :].translate(_LOOK_ALIKES).lstrip("0")


def several_keys(value: str, known: Iterable[str]) -> list[str]:
    """`CT01, CT02` → both, if every part is a known key; else nothing."""
    parts = [part for part in _BETWEEN_KEYS.split(value) if part]
    keys = [meant_key(part, known) for part in parts]
    return [key for key in keys if key] if len(parts) > 1 and all(keys) else []
