"""Blocks of the front about the plan: how far its targets are and who is missing, the way to recognition, the money."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.funding import FUNDING_SOURCES
from ocop_xl.model import Book, Budget, Target
from ocop_xl.model.table import TODAY
from ocop_xl.programme.live.values import live_value
from ocop_xl.programme.measures import measured
from ocop_xl.programme.targets import TargetResult, measure_targets
from ocop_xl.sheets.building.front.block import (
    BAR,
    HIDDEN,
    Block,
    Field,
    Live,
    bar,
    bar_formula,
    cut,
    link_to,
    shortened,
)
from ocop_xl.sheets.front_tiles import of_measure
from ocop_xl.vietnamese import figure

TARGET_LINES = 12
"""Lines kept for targets; a plan with fewer leaves the rest blank."""
_MOST_NAMES = 22  # letters of «Còn thiếu» that fit
_STAGES = (
    ("Ý tưởng đã nhận", "Ý tưởng"),
    ("Ý tưởng được chọn", "Ý tưởng"),
    ("Số sản phẩm tham gia", "Sản phẩm"),
    ("Hồ sơ đã nhận", "Hồ sơ"),
    ("Hồ sơ đã gửi tỉnh", "Hồ sơ"),
    ("Giấy chứng nhận còn hiệu lực", "Công nhận"),
)
"""From an idea to a recognised product: a figure of «Số liệu», the sheet where it comes from."""
_SHORT = {"Số sản phẩm tham gia": "Sản phẩm tham gia", "Giấy chứng nhận còn hiệu lực": "Giấy còn hiệu lực"}
_MONEY = (("Dự kiến", "planned"), ("Được giao", "allocated"), ("Đã chi", "spent"))
_AMOUNT = "#,##0.#;-#,##0.#;–"


def targets(book: Book, on: date, at: int) -> Block:
    results = measure_targets(book, on)
    rows = [*zip(results, (str(live_value(row, "missing", book, on)) for row in book[Target]), strict=True)]
    blank = (TargetResult("", "", "", "", None, None, None, ""), "")
    lines = [
        _target(number, *(rows[number - 1] if number <= len(rows) else blank)) for number in range(1, TARGET_LINES + 1)
    ]
    fields = (
        Field("H", "Chỉ tiêu"),
        Field("I", "Đạt / mức", {"align": "center"}),
        Field("J", "Tiến độ %", BAR),
        Field("K", "Còn thiếu ai", signal=True),
    )
    return Block("CHỈ TIÊU KẾ HOẠCH", at, "H", "K", fields, lines, _all("Chỉ tiêu"))


def _all(sheet: str) -> Live:
    words = "mở trang →"
    quoted_words = f'"{words}"'
    return Live(f"={link_to(sheet, quoted_words)}", words)


def _target(number: int, result: TargetResult, missing: str) -> list[Live]:
    def cell(header: str) -> str:
        return f"INDEX(tblChiTieu[{header}],{number})"

    there = f'IF(ROWS(tblChiTieu[Mã MT])<{number},FALSE,{cell("Mã MT")}<>"")'
    done = "" if result.actual is None else _whole(result.actual)
    wanted = "" if result.minimum is None else f" / {_whole(result.minimum)}"
    percent = "%" if result.unit == "%" and done + wanted else ""
    reached = (
        f'IF({cell("Thực hiện")}="","",ROUND({cell("Thực hiện")},0))'
        f'&IF({cell("Mức tối thiểu")}="",""," / "&ROUND({cell("Mức tối thiểu")},0))'
        f'&IF(AND({cell("Đơn vị tính")}="%",{cell("Thực hiện")}&{cell("Mức tối thiểu")}<>""),"%","")'
    )
    ratio = cell("Tỷ lệ đạt")
    names = f'IF({cell("Còn thiếu")}="","✘ chưa đạt","✘ "&{cut(cell("Còn thiếu"), _MOST_NAMES)})'
    verdict = f'IF({ratio}="","– chưa đặt mức",IF({ratio}<100,{names},"✔ đạt"))'
    shown: tuple[tuple[str, object], ...] = (
        (f'IF({cell("Tên gọn")}="",{cell("Chỉ tiêu")}&"",{cell("Tên gọn")}&"")', result.short_name),
        (reached, done + wanted + percent),
        (f'IF({ratio}="","",{bar_formula(ratio, "100")})', "" if result.ratio is None else bar(result.ratio, 100)),
        (verdict, _verdict(result, missing)),
    )
    return [Live(f'=IF({there},{formula},"")', value if result.id else "") for formula, value in shown]


def _verdict(result: TargetResult, missing: str) -> str:
    if result.ratio is None:
        return "– chưa đặt mức"
    if result.ratio >= 100:
        return "✔ đạt"
    return f"✘ {shortened(missing, _MOST_NAMES) or 'chưa đạt'}"


def _whole(value: float) -> str:
    return figure(int(value + 0.5))


def funnel(book: Book, on: date, at: int) -> Block:
    """The figures of «Số liệu» stand in a hidden column, since a bar is a text."""
    counts = [measured(book, on, name) or 0 for name, _ in _STAGES]
    most = f"MAX(${HIDDEN}${at + 2}:${HIDDEN}${at + 1 + len(_STAGES)},1)"
    lines = []
    for row, ((name, page), count) in enumerate(zip(_STAGES, counts, strict=True), at + 2):
        label = _SHORT.get(name, name)
        words = f'"{label}"'
        stage = Live(f"={link_to(page, words)}", label)
        drawn = Live(f"={bar_formula(f'${HIDDEN}{row}', most)}", bar(count, max(*counts, 1)))
        lines.append([stage, drawn, Live(of_measure(name), count)])
    fields = (Field("M", "Chặng"), Field("N", "Số", BAR), Field(HIDDEN, ""))
    return Block("Ý TƯỞNG → CÔNG NHẬN", at, "M", "N", fields, lines)


def year_money(book: Book, on: date, at: int) -> Block:
    """Planned, allocated and spent in the year of the day, all sources together."""
    fields = (Field("M", "Triệu đồng"), Field("N", "", {"bold": True, "align": "left", "num_format": _AMOUNT}))
    lines = []
    for header, attribute in _MONEY:
        total = sum(getattr(row, attribute) or 0 for row in _of_year(book, on))
        words = f'"{header}"'
        amount = Live(f"=SUMIFS(tblKinhPhi[{header}],tblKinhPhi[Năm],YEAR({TODAY}))", total)
        lines.append([Live(f"={link_to('Kinh phí', words)}", header), amount])
    return Block("KINH PHÍ TRONG NĂM", at, "M", "N", fields, lines)


def money_by_source(book: Book, on: date, at: int) -> Block:
    rows = _of_year(book, on)
    amount = {"align": "right", "indent": 1, "num_format": _AMOUNT}
    fields = (
        Field("B", "Nguồn"),
        Field("D", "Dự kiến", amount),
        Field("E", "Được giao", amount),
        Field("F", "Đã chi", amount),
    )
    lines = []
    for source in FUNDING_SOURCES:
        line = [Live(f'="{_short(source)}"', _short(source))]
        for header, attribute in _MONEY:
            total = sum(getattr(row, attribute) or 0 for row in rows if row.source == source)
            where = f'tblKinhPhi[Năm],YEAR({TODAY}),tblKinhPhi[Nguồn kinh phí],"{source}"'
            line.append(Live(f"=SUMIFS(tblKinhPhi[{header}],{where})", total))
        lines.append(line)
    return Block("KINH PHÍ TRONG NĂM THEO NGUỒN (triệu đồng)", at, "B", "F", fields, lines, _all("Kinh phí"))


def _short(source: str) -> str:
    return source if len(source) <= 26 else f"{source[:25].rstrip()}…"


def _of_year(book: Book, on: date) -> list[Budget]:
    return [row for row in book[Budget] if row.year == on.year]


def targets_met(book: Book, on: date) -> str:
    """`3 / 9`: targets met, of all that have a key."""
    counted = [result for result in measure_targets(book, on) if result.id]
    return f"{sum(bool(result.met) for result in counted)} / {len([row for row in book[Target] if row.id])}"
