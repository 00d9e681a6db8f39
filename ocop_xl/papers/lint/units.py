"""Lengths as Word writes them: twentieths of a point by default, or a number with its unit."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"([-+]?\d{1,9}(?:\.\d{1,6})?)(pt|mm|cm|in|pc|pi)?")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}


def points(text: str | None, per_point: float = 20) -> float | None:
    """Points; a bare number counts `per_point` to a point (20: twips, 2: half-points). None for what is no length."""
    found = _LENGTH.fullmatch((text or "").strip())
    if found is None:
        return None
    number, unit = float(found[1]), found[2]
    return number * _POINTS[unit] if unit else number / per_point


def millimetres(length: float) -> float:
    """From points."""
    return length * 25.4 / 72


def decimal(value: float, digits: int = 1) -> str:
    """`12,7`, `13`: as people write it."""
    return f"{round(value, digits):g}".replace(".", ",")
