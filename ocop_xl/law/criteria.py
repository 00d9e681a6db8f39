"""The criteria sets of Phụ lục II: what a product is scored by, as printed, with every doubt beside its line.

One JSON file per set under `data/criteria/`, read on first use. A set has parts A, B, C, parts have groups,
groups have criteria, criteria have options. A heading between group and criterion (`6.1 Ngoại hình`) is the
criterion's `parent`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ocop_xl.law import documents, sectors
from ocop_xl.records import NamedTuple

_FOLDER = Path(__file__).parent / "data" / "criteria"
CURRENT_DOCUMENT = "26/2026/QĐ-TTg"
LONGEST_LABEL = 240
"""Characters of a level's label: Excel compares no text longer than 255."""


_EXCLUDING = ("Bị loại", "không đánh giá các bước tiếp theo")


class NoCriteriaSet(ValueError):
    """No set is shipped for what was asked; the message is one Vietnamese sentence."""


class Option(NamedTuple):
    """One level of a criterion.

    `min_star`: the rank for which this level is the printed minimum (its asterisks).
    `abbr`: the text is a condensed form of the printed one.
    `implied`: not printed, inferred from the criterion's maximum.
    `case`: which of the alternative cases it belongs to (set 26), else empty.
    """

    points: int
    text: str
    min_star: int | None = None
    abbr: bool = False
    implied: bool = False
    case: str = ""

    @property
    def case_letter(self) -> str:
        """`a` of “a. Trường hợp 1: …”; empty without cases."""
        return self.case[:1]

    @property
    def label(self) -> str:
        """How the level is offered in a drop-down: `3 điểm – …`, `a) 3 điểm – …`; long texts end in “…”."""
        label = f"{self.case_letter}) " * bool(self.case) + f"{self.points} điểm – {self.text}"
        return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "…"


NO_LEVEL = Option(0, "Không đạt mức nào trong bảng", implied=True)
"""The level of a product that reaches none of the printed ones, where the sheet prints no 0 (our reading)."""


class Heading(NamedTuple):
    """A title with points of its own between a group and its criteria."""

    code: str
    name: str
    max: int


class Criterion(NamedTuple):
    """A line that gets points. `part` and `group` are codes; `parent` is a heading in between, if any.

    `commune_assessed`: the commune comments on it in Mẫu 03 (which lines these are is our reading).
    """

    code: str
    name: str
    max: int
    options: tuple[Option, ...]
    notes: tuple[str, ...]
    commune_assessed: bool
    part: str
    group: str
    parent: Heading | None

    @property
    def cases(self) -> tuple[str, ...]:
        """Names of the alternative cases of which one is chosen; empty for an ordinary criterion."""
        return tuple(dict.fromkeys(option.case for option in self.options if option.case))

    @property
    def levels(self) -> tuple[Option, ...]:
        """What can be chosen: the printed levels in their order, before them `NO_LEVEL` where no 0 is printed."""
        return self.options if any(option.points == 0 for option in self.options) else (NO_LEVEL, *self.options)

    @property
    def allowed_points(self) -> tuple[int, ...]:
        """The points of its levels, rising."""
        return tuple(sorted({level.points for level in self.levels}))

    def minimum(self, stars: int) -> int:
        """Points below which a product cannot have that rank; 0 if no level here is marked for it."""
        return min((option.points for option in self.options if option.min_star == stars), default=0)


class Group(NamedTuple):
    """Criteria that the form adds up under one heading; `max` is the most points that they give together."""

    code: str
    name: str
    max: int
    criteria: tuple[Criterion, ...]


class Part(NamedTuple):
    """A, B or C of the form; its groups' points add up to `max`."""

    code: str
    name: str
    max: int
    groups: tuple[Group, ...]


class Remark(NamedTuple):
    """Something to know about a line: `at` is the code of a criterion, group or part."""

    at: str
    text: str


class KnockOut(NamedTuple):
    """A reason for which the sheet excludes a product: `at` is the criterion's code, empty for the whole dossier."""

    at: str
    text: str


class CriteriaSet(NamedTuple):
    """`doubts` are kept as printed, `corrections` were applied; `samples` is how many go with a dossier.

    `disqualify_if` is the sheet's “Hồ sơ bị loại khi…”, empty where the sheet has none.
    """

    code: str
    number: int
    name: str
    sector: str
    group: str
    document: str
    annex: str
    effective_from: date
    source: str
    samples: int
    disqualify_if: str
    doubts: tuple[Remark, ...]
    corrections: tuple[Remark, ...]
    parts: tuple[Part, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All of them, in the sheet's order."""
        return tuple(one for part in self.parts for group in part.groups for one in group.criteria)

    def minima(self, stars: int) -> dict[str, int]:
        """Criterion code → minimum points that the sheet marks for exactly this rank, in the sheet's order.

        A rank presumably needs the minima of lower ranks as well (our inference): `scoring` joins them.
        """
        return {one.code: least for one in self.criteria if (least := one.minimum(stars))}

    @property
    def knock_outs(self) -> tuple[KnockOut, ...]:
        """The sheet's “Hồ sơ bị loại khi…”, then the notes that exclude a product or stop its assessment."""
        whole = (KnockOut("", self.disqualify_if),) if self.disqualify_if else ()
        notes = ((one.code, note) for one in self.criteria for note in one.notes)
        return (*whole, *(KnockOut(code, note) for code, note in notes if any(word in note for word in _EXCLUDING)))

    def remarks(self, code: str) -> tuple[str, ...]:
        """Doubts and corrections of the line with that code."""
        return tuple(remark.text for remark in (*self.doubts, *self.corrections) if remark.at == code)


@cache
def criteria_set(code: str) -> CriteriaSet:
    """`QD26-01` … `QD26-26`. NoCriteriaSet for any other code."""
    number = sectors.number_of(code)
    if number is None or sectors.product_set(number).code != code:
        raise NoCriteriaSet(f"Không có bộ tiêu chí mang mã “{code}”; các mã có sẵn là QD26-01 đến QD26-26.")
    text = (_FOLDER / f"qd26_{number:02d}.json").read_text(encoding="utf-8")
    return _from_json(sectors.product_set(number), json.loads(text))


def criteria_set_for(number: int, on: date) -> CriteriaSet:
    """The set that scores a dossier filed on that day. NoCriteriaSet before 22/5/2026 or outside 1–26."""
    if not 1 <= number <= len(sectors.PRODUCT_SETS):
        raise NoCriteriaSet(f"Không có bộ sản phẩm số {number}; Phụ lục II có các bộ từ 1 đến 26.")
    since = documents.document(CURRENT_DOCUMENT).effective_from
    if on < since:
        raise NoCriteriaSet(
            f"Chưa có bộ tiêu chí cho ngày {on:%d/%m/%Y}: phần mềm chỉ kèm các bộ của {CURRENT_DOCUMENT}, "
            f"có hiệu lực từ {since:%d/%m/%Y}; hãy chép bộ tiêu chí áp dụng ngày đó (như của Quyết định 148/QĐ-TTg) "
            "vào một bảng tính rồi nạp bằng lệnh ocop-xl criteria."
        )
    return criteria_set(sectors.product_set(number).code)


# --- reading ------------------------------------------------------------------------------------------------


def _from_json(product_set: sectors.ProductSet, raw: dict[str, Any]) -> CriteriaSet:
    return CriteriaSet(
        code=product_set.code,
        number=product_set.number,
        name=product_set.name,
        sector=product_set.sector,
        group=product_set.group,
        document=raw["document"],
        annex=raw["annex"],
        effective_from=documents.document(raw["document"]).effective_from,
        source=raw["source"],
        samples=raw["samples"],
        disqualify_if=raw["disqualify_if"],
        doubts=tuple(Remark(**remark) for remark in raw["doubts"]),
        corrections=tuple(Remark(**remark) for remark in raw["corrections"]),
        parts=tuple(_part(part) for part in raw["parts"]),
    )


def _part(raw: dict[str, Any]) -> Part:
    code = raw["code"]
    groups = (
        Group(group["code"], group["name"], group["max"], tuple(_criteria(group, code, group["code"])))
        for group in raw["groups"]
    )
    return Part(code, raw["name"], raw["max"], tuple(groups))


def _criteria(node: dict[str, Any], part: str, group: str, parent: Heading | None = None) -> Iterator[Criterion]:
    """The criteria below a node; a group without any is itself the criterion (`7 TÍNH ĐỘC ĐÁO`)."""
    if "criteria" not in node:
        yield Criterion(
            code=node["code"],
            name=node["name"],
            max=node["max"],
            options=tuple(_options(node)),
            notes=tuple(node.get("notes", ())),
            commune_assessed=node.get("commune_assessed", False),
            part=part,
            group=group,
            parent=parent,
        )
        return
    for child in node["criteria"]:
        heading = Heading(child["code"], child["name"], child["max"]) if "criteria" in child else parent
        yield from _criteria(child, part, group, heading)


def _options(node: dict[str, Any]) -> Iterator[Option]:
    for option in node.get("options", ()):
        yield Option(**option)
    for case in node.get("cases", ()):
        for option in case["options"]:
            yield Option(**option, case=case["name"])
