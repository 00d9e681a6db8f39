"""The national table PTNT_OCOP (QĐ 5277/QĐ-BNNMT): its columns, lengths and lists exactly, and what of it stays open.

Nothing is made up: codes that the national system gives (MA_OCOP, Ma_SanPham, Ma_ThoiGian, TrangThai) come from a list
of the province's or stay blank, and what stays blank, or does not fit, is named.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book, Producer, Product, Revenue
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.ranks import rank_on
from ocop_xl.province.board.units import plain_code
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.open_source import read_grids
from ocop_xl.vietnamese import fold, tidy
from ocop_xl.web.pages import write_page

DOCUMENT = "QĐ 5277/QĐ-BNNMT"


class Field(NamedTuple):
    """A column of the national table; `longest` in characters, 0 for a number. `given` by the national system."""

    name: str
    longest: int = 0
    given: bool = False


FIELDS = (
    Field("MA_OCOP", given=True),
    Field("Ma_DonViHanhChinh", 10),
    Field("Ma_ThoiGian", 10, given=True),
    Field("Ma_SanPham", 10, given=True),
    Field("TenSanPham", 255),
    Field("XepHang", 2),
    Field("ChuTheSXKD", 255),
    Field("DoanhThuNam"),
    Field("TrangThai", 10, given=True),
)
_RANKS = {stars: f"{stars}*" for stars in RECOGNISED_STARS}
_MOST_MONEY = 10**12
"""decimal(14,2): twelve digits before the point, million đồng."""


class Open(NamedTuple):
    """A value that the table lacks: of which product, which column, why."""

    commune_code: str
    product: str
    field: str
    why: str


class National(NamedTuple):
    """Rows in the order of `FIELDS`, and what is open in them."""

    rows: tuple[tuple[str, ...], ...]
    open: tuple[Open, ...]


Codes = Mapping[tuple[str, str], Mapping[str, str]]
"""By commune code and product key what the province's list gives for the columns that are `given`."""


def national(books: tuple[Book, ...], on: date, year: int, codes: Codes) -> National:
    """Products that take part on the day, recognised or not; money of the year."""
    rows, lacking = [], []
    for book in books:
        for product in book[Product]:
            if product.id and takes_part(product, on):
                values = _values(book, product, on, year, codes)
                rows.append(tuple(value for value, _ in values))
                place = (plain_code(book.commune.commune_code or ""), product.id)
                lacking += [
                    Open(*place, field.name, why) for field, (_, why) in zip(FIELDS, values, strict=True) if why
                ]
    return National(tuple(rows), tuple(lacking))


def _values(book: Book, product: Product, on: date, year: int, codes: Codes) -> list[tuple[str, str]]:
    """Each with why it is blank, "" for one that is there."""
    code = plain_code(book.commune.commune_code or "")
    given = codes.get((code, product.id or ""), {})
    producer = book.by_id(Producer).get(product.producer_id or "")
    proof = rank_on(book, product, on).proof
    said = {
        "Ma_DonViHanhChinh": (code, "sổ chưa ghi «Mã xã»"),
        "TenSanPham": (tidy(product.name or ""), "sổ chưa ghi tên sản phẩm"),
        "XepHang": (
            _RANKS.get(proof.stars or 0, "") if proof else "",
            "không có giấy chứng nhận còn hiệu lực vào ngày tính",
        ),
        "ChuTheSXKD": (tidy(producer.name or "") if producer else "", "sổ chưa ghi chủ thể"),
        "DoanhThuNam": _revenue(book, product, year),
    }
    return [_fitted(field, *said.get(field.name, _from_list(field, given))) for field in FIELDS]


def _from_list(field: Field, given: Mapping[str, str]) -> tuple[str, str]:
    return given.get(field.name, ""), "mã do hệ thống quốc gia cấp; ghi ở danh sách --codes"


def _revenue(book: Book, product: Product, year: int) -> tuple[str, str]:
    found = [row.revenue for row in book[Revenue] if row.product_id == product.id and row.year == year]
    told = [value for value in found if value is not None]
    if len(told) > 1:
        return "", f"doanh thu năm {year} ghi {len(told)} lần ở trang «Doanh thu»"
    if not told:
        return "", f"chưa ghi doanh thu năm {year} ở trang «Doanh thu»"
    return (f"{told[0]:.2f}", "") if 0 <= told[0] < _MOST_MONEY else ("", f"doanh thu năm {year} ngoài decimal(14,2)")


def _fitted(field: Field, value: str, why: str) -> tuple[str, str]:
    """Nothing is cut off: what is too long stays out and is told."""
    if value and field.longest and len(value) > field.longest:
        return "", f"dài {len(value)} ký tự, bảng chỉ nhận {field.longest}"
    if field.name == "MA_OCOP" and value and not value.isdecimal():
        return "", f"«{value}» không phải số nguyên"
    return value, "" if value else why


def codes_in(path: Path) -> Codes:
    """A list with the columns «Mã xã», «Mã SP» and any of those that the national system gives, each named as there."""
    wanted = {fold(field.name): field.name for field in FIELDS if field.given}
    found: dict[tuple[str, str], dict[str, str]] = {}
    for grid in read_grids(path):
        at: dict[str, int] = {}
        for row in grid.rows:
            words = [fold(cell.text) for cell in row]
            if "ma xa" in words and "ma sp" in words:
                at = {name: words.index(word) for word, name in wanted.items() if word in words}
                at |= {"xa": words.index("ma xa"), "sp": words.index("ma sp")}
            elif at and len(row) > max(at.values()):
                key = (plain_code(row[at["xa"]].text), tidy(row[at["sp"]].text))
                found[key] = {name: tidy(row[place].text) for name, place in at.items() if name in wanted.values()}
    if not found:
        raise ExchangeError(
            f"Danh sách «{path.name}» cần các cột «Mã xã», «Mã SP» và một trong {', '.join(wanted.values())}."
        )
    return found


def write_national(made: National, path: Path) -> Path:
    """The table as CSV, and beside it what is open; returns where the latter stands."""
    lacking = path.with_name(f"{path.stem}_con-thieu.csv")
    write_page(path, _csv([field.name for field in FIELDS], made.rows))
    write_page(lacking, _csv(["Mã xã", "Mã SP", "Cột", "Vì sao trống"], made.open))
    return lacking


def _csv(columns: list[str], rows: tuple[tuple[str, ...], ...]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def in_short(made: National) -> Iterator[str]:
    """How often each column is open, and for what reason."""
    times: dict[tuple[str, str], int] = {}
    for one in made.open:
        times[one.field, one.why] = times.get((one.field, one.why), 0) + 1
    return (f"{field}: {count} sản phẩm – {why}" for (field, why), count in times.items())
