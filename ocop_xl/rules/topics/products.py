"""Products: do sector, set, ranks, road map, numbers and names of a row agree with each other (SP-…)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import partial
from itertools import count, islice

from ocop_xl.law.sectors import GROUPS, PRODUCT_SETS, label, product_set, suggest_sets
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Producer, Product, spec_of
from ocop_xl.model import choices as c
from ocop_xl.programme.period import plan_period
from ocop_xl.rules.alike import (
    ends_with_a_word_of,
    letters_of,
    may_name_two,
    names_two_goods,
    same_name_twice,
    without_brand,
)
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.product_code import problem_of_code
from ocop_xl.rules.rule import ONE_COLUMN, rule
from ocop_xl.rules.stars import unrecognisable_stars
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import name_key

PLAN = "Phụ lục Kế hoạch 76/KH-UBND"
LAW = "QĐ 26/2026/QĐ-TTg"
_SET_NUMBERS = range(1, len(PRODUCT_SETS) + 1)
_YEAR = spec_of(Product).column("to_year")
_SHOWN_GAPS = 5
_NUMBER = spec_of(Product).column("number")


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
    "SP-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — có thể là hai sản phẩm ghi chung một dòng: “{one}” và “{other}”.",
    fix="Hãy tách thành hai dòng nếu là hai sản phẩm, vì mỗi sản phẩm một hồ sơ; nếu là một sản phẩm thì giữ nguyên.",
    source="Điều 6, " + LAW + "; cách nhận biết là cách hiểu của phần mềm",
)
def two_products_in_a_row(view: View, on: date) -> Iterable[Saw]:
    """Each product has its own dossier, set and certificate, so a row for two is counted wrongly."""
    found = {name: names_two_goods(name) for name in may_name_two(view.distinct(Product, "name"))}
    for row in view.having(Product, "name", broken=found.get) if any(found.values()) else ():
        one, other = found[row.name or ""] or ("", "")
        yield saw(row, "name", one=one, other=other)


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
    "SP-008",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — ngoài giai đoạn {start}–{end} của Kế hoạch.",
    fix="Hãy sửa năm trong lộ trình, hoặc sửa giai đoạn ở trang «Thông tin xã».",
    source=PLAN,
)
def road_map_outside_the_plan(view: View, on: date) -> Iterable[Saw]:
    """What lies outside the period is neither funded nor reported by this plan."""
    period = plan_period(view.commune)
    if period is None:
        return
    for attribute in ("from_year", "to_year"):
        for row in view.having(
            Product, attribute, broken=lambda year: year and _YEAR.holds(year) and year not in period
        ):
            yield saw(row, attribute, start=period.first, end=period.last)


@rule(
    "SP-009",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — sớm hơn «Lộ trình từ năm» ({start}).",
    fix="Hãy sửa một trong hai năm.",
    source=PLAN,
)
def road_map_backwards(view: View, on: date) -> Iterable[Saw]:
    """A road map leads forward."""
    for row in view.having(
        Product, "from_year", "to_year", broken=lambda y: None not in y and all(map(_YEAR.holds, y)) and y[1] < y[0]
    ):
        yield saw(row, "to_year", start=row.from_year)


@rule(
    "SP-010",
    Severity.WARNING,
    "Lộ trình đang là “{start}–{end}” ở {rows} — ghi cả giai đoạn, chưa có năm cụ thể.",
    fix="Hãy ghi năm đăng ký dự kiến của từng sản phẩm, để xếp được đợt đánh giá và kinh phí từng năm.",
    source=PLAN + "; cách hiểu của phần mềm",
)
def road_map_is_the_whole_period(view: View, on: date) -> Iterable[Saw]:
    """A period is not a year; one decision for the plan, so one finding that names the rows."""
    period = plan_period(view.commune)
    if period is None or period.first == period.last:
        return
    rows = list(view.having(Product, "from_year", "to_year", broken=lambda years: years == period))
    if rows:
        named = ", ".join(row.id or f"dòng {row.at}" for row in rows)
        start, end = period
        yield saw(rows[0], "from_year", saw=f"{start}–{end}", start=start, end=end, rows=named)


@rule(
    "SP-011",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — cùng chủ thể đã có “{name}” ({first}), có vẻ là một sản phẩm.",
    fix="Hãy gộp thành một dòng nếu là một sản phẩm; nếu không, ghi rõ chỗ khác nhau trong tên.",
    source="cách hiểu của phần mềm",
)
def same_product_twice_under_one_producer(view: View, on: date) -> Iterable[Saw]:
    """A product listed twice raises every count by one."""
    names, producers = view.column(Product, "name"), view.column(Product, "producer_id")
    hints = list(zip(producers, letters_of(names), strict=True))
    for row, earlier in same_name_twice(view[Product], names, hints):
        if row.producer_id:
            yield saw(row, "name", name=earlier.name, first=earlier.id or f"dòng {earlier.at}")


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
    "SP-015",
    Severity.WARNING,
    "«{header}» đang trống — chưa chọn bộ tiêu chí để chấm “{name}”.",
    fix="Hãy {choose}.",
    source="Phụ lục II, " + LAW + "; gợi ý là cách hiểu của phần mềm",
    reason=(*ONE_COLUMN, "choose"),
)
def set_not_chosen(view: View, on: date) -> Iterable[Saw]:
    """Without its set a product can be neither scored nor guided; the officer chooses, we propose."""
    for row in view.having(Product, "product_set", broken=lambda number: number is None):
        if row.name and (id(row), "product_set") not in view.unread:
            yield saw(row, "product_set", name=row.name, choose=_set_proposal(row))


def _set_proposal(row: Product) -> str:
    likely = suggest_sets(row.name or "", row.sector)
    if not likely:
        return "chọn bộ sản phẩm trong danh sách"
    return "chọn bộ sản phẩm, gợi ý: " + " hoặc ".join(f"“{label(number)}”" for number in likely)


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


@rule(
    "SP-017",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — bỏ tên chủ thể thì giống “{name}” ({first}) của cùng chủ thể.",
    fix="Hãy gộp thành một dòng nếu là một sản phẩm; nếu không, ghi rõ chỗ khác nhau trong tên.",
    source="cách hiểu của phần mềm",
)
def same_product_with_its_makers_name(view: View, on: date) -> Iterable[Saw]:
    """Lists of other offices add the maker's name: `Tôm khô`, `Tôm khô Hiểu Phát`."""
    makers = {row.id: row.name for row in view[Producer] if row.name}
    for row in view[Product]:
        maker = makers.get(row.producer_id, "")
        if not row.name or not ends_with_a_word_of(row.name, maker):
            continue
        bare = without_brand(row.name, maker)
        mine = (other for other in view[Product] if other is not row and other.producer_id == row.producer_id)
        same = next((other for other in mine if other.name and name_key(other.name) == bare), None)
        if same is not None:
            yield saw(row, "name", name=same.name, first=same.id or f"dòng {same.at}")
