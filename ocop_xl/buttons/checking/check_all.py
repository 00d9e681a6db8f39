"""«Kiểm tra toàn bộ»: every rule over the open workbook, the findings listed with links."""

from __future__ import annotations

from datetime import date

from ocop_xl.buttons.checking.findings_sheet import FIRST_SHAPE, SHEET, lines_typed_on, show_findings
from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook, read_live
from ocop_xl.desks.output_table import place_of
from ocop_xl.errors import Refusal
from ocop_xl.model import FindingLine, Paper, spec_of
from ocop_xl.programme.registered.stale import MARKING, stale_marks
from ocop_xl.rules.check import check
from ocop_xl.rules.summary import summary
from ocop_xl.sheets.area import Area


def run(desk: Desk) -> Outcome:
    """Changes nothing but «Phát hiện», and which papers of «Văn bản» no longer say what the workbook says."""
    desk.status("Đang đọc sổ…")
    live = read_live(desk)
    book = live.book
    book[FindingLine] = lines_typed_on(desk)
    desk.status("Đang kiểm tra…")
    day = book.day(None)
    not_marked = _mark_papers(desk, live, day)
    findings = check(book, day)
    in_short = summary(findings, day)
    desk.status(f"Đang ghi {len(findings)} dòng vào trang «{SHEET}»…")
    show_findings(desk, findings, in_short, day)
    _, area = place_of(desk, FindingLine, FIRST_SHAPE)
    desk.select(SHEET, Area(area.top + 1, area.left + 1, area.top + 1, area.left + 1))
    if not findings:
        return Outcome(in_short + not_marked, quiet=not not_marked)
    return Outcome(
        f"{in_short}\nTất cả ở trang «{SHEET}»; các ô ấy được tô màu cam ở trang của chúng.\n"
        "Bấm vào ô ở cột «Ở đâu» để tới đúng ô đó, hoặc bấm «Lỗi kế tiếp» để đi lần lượt. Dữ liệu của sổ không đổi."
        f"{not_marked}"
    )


def _mark_papers(desk: Desk, live: LiveBook, day: date) -> str:
    """What is said where they cannot be marked; the check is done all the same."""
    marks = stale_marks(live.book, day)
    if not marks:
        return ""
    from ocop_xl.desks.apply import apply  # most checks write no cell of the workbook's own

    try:
        apply(desk, live, marks, MARKING)
    except Refusal as reason:
        return f"\nTrang «{spec_of(Paper).sheet}» chưa ghi được văn bản nào có số liệu đã đổi: {reason}"
    return ""
