"""The text of a paragraph or cell of Word as a reader sees it, and what is there but deleted, hidden or struck out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ocop_xl.records import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DELETED_ROW = "dòng đã xóa khi theo dõi thay đổi"
DELETED, HIDDEN = "chữ đã xóa khi theo dõi thay đổi", "chữ ẩn"

_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
_NOT_TEXT = frozenset((MC_FALLBACK, f"{W}instrText", f"{W}pPr", f"{W}rPr"))
_SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_OFF = ("0", "false", "off", "none")


class Written(NamedTuple):
    """`text` has paragraphs on lines of their own; `unseen` pairs why with what; `tables` stand inside, two by two
    cells at least, and are no text of it; `struck`: every letter of the text is struck out."""

    text: str
    unseen: list[tuple[str, str]]
    tables: list[Element]
    struck: bool

    @property
    def all(self) -> str:
        return " ".join(" ".join((self.text, *(text for _, text in self.unseen))).split())


class _Reader:
    def __init__(self) -> None:
        self.seen: list[str] = []
        self.unseen: dict[str, list[str]] = {}
        self.tables: list[Element] = []
        self.struck: list[bool] = []

    def put(self, text: str, why: str, struck: bool) -> None:
        if why:
            self.unseen.setdefault(why, []).append(text)
            return
        self.seen.append(text)
        if text.strip():
            self.struck.append(struck)


def written_in(element: Element) -> Written:
    """Deleted and hidden letters apart, field codes and second copies of drawings left out."""
    reader = _Reader()
    waiting = [(iter(element), "", False)]
    while waiting:
        children, why, struck = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{W}p" and element.tag != f"{W}p":
            waiting.append((_paragraph(child), why, struck))
        elif child.tag in (f"{W}t", f"{W}delText"):
            reader.put(child.text or "", why, struck)
        elif child.tag in _SIGNS:
            reader.put(_SIGNS[child.tag], why, struck)
        elif child.tag == f"{W}tbl" and (element.tag == f"{W}p" or _is_a_table(child)):
            if element.tag != f"{W}p":  # those in a paragraph's text box come on their own
                reader.tables.append(child)
        elif child.tag not in _NOT_TEXT and not (element.tag == f"{W}p" and child.tag == f"{W}p"):
            waiting.append((iter(child), *_look_of(child, why, struck)))
    unseen = [(why, " ".join("".join(pieces).split())) for why, pieces in reader.unseen.items()]
    return Written(
        "".join(reader.seen),
        [(why, text) for why, text in unseen if text],
        reader.tables,
        bool(reader.struck) and all(reader.struck),
    )


def _paragraph(element: Element) -> _Lines:
    return _Lines(element)


class _Lines:
    """A paragraph's children, then a line end."""

    def __init__(self, element: Element) -> None:
        self._children = iter(element)
        self._ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> Element:
        child = next(self._children, None)
        if child is not None:
            return child
        if self._ended:
            raise StopIteration
        self._ended = True
        return _LINE_END


def _line_end() -> Element:
    from xml.etree.ElementTree import Element as Made

    return Made(f"{W}br")


_LINE_END = _line_end()


def _look_of(child: Element, why: str, struck: bool) -> tuple[str, bool]:
    if child.tag in _DELETED:
        return DELETED, struck
    if child.tag != f"{W}r":
        return why, struck
    if _on(child, "vanish"):
        why = why or HIDDEN
    return why, struck or _on(child, "strike") or _on(child, "dstrike")


def _on(run: Element, name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val", "1").lower() not in _OFF


def _is_a_table(table: Element) -> bool:
    """Two rows and two columns at least: smaller ones are boxes around a text."""
    rows = table.findall(f".//{W}tr", {})
    return len(rows) > 1 and any(len(row.findall(f"{W}tc")) > 1 for row in rows[:3])
