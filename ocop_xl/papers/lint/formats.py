"""How letters and paragraphs really look: Word's layers of formats laid over one another.

From below: document defaults, table style, numbering level, paragraph style with all it is based on, character style,
and what is set directly. Bold, italic and capitals of different style layers cancel each other (ISO 29500-1, 17.7.3).
A table style's conditional formats (its first row…) are left out: no component of a paper gets its form from them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from ocop_xl.law.paper_form import FONT
from ocop_xl.papers.lint.theme_fonts import theme_fonts
from ocop_xl.papers.lint.units import millimetres, points
from ocop_xl.papers.lint.word_parts import W, WordParts
from ocop_xl.records import NamedTuple

Layer = dict[str, Any]
_TOGGLES = ("bold", "italic", "capitals")
_MOST_BASED_ON = 40
_WORD_SIZE = 10.0
"""Points, where no layer says a size."""


class RunFormat(NamedTuple):
    """`fonts` are those of plain and of accented letters; `colour` is `000000` for black."""

    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    capitals: bool
    underlined: bool
    hidden: bool
    colour: str


class ParagraphFormat(NamedTuple):
    """Points for gaps; millimetres for `first_line`, where the first letter stands right of the margin."""

    style: str
    alignment: str
    before: float
    after: float
    line: float
    line_rule: str
    contextual: bool
    first_line: float
    bordered: bool
    numbered: str
    """Kind of the automatic number: `upperRoman`, `bullet`…; empty without one."""
    bullet: str
    centred_frame: bool


def run_layer(properties: Element | None, theme: Mapping[str, str]) -> Layer:
    """What one `w:rPr` sets."""
    layer: Layer = {}
    for child in properties if properties is not None else ():
        value = child.get(f"{W}val")
        match child.tag.removeprefix(W):
            case "rFonts":
                for slot, key in (("ascii", "plain_font"), ("hAnsi", "accented_font")):
                    named = child.get(f"{W}{slot}Theme")
                    font = theme.get((named or "")[:5], "") if named else child.get(f"{W}{slot}")
                    if font is not None:
                        layer[key] = font
            case "sz":
                size = points(value, 2)
                if size is not None:
                    layer["size"] = size
            case "b":
                layer["bold"] = _on(value)
            case "i":
                layer["italic"] = _on(value)
            case "caps":
                layer["capitals"] = _on(value)
            case "vanish":
                layer["hidden"] = _on(value)
            case "u":
                layer["underlined"] = value not in (None, "none")
            case "color":
                layer["colour"] = _colour(child)
            case "rStyle":
                layer["style"] = value or ""
    return layer


def paragraph_layer(properties: Element | None) -> Layer:
    """What one `w:pPr` sets."""
    layer: Layer = {}
    for child in properties if properties is not None else ():
        match child.tag.removeprefix(W):
            case "jc":
                layer["alignment"] = child.get(f"{W}val", "")
            case "spacing":
                _spacing(child, layer)
            case "ind":
                _indents(child, layer)
            case "contextualSpacing":
                layer["contextual"] = _on(child.get(f"{W}val"))
            case "pBdr":
                sides = [child.find(f"{W}{side}") for side in ("top", "bottom")]
                layer["bordered"] = any(s is not None and s.get(f"{W}val") not in (None, "none", "nil") for s in sides)
            case "numPr":
                for name in ("numId", "ilvl"):
                    found = child.find(f"{W}{name}")
                    if found is not None:
                        layer[name] = found.get(f"{W}val", "")
            case "framePr":
                layer["centred_frame"] = child.get(f"{W}xAlign") == "center"
            case "pStyle":
                layer["style"] = child.get(f"{W}val", "")
    return layer


def _spacing(element: Element, layer: Layer) -> None:
    for side in ("before", "after"):
        gap = points(element.get(f"{W}{side}"))
        if gap is not None:
            layer[side] = gap
        automatic = element.get(f"{W}{side}Autospacing")
        if automatic is not None:
            layer[f"{side}_automatic"] = _on(automatic)
    line = points(element.get(f"{W}line"))
    if line is not None:
        layer["line"] = line
        layer["line_rule"] = element.get(f"{W}lineRule", "auto")


def _indents(element: Element, layer: Layer) -> None:
    for name, key in (("left", "left"), ("start", "left"), ("firstLine", "first")):
        length = points(element.get(f"{W}{name}"))
        if length is not None:
            layer[key] = length
    hanging = points(element.get(f"{W}hanging"))
    if hanging is not None:
        layer["first"] = -hanging


def _on(value: str | None) -> bool:
    return value not in ("0", "false", "off")


def _colour(element: Element) -> str:
    value = (element.get(f"{W}val") or "auto").upper()
    plain_theme = element.get(f"{W}themeColor") in (None, "text1", "dark1")
    return "000000" if value == "AUTO" and plain_theme else value


class Formats:
    """Resolves what is set where; one per document."""

    def __init__(self, parts: WordParts) -> None:
        self._theme = theme_fonts(parts.theme, parts.settings)
        self._styles: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._run_base: Layer = {}
        self._paragraph_base: Layer = {}
        if parts.styles is not None:
            self._read_styles(parts.styles)
        self._levels = _numbering_levels(parts.numbering)
        self._chains: dict[tuple[str, str], Layer] = {}
        self._bases: dict[tuple[str, str], Layer] = {}
        self._run_formats: dict[tuple[Any, ...], RunFormat] = {}

    def _read_styles(self, styles: Element) -> None:
        defaults = styles.find(f"{W}docDefaults")
        if defaults is not None:
            self._run_base = run_layer(defaults.find(f"{W}rPrDefault/{W}rPr"), self._theme)
            self._paragraph_base = paragraph_layer(defaults.find(f"{W}pPrDefault/{W}pPr"))
        for style in styles.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self._styles[key] = style
            if _on(style.get(f"{W}default", "0")):
                self._default.setdefault(style.get(f"{W}type", ""), key)

    def _run_chain(self, style: str) -> Layer:
        return self._chain(style, "rPr", lambda element: run_layer(element, self._theme))

    def _paragraph_chain(self, style: str) -> Layer:
        return self._chain(style, "pPr", paragraph_layer)

    def _chain(self, style: str, part: str, read: Callable[[Element | None], Layer]) -> Layer:
        """A style laid over all that it is based on; the nearest wins."""
        known = self._chains.get((style, part))
        if known is not None:
            return known
        layers: list[Layer] = []
        at, seen = style, set[str]()
        while at in self._styles and at not in seen and len(seen) < _MOST_BASED_ON:
            seen.add(at)
            element = self._styles[at]
            layers.append(read(element.find(f"{W}{part}")))
            based = element.find(f"{W}basedOn")
            at = based.get(f"{W}val", "") if based is not None else ""
        chain: Layer = {}
        for layer in reversed(layers):
            chain |= layer
        chain.pop("style", None)
        self._chains[style, part] = chain
        return chain

    def paragraph(self, properties: Element | None, table_style: str) -> ParagraphFormat:
        """The format of a paragraph in a table of that style (empty: in none)."""
        direct = paragraph_layer(properties)
        style = direct.get("style") or self._default.get("paragraph", "")
        chain = self._paragraph_chain(style)
        level = self._level({**chain, **direct})
        table = self._paragraph_chain(table_style) if table_style else {}
        numbering = level.layer if level else {}
        late = numbering if "numId" in direct else {}
        layer = {**self._paragraph_base, **table, **numbering, **chain, **late, **direct}
        return ParagraphFormat(
            style,
            layer.get("alignment", "left"),
            14.0 if layer.get("before_automatic") else layer.get("before", 0.0),
            14.0 if layer.get("after_automatic") else layer.get("after", 0.0),
            layer.get("line", 12.0),
            layer.get("line_rule", "auto"),
            layer.get("contextual", False),
            millimetres(layer.get("left", 0.0) + layer.get("first", 0.0)),
            layer.get("bordered", False),
            level.kind if level else "",
            level.text if level and level.kind == "bullet" else "",
            layer.get("centred_frame", False),
        )

    def _level(self, layer: Layer) -> _Level | None:
        number = layer.get("numId", "")
        return self._levels.get((number, layer.get("ilvl", "0"))) if number not in ("", "0") else None

    def run(self, properties: Element | None, paragraph_style: str, table_style: str) -> RunFormat:
        direct = run_layer(properties, self._theme)
        key = (paragraph_style, table_style, *sorted(direct.items()))
        known = self._run_formats.get(key)
        if known is None:
            known = self._run_formats[key] = self._run(direct, paragraph_style, table_style)
        return known

    def _run(self, direct: Layer, paragraph_style: str, table_style: str) -> RunFormat:
        styles = [self._run_chain(table_style) if table_style else {}, self._run_chain(paragraph_style)]
        styles.append(self._run_chain(direct.get("style") or self._default.get("character", "")))
        layer = {**self._run_base, **styles[0], **styles[1], **styles[2]}
        for toggle in _TOGGLES:
            layer[toggle] = (sum(style.get(toggle, False) for style in styles) % 2 == 1) or (
                self._run_base.get(toggle, False)
            )
        layer |= direct
        fonts = frozenset({layer.get("plain_font", FONT), layer.get("accented_font", FONT)})
        return RunFormat(
            fonts,
            layer.get("size", _WORD_SIZE),
            layer["bold"],
            layer["italic"],
            layer["capitals"],
            layer.get("underlined", False),
            layer.get("hidden", False),
            layer.get("colour", "000000"),
        )


class _Level(NamedTuple):
    kind: str
    text: str
    layer: Layer


def _numbering_levels(numbering: Element | None) -> dict[tuple[str, str], _Level]:
    """(numId, level) → what its numbers look like."""
    if numbering is None:
        return {}
    abstract: dict[str, list[tuple[str, _Level]]] = {}
    for element in numbering.iter(f"{W}abstractNum"):
        levels = abstract.setdefault(element.get(f"{W}abstractNumId", ""), [])
        for level in element.iter(f"{W}lvl"):
            kind, text = (_value(level.find(f"{W}{name}")) for name in ("numFmt", "lvlText"))
            layer = paragraph_layer(level.find(f"{W}pPr"))
            levels.append((level.get(f"{W}ilvl", "0"), _Level(kind, text, layer)))
    found: dict[tuple[str, str], _Level] = {}
    for element in numbering.iter(f"{W}num"):
        for at, one in abstract.get(_value(element.find(f"{W}abstractNumId")), ()):
            found[element.get(f"{W}numId", ""), at] = one
    return found


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
