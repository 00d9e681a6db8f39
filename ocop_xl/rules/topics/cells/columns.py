"""What the model asks of every column: filled, in its list, in its range, not twice, pointing at a row (DL-…)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ocop_xl.law.authorities import authority_named
from ocop_xl.law.legal_forms import legal_form
from ocop_xl.law.sectors import sector_named
from ocop_xl.model import INPUT_TABLES, Dossier, Producer, Product, spec_of, table_named
from ocop_xl.model import choices as c
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import Row, TableSpec
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.keys import meant_key, several_keys
from ocop_xl.rules.meant import meant_word
from ocop_xl.rules.rule import ONE_COLUMN, rule, shown
from ocop_xl.rules.spoken_for import STARS_HAVE_THEIR_OWN_RULE, is_group_for_sector
from ocop_xl.rules.sum_rows import sum_cells
from ocop_xl.rules.view import View

SOURCE = "khuôn sổ OCOP (ocop_xl)"
_INPUTS = {kind: spec_of(kind).inputs for kind in INPUT_TABLES}
_THINGS: dict[type[Row], str] = {Product: "sản phẩm", Producer: "chủ thể", Dossier: "hồ sơ"}


def _columns(view: View) -> Iterator[tuple[type[Row], Column]]:
    for kind in INPUT_TABLES:
        if view[kind]:
            for column in _INPUTS[kind]:
                yield kind, column


_OF_THE_PLAN = frozenset(("potential", "from_year", "to_year"))


@rule(
    "DL-001",
    Severity.ERROR,
    "«{header}» đang trống — ô này bắt buộc.",
    fix="Hãy điền ô này.{how}",
    source=SOURCE,
)
def required(view: View, on: date) -> Iterable[Saw]:
    """A row without these cells cannot be counted, checked or printed."""
    for kind, column in _columns(view):
        name = column.attribute
        if not column.required or (kind, name) in view.absent or None not in view.distinct(kind, name):
            continue
        for row, value in zip(view[kind], view.column(kind, name), strict=True):
            if value is None and (id(row), name) not in view.unread and not _only_planned(row, name):
                yield saw(row, name, how=_how_to_fill(column))


def _only_planned(row: Row, name: str) -> bool:
    """A product that keeps its rank aims at none; the plan's columns are for what is new or moves up (our reading)."""
    return name in _OF_THE_PLAN and isinstance(row, Product) and row.section == c.SECTION_KEEP


def _how_to_fill(column: Column) -> str:
    return f" {column.help}" if column.help else ""


@rule(
    "DL-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — không có trong danh sách «{list}».",
    fix="Hãy {choose} trong danh sách.",
    source="{list_source}",
    reason=(*ONE_COLUMN, "saw"),
)
def not_in_list(view: View, on: date) -> Iterable[Saw]:
    """The drop-down can be got round by pasting; a word out of the list is not counted anywhere."""
    for kind, column in _columns(view):
        if column.kind is not Kind.CHOICE or column.choices is None:
            continue
        wrong = view.distinct(kind, column.attribute) - column.choices.allowed - {None}
        if not wrong:
            continue
        for row, value in zip(view[kind], view.column(kind, column.attribute), strict=True):
            if value in wrong and not is_group_for_sector(kind, column.attribute, value):
                yield saw(
                    row,
                    column.attribute,
                    list=column.choices.name,
                    choose=_choose(_meant(column, value)),
                    list_source=column.choices.source or SOURCE,
                )


def _choose(proposal: str | None) -> str:
    return f"chọn “{proposal}” nếu đúng ý, hoặc chọn giá trị khác" if proposal else "chọn một giá trị"


def _meant(column: Column, value: str) -> str | None:
    assert column.choices is not None
    if column.choices is c.LEGAL_FORM and (form := legal_form(value)):
        return form.name
    if column.choices is c.SECTOR and (sector := sector_named(value)):
        return sector
    if column.choices is c.AUTHORITY and (authority := authority_named(value)):
        return authority
    return meant_word(value, column.choices.values)


@rule(
    "DL-003",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — chỉ nhận {range}.",
    fix="Hãy gõ lại số đúng.",
    source=SOURCE,
)
def out_of_range(view: View, on: date) -> Iterable[Saw]:
    """A figure far outside what is possible is a slip of the key, and would spoil every total."""
    for kind, column in _columns(view):
        low, high, name = column.minimum, column.maximum, column.attribute
        if (low is None and high is None) or (kind, name) in STARS_HAVE_THEIR_OWN_RULE:
            continue
        numbers = view.distinct(kind, name) - {None}
        if not numbers or ((low is None or min(numbers) >= low) and (high is None or max(numbers) <= high)):
            continue
        for row, value in zip(view[kind], view.column(kind, name), strict=True):
            if value is not None and not column.holds(value):
                yield saw(row, name, range=_range_text(column))


def _range_text(column: Column) -> str:
    what = {Kind.STARS: "số sao", Kind.PRODUCT_SET: "bộ", Kind.YEAR: "năm"}.get(column.kind, "số")
    if column.unit and what == "số":
        what = f"số ({column.unit})"
    if column.maximum is None:
        return f"{what} từ {shown(column.minimum)} trở lên"
    low = "" if column.minimum is None else f" từ {shown(column.minimum)}"
    return f"{what}{low} đến {shown(column.maximum)}"


@rule(
    "DL-004",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — mã này đã có ở dòng {first}.",
    fix="Hãy đặt mã khác cho dòng này, hoặc bỏ dòng bị lặp.",
    source=SOURCE,
)
def key_twice(view: View, on: date) -> Iterable[Saw]:
    """A row is known by its key for ever; two rows with one key cannot be told apart."""
    for kind, column in _columns(view):
        if column.kind is Kind.KEY:
            yield from _repeats(view, kind, column)


@rule(
    "DL-005",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trùng với dòng {first}.",
    fix="Hãy kiểm tra hai dòng: sửa ô bị ghi nhầm, hoặc gộp thành một dòng nếu là một.",
    source=SOURCE,
)
def value_twice(view: View, on: date) -> Iterable[Saw]:
    """Names of subjects, registration numbers and product codes belong to one row each."""
    for kind, column in _columns(view):
        if column.unique:
            yield from _repeats(view, kind, column)


def _repeats(view: View, kind: type[Row], column: Column) -> Iterable[Saw]:
    for row, earlier in view.repeated(kind, column.attribute):
        yield saw(row, column.attribute, first=earlier.at)


@rule(
    "DL-006",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — không có mã này trong trang «{target}».",
    fix="Hãy {choose}.",
    source=SOURCE,
    reason=("target", "saw"),
)
def dangling_reference(view: View, on: date) -> Iterable[Saw]:
    """A row that points at nothing drops out of every count."""
    for kind, column in _columns(view):
        if not column.refers_to:
            continue
        target = table_named(column.refers_to).row_type
        spec = spec_of(target)
        known = view.distinct(target, _key(spec)) - {None}
        wrong = view.distinct(kind, column.attribute) - known - {None}
        if not wrong:
            continue
        keys = sorted(known)
        for row, value in zip(view[kind], view.column(kind, column.attribute), strict=True):
            if value in wrong:
                yield saw(row, column.attribute, target=spec.sheet, choose=_reference_fix(value, keys, spec))


def _key(spec: TableSpec) -> str:
    assert spec.key is not None, f"{spec.name} is referred to but has no key"
    return spec.key.attribute


def _reference_fix(value: str, known: Sequence[str], spec: TableSpec) -> str:
    if several := several_keys(value, known):
        return f"tách thành {len(several)} dòng, mỗi dòng một mã: {', '.join(several)}"
    if meant := meant_key(value, known):
        return f"sửa thành “{meant}” nếu đúng ý, hoặc thêm dòng “{value}” vào trang «{spec.sheet}»"
    return f"sửa lại mã, hoặc thêm dòng “{value}” vào trang «{spec.sheet}»"


@rule(
    "DL-007",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — đây là dòng cộng, mà mỗi dòng của bảng được đếm là một {thing}.",
    fix="Hãy xóa dòng này; số cộng đã có ở trang «Tổng quan» và «Số liệu».",
    source=SOURCE + "; cách nhận biết là cách hiểu của phần mềm",
)
def sum_row(view: View, on: date) -> Iterable[Saw]:
    """A printed list ends with its sum; in a table it is one product more, whose cells other rules would ask for."""
    for row, attribute in view.once(sum_cells):
        yield saw(row, attribute, thing=_THINGS.get(type(row), "dòng dữ liệu"))
