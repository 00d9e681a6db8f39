"""The numbers that Word writes before paragraphs and in cells: they stand in no text, only in the numbering part."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.docx_text import W

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
)
_ROMAN += ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


class _Level(NamedTuple):
    form: str = "decimal"
    start: int = 1
    text: str = "%1."


@dataclass(slots=True)
class Numbering:
    """`lists`: a list's number → its abstract list; counters belong to the latter, as in Word."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> Numbering:
        made = cls()
        for abstract in () if numbering is None else numbering.findall(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId", "")
            for level in abstract.findall(f"{W}lvl"):
                made.levels[name, _whole(level.get(f"{W}ilvl"), 0)] = _Level(
                    _value(level, "numFmt") or "decimal", _whole(_value(level, "start"), 1), _value(level, "lvlText")
                )
        for number in () if numbering is None else numbering.findall(f"{W}num"):
            made.lists[number.get(f"{W}numId", "")] = _value(number, "abstractNumId")
        for style in () if styles is None else styles.findall(f"{W}style"):
            found = _listed(style)
            if found is not None:
                made.styles[style.get(f"{W}styleId", "")] = found
        return made

    def label(self, paragraph: Element) -> str:
        """`1.`, `II.` as Word shows it before this paragraph. It counts: ask once for each, in the document's order."""
        found = _listed(paragraph)
        if found is None or not found[0]:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            found = self.styles.get(style.get(f"{W}val", "") if style is not None else "", None)
        if found is None or found[0] not in self.lists:
            return ""
        return self._next(self.lists[found[0]], min(found[1], _LEVELS - 1))

    def label_of_cell(self, cell: Element) -> str:
        """A cell without a text: the number of its first paragraph that has one."""
        return next(filter(None, (self.label(paragraph) for paragraph in cell.findall(f"{W}p"))), "")

    def _next(self, abstract: str, depth: int) -> str:
        counts = self._counts[abstract]
        while len(counts) <= depth:
            counts.append(self._level(abstract, len(counts)).start - 1)
        counts[depth] += 1
        del counts[depth + 1 :]
        level = self._level(abstract, depth)
        if level.form in ("bullet", "none"):
            return ""

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            return _shown(counts[at], self._level(abstract, at).form) if at < len(counts) else ""

        return _PLACE.sub(shown, level.text)

    def _level(self, abstract: str, depth: int) -> _Level:
        return self.levels.get((abstract, depth), _Level())


def _listed(element: Element) -> tuple[str, int] | None:
    found = element.find(f"{W}pPr/{W}numPr")
    if found is None:
        return None
    return _value(found, "numId"), _whole(_value(found, "ilvl"), 0)


def _value(element: Element, tag: str) -> str:
    found = element.find(f"{W}{tag}")
    return found.get(f"{W}val", "") if found is not None else ""


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise


def _shown(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value if number < 4000 else 0)
            number %= value
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    return f"{number:02d}" if form == "decimalZero" else f"{number}"
