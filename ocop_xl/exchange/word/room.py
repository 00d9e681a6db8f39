"""Whether there is room for words where they stand: rows and lines pressed flat, places outside the page."""

from __future__ import annotations

from ocop_xl.exchange.word.names import value
from ocop_xl.exchange.word.tree import Element, name_of

_FLAT = 80
"""Twentieths of a point: a row or a line of less than 4 points shows no letter."""
_OUTSIDE, _PAGE = -1440, 31680
"""In twentieths of a point: an inch before the page, and the longest page that Word has."""
_EMU = 635
"""English metric units in a twentieth of a point, in which drawings stand."""


def has_no_room(element: Element) -> bool:
    """Of a row, a paragraph or an anchored drawing: whether what it holds is pressed flat or lies off the page."""
    local = name_of(element.tag).local
    if local == "tr":
        return any(_is_flat(one, "val", "hRule") for one in _properties(element, "trPr", "trHeight"))
    if local == "p":
        return (
            any(_is_flat(one, "line", "lineRule") for one in _properties(element, "pPr", "spacing"))
            or any(_is_away(value(one, at)) for one in _properties(element, "pPr", "framePr") for at in ("x", "y"))
            or any(_is_away(value(one, at)) for one in _properties(element, "pPr", "ind") for at in ("left", "start"))
        )
    offsets = (one.text or "" for one in element.iter() if name_of(one.tag).local == "posOffset")
    return local == "anchor" and any(_is_away(one, _EMU) for one in offsets)


def _properties(element: Element, properties: str, local: str) -> list[Element]:
    inside = (one for one in element if name_of(one.tag).local == properties)
    return [one for said in inside for one in said if name_of(one.tag).local == local]


def _is_flat(said: Element, height: str, rule: str) -> bool:
    told = value(said, height)
    return value(said, rule) == "exact" and told.isdecimal() and int(told) < _FLAT


def _is_away(told: str, unit: int = 1) -> bool:
    try:
        return not _OUTSIDE <= int(told) / unit <= _PAGE
    except ValueError:
        return False
