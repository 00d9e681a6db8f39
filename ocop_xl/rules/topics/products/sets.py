"""Which set of criteria judges a product, and whether it is of the product's sector (SP-…)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ocop_xl.law.sectors import GROUPS, PRODUCT_SETS, label, product_set, suggest_sets
from ocop_xl.model import Product
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, rule
from ocop_xl.rules.view import View

LAW = "QĐ 26/2026/QĐ-TTg"
_SET_NUMBERS = range(1, len(PRODUCT_SETS) + 1)


@rule(
    "SP-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — bộ này thuộc nhóm “{right}”, còn «Nhóm sản phẩm» là “{sector}”.",
    fix="Hãy chọn lại bộ sản phẩm, hoặc sửa «Nhóm sản phẩm» thành “{right}”.",
    source="Phụ lục I và II, " + LAW,
)
def set_of_another_sector(view: View, on: date) -> Iterable[Saw]:
    """The set decides the criteria; one from another sector would have the product judged as something else."""
    for row in view.having(Product, "sector", "product_set", broken=_of_another_sector):
        yield saw(row, "product_set", right=product_set(row.product_set or 0).sector, sector=row.sector)


def _of_another_sector(pair: tuple[str | None, int | None]) -> bool:
    sector, number = pair
    known = sector in c.SECTOR.allowed and number in _SET_NUMBERS
    return known and product_set(number or 0).sector != sector


@rule(
    "SP-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — đây là tên một phân nhóm của nhóm “{right}”.",
    fix="Hãy chọn “{right}” ở cột này và ghi phân nhóm bằng cột «Bộ sản phẩm».",
    source="khoản 2 Điều 2 và Phụ lục I, " + LAW,
)
def group_for_sector(view: View, on: date) -> Iterable[Saw]:
    """The plan's annex mixes the two levels; counted by sector such a row falls out."""
    for row in view.having(Product, "sector", broken=GROUPS.get):
        yield saw(row, "sector", right=GROUPS[row.sector or ""])


@rule(
    "SP-015",
    Severity.WARNING,
    "«{header}» đang trống — chưa chọn bộ tiêu chí để chấm “{name}”.",
    fix="Hãy chọn bộ sản phẩm trong danh sách.{likely}",
    source="Phụ lục II, " + LAW + "; gợi ý là cách hiểu của phần mềm",
    reason=(*ONE_COLUMN, "sets"),
)
def set_not_chosen(view: View, on: date) -> Iterable[Saw]:
    """Without its set a product can be neither scored nor guided; the officer chooses, we propose."""
    for row in view.having(Product, "product_set", broken=lambda number: number is None):
        if row.name and (id(row), "product_set") not in view.unread:
            likely = suggest_sets(row.name, row.sector)
            sets = "gợi ý bộ " + " hoặc ".join(f"{number:02d}" for number in likely) if likely else ""
            yield saw(row, "product_set", name=row.name, likely=_proposal(likely), sets=sets)


def _proposal(likely: Sequence[int]) -> str:
    return f" Gợi ý: {' hoặc '.join(f'“{label(number)}”' for number in likely)}." if likely else ""
