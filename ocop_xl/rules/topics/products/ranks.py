"""What rank a product has, and what rank it may have (SP-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Product
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.stars import unrecognisable_stars
from ocop_xl.rules.view import View

PLAN = "Phụ lục Kế hoạch 76/KH-UBND"
LAW = "QĐ 26/2026/QĐ-TTg"


@rule(
    "SP-004",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — thấp hơn «Hiện trạng» ({present} sao).",
    fix="Hãy sửa «Tiềm năng» hoặc «Hiện trạng».",
    source=PLAN,
)
def potential_below_present(view: View, on: date) -> Iterable[Saw]:
    """Nobody plans to lose a star: one of the two cells is wrong. Potentials that nobody can reach are SP-012's."""
    for row in view.having(
        Product, "present", "potential", broken=lambda p: p[0] and p[1] in RECOGNISED_STARS and p[1] < p[0]
    ):
        yield saw(row, "potential", present=row.present)


@rule(
    "SP-005",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — bằng «Hiện trạng», trong khi dòng này ở mục B (nâng hạng).",
    fix="Hãy ghi hạng cao hơn ở «Tiềm năng», hoặc chuyển dòng sang mục C (duy trì hạng).",
    source=PLAN,
)
def upgrade_to_the_same_rank(view: View, on: date) -> Iterable[Saw]:
    """An upgrade goes up."""
    rows = view.having(
        Product,
        "section",
        "present",
        "potential",
        broken=lambda p: p[0] == c.SECTION_UPGRADE and p[1] and p[1] == p[2],
    )
    return (saw(row, "potential") for row in rows)


@rule(
    "SP-006",
    Severity.ERROR,
    "«{header}» đang trống — sản phẩm ở mục “{section}” phải có hạng sao hiện tại.",
    fix="Hãy ghi số sao đang có, hoặc chuyển dòng sang mục A (sản phẩm mới).",
    source=PLAN,
)
def upgrade_without_present_rank(view: View, on: date) -> Iterable[Saw]:
    """Only a recognised product can be upgraded or kept."""
    needing = (c.SECTION_UPGRADE, c.SECTION_KEEP)
    for row in view.having(Product, "section", "present", broken=lambda p: p[0] in needing and p[1] is None):
        if (id(row), "present") not in view.unread:
            yield saw(row, "present", section=row.section)


@rule(
    "SP-007",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — sản phẩm ở mục A (sản phẩm mới) thì chưa có hạng.",
    fix="Hãy chuyển dòng sang mục B hoặc C, hoặc xóa ô «Hiện trạng».",
    source=PLAN,
)
def new_with_present_rank(view: View, on: date) -> Iterable[Saw]:
    """A ranked product counted as new is counted twice towards the plan's targets."""
    rows = view.having(Product, "section", "present", broken=lambda p: p[0] == c.SECTION_NEW and p[1])
    return (saw(row, "present") for row in rows)


@rule(
    "SP-012",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — chỉ nhận 3, 4 hoặc 5 sao.",
    fix="Hãy chọn trong danh sách.",
    source="khoản 3 Điều 3 và khoản 1 Điều 4, " + LAW,
)
def potential_not_recognisable(view: View, on: date) -> Iterable[Saw]:
    """1 and 2 sao have neither decision nor certificate, so nobody can aim at them."""
    return unrecognisable_stars(view, Product, "potential")
