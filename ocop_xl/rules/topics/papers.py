"""The register of papers: one number, one paper, and whether its figures still stand (VB-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Paper, spec_of
from ocop_xl.model.trace import Changed
from ocop_xl.programme.registered.stale import changed_papers
from ocop_xl.programme.registered.traced_figures import figures_moved
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, rule
from ocop_xl.rules.view import View

SOURCE = "Phụ lục I, NĐ 30/2020/NĐ-CP"
OURS = "cách hiểu của phần mềm"
_SHOWN = 4


@rule(
    "VB-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — số {saw}/{symbol} của năm {year} đã có ở {first}.",
    fix="Hãy đối chiếu sổ văn thư rồi sửa số.",
    source=SOURCE,
)
def number_twice_in_a_year(view: View, on: date) -> Iterable[Saw]:
    """Numbers run per calendar year and symbol."""
    first: dict[tuple[int, int, str], Paper] = {}
    for row in view[Paper]:
        if row.number is None or row.issued is None or not row.symbol:
            continue
        earlier = first.setdefault((row.issued.year, row.number, row.symbol.casefold()), row)
        if earlier is not row:
            yield saw(row, "number", symbol=row.symbol, year=row.issued.year, first=earlier.id or f"dòng {earlier.at}")


@rule(
    "VB-002",
    Severity.WARNING,
    "«{header}» đang trống — văn bản đã có số {number} thì phải có ngày.",
    fix="Hãy ghi ngày ban hành, hoặc xóa số nếu còn là dự thảo.",
    source=SOURCE,
)
def number_without_date(view: View, on: date) -> Iterable[Saw]:
    """A paper gets number and date together when it is issued."""
    return (saw(r, "issued", number=r.number) for r in view[Paper] if r.number and r.issued is None)


@rule(
    "VB-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — văn bản số {sign} lấy số liệu từ những ô đã thay đổi sau khi vào sổ: {cells}.",
    fix="Hãy đối chiếu; nếu văn bản không còn đúng, hãy ban hành văn bản thay thế hoặc đính chính.",
    source=OURS,
    reason=(*ONE_COLUMN, "cells"),
)
def cells_changed_since(view: View, on: date) -> Iterable[Saw]:
    """A paper that was issued does not follow the workbook: somebody has to decide whether it still stands."""
    for row, changed in changed_papers(view.book):
        cells = [_cell(view, one) for one in changed if one.row is not None]
        if cells:
            more = f" và {len(cells) - _SHOWN} ô khác" if len(cells) > _SHOWN else ""
            yield saw(row, "number", sign=_sign(row), cells=", ".join(cells[:_SHOWN]) + more)


@rule(
    "VB-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — văn bản số {sign} lấy số liệu từ những dòng nay không còn trong sổ: {rows}.",
    fix="Hãy khôi phục dòng từ bản sao lưu nếu xóa nhầm; nếu không, hãy đối chiếu lại văn bản.",
    source=OURS,
    reason=(*ONE_COLUMN, "rows"),
)
def rows_gone_since(view: View, on: date) -> Iterable[Saw]:
    """What a paper says of a row that nobody can look up any more cannot be proved."""
    for row, changed in changed_papers(view.book):
        gone = [f"{one.row_id} (trang {spec_of(one.kind).sheet})" for one in changed if one.row is None]
        if gone:
            more = f" và {len(gone) - _SHOWN} dòng khác" if len(gone) > _SHOWN else ""
            yield saw(row, "number", sign=_sign(row), rows=", ".join(gone[:_SHOWN]) + more)


@rule(
    "VB-005",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — số {sign} ghi ngày trước số {before} (ngày {day}): số và ngày không theo thứ tự.",
    fix="Hãy đối chiếu sổ văn thư rồi sửa số hoặc ngày.",
    source=SOURCE,
)
def days_out_of_order(view: View, on: date) -> Iterable[Saw]:
    """Numbers are given in the order of the days on which papers are signed."""
    runs: dict[tuple[int, str], list[Paper]] = {}
    for row in view[Paper]:
        if row.number is not None and row.issued is not None and row.symbol:
            runs.setdefault((row.issued.year, row.symbol.casefold()), []).append(row)
    for run in runs.values():
        latest: Paper | None = None
        for row in sorted(run, key=lambda row: row.number or 0):
            assert row.issued is not None
            if latest is not None and latest.issued is not None and row.issued < latest.issued:
                yield saw(row, "issued", sign=_sign(row), before=_sign(latest), day=f"{latest.issued:%d/%m/%Y}")
            else:
                latest = row


@rule(
    "VB-006",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — văn bản số {sign} in những số liệu nay đếm lại đã khác: {figures}.",
    fix="Hãy đối chiếu; nếu văn bản không còn đúng, hãy ban hành văn bản thay thế hoặc đính chính.",
    source=OURS,
    reason=(*ONE_COLUMN, "figures"),
)
def figures_moved_since(view: View, on: date) -> Iterable[Saw]:
    """A row entered or mended later may move what a paper says of its own day; a day that passes moves nothing."""
    for row in view[Paper]:
        moved = list(figures_moved(view.book, row.trace or "")) if row.number is not None else []
        if moved:
            more = f" và {len(moved) - _SHOWN} số liệu khác" if len(moved) > _SHOWN else ""
            said = [f"«{figure.name}» (đến ngày {figure.day:%d/%m/%Y})" for figure in moved[:_SHOWN]]
            yield saw(row, "number", sign=_sign(row), figures=", ".join(said) + more)


def _cell(view: View, changed: Changed) -> str:
    """`Sản phẩm!B6 «Tên sản phẩm»`; for a row of which only that it changed is known, `dòng SP01 (trang Sản phẩm)`."""
    assert changed.row is not None
    if not changed.attribute:
        return f"dòng {changed.row_id} (trang {spec_of(changed.kind).sheet})"
    where = view.book.placement(changed.kind)
    header = spec_of(changed.kind).column(changed.attribute).header
    return f"{where.sheet}!{where.cell(changed.row, changed.attribute)} «{header}»"


def _sign(row: Paper) -> str:
    return f"{row.number:02d}/{row.symbol or '…'}"
