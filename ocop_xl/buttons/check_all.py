"""«Kiểm tra toàn bộ»: every rule over the open workbook, the findings listed with links."""

from __future__ import annotations

from ocop_xl.buttons.findings_sheet import FIRST_SHAPE, SHEET, lines_typed_on, show_findings
from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import read_live
from ocop_xl.desks.output_table import place_of
from ocop_xl.model import FindingLine
from ocop_xl.rules.check import check
from ocop_xl.rules.summary import summary
from ocop_xl.sheets.area import Area


def run(desk: Desk) -> Outcome:
    """Changes nothing but «Phát hiện»."""
    desk.status("Đang đọc sổ…")
    book = read_live(desk).book
    book[FindingLine] = lines_typed_on(desk)
    desk.status("Đang kiểm tra…")
    day = book.day(None)
    findings = check(book, day)
    in_short = summary(findings, day)
    desk.status(f"Đang ghi {len(findings)} dòng vào trang «{SHEET}»…")
    show_findings(desk, findings, in_short, day)
    _, area = place_of(desk, FindingLine, FIRST_SHAPE)
    desk.select(SHEET, Area(area.top + 1, area.left + 1, area.top + 1, area.left + 1))
    if not findings:
        return Outcome(in_short, quiet=True)
    return Outcome(
        f"{in_short}\nTất cả ở trang «{SHEET}»; các ô ấy được tô màu cam ở trang của chúng.\n"
        "Bấm vào ô ở cột «Ở đâu» để tới đúng ô đó, hoặc bấm «Lỗi kế tiếp» để đi lần lượt. Dữ liệu của sổ không đổi."
    )
