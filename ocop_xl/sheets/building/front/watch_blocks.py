"""Blocks of the front about what must be done: duties by kind, certificates by their term, products by year."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Recognition
from ocop_xl.model.table import TODAY
from ocop_xl.programme.duties import certificate_duty
from ocop_xl.programme.live import live_value
from ocop_xl.programme.measures import measured
from ocop_xl.programme.participation import active_products
from ocop_xl.sheets.building.front.block import Block, Field, Live, link_to
from ocop_xl.sheets.front_tiles import of_measure
from ocop_xl.sheets.reading.days import serial_of

_DUTIES = (
    ("✘", "Nhiệm vụ quá hạn", "Nhiệm vụ"),
    ("⚠", "Hồ sơ quá hạn gửi tỉnh", "Hồ sơ"),
    ("✘", "Giấy đã hết hạn", "Công nhận"),
    ("⚠", "Giấy quá hạn nộp lại", "Công nhận"),
    ("►", "Giấy phải nộp lại ngay", "Công nhận"),
    ("►", "Hồ sơ sắp đến hạn gửi tỉnh", "Hồ sơ"),
    ("►", "Nhiệm vụ sắp đến hạn", "Nhiệm vụ"),
    ("►", "Ý tưởng chờ xem xét", "Ý tưởng"),
)
"""Symbol, figure of «Số liệu», sheet: what is over first, then what is near."""
_CERTIFICATES, YEARS = 6, 6
_NAME_LETTERS = 38


def duties(book: Book, on: date, at: int) -> Block:
    fields = (
        Field("B", "Số việc", {"bold": True}, signal=True),
        Field("D", "Việc (bấm để tới trang)"),
        Field("F", "Trang"),
    )
    lines = []
    for symbol, name, page in _DUTIES:
        count, formula = int(measured(book, on, name) or 0), of_measure(name)[1:]
        words = f'"{name}"'
        lines.append(
            [
                Live(f'=IF({formula}=0,"✔ 0","{symbol} "&{formula})', f"{symbol} {count}" if count else "✔ 0"),
                Live(f"={link_to(page, words)}", name),
                Live(f'="{page}"', page),
            ]
        )
    return Block("VIỆC CẦN LÀM", at, "B", "F", fields, lines)


def certificates(book: Book, on: date, at: int) -> Block:
    """Those still running, nearest end first; the lapsed ones after them, since nothing can be done in time there."""
    listed = sorted((r for r in book[Recognition] if certificate_duty(r, on)), key=lambda r: _order(r, book, on))
    day, middle = {"num_format": "dd/mm/yyyy", "align": "center"}, {"num_format": '0" sao"', "align": "center"}
    fields = (
        Field("B", "Hết hạn", day),
        Field("C", "Hạng", middle),
        Field("D", "Sản phẩm"),
        Field("F", "Việc cần làm", signal=True),
    )
    lines = [
        _certificate(n, listed[n - 1] if n <= len(listed) else None, book, on) for n in range(1, _CERTIFICATES + 1)
    ]
    rest = len(listed) - _CERTIFICATES
    more = f'"và "&(MAX(tblCongNhan[Thứ tự hạn])-{_CERTIFICATES})&" giấy nữa →"'
    words = f'IF(MAX(tblCongNhan[Thứ tự hạn])>{_CERTIFICATES},{more},"mở trang →")'
    note = Live(f"={link_to('Công nhận', words)}", f"và {rest} giấy nữa →" if rest > 0 else "mở trang →")
    return Block("GIẤY CHỨNG NHẬN THEO HẠN", at, "B", "F", fields, lines, note)


def _order(row: Recognition, book: Book, on: date) -> int:
    order = live_value(row, "order", book, on)
    return order if isinstance(order, int) else 0


def _certificate(number: int, row: Recognition | None, book: Book, on: date) -> list[Live]:
    def found(header: str) -> str:
        return f"INDEX(tblCongNhan[{header}],MATCH({number},tblCongNhan[Thứ tự hạn],0))"

    name = str(live_value(row, "product_name", book, on)) if row else ""
    called, most = found("Tên sản phẩm"), _NAME_LETTERS
    cut = f'IF(LEN({called})>{most},LEFT({called},{most - 1})&"…",{called})'
    shown: tuple[tuple[str, object], ...] = (
        (found("Ngày hết hạn"), serial_of(row.ends) if row and row.ends else ""),
        (found("Số sao"), (row.stars or 0) if row else ""),
        (cut, f"{name[: _NAME_LETTERS - 1]}…" if len(name) > _NAME_LETTERS else name),
        (found("Việc cần làm"), certificate_duty(row, on) if row else ""),
    )
    return [Live(f'=IFERROR({formula},"")', value) for formula, value in shown]


def years(book: Book, on: date, at: int) -> Block:
    """From the year before the day's on: what the plan wants each year, and what was recognised by the day."""
    lines = []
    for step in range(YEARS):
        year, row = on.year - 1 + step, at + 2 + step
        planned = sum(product.to_year == year for product in active_products(book, on))
        issued = [r.issued for r in book[Recognition] if r.issued and r.issued <= on]
        recognised = (
            f'=COUNTIFS(tblCongNhan[Ngày cấp],">="&DATE($H{row},1,1),'
            f'tblCongNhan[Ngày cấp],"<="&MIN(DATE($H{row},12,31),{TODAY}))'
        )
        lines.append(
            [
                Live(f"=YEAR({TODAY})+{step - 1}", year),
                Live(f'=COUNTIFS(tblSanPham[Tham gia],"Có",tblSanPham[Lộ trình đến năm],$H{row})', planned),
                Live(recognised, sum(day.year == year for day in issued)),
            ]
        )
    middle = {"align": "center"}
    fields = (
        Field("H", "Năm", {"align": "left"}),
        Field("I", "Lộ trình", middle),
        Field("K", "Đã công nhận", {"align": "left"}),
    )
    return Block("SẢN PHẨM THEO NĂM", at, "H", "K", fields, lines)
