"""Paper, margins and page numbers."""

from __future__ import annotations

from itertools import islice
from xml.etree.ElementTree import Element

from ocop_xl.law.paper_form import MARGINS, PAGE
from ocop_xl.papers.lint.formats import Formats
from ocop_xl.papers.lint.letters import check_letters
from ocop_xl.papers.lint.report import Report
from ocop_xl.papers.lint.story import Paragraph, Story, read_page_part
from ocop_xl.papers.lint.units import decimal, millimetres, points
from ocop_xl.papers.lint.word_parts import R, W, WordParts

_TOLERANCE = 0.3
"""Millimetres by which Word rounds."""
_SIDES = {"trên": "top", "dưới": "bottom", "trái": "left", "phải": "right"}
_WORD_PAGE, _WORD_MARGIN = (215.9, 279.4), 25.4
"""What Word takes when a file says nothing: Letter, an inch."""
_WIDE = 4
"""Columns of a table that may need the page to lie; letter-head and signatures stand in tables of two or three."""
_LETTERS_A_LINE, _LINES_A_PAGE = 85, 45


def check_pages(report: Report, story: Story) -> None:
    tables = {p.section for p in story.paragraphs if p.place is not None and p.place[2] + 1 >= _WIDE}
    for number, section in enumerate(story.sections):
        width, height = _page_size(section)
        lying = width > height
        if not _near((min(width, height), max(width, height)), PAGE):
            report.add("TR-01", f"khổ {decimal(width, 0)} mm × {decimal(height, 0)} mm")
        elif lying and number not in tables:
            report.add("TR-01", "khổ A4 để ngang mà không có bảng rộng")
        if not lying:
            _check_margins(report, section)


def _page_size(section: Element) -> tuple[float, float]:
    size = section.find(f"{W}pgSz")
    width, height = ((points(size.get(f"{W}{side}")) if size is not None else None) for side in "wh")
    return (
        millimetres(width) if width is not None else _WORD_PAGE[0],
        millimetres(height) if height is not None else _WORD_PAGE[1],
    )


def _near(size: tuple[float, float], wanted: tuple[float, float]) -> bool:
    return all(abs(one - other) <= 1 for one, other in zip(size, wanted, strict=True))


def _check_margins(report: Report, section: Element) -> None:
    margins = section.find(f"{W}pgMar")
    for side, (low, high) in MARGINS.items():
        length = points(margins.get(f"{W}{_SIDES[side]}")) if margins is not None else None
        margin = millimetres(abs(length)) if length is not None else _WORD_MARGIN
        gutter = points(margins.get(f"{W}gutter")) if margins is not None and side == "trái" else None
        margin += millimetres(gutter) if gutter else 0
        if not low - _TOLERANCE <= margin <= high + _TOLERANCE:
            report.add("TR-02", f"lề {side} {decimal(margin)} mm")


def check_page_numbers(report: Report, parts: WordParts, formats: Formats, story: Story) -> None:
    """Arabic numbers from 1 in the top margin, in the middle, none on the first page."""
    pages = {key: read_page_part(part, formats) for key, part in parts.pages.items()}
    shown: dict[tuple[str, str], list[Paragraph]] = {}
    numbered_above = numbered_below = False
    for number, section in enumerate(story.sections):
        for kind in ("header", "footer"):
            for reference in section.findall(f"{W}{kind}Reference"):
                key = (kind, reference.get(f"{W}type", "default"))
                shown[key] = pages.get(reference.get(f"{R}id", ""), [])
        if number == 0:
            _check_first_page(report, section, shown)
        numbered_above = numbered_above or bool(_numbers(shown, "header"))
        numbered_below = numbered_below or bool(_numbers(shown, "footer"))
        if _numbers(shown, "header"):
            _check_counting(report, section)
    if numbered_below:
        report.add("ST-13", "số trang ở lề dưới")
    elif not numbered_above and not _fits_one_page(story):
        report.add("ST-11", "không có số trang")
    for paragraph in {id(p): p for page in pages.values() for p in page if p.page_number}.values():
        check_letters(report, "ST", paragraph.lines)


def _numbers(shown: dict[tuple[str, str], list[Paragraph]], kind: str) -> list[Paragraph]:
    return [p for (where, _), page in shown.items() if where == kind for p in page if p.page_number]


def _check_first_page(report: Report, section: Element, shown: dict[tuple[str, str], list[Paragraph]]) -> None:
    different = section.find(f"{W}titlePg")
    own_first = different is not None and different.get(f"{W}val") not in ("0", "false", "off")
    first = shown.get(("header", "first" if own_first else "default"), [])
    if any(paragraph.page_number for paragraph in first):
        report.add("ST-12", "số trang hiển thị ở trang thứ nhất")


def _check_counting(report: Report, section: Element) -> None:
    counting = section.find(f"{W}pgNumType")
    if counting is None:
        return
    if counting.get(f"{W}fmt", "decimal") != "decimal":
        report.add("ST-14", "số trang không phải chữ số Ả Rập")
    if counting.get(f"{W}start", "1") != "1":
        report.add("ST-14", f"số trang bắt đầu từ {counting.get(f'{W}start')}")


def _fits_one_page(story: Story) -> bool:
    """Our estimate: such a paper needs no page number. Pages are only known once a program lays them out."""
    if len(story.sections) > 1 or any(p.page_break for p in story.paragraphs):
        return False
    worded = islice((p for p in story.paragraphs if p.words), _LINES_A_PAGE + 1)
    return sum(1 + len(p.words) // _LETTERS_A_LINE for p in worded) <= _LINES_A_PAGE
