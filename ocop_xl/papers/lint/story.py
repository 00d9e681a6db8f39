"""The paragraphs of a Word file in reading order, each line with the letters as they look, and their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

from ocop_xl.errors import PaperError
from ocop_xl.papers.lint.formats import Formats, ParagraphFormat, RunFormat
from ocop_xl.papers.lint.word_parts import W, WordParts
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold, nfc, tidy

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BLOCK_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_RUN_WRAPPERS = _BLOCK_WRAPPERS | {f"{W}{name}" for name in ("hyperlink", "smartTag", "fldSimple", "bdo", "dir")}
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object", _ALTERNATIVES))
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_TAB = re.compile("\t")
_DEEPEST = 60
WORDS_SHOWN = 60
_RUNNING_TOGETHER = "_\u2500\u2501\u2014\u2015"  # low lines, lines for boxes, long dashes
_KEY_LENGTH = 400


class Run(NamedTuple):
    text: str
    format: RunFormat

    @property
    def tells(self) -> bool:
        """Letters or digits: spaces and signs look alike in every style."""
        return any(char.isalnum() for char in self.text)


@dataclass(eq=False)
class Line:
    """Text between two line breaks; a paragraph without text is one empty line."""

    runs: list[Run]
    paragraph: Paragraph

    @cached_property
    def text(self) -> str:
        """As it looks, capitals resolved, inner spaces kept."""
        shown = (run.text.upper() if run.format.capitals else run.text for run in self.runs)
        return nfc("".join(shown)).replace("\u00a0", " ").strip()

    @cached_property
    def words(self) -> str:
        return tidy(self.text)

    @cached_property
    def key(self) -> str:
        """The beginning without marks, by which a component is known."""
        return fold(self.words[:_KEY_LENGTH])

    @cached_property
    def telling(self) -> list[Run]:
        return [run for run in self.runs if run.tells]

    def has_style(self, *, bold: bool) -> bool:
        return bool(self.telling) and all(run.format.bold is bold for run in self.telling)

    def split(self, gap: re.Pattern[str] = _TAB) -> list[Line]:
        """The pieces between gaps: agency and Quốc hiệu typed on one line."""
        pieces: list[list[Run]] = [[]]
        for run in self.runs:
            first, *rest = gap.split(run.text)
            pieces[-1].append(Run(first, run.format))
            pieces += [[Run(text, run.format)] for text in rest]
        found = [Line(piece, self.paragraph) for piece in pieces if any(run.text.strip() for run in piece)]
        return found or [self]


@dataclass(eq=False)
class Paragraph:
    """`place` is (table, row, cell), None outside tables; `drawn` counts its pictures, shapes and lines."""

    format: ParagraphFormat
    place: tuple[int, int, int] | None
    section: int
    lines: list[Line] = field(default_factory=list)
    drawn: int = 0
    page_number: bool = False
    page_break: bool = False

    @cached_property
    def words(self) -> str:
        return " ".join(line.words for line in self.lines if line.words)

    @cached_property
    def key(self) -> str:
        return fold(self.words[:_KEY_LENGTH])

    @property
    def is_typed_rule(self) -> bool:
        """Nothing but signs that run together into one line."""
        return bool(self.words) and not self.words.strip(_RUNNING_TOGETHER)

    @property
    def is_dashed(self) -> bool:
        """Signs typed in the place of a line, which they are not."""
        return bool(self.words) and not self.words.strip("-–=*~. ")

    @property
    def shown(self) -> str:
        words = self.words
        return words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN]}…"

    @property
    def centred(self) -> bool:
        return self.format.alignment == "center" or self.format.centred_frame


@dataclass(slots=True)
class Story:
    paragraphs: list[Paragraph]
    sections: list[Element]
    """`w:sectPr` by number of the section."""


def read_story(parts: WordParts, formats: Formats) -> Story:
    body = parts.document.find(f"{W}body")
    assert body is not None
    reader = _StoryReader(formats)
    reader.blocks(body, None, "", 0)
    last = body.find(f"{W}sectPr")
    sections = [*reader.sections, last if last is not None else Element(f"{W}sectPr")]
    return Story(reader.paragraphs, sections)


def read_page_part(part: Element, formats: Formats) -> list[Paragraph]:
    """The paragraphs of a header or footer."""
    reader = _StoryReader(formats)
    reader.blocks(part, None, "", 0)
    return reader.paragraphs


class _StoryReader:
    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._tables = 0
        self.paragraphs: list[Paragraph] = []
        self.sections: list[Element] = []

    def blocks(self, parent: Element, place: tuple[int, int, int] | None, table_style: str, depth: int) -> None:
        _refuse_depth(depth)
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, place, table_style)
            elif child.tag == f"{W}tbl":
                self._table(child, place, depth)
            elif child.tag in _BLOCK_WRAPPERS:
                self.blocks(child, place, table_style, depth + 1)
            elif child.tag == _ALTERNATIVES:
                for choice in child.iterfind(_CHOICE):
                    self.blocks(choice, place, table_style, depth + 1)

    def _table(self, table: Element, place: tuple[int, int, int] | None, depth: int) -> None:
        """A table inside a cell belongs to that cell."""
        style = table.find(f"{W}tblPr/{W}tblStyle")
        named = style.get(f"{W}val", "") if style is not None else ""
        number = self._tables
        self._tables += place is None
        for row_number, row in enumerate(_children(table, f"{W}tr", depth + 1)):
            for cell_number, cell in enumerate(_children(row, f"{W}tc", depth + 2)):
                self.blocks(cell, place or (number, row_number, cell_number), named, depth + 3)

    def _paragraph(self, element: Element, place: tuple[int, int, int] | None, table_style: str) -> None:
        properties = element.find(f"{W}pPr")
        form = self._formats.paragraph(properties, table_style)
        paragraph = Paragraph(form, place, len(self.sections))
        runs: list[Run] = []
        for run in _runs(element, paragraph, 0):
            self._read_run(run, paragraph, table_style, runs)
        if form.bullet in ("-", "–") and runs:
            runs.insert(0, Run("- ", runs[0].format))
        paragraph.lines = [Line(line, paragraph) for line in _lines(runs)]
        self.paragraphs.append(paragraph)
        ending = properties.find(f"{W}sectPr") if properties is not None else None
        if ending is not None:
            self.sections.append(ending)

    def _read_run(self, run: Element, paragraph: Paragraph, table_style: str, runs: list[Run]) -> None:
        pieces: list[str] = []
        for child in run:
            if child.tag == f"{W}t":
                pieces.append(child.text or "")
            elif child.tag == f"{W}br" and child.get(f"{W}type") == "page":
                paragraph.page_break = True
            elif child.tag in _CHARACTERS:
                pieces.append(_CHARACTERS[child.tag])
            elif child.tag == f"{W}instrText":
                paragraph.page_number |= _is_page_number(child.text or "")
            elif child.tag in _DRAWINGS:
                paragraph.drawn += 1
        if pieces:
            form = self._formats.run(run.find(f"{W}rPr"), paragraph.format.style, table_style)
            if not form.hidden:
                runs.append(Run("".join(pieces), form))


def _runs(parent: Element, paragraph: Paragraph, depth: int) -> Iterator[Element]:
    """The `w:r` that are shown: deleted text and the copies for old programs are not."""
    _refuse_depth(depth)
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag in _RUN_WRAPPERS:
            if child.tag == f"{W}fldSimple":
                paragraph.page_number |= _is_page_number(child.get(f"{W}instr", ""))
            yield from _runs(child, paragraph, depth + 1)
        elif child.tag in _DRAWINGS:
            paragraph.drawn += 1


def _is_page_number(instruction: str) -> bool:
    return instruction.split()[:1] == ["PAGE"]


def _lines(runs: list[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        if first:
            lines[-1].append(Run(first, run.format))
        lines += [[Run(text, run.format)] if text else [] for text in rest]
    return lines


def _children(parent: Element, tag: str, depth: int) -> Iterator[Element]:
    _refuse_depth(depth)
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _BLOCK_WRAPPERS:
            yield from _children(child, tag, depth + 1)


def _refuse_depth(depth: int) -> None:
    if depth > _DEEPEST:
        raise PaperError("Tệp Word có bảng hoặc khối lồng nhau quá nhiều lớp. Hãy soạn lại đơn giản hơn.")
