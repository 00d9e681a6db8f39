"""Sheet «Nhắc việc»: what was decided about a duty of «Việc cần làm» – put off, handed over, settled otherwise."""

from datetime import date

from ocop_xl.model.column import Kind, column
from ocop_xl.model.due.duty import HANDED_KEY, HIDDEN_UNTIL, KEY_HEADER, REMINDERS, helper
from ocop_xl.model.table import TODAY, Row, table

FOR_EVER = date(9999, 12, 31)
_HIDDEN = (
    f'=IF(OR([@[{KEY_HEADER}]]="",N([@[Ngày ghi]])>{TODAY}),0,'
    'IF([@[Không phải làm vì]]<>"",2958465,N([@[Hoãn đến ngày]])))'
)
_HANDED = f'=IF(OR([@[Giao cho]]="",N([@[Ngày ghi]])>{TODAY}),"",[@[{KEY_HEADER}]]&"")'


@table(
    sheet="Nhắc việc",
    name=REMINDERS,
    title="NHẮC VIỆC: HOÃN, GIAO NGƯỜI KHÁC, KHÔNG PHẢI LÀM",
    purpose="Chép khóa việc từ trang Việc cần làm vào đây, rồi ghi một trong ba: hoãn đến ngày nào, giao cho ai, hay vì sao không phải làm.",
    since=2,
)
class Reminder(Row):
    """A word of the commune's about one duty, known by its stable key: sorting, renaming and merging leave it."""

    id: str | None = column("Mã NH", Kind.KEY, "NH và số thứ tự. Ví dụ NH01.", required=True, prefix="NH", width=9)
    duty: str | None = column(
        KEY_HEADER, Kind.TEXT, "Chép từ cột Khóa việc của trang Việc cần làm.", required=True, unique=True, width=40, names=True, cites=True
    )
    put_off: date | None = column("Hoãn đến ngày", Kind.DATE, "Trước ngày này việc không hiện trong danh sách; hạn của việc giữ nguyên.", width=13)
    handed_to: str | None = column("Giao cho", Kind.TEXT, "Ai làm thay người ghi ở dòng của việc.", width=24)
    reason: str | None = column("Không phải làm vì", Kind.LONG_TEXT, "Ghi lý do thì việc không hiện nữa.", width=40)
    decided: date | None = column("Ngày ghi", Kind.DATE, "Có hiệu lực từ ngày này; để trống là từ đầu.", width=12)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    hidden_until: date | None = helper(HIDDEN_UNTIL, _HIDDEN)
    handed: str | None = helper(HANDED_KEY, _HANDED, Kind.TEXT)
