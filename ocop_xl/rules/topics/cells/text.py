"""Letters that look right and are not: decomposed, invisible, from old fonts, or read as a formula (CH-…).

All texts of a table are joined and looked at once; only a table with a suspicious character is gone through by cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from unicodedata import is_normalized

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import Row
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.table_text import BETWEEN, TableText
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import LATIN_TWINS, nfc, typed_for_an_old_font

SOURCE = "khuôn sổ OCOP (ocop_xl)"
_TEXT_KINDS = (Kind.TEXT, Kind.LONG_TEXT, Kind.KEY, Kind.EMAIL, Kind.URL)
_COLUMNS = {kind: [c for c in spec_of(kind).inputs if c.kind in _TEXT_KINDS] for kind in INPUT_TABLES}
_ATTRIBUTES = {kind: tuple(column.attribute for column in columns) for kind, columns in _COLUMNS.items()}
_INVISIBLE_LETTERS = frozenset(
    chr(code)
    for first, last in (
        *((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1E), (0x7F, 0x9F), (0xAD, 0xAD)),
        *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0xFEFF, 0xFEFF)),
    )
    for code in range(first, last + 1)
)
_COMBINING = frozenset(map(chr, range(0x300, 0x370)))
_UNTIDY = re.compile(r"\A[ \xa0\t]|[ \xa0\t]\Z|[ \xa0\t]{2}|\xa0")
_FORMULA = re.compile(r"[=@](?!\s)|[+\-](?=[\w(])")
_TWINS = frozenset(map(chr, LATIN_TWINS))
_NOT_VIETNAMESE = frozenset("¨©ª«¬®µ¶¸¹»¼½¾ÆÇËÎÏÐÑÖØÛÜÞßøûåäïüëñöÅÄ")
_USUAL_IN_VNI = ("oâ", "aâ", "aê", "aé")
"""Where one of these letters or pairs is missing, no cell of the table is looked at: quick, and right for every text
of more than a few words."""


def _cells(
    view: View, suspicious: Callable[[TableText], object], broken: Callable[[str], object]
) -> Iterator[tuple[Row, Column, str]]:
    """Cells that `broken` finds fault with, in the tables whose joined text is `suspicious`."""
    for kind in INPUT_TABLES:
        if not view[kind] or not suspicious(view.text(kind, *_ATTRIBUTES[kind])):
            continue
        for column in _COLUMNS[kind]:
            name = column.attribute
            for row in view.having(kind, name, broken=lambda text: text and broken(text)):
                yield row, column, getattr(row, name)


@rule(
    "CH-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — chữ và dấu đang tách rời (Unicode tổ hợp), nên tìm kiếm và so sánh sẽ sai.",
    fix="Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.",
    source="TCVN 6909:2001; " + SOURCE,
)
def decomposed(view: View, on: date) -> Iterable[Saw]:
    """The two forms look the same on the screen and differ in every lookup formula."""
    for row, column, text in _cells(view, lambda t: t.letters & _COMBINING, lambda t: not is_normalized("NFC", t)):
        yield saw(row, column.attribute, saw=nfc(text))


@rule(
    "CH-002",
    Severity.INFO,
    "«{header}» đang là “{saw}” — có dấu cách thừa ở đầu, ở cuối hoặc giữa hai chữ.",
    fix="Hãy bỏ dấu cách thừa.",
    source=SOURCE,
)
def spaces(view: View, on: date) -> Iterable[Saw]:
    """A space at the end is not seen, and makes two names of one."""
    for row, column, _ in _cells(view, _may_be_untidy, _UNTIDY.search):
        yield saw(row, column.attribute)


def _may_be_untidy(joined: TableText) -> bool:
    text = joined.text
    return f"{BETWEEN} " in text or f" {BETWEEN}" in text or "  " in text or not joined.letters.isdisjoint("\t\xa0")


@rule(
    "CH-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — có ký tự ẩn ({names}).",
    fix="Hãy xóa ô và gõ lại, không dán từ trang web hay tin nhắn.",
    source=SOURCE,
)
def invisible(view: View, on: date) -> Iterable[Saw]:
    """Pasted texts bring characters that nobody sees and that break comparisons and papers."""
    for row, column, text in _cells(view, lambda t: t.letters & _INVISIBLE_LETTERS, _invisible_in):
        codes = ", ".join(dict.fromkeys(f"U+{ord(letter):04X}" for letter in _invisible_in(text)))
        seen = "".join(letter for letter in nfc(text) if letter not in _INVISIBLE_LETTERS)
        yield saw(row, column.attribute, saw=seen, names=codes)


def _invisible_in(text: str) -> list[str]:
    return [letter for letter in text if letter in _INVISIBLE_LETTERS]


@rule(
    "CH-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — giống chữ gõ bằng phông cũ (TCVN3 hoặc VNI), đọc bằng Unicode không ra tiếng Việt.",
    fix="Hãy chuyển mã sang Unicode hoặc gõ lại.",
    source="TCVN 6909:2001; cách nhận biết là cách hiểu của phần mềm",
)
def old_font(view: View, on: date) -> Iterable[Saw]:
    """Old files look right only in an old font; in papers and on the portal they are gibberish."""
    for row, column, _ in _cells(view, _may_be_old_font, typed_for_an_old_font):
        yield saw(row, column.attribute)


def _may_be_old_font(joined: TableText) -> object:
    return joined.letters & _NOT_VIETNAMESE or any(pair in joined.text for pair in _USUAL_IN_VNI)


@rule(
    "CH-005",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — bắt đầu bằng dấu “{sign}” nên bảng tính khác có thể hiểu là công thức.",
    fix="Hãy bỏ dấu “{sign}” ở đầu ô.",
    source=SOURCE,
)
def like_a_formula(view: View, on: date) -> Iterable[Saw]:
    """A text that some program later takes for a formula changes, or does something, without anybody's wish."""
    for row, column, text in _cells(view, _may_be_formula, _FORMULA.match):
        if column.kind in (Kind.TEXT, Kind.LONG_TEXT):
            yield saw(row, column.attribute, sign=text[0])


def _may_be_formula(joined: TableText) -> bool:
    return any(sign in joined.letters and f"{BETWEEN}{sign}" in joined.text for sign in "=+-@")


@rule(
    "CH-006",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — có chữ của bảng chữ khác trông hệt chữ La-tinh ({twins}), nên tìm kiếm và so sánh "
    "sẽ sai.",
    fix="Hãy gõ lại các chữ ấy bằng bộ gõ tiếng Việt.",
    source=SOURCE,
)
def of_another_alphabet(view: View, on: date) -> Iterable[Saw]:
    """A key with a Cyrillic С is another key than the one that everybody reads."""
    for row, column, text in _cells(view, lambda t: t.letters & _TWINS, _TWINS.intersection):
        twins = [letter for letter in dict.fromkeys(text) if letter in _TWINS]
        yield saw(row, column.attribute, twins=", ".join(f"“{letter}” U+{ord(letter):04X}" for letter in twins))
