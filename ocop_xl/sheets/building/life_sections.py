"""The sections of «Một sản phẩm»: which table's rows belong to a product, and which of their cells are shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from ocop_xl.model import (
    Book,
    Channel,
    CycleStep,
    Dossier,
    Evidence,
    Idea,
    Inspection,
    Product,
    Promotion,
    Recognition,
    Revenue,
    Row,
    ScoreSheet,
    Support,
    Training,
    spec_of,
)
from ocop_xl.model import choices as c
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import TableSpec
from ocop_xl.programme.live.values import live_value
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.one_product_head import PRODUCER_KEY, PRODUCT_KEY

WIDTHS = (11, 34, 13, 13, 13, 15, 22, 40)
"""Characters: the key, a name, three short cells, a state, something longer, a text."""


class Figure(NamedTuple):
    """A cell that no table has: worked out for the row whose key stands in a cell."""

    header: str
    formula: Callable[[str], str]
    value: Callable[[Any, Book, date], object]
    kind: Kind = Kind.DECIMAL


class Section(NamedTuple):
    title: str
    row_type: type[Row]
    lines: int
    shown: tuple[Column | Figure | None, ...]
    link: str = "product_id"  # by which column a row belongs to the product, or to its producer

    @property
    def spec(self) -> TableSpec:
        return spec_of(self.row_type)

    @property
    def condition(self) -> str:
        """For the workbook: 1 for each row of the product."""
        key = PRODUCT_KEY if self.link == "product_id" else PRODUCER_KEY
        return f'({key}<>"")*({self.spec.name}[{self.spec.column(self.link).header}]={key})'

    def rows(self, book: Book, product: Product) -> list[Row]:
        wanted = product.id if self.link == "product_id" else product.producer_id
        return [row for row in book[self.row_type] if wanted and getattr(row, self.link) == wanted]


def _section(title: str, kind: type[Row], lines: int, *shown: str | Figure | None, link: str = "product_id") -> Section:
    spec = spec_of(kind)
    return Section(title, kind, lines, tuple(spec.column(x) if isinstance(x, str) else x for x in shown), link)


def _evidence(header: str, state: str) -> Figure:
    def formula(key: str) -> str:
        return f'COUNTIFS(tblMinhChung[Mã HS],{key},tblMinhChung[Có minh chứng],"{state}")'

    def value(row: Dossier, book: Book, on: date) -> object:
        return sum(one.dossier_id == row.id and one.state == state for one in book[Evidence])

    return Figure(header, formula, value, Kind.INTEGER)


def _mean(scorer: str, row: Dossier, book: Book, on: date) -> object:
    sheets = [one for one in book[ScoreSheet] if one.dossier_id == row.id and one.scorer == scorer]
    totals = [live_value(one, "total", book, on) for one in sheets]
    points = [float(total) for total in totals if isinstance(total, int | float)]
    return sum(points) / len(points) if points else ""


def _points(header: str, scorer: str) -> Figure:
    def formula(key: str) -> str:
        who = f'tblKetQuaCham[Mã HS],{key},tblKetQuaCham[Bên chấm],"{scorer}"'
        return f'IFERROR(AVERAGEIFS(tblKetQuaCham[Tổng điểm],{who}),"")'

    return Figure(header, formula, partial(_mean, scorer))


_SUBJECT, _COMMUNE, _COUNCIL = c.SCORER.values

SECTIONS = (
    _section(
        "CÁC SẢN PHẨM CỦA CHỦ THỂ", Product, 5, "id", "name", "from_year", "to_year", "rank", "active", "sector",
        "note", link="producer_id",
    ),
    _section("Ý TƯỞNG", Idea, 2, "id", "title", "received", "reviewed", None, "decision", None, "reason"),
    _section("CHU TRÌNH SÁU BƯỚC", CycleStep, 6, "id", "step", "start", "due", "done", "result", "responsible", "note"),
    _section("HỒ SƠ", Dossier, 4, "id", "kind", "received", "send_by", "sent", "stars", "state", "to_do"),
    _section(
        "MINH CHỨNG VÀ ĐIỂM CỦA TỪNG HỒ SƠ", Dossier, 4, "id", "round",
        _evidence("Minh chứng có", c.EVIDENCE_PRESENT), _evidence("Còn thiếu", c.EVIDENCE_MISSING),
        _points("Chủ thể chấm", _SUBJECT), _points("UBND xã chấm", _COMMUNE), _points("Hội đồng chấm", _COUNCIL),
        "return_reason",
    ),
    _section(
        "CÔNG NHẬN, GIẤY CHỨNG NHẬN", Recognition, 4, "id", "decision_number", "stars", "issued", "ends", "in_force",
        "state", "to_do",
    ),
    _section(
        "KIỂM TRA, KHẮC PHỤC", Inspection, 4, "id", "kind", "inspected", "due", "done", "severity", "mark_use",
        "finding",
    ),
    _section(
        "HỖ TRỢ CHỦ THỂ VÀ SẢN PHẨM", Support, 6, "id", "product_name", "start", "done", "cost", "state", "kind",
        "contractor", link="producer_id",
    ),
    _section(
        "TẬP HUẤN CỦA CHỦ THỂ", Training, 4, "id", "class_name", "class_day", None, None, "counts", "who", "result",
        link="producer_id",
    ),
    _section(
        "XÚC TIẾN THƯƠNG MẠI", Promotion, 4, "id", "event", "held", None, None, "kind", "product_name", "result",
        link="producer_id",
    ),
    _section("KÊNH GIỚI THIỆU VÀ BÁN", Channel, 5, "id", "name", "since", "until", "counts", "state", "kind", "link"),
    _section("DOANH THU", Revenue, 5, "id", None, "year", "revenue", "output", "output_unit", "workers", "note"),
)  # fmt: skip
"""In the order of a product's life; what is recorded for its producer too shows where only a producer is chosen."""
