"""Section rows of an appendix: «A. Sản phẩm mới», «II – Nâng hạng», «Nhóm thực phẩm»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocop_xl.law.sectors import GROUPS, SECTORS
from ocop_xl.model.choices import SECTION_KEEP, SECTION_NEW, SECTION_UPGRADE
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.vietnamese import fold

_LABEL = re.compile(r"(?:(?:mục|phần)\s+)?([A-HĐ]|[IVX]{1,4})\s*[.:)\-–/]*", re.IGNORECASE)
_LABELLED = re.compile(r"(?:(?:mục|phần)\s+)?([A-HĐ]|[IVX]{1,4})\s*[.:)\-–/]+\s*(.+)", re.IGNORECASE | re.DOTALL)
_MEANINGS = (
    (re.compile(r"\b(nang (hang|sao|cap))\b"), SECTION_UPGRADE),
    (re.compile(r"\b(duy tri|giu hang|giu sao|danh gia lai|phan hang lai|cong nhan lai|cung co)\b"), SECTION_KEEP),
    (re.compile(r"\b((san pham|sp) moi|(dang ky|phat trien|xay dung|tham gia) moi)\b|^moi$"), SECTION_NEW),
)
_BY_LETTER = {"A": SECTION_NEW, "B": SECTION_UPGRADE, "C": SECTION_KEEP}
_SECTORS = {fold(name): name for name in (*GROUPS, *SECTORS)}
_COUNT = re.compile(r"[(:].*$", re.DOTALL)


@dataclass(slots=True)
class Section:
    """`value` is one of «Mục»'s choices or None; `sector` a sector or group that the title names instead.

    `why` tells what was assumed; `known` is false for a title of which we can make nothing.
    """

    cells: list[Cell]
    label: str
    title: str
    value: str | None = None
    sector: str | None = None
    why: str = ""

    @property
    def known(self) -> bool:
        return self.value is not None or self.sector is not None

    @property
    def explicit(self) -> bool:
        """Labelled, or named as a group: not to be taken for a product called «Chè»."""
        return bool(self.label) or self.value is not None or fold(self.title).startswith("nhom ")

    @property
    def main(self) -> bool:
        """A letter opens a part of the appendix; a Roman number may only divide one."""
        return not self.label or self.label.upper() not in ("I", "II", "III", "IV", "V", "VI", "X")


def is_label(text: str) -> bool:
    """`A`, `B.`, `II`, `Mục C` alone in a cell."""
    return _LABEL.fullmatch(text.strip()) is not None


def read_section(cells: list[Cell]) -> Section | None:
    """The section that a row of one or two texts opens; None if it is no section row."""
    texts = [cell.text for cell in cells]
    label, title = "", texts[0]
    if is_label(texts[0]):
        found = _LABEL.fullmatch(texts[0].strip())
        label, title = (found[1] if found else ""), (texts[1] if len(texts) > 1 else "")
    elif found := _LABELLED.fullmatch(texts[0].strip()):
        label, title = found[1], found[2]
    elif len(texts) > 1:
        title = texts[1]
    section = Section(cells, label, title)
    key = fold(_COUNT.sub("", title)) or fold(title)
    section.value = next((value for pattern, value in _MEANINGS if pattern.search(key)), None)
    section.sector = _SECTORS.get(key.removeprefix("nhom ").removeprefix("nganh ").removeprefix("san pham "))
    if section.known:
        return section
    if not label:
        return None
    if not title and label.upper() in _BY_LETTER:
        section.value = _BY_LETTER[label.upper()]
        section.why = f"mục chỉ ghi “{label}”, được hiểu là “{section.value}”"
    return section
