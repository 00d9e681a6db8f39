"""The running number in the annex and the code on the score sheet (SP-…)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import partial
from itertools import count, islice

from ocop_xl.model import Product, spec_of
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.product_code import problem_of_code
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

PLAN = "Phụ lục Kế hoạch 76/KH-UBND"
LAW = "QĐ 26/2026/QĐ-TTg"
_SHOWN_GAPS = 5
_NUMBER = spec_of(Product).column("number")


@rule(
    "SP-013",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — số này đã có ở {first} trong cùng mục.",
    fix="Hãy đánh lại số thứ tự trong mục, mỗi dòng một số.",
    source=PLAN,
)
def number_twice_in_a_section(view: View, on: date) -> Iterable[Saw]:
    """The annex is printed by section and number."""
    for row, earlier in view.repeated(Product, "section", "number"):
        yield saw(row, "number", first=earlier.id or f"dòng {earlier.at}")


@rule(
    "SP-014",
    Severity.INFO,
    "«STT» của mục “{section}” — thiếu số {gaps}.",
    fix="Hãy đánh lại số thứ tự liền nhau từ 1, nếu không cố ý để trống.",
    source=PLAN,
)
def gap_in_numbers(view: View, on: date) -> Iterable[Saw]:
    """A missing number in the printed annex looks like a missing product."""
    sections: dict[str, set[int]] = defaultdict(set)
    for section, number in view.distinct(Product, "section", "number"):
        if section and number and _NUMBER.holds(number):
            sections[section].add(number)
    for section, numbers in sorted(sections.items()):
        highest = max(numbers)
        if highest > len(numbers):
            last = next(p for p in view[Product] if p.section == section and p.number == highest)
            yield saw(last, "number", section=section, gaps=_gaps(numbers, highest))


def _gaps(numbers: set[int], highest: int) -> str:
    """The first numbers that are wanting, and how many more."""
    lost = highest - len(numbers)
    first = islice((number for number in count(1) if number not in numbers), min(lost, _SHOWN_GAPS))
    more = f" và {lost - _SHOWN_GAPS} số khác" if lost > _SHOWN_GAPS else ""
    return ", ".join(map(str, first)) + more


@rule(
    "SP-016",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — {problem}.",
    fix="Hãy ghi theo dạng (mã tỉnh)-(mã xã)-(số thứ tự)-(năm), ví dụ {example}.",
    source="Phụ lục II, " + LAW + "; QĐ 19/2025/QĐ-TTg",
)
def product_code_parts(view: View, on: date) -> Iterable[Saw]:
    """The code on the scoring sheet tells which commune's product it is; the commune keeps the running number."""
    province, commune = view.commune.province_code, view.commune.commune_code
    problem = partial(problem_of_code, province, commune)
    for row in view.having(Product, "code", broken=problem):
        example = f"{province or '91'}-{commune or '31051'}-{row.number or 1}-{on.year}"
        yield saw(row, "code", problem=problem(row.code), example=example)
