"""A criteria set as the lines of «Tiêu chí»: one line per level, what concerns the criterion on its first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ocop_xl.law.criteria import NO_LEVEL, CriteriaSet, Criterion, Option, criteria_set
from ocop_xl.law.proofs import proofs_of
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book, CriterionLine


def lines_of(chosen: CriteriaSet) -> list[CriterionLine]:
    """The set's lines in the sheet's order."""
    groups = {group.code: group.name for part in chosen.parts for group in part.groups}
    return [
        line
        for criterion in chosen.criteria
        for line in _lines(chosen, criterion, f"{criterion.group}. {groups[criterion.group]}")
    ]


def _lines(chosen: CriteriaSet, criterion: Criterion, group: str) -> Iterator[CriterionLine]:
    key = f"{chosen.code}|{criterion.code}"
    for number, level in enumerate(criterion.levels, 1):
        line = CriterionLine(
            id=f"{key}|{number}",
            set_code=chosen.code,
            part=criterion.part,
            group=group,
            criterion=criterion.code,
            name=criterion.name,
            maximum=criterion.max,
            points=level.points,
            level=level.label,
            min_star=level.min_star,
            remark=_about(level) or None,
            key=key,
        )
        if number == 1:
            _describe(line, chosen, criterion)
        yield line


def _describe(line: CriterionLine, chosen: CriteriaSet, criterion: Criterion) -> None:
    wants = {stars: criterion.minimum(stars) for stars in RECOGNISED_STARS}
    line.levels = len(criterion.levels)
    line.wants_3, line.wants_4, line.wants_5 = wants.values()
    line.from_rank = next((stars for stars, points in wants.items() if points), 0)
    line.minima = "; ".join(f"{stars} sao: {points} điểm" for stars, points in wants.items() if points) or None
    line.evidence = ", ".join(f"{proof.number:02d}" for proof in proofs_of(criterion)) or None
    line.remark = " ".join((*criterion.notes, *chosen.remarks(criterion.code), line.remark or "")).strip() or None


def _about(level: Option) -> str:
    """How the line's text differs from the printed one; `NO_LEVEL` says of itself that it is in no table."""
    if level.implied and level is not NO_LEVEL:
        return "(Mức không in trong bảng, suy ra.)"
    return "(Câu rút gọn.)" if level.abbr else ""


@cache
def shipped_lines() -> list[CriterionLine]:
    """The lines of the 26 shipped sets, as «Tiêu chí» begins."""
    return [line for item in PRODUCT_SETS for line in lines_of(criteria_set(item.code))]


class CriteriaLines:
    """All lines of «Tiêu chí», a commune's own sets below the shipped ones, and where each criterion begins."""

    def __init__(self, book: Book) -> None:
        self.lines = [*shipped_lines(), *book[CriterionLine]]
        self._first = {line.key.upper(): at for at, line in reversed([*enumerate(self.lines, 1)]) if line.key}

    def first(self, set_code: str, criterion: str) -> int | None:
        """The position, from 1, of a criterion's first line."""
        return self._first.get(f"{set_code}|{criterion}".upper())

    def levels_at(self, first: object) -> list[str]:
        """The labels of the criterion that begins there; those of a criterion of usual length for a row without one."""
        begins = first if isinstance(first, int) else 1
        count = self.lines[begins - 1].levels or 1
        return [line.level or "" for line in self.lines[begins - 1 : begins - 1 + count]]
