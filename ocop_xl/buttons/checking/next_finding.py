"""«Lỗi kế tiếp»: from the cell where the user stands to the next one that the last check listed."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.buttons.checking.findings_sheet import FIRST_SHAPE, SHEET, Place, places
from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.output_table import place_of
from ocop_xl.errors import Refusal
from ocop_xl.model import FindingLine


def run(desk: Desk) -> Outcome:
    listed = places(desk)
    if not listed:
        return Outcome(f"Trang «{SHEET}» không còn dòng nào; bấm «Kiểm tra toàn bộ» để kiểm tra lại.", quiet=True)
    at = _next(desk, listed)
    sheet, area, words, _ = listed[at]
    if sheet not in desk.sheet_names():
        raise Refusal(f"Sổ không còn trang «{sheet}»; hãy bấm «Kiểm tra toàn bộ» để lập lại danh sách.")
    desk.select(sheet, area)
    return Outcome(f"({at + 1}/{len(listed)}) {words}", quiet=True)


def _next(desk: Desk, listed: Sequence[Place]) -> int:
    """On «Phát hiện» the line of the selection; elsewhere the first place after it, then the first of all."""
    selected = desk.selected
    if selected is None:
        return 0
    sheet, area = selected
    if sheet == SHEET:
        _, table = place_of(desk, FindingLine, FIRST_SHAPE)
        line = area.top - table.top - 1
        return next((at for at, one in enumerate(listed) if one.line >= line), len(listed) - 1)
    here = (area.top, area.left)
    same = [at for at, one in enumerate(listed) if one.sheet == sheet]
    exact = [at for at in same if (listed[at].area.top, listed[at].area.left) == here]
    if exact:
        return (exact[-1] + 1) % len(listed)
    later = [at for at in same if (listed[at].area.top, listed[at].area.left) > here]
    return later[0] if later else (same[-1] + 1) % len(listed) if same else 0
