"""The plan: its legal bases, its period, its targets against its own annex, its duties in time (KH-…)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.law.documents import document, find_citations, lapsed
from ocop_xl.model import CycleStep, Hamlet, Product, Target, Task, TaskPart
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import active_products
from ocop_xl.rules.duties import late_rows
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule, shown
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import fold

TARGETS = "khoản 2 mục II Kế hoạch 76/KH-UBND"
_ALL_PRODUCTS, _THREE_STARS, _FOUR_STARS, _SUPPORTED = c.MEASURE.values[:4]
_PERIOD = re.compile(r"\b(20\d\d)\s*[-–—]\s*(20\d\d)\b")


@rule(
    "KH-001",
    Severity.WARNING,
    "«{header}» đang dẫn “{saw}” — văn bản này hết hiệu lực sau ngày {end:%d/%m/%Y}{replaced}.",
    fix="Hãy tham mưu điều chỉnh kế hoạch; văn bản ban hành từ nay dẫn văn bản đang có hiệu lực.",
    source="Điều 11, QĐ 26/2026/QĐ-TTg",
)
def basis_lapsed(view: View, on: date) -> Iterable[Saw]:
    """The plan stays as it was issued; whoever writes a new paper must not copy its lapsed bases."""
    commune = view.commune
    for code in find_citations(commune.plan_bases or ""):
        if lapsed(code, on):
            cited = document(code)
            replaced = f", được thay bằng {cited.replaced_by}" if cited.replaced_by else ""
            yield saw(commune, "plan_bases", saw=code, end=cited.effective_to, replaced=replaced)


@rule(
    "KH-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — kế hoạch nêu các giai đoạn khác nhau: {periods}.",
    fix="Hãy thống nhất một giai đoạn khi điều chỉnh kế hoạch.",
    source="Kế hoạch 76/KH-UBND",
)
def periods_disagree(view: View, on: date) -> Iterable[Saw]:
    """Money and reports are planned by the period: it must be one."""
    commune = view.commune
    found = [f"{start}–{end}" for start, end in _PERIOD.findall(commune.plan_periods or "")]
    if found and commune.plan_from and commune.plan_to:
        found.insert(0, f"{commune.plan_from}–{commune.plan_to}")
    periods = list(dict.fromkeys(found))
    if len(periods) > 1:
        yield saw(commune, "plan_periods", periods=" và ".join(periods))


@rule(
    "KH-003",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — sớm hơn năm đầu giai đoạn ({start}).",
    fix="Hãy sửa một trong hai năm.",
    source="Kế hoạch 76/KH-UBND",
)
def period_backwards(view: View, on: date) -> Iterable[Saw]:
    """Every year is then outside the plan."""
    commune = view.commune
    if commune.plan_from and commune.plan_to and commune.plan_to < commune.plan_from:
        yield saw(commune, "plan_to", start=commune.plan_from)


def _targets(view: View, *measures: str) -> Iterator[Target]:
    return (row for row in view[Target] if row.measure in measures)


def _named(products: list[Product]) -> str:
    return ", ".join(f"{p.name or 'chưa ghi tên'} ({p.id or 'chưa có mã'})" for p in products)


def _aiming_at(view: View, stars: int, on: date) -> list[Product]:
    return [p for p in active_products(view.book, on) if max(p.potential or 0, p.present or 0) >= stars]


@rule(
    "KH-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — nhưng phụ lục ghi {count} sản phẩm tiềm năng từ 4 sao: {names}.",
    fix="Hãy chọn sản phẩm làm trước, hoặc điều chỉnh chỉ tiêu, để chỉ tiêu và phụ lục khớp nhau.",
    source=TARGETS,
)
def more_four_star_candidates_than_aimed_at(view: View, on: date) -> Iterable[Saw]:
    """Support is planned by the target; who is a candidate beyond it should be decided, not forgotten."""
    for row in _targets(view, _FOUR_STARS):
        attribute = "minimum" if row.aspiration is None else "aspiration"
        level = getattr(row, attribute)
        candidates = _aiming_at(view, 4, on)
        if level is not None and len(candidates) > level:
            yield saw(row, attribute, count=len(candidates), names=_named(candidates))


@rule(
    "KH-005",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — nhưng phụ lục chỉ có {count} sản phẩm đủ điều kiện để đếm.",
    fix="Hãy bổ sung sản phẩm, nâng «Tiềm năng», hoặc điều chỉnh chỉ tiêu.",
    source=TARGETS,
)
def target_out_of_reach(view: View, on: date) -> Iterable[Saw]:
    """Even if all goes well, the products listed would not reach the target."""
    stars = {_ALL_PRODUCTS: 0, _THREE_STARS: 3, _FOUR_STARS: 4}
    for row in _targets(view, *stars) if view[Product] else ():
        count = len(_aiming_at(view, stars[row.measure or ""], on))
        if row.minimum is not None and count < row.minimum:
            yield saw(row, "minimum", count=count)


@rule(
    "KH-006",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — nhưng phụ lục chỉ có {count} sản phẩm đang tham gia.",
    fix="Hãy bổ sung sản phẩm vào trang «Sản phẩm», hoặc điều chỉnh chỉ tiêu, để chỉ tiêu và phụ lục khớp nhau.",
    source=TARGETS,
)
def more_to_support_than_the_annex_has(view: View, on: date) -> Iterable[Saw]:
    """Six to be supported and five in the annex cannot be; seven can, for a minimum may be exceeded."""
    count = len(active_products(view.book, on))
    for row in _targets(view, _SUPPORTED) if count else ():
        if row.minimum is not None and row.minimum > count:
            yield saw(row, "minimum", count=count)


@rule(
    "KH-007",
    Severity.INFO,
    "«{header}» đang trống — chỉ tiêu “{name}” chưa đặt mức nên không biết đạt hay chưa.",
    fix="Hãy ghi mức tối thiểu, nếu chỉ tiêu này cần theo dõi.",
    source=TARGETS,
)
def target_without_minimum(view: View, on: date) -> Iterable[Saw]:
    """The front sheet shows such a target as not set."""
    for row in view[Target]:
        if row.name and row.minimum is None and (id(row), "minimum") not in view.unread:
            yield saw(row, "minimum", name=row.short_name or row.name)


@rule(
    "KH-008",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — thấp hơn «Mức tối thiểu» ({minimum}).",
    fix="Hãy sửa một trong hai mức.",
    source=TARGETS,
)
def aspiration_below_minimum(view: View, on: date) -> Iterable[Saw]:
    """One aspires to more than one must do."""
    for row in view[Target]:
        if row.minimum is not None and row.aspiration is not None and row.aspiration < row.minimum:
            yield saw(row, "aspiration", minimum=shown(row.minimum))


@rule(
    "KH-009",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — nhiệm vụ của {unit} đã quá hạn mà chưa xong.",
    fix="Hãy ghi ngày xong hoặc tình trạng, nếu không thì đôn đốc và đặt hạn mới.",
    source="mục V Kế hoạch 76/KH-UBND",
)
def task_overdue(view: View, on: date) -> Iterable[Saw]:
    """The yearly report lists what was not done in time."""
    late: list[Task | TaskPart] = [*late_rows(view, on, Task, "task"), *late_rows(view, on, TaskPart, "task-part")]
    for row in late:
        yield saw(row, "due" if row.due else "unit", unit=row.unit or "(chưa ghi đơn vị)")


@rule(
    "KH-010",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước ngày bắt đầu ({start:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source="Chu trình OCOP 06 bước; điểm a khoản 3 mục III Kế hoạch 76/KH-UBND",
)
def step_ends_before_it_starts(view: View, on: date) -> Iterable[Saw]:
    """A step is due, and done, after it begins."""
    for attribute in ("due", "done"):
        for row in view.out_of_order(CycleStep, "start", attribute):
            yield saw(row, attribute, start=row.start)


@rule(
    "KH-011",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — trang «Ấp» không có ấp này.",
    fix="Hãy ghi tên ấp như ở trang «Ấp», hoặc thêm ấp vào trang ấy.",
    source="khoản 3 mục V Kế hoạch 76/KH-UBND",
)
def part_of_an_unknown_hamlet(view: View, on: date) -> Iterable[Saw]:
    """What a hamlet still has to do is found by its name; other units are free text, and without a list all are."""
    known = {_hamlet(name) for name in view.distinct(Hamlet, "name") if name}
    if known:
        for row in view.having(TaskPart, "unit", broken=lambda unit: _says_hamlet(unit) and _hamlet(unit) not in known):
            yield saw(row, "unit")


def _says_hamlet(unit: str | None) -> bool:
    return fold(unit or "").startswith("ap ")


def _hamlet(name: str) -> str:
    """`Ấp Vĩnh Phước 1` and `Vĩnh Phước 1` are one."""
    return fold(name).removeprefix("ap ")
