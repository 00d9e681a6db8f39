"""Section rows of an appendix: «A. Sản phẩm mới», «II – Nâng hạng», «Nhóm thực phẩm», «Sản phẩm 4 sao năm 2024»."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ocop_xl.law.legal_forms import legal_form
from ocop_xl.law.sectors import GROUPS, sector_named
from ocop_xl.model.choices import SECTION_KEEP, SECTION_NEW, SECTION_UPGRADE
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.captions import Said, What, facts_of_all, place_in
from ocop_xl.vietnamese import fold, tidy

_LABEL = re.compile(r"(?:(?:mục|phần)\s+)?([A-HĐ]|[IVX]{1,4})\s*[.:)\-–/]*", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:(?:mục|phần)\s+)?([A-HĐ]|[IVX]{1,4}|\d{1,2}(?=\s*[.)]\s*[^\W\d]))\s*[.:)\-–/]+\s*(.+)",
    re.IGNORECASE | re.DOTALL,
)
_MEANINGS = (
    (re.compile(r"\b(nang (hang|sao|cap))\b"), SECTION_UPGRADE),
    (
        re.compile(r"\b(duy tri|giu hang|giu sao|danh gia lai|phan hang lai|cong nhan lai|cung co|gia han)\b"),
        SECTION_KEEP,
    ),
    (
        re.compile(
            r"\b((san pham|sp) moi|(dang ky|phat trien|xay dung|tham gia|cong nhan|danh gia|phan hang) (moi|lan dau))\b"
            r"|^moi$|\blan dau\b"
        ),
        SECTION_NEW,
    ),
    (re.compile(r"\bcong nhan (trong )?(nam 20\d\d|dot)\b"), SECTION_NEW),
)
_BY_LETTER = {"A": SECTION_NEW, "B": SECTION_UPGRADE, "C": SECTION_KEEP}
_GROUPS = {fold(name): name for name in GROUPS}
_COUNT = re.compile(r"\s*(?:\(|[:–-]\s*\d).*$", re.DOTALL)
_ROMAN = re.compile(r"[IVX]+", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """`value` is one of «Mục»'s choices or None; `sector` a sector or group that the title names instead; `said` the
    other facts: stars, year, round, withdrawal, place.

    `why` tells what was assumed; `known` is false for a title of which we can make nothing.
    """

    cells: list[Cell]
    label: str
    title: str
    value: str | None = None
    sector: str | None = None
    why: str = ""
    said: list[Said] = field(default_factory=list)

    @property
    def known(self) -> bool:
        return self.value is not None or self.sector is not None or bool(self.said)

    @property
    def heads_rows(self) -> bool:
        """Names a place or a rank, which no product is called, whatever number stands before it."""
        return any(said.what in (What.PLACE, What.STARS) for said in self.said)

    @property
    def explicit(self) -> bool:
        """Labelled, or named as a group: not to be taken for a product called «Chè»."""
        return bool(self.label) or self.value is not None or bool(self.said) or fold(self.title).startswith("nhom ")

    @property
    def style(self) -> str:
        """By what one heading is known to stand beside another: letters, Roman numbers, figures; else what it names."""
        if self.label:
            return "I" if _ROMAN.fullmatch(self.label) else "1" if self.label.isdecimal() else "A"
        if any(said.what is What.PLACE for said in self.said):
            return What.PLACE
        return What.SECTOR if self.sector is not None else What.SECTION

    def facts(self) -> list[Said]:
        """All that it says of the rows below."""
        first = self.cells[0]
        own = [Said(What.SECTION, self.value, first, self.why)] if self.value is not None else []
        return [*own, *([Said(What.SECTOR, self.sector, first)] if self.sector else []), *self.said]


def is_label(text: str) -> bool:
    """`A`, `B.`, `II`, `Mục C` alone in a cell."""
    return len(text) < 12 and _LABEL.fullmatch(text.strip()) is not None


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
    _understand(section, cells[-1] if len(texts) > 1 and title == texts[1] else cells[0])
    if section.known:
        return section
    if not label or label.isdecimal():
        return None
    if not title and label.upper() in _BY_LETTER:
        section.value = _BY_LETTER[label.upper()]
        section.why = f"mục chỉ ghi “{label}”, được hiểu là “{section.value}”"
    return section


def _understand(section: Section, cell: Cell) -> None:
    words = fold(section.title)
    key = fold(_COUNT.sub("", section.title)) or words
    section.value = next((value for pattern, value in _MEANINGS if pattern.search(words)), None)
    bare = key.removeprefix("nhom ").removeprefix("nganh ").removeprefix("san pham ")
    section.sector = _GROUPS.get(bare) or sector_named(tidy(bare))
    section.said = facts_of_all(cell, words)
    if section.value is None and section.sector is None and not section.said and legal_form(section.title) is not None:
        section.said.append(Said(What.SUBJECT, tidy(section.title), cell))
    if section.value is None and section.sector is None and place_in(words):
        section.said.append(Said(What.PLACE, tidy(_COUNT.sub("", section.title)), cell))
