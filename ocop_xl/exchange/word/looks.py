"""How words look, as far as it decides whether somebody sees them: hidden, in the colour of the ground, tiny, without
room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ocop_xl.exchange.word.names import value
from ocop_xl.exchange.word.room import has_no_room
from ocop_xl.exchange.word.tree import Element, Name, name_of
from ocop_xl.records import NamedTuple

_WHITE = "FFFFFF"
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": _WHITE, "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""ECMA-376 Part 1, 17.18.40."""
_SHAPES = frozenset({"wsp", "shape", "rect", "roundrect", "oval", "polyline", "txSp", "sp"})
_TINY, _NARROW = 8, 10
"""Half points; per cent of a letter's width."""
_FAINT = 1.25
"""The contrast (WCAG 2.2) below which nobody reads: letters on a ground of nearly their own colour."""


class Looks(NamedTuple):
    """Of one piece of text."""

    text: str
    hidden: bool
    faint: bool


class _Place(NamedTuple):
    """What the surroundings say: the colour behind, None if it is not known; the paragraph's style; whether all in it
    is hidden or has no room."""

    ground: str | None = _WHITE
    style: str = ""
    hidden: bool = False
    narrow: bool = False


Styles = Mapping[str, dict[str, str]]
"""By a style's id what it and its ancestors say of colour, size, hiding and ground."""


def looks(trees: Iterable[Element]) -> Iterator[Looks]:
    """Every text of the trees, in their order."""
    trees = list(trees)
    styles = _styles([one for tree in trees for one in tree.iter() if name_of(one.tag) == Name("w", "style")])
    for tree in trees:
        waiting = [(tree, _Place())]
        while waiting:
            element, place = waiting.pop()
            if name_of(element.tag) == Name("w", "r"):
                yield from _run(element, place, styles)
            place = _inside(element, place, styles)
            if has_no_room(element):
                place = place._replace(narrow=True)
            waiting += [(child, place) for child in reversed(element)]


def child(parent: Element | None, *path: str) -> Element | None:
    """Down by local names."""
    for local in path:
        parent = None if parent is None else next((one for one in parent if name_of(one.tag).local == local), None)
    return parent


def _said(properties: Element | None) -> dict[str, str]:
    """What properties of a run or a paragraph say; a mere mark without a value says yes."""
    said = {}
    for one in properties if properties is not None else ():
        local = name_of(one.tag).local
        if local in ("vanish", "webHidden", "color", "sz", "w", "highlight"):
            said[local] = value(one, "val") or ("1" if local in ("vanish", "webHidden") else "")
        elif local == "shd":
            said["shd"] = _shade(one)
    return said


def _styles(styles: list[Element]) -> dict[str, dict[str, str]]:
    own: dict[str, dict[str, str]] = {}
    parents: dict[str, str] = {}
    for one in styles:
        name = value(one, "styleId")
        shaded = any(
            name_of(part.tag).local == "shd" and value(part, "fill") not in ("", "auto", _WHITE) for part in one.iter()
        )
        own[name] = _said(child(one, "pPr")) | _said(child(one, "rPr"))
        if value(one, "type") == "table" and shaded:
            own[name]["shd"] = "style"
        parent = child(one, "basedOn")
        parents[name] = value(parent, "val") if parent is not None else ""
        if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on"):
            own[""], parents[""] = own[name], parents[name]
    return {name: _inherited(name, own, parents) for name in own}


def _shade(shd: Element) -> str:
    """The colour that a shading gives; a pattern gives none that can be told."""
    pattern = value(shd, "val")
    if pattern == "solid":
        colour = value(shd, "color")
        return "000000" if colour in ("", "auto") else colour
    return value(shd, "fill") if pattern in ("", "clear", "nil") else pattern


def _inherited(name: str, own: Mapping[str, dict[str, str]], parents: Mapping[str, str]) -> dict[str, str]:
    line = [name]
    while (parent := parents.get(line[-1], "")) and parent not in line and len(line) < 20:
        line.append(parent)
    said: dict[str, str] = {}
    for one in reversed(line):
        said |= own.get(one, {})
    return said


def _inside(element: Element, place: _Place, styles: Styles) -> _Place:
    """The place of what stands in the element."""
    name = name_of(element.tag)
    if name == Name("w", "p"):
        style = child(element, "pPr", "pStyle")
        named = value(style, "val") if style is not None else ""
        ground = _ground(styles.get(named, {}) | _said(child(element, "pPr")), place.ground)
        return place._replace(style=named, ground=ground)
    if name == Name("w", "tbl"):
        style = child(element, "tblPr", "tblStyle")
        shaded = style is not None and "shd" in styles.get(value(style, "val"), {})
        return place._replace(ground=None) if shaded else place
    if name == Name("w", "tr"):
        return place._replace(hidden=place.hidden or child(element, "trPr", "hidden") is not None)
    if name == Name("w", "tc"):
        return place._replace(ground=_ground(_said(child(element, "tcPr")), place.ground))
    if name.local in ("anchor", "inline"):
        return place._replace(hidden=place.hidden or _is_on(child(element, "docPr"), "hidden"))
    if name.local in _SHAPES:
        hidden = place.hidden or re.search(r"visibility:\s*hidden", value(element, "style")) is not None
        return place._replace(ground=_fill(element, place.ground), hidden=hidden)
    return place


def _is_on(element: Element | None, attribute: str) -> bool:
    return element is not None and value(element, attribute) in ("1", "true", "on")


def _ground(said: Mapping[str, str], before: str | None) -> str | None:
    fill = said.get("shd", "")
    return before if fill in ("", "auto") else (fill if _COLOUR.fullmatch(fill) else None)


def _fill(shape: Element, before: str | None) -> str | None:
    """A shape's own colour where it is told plainly."""
    for one in shape.iter():
        local = name_of(one.tag).local
        if local in ("gradFill", "pattFill", "blipFill", "fillRef", "fill"):
            return None
        if local == "solidFill":
            colour = child(one, "srgbClr")
            return value(colour, "val") if colour is not None else None
        if local in ("ln", "txbx", "textbox"):
            break
    told = value(shape, "fillcolor").lstrip("#").upper()
    return before if not told else (told if _COLOUR.fullmatch(told) else None)


_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def _run(run: Element, place: _Place, styles: Styles) -> Iterator[Looks]:
    properties = child(run, "rPr")
    own = _said(properties)
    style = child(properties, "rStyle")
    said = dict(styles.get(place.style, styles.get("", {})))
    said.pop("shd", None)
    said |= styles.get(value(style, "val"), {}) if style is not None else {}
    said |= own
    for words in run:
        if name_of(words.tag) == Name("w", "t") and (words.text or "").strip():
            yield Looks(words.text or "", place.hidden or _is_hidden(said, words.text or ""), _is_faint(said, place))


def _is_hidden(said: Mapping[str, str], text: str) -> bool:
    """Hidden in print or on the web; the page numbers of a table of contents are always hidden on the web."""
    off = ("0", "false", "off", None)
    return said.get("vanish") not in off or (
        said.get("webHidden") not in off and any(map(str.isalpha, text)) and len(text) > 5
    )


def _is_faint(said: Mapping[str, str], place: _Place) -> bool:
    size, width = said.get("sz", ""), said.get("w", "").rstrip("%")
    if place.narrow or (size.isdecimal() and int(size) < _TINY) or (width.isdecimal() and int(width) < _NARROW):
        return True
    ground = _HIGHLIGHTS.get(said.get("highlight", "none")) or _ground(said, place.ground)
    colour = said.get("color", "auto")
    return bool(ground and _COLOUR.fullmatch(colour) and _contrast(colour, ground) < _FAINT)


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
