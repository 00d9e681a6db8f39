"""The province's tables: counts over all communes, each declared as what a commune's row adds to which line and column.

Plain sums: a commune's are made where its file is read, and added up while the communes pass by. Memory does not grow
with their number, and no order changes a figure.
Every table has one header row, one line a value and no merged cell, so that a pivot table can begin from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from ocop_xl.law.sectors import SECTORS
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Budget, Channel, Dossier, Inspection, Producer, Product, Recognition, Target
from ocop_xl.model import choices as c
from ocop_xl.province.summary.one_commune import OneCommune
from ocop_xl.records import NamedTuple

NOT_SAID = "(chưa ghi)"
Added = Iterator[tuple[str, str, float]]
"""Line, column and how much is added there."""


class Analysis(NamedTuple):
    """`name` is that of its Excel Table, `line` the header of its first column, `columns` those of its figures; `order`
    puts its lines in order, `of` says what a commune adds on the day. `chart` are the columns drawn, none for a table
    without a chart."""

    name: str
    title: str
    line: str
    columns: tuple[str, ...]
    of: Callable[[OneCommune, date], Added]
    order: Callable[[str], object] = str
    chart: tuple[str, ...] = ()
    stacked: bool = False


Sums = list[tuple[str, str, float]]
"""What a commune adds to an analysis: each line and column once."""


def counted(analysis: Analysis, commune: OneCommune, on: date) -> Sums:
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for line, column, amount in analysis.of(commune, on):
        sums[line, column] += amount
    return [(line, column, amount) for (line, column), amount in sums.items()]


class Counted:
    """An analysis on its way."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))

    def add(self, sums: Sums) -> None:
        for line, column, amount in sums:
            self._sums[line][column] += amount

    def lines(self) -> list[tuple[str, list[float]]]:
        """Each line with its figures; sums of money lose what adding fractions leaves behind the sixth place."""
        ordered = sorted(self._sums, key=lambda line: (self.analysis.order(line), line))
        return [(line, [round(self._sums[line][one], 6) for one in self.analysis.columns]) for line in ordered]

    def sums(self) -> list[tuple[str, float]]:
        """Each column over all lines."""
        lines = self.lines()
        return [(name, sum(figures[at] for _, figures in lines)) for at, name in enumerate(self.analysis.columns)]


def _place_in(known: tuple[str, ...]) -> Callable[[str], int]:
    return lambda line: known.index(line) if line in known else len(known)


def _stars(value: object) -> str:
    return f"{value} sao" if value in RECOGNISED_STARS else _NO_RANK


_NO_RANK = "Chưa có hạng"
_STARS = (*(f"{stars} sao" for stars in reversed(RECOGNISED_STARS)), _NO_RANK)
_ALL = "Sản phẩm"


def _taking_part(commune: OneCommune) -> Iterator[object]:
    return (one for one in commune.records(Product) if one.active == c.YES)


def _by(attribute: str) -> Callable[[OneCommune, date], Added]:
    """Products that take part, by a column of theirs and by rank."""

    def of(commune: OneCommune, on: date) -> Added:
        for product in _taking_part(commune):
            line = str(getattr(product, attribute) or NOT_SAID)
            yield line, _ALL, 1
            yield line, _stars(getattr(product, "rank", None)), 1

    return of


def _of_ranks(commune: OneCommune, on: date) -> Added:
    for product in commune.records(Product):
        if product.active == c.YES:
            rank = _stars(product.rank)
            yield rank, _ALL, 1
            yield rank, "Có gian hàng trên sàn", bool(product.shops)
            yield rank, "Có truy xuất nguồn gốc", product.traceability == c.YES


_PLANNED, _RECOGNISED = "Kế hoạch", "Được công nhận"


def _of_years(commune: OneCommune, on: date) -> Added:
    """Planned: products that take part, in the year in which the commune means to have them recognised; recognised:
    decisions by the year of their issue (our reading)."""
    for product in commune.records(Product):
        if product.active == c.YES and product.to_year and product.potential in RECOGNISED_STARS:
            yield str(product.to_year), _PLANNED, 1
    for one in commune.records(Recognition):
        if one.stars in RECOGNISED_STARS and _day(one.issued) and one.issued <= on.isoformat():
            yield str(one.issued)[:4], _RECOGNISED, 1


def _of_ends(commune: OneCommune, on: date) -> Added:
    for one in commune.records(Recognition):
        if one.in_force == c.YES and _day(one.ends):
            quarter = f"{one.ends[:4]} quý {(int(one.ends[5:7]) + 2) // 3}"
            yield quarter, "Giấy hết hạn", 1
            yield quarter, _stars(one.stars), 1


_LATE = ("Hồ sơ quá 15 ngày làm việc", "Giấy quá hạn nộp lại", "Giấy đã hết hạn", "Kiểm tra quá hạn khắc phục")


def _of_late(commune: OneCommune, on: date) -> Added:
    found = [_LATE[0] for one in commune.records(Dossier) if str(one.to_do or "").startswith("⚠")]
    duties = [str(one.to_do or "") for one in commune.records(Recognition)]
    found += [_LATE[1] for duty in duties if duty.startswith("⚠")]
    found += [_LATE[2] for duty in duties if duty.startswith("✘")]
    found += [_LATE[3] for one in commune.records(Inspection) if not one.done and _before(one.due, on)]
    for late in found:
        yield commune.title, late, 1
        yield commune.title, "Cộng", 1


def _of_online(commune: OneCommune, on: date) -> Added:
    for one in commune.records(Channel):
        if one.kind == c.CHANNEL_ECOMMERCE and one.counts == c.YES:
            yield str(one.name or NOT_SAID), "Gian hàng", 1


def _of_money(commune: OneCommune, on: date) -> Added:
    for one in commune.records(Budget):
        for column, amount in (("Dự kiến", one.planned), ("Được giao", one.allocated), ("Đã chi", one.spent)):
            if isinstance(amount, int | float):
                yield str(one.year or NOT_SAID), column, amount


def _of_targets(commune: OneCommune, on: date) -> Added:
    for one in commune.records(Target):
        line = str(one.measure or NOT_SAID)
        yield line, "Xã có chỉ tiêu", 1
        yield line, "Xã đạt", str(one.met or "").startswith(("✔", "★"))
        if isinstance(one.actual, int | float) and one.unit != "%":
            yield line, "Thực hiện", one.actual


_COMMUNE_COLUMNS = (
    "Sản phẩm tham gia", "5 sao", "4 sao", "3 sao", _NO_RANK, "Chủ thể", "Hồ sơ", "Giấy còn hiệu lực",
    "Sản phẩm trên sàn", "Chỉ tiêu", "Chỉ tiêu đạt", "Dự kiến", "Được giao", "Đã chi", "Lỗi", "Cảnh báo",
)  # fmt: skip


def _of_commune(commune: OneCommune, on: date) -> Added:
    title, head = commune.title, commune.head
    for product in commune.records(Product):
        if product.active == c.YES:
            yield title, "Sản phẩm tham gia", 1
            yield title, _stars(product.rank), 1
            yield title, "Sản phẩm trên sàn", bool(product.shops)
    yield title, "Chủ thể", sum(bool(one.active_products) for one in commune.records(Producer))
    yield title, "Hồ sơ", len(commune.records(Dossier))
    yield title, "Giấy còn hiệu lực", sum(one.in_force == c.YES for one in commune.records(Recognition))
    for target in commune.records(Target):
        yield title, "Chỉ tiêu", 1
        yield title, "Chỉ tiêu đạt", str(target.met or "").startswith(("✔", "★"))
    for _, column, amount in _of_money(commune, on):
        yield title, column, amount
    yield title, "Lỗi", head.findings.get("error", 0)
    yield title, "Cảnh báo", head.findings.get("warning", 0)


def _day(value: object) -> bool:
    return isinstance(value, str) and len(value) == 10 and value[4] == "-"


def _before(value: object, on: date) -> bool:
    return _day(value) and str(value) < on.isoformat()


def _code(title: str) -> str:
    """Communes stand by code, as in the tables of rows."""
    return title.rpartition("(")[2]


BY_COMMUNE = Analysis("tinhTheoXa", "Theo xã", "Xã, phường", _COMMUNE_COLUMNS, _of_commune, _code)
LATE = Analysis("tinhTreHan", "Quá hạn", "Xã, phường", (*_LATE, "Cộng"), _of_late, _code)
ANALYSES = (
    Analysis(
        "tinhTheoNhom",
        "SẢN PHẨM THEO NHÓM VÀ HẠNG",
        "Nhóm sản phẩm",
        (_ALL, *_STARS),
        _by("sector"),
        _place_in(SECTORS),
        _STARS,
        stacked=True,
    ),
    Analysis(
        "tinhTheoHang",
        "SẢN PHẨM THEO HẠNG",
        "Hạng",
        (_ALL, "Có gian hàng trên sàn", "Có truy xuất nguồn gốc"),
        _of_ranks,
        _place_in(_STARS),
        (_ALL, "Có gian hàng trên sàn", "Có truy xuất nguồn gốc"),
    ),
    Analysis(
        "tinhTheoLoaiHinh",
        "SẢN PHẨM THEO LOẠI HÌNH CHỦ THỂ",
        "Loại hình",
        (_ALL, *_STARS),
        _by("producer_form"),
        _place_in(c.LEGAL_FORM.values),
        _STARS,
        stacked=True,
    ),
    Analysis(
        "tinhTheoNam",
        "KẾ HOẠCH VÀ ĐƯỢC CÔNG NHẬN THEO NĂM",
        "Năm",
        (_PLANNED, _RECOGNISED),
        _of_years,
        chart=(_PLANNED, _RECOGNISED),
    ),
    Analysis(
        "tinhHanGiay",
        "GIẤY CHỨNG NHẬN HẾT HẠN THEO QUÝ",
        "Quý",
        ("Giấy hết hạn", *_STARS[:3]),
        _of_ends,
        chart=_STARS[:3],
        stacked=True,
    ),
    Analysis(
        "tinhSan",
        "GIAN HÀNG ĐANG HOẠT ĐỘNG TRÊN SÀN",
        "Sàn thương mại điện tử",
        ("Gian hàng",),
        _of_online,
        chart=("Gian hàng",),
    ),
    Analysis(
        "tinhTien",
        "KINH PHÍ THEO NĂM, TRIỆU ĐỒNG",
        "Năm",
        ("Dự kiến", "Được giao", "Đã chi"),
        _of_money,
        chart=("Dự kiến", "Được giao", "Đã chi"),
    ),
    Analysis(
        "tinhChiTieuChung",
        "CHỈ TIÊU CỦA CÁC XÃ",
        "Cách đếm",
        ("Xã có chỉ tiêu", "Xã đạt", "Thực hiện"),
        _of_targets,
        _place_in(c.MEASURE.values),
        ("Xã có chỉ tiêu", "Xã đạt"),
    ),
)
"""Beside their charts on «Phân tích»; those by commune have sheets of their own, which their titles name."""
COUNTED = (*ANALYSES, BY_COMMUNE, LATE)
