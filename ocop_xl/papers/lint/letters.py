"""Font, colour, size, style and capitals: the table of the decree against the letters as they look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ocop_xl.law.paper_form import FONT, Case, part
from ocop_xl.papers.lint.catalogue import CASE, CENTRED, SIZE, STYLE, style_words
from ocop_xl.papers.lint.report import Report
from ocop_xl.papers.lint.story import Line, Paragraph
from ocop_xl.papers.lint.units import decimal

_ALIGNMENTS = {"left": "canh trái", "start": "canh trái", "right": "canh phải", "end": "canh phải"}
_CUT = re.compile(r"[ ,-]+(?:Bold|Italic|Đậm|Nghiêng)\b.*")
"""«Times New Roman Bold» is a cut of the font, as some programs name it."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def check_letters(report: Report, code: str, lines: Iterable[Line]) -> None:
    """All that the component's row of the table says; one finding an aspect and line."""
    wanted = part(code)
    for line in lines:
        if not line.telling:
            continue
        if wanted.sizes:
            _check_size(report, f"{code}-{SIZE}", line, wanted.sizes)
        if wanted.bold is not None or wanted.italic is not None:
            _check_style(report, f"{code}-{STYLE}", line, wanted.bold, wanted.italic)
        if wanted.case:
            _check_case(report, f"{code}-{CASE}", line, wanted.case)
        if wanted.centred and not line.paragraph.centred:
            saw = _ALIGNMENTS.get(line.paragraph.format.alignment, "canh đều hai bên")
            report.add(f"{code}-{CENTRED}", saw, line)


def _check_size(report: Report, code: str, line: Line, sizes: tuple[float, float]) -> None:
    for run in line.telling:
        if not sizes[0] <= run.format.size <= sizes[1]:
            report.add(code, f"cỡ chữ {decimal(run.format.size)}", line)
            return


def _check_style(report: Report, code: str, line: Line, bold: bool | None, italic: bool | None) -> None:
    for run in line.telling:
        form = run.format
        if (bold is not None and form.bold is not bold) or (italic is not None and form.italic is not italic):
            saw = style_words(None if bold is None else form.bold, None if italic is None else form.italic)
            report.add(code, saw, line)
            return


def _check_case(report: Report, code: str, line: Line, case: Case) -> None:
    letters = [char for char in line.words.removeprefix("V/v") if char.isalpha()]
    if case is Case.UPPER and any(char.islower() for char in letters):
        report.add(code, Case.LOWER.value, line)
    if case is Case.LOWER and all(char.isupper() for char in letters) and _spoken(line.words):
        report.add(code, Case.UPPER.value, line)


def _spoken(words: str) -> bool:
    """Vietnamese words rather than abbreviations («LĐVP, CVNC»): somewhere a tone is marked."""
    return not _TONES.isdisjoint(unicodedata.normalize("NFD", words))


def _decomposed(line: Line) -> bool:
    """Letters whose marks are characters of their own: they look right and are found by no search."""
    return any(not unicodedata.is_normalized("NFC", run.text) for run in line.telling)


def check_ink(report: Report, paragraphs: Iterable[Paragraph]) -> None:
    """Font and colour of every letter of the paper."""
    for paragraph in paragraphs:
        if any(_decomposed(line) for line in paragraph.lines):
            report.add("CH-03", "chữ Unicode tổ hợp (dấu gõ rời)", paragraph)
        fonts: set[str] = set()
        colours: set[str] = set()
        for line in paragraph.lines:
            for run in line.telling:
                fonts |= {_CUT.sub("", font) for font in run.format.fonts}
                colours.add(run.format.colour)
        for font in sorted(fonts - {FONT}):
            report.add("CH-01", f"phông {font or 'không rõ tên'}", paragraph)
        for colour in sorted(colours - {"000000"}):
            report.add("CH-02", f"màu {colour if colour == 'AUTO' else '#' + colour}", paragraph)
