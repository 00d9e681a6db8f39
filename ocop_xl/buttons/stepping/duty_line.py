"""The duty of «Việc cần làm» on which the user stands: its row, wherever that is, and the step that settles it."""

from __future__ import annotations

from datetime import date

from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.model import Book
from ocop_xl.model.due.duty import KEY_HEADER
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.programme.agenda.due import Due
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.vocabulary import AGENDA

_AGAIN = "hãy chọn một dòng có việc rồi bấm lại."


def duty_selected(desk: Desk, book: Book, on: date) -> Due | None:
    """None on any other sheet; refused where the user stands on no duty, or on several."""
    if desk.selected is None or desk.selected[0] != AGENDA:
        return None
    area = desk.selected[1]
    if area.bottom > area.top:
        raise Refusal(f"Đang chọn {area.bottom - area.top + 1} dòng trang «{AGENDA}»; {_AGAIN}")
    key = _key_at(desk, area.top)
    if not key:
        raise Refusal(f"Dòng {area.top} trang «{AGENDA}» không có việc nào; {_AGAIN}")
    found = next((due for due in agenda(book, on) if due.key == key), None)
    if found is None:
        raise Refusal(f"Việc ở dòng {area.top} trang «{AGENDA}» vừa xong hoặc vừa đổi; {_AGAIN}")
    return found


def _key_at(desk: Desk, row: int) -> str:
    """The key that the line shows, in the column of that heading; "" above the lines and on a blank one."""
    whole = desk.used(AGENDA)
    if not HEADER_ROW < row <= whole.bottom:
        return ""
    (headers,) = desk.read(AGENDA, whole._replace(top=HEADER_ROW, bottom=HEADER_ROW))
    if KEY_HEADER not in headers:
        raise Refusal(f"Trang «{AGENDA}» không còn cột «{KEY_HEADER}»; hãy lập lại sổ bằng lệnh new --from.")
    place = whole.left + headers.index(KEY_HEADER)
    return str(desk.read(AGENDA, Area(row, place, row, place))[0][0] or "")
