"""Sheet «Cuộc họp»: the meetings that the plan asks for; invitations and minutes are printed from its rows."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column
from ocop_xl.model.table import Row, table


@table(
    sheet="Cuộc họp",
    name="tblCuocHop",
    title="CUỘC HỌP, HỘI NGHỊ",
    purpose="Mỗi dòng một cuộc họp: giấy mời và biên bản lấy ngày, giờ, nơi họp, thành phần và kết luận từ đây.",
    since=2,
)
class Meeting(Row):
    """One meeting or yearly conference (khoản 3c, khoản 7 mục III of the plan)."""

    id: str | None = column("Mã CH", Kind.KEY, "CH và số thứ tự. Ví dụ CH01.", required=True, prefix="CH", width=9)
    kind: str | None = column("Loại cuộc họp", Kind.CHOICE, "", required=True, choices=choices.MEETING_KIND, width=26, names=True)
    held: date | None = column("Ngày", Kind.DATE, "", required=True, width=12, group="when", names=True)
    hour: str | None = column("Giờ", Kind.TEXT, "Ví dụ: 08 giờ 00.", width=12, group="when")
    ended: str | None = column("Giờ kết thúc", Kind.TEXT, "Ví dụ: 10 giờ 30.", width=12)
    place: str | None = column("Địa điểm", Kind.TEXT, "", width=28)
    chair: str | None = column("Chủ trì", Kind.TEXT, "Họ tên, chức vụ.", width=24, personal=True)
    secretary: str | None = column("Thư ký", Kind.TEXT, "Họ tên, chức vụ.", width=24, personal=True)
    invited: str | None = column("Thành phần mời", Kind.LONG_TEXT, "Mỗi dòng một người, một đơn vị.", width=34, personal=True)
    attended: str | None = column("Thành phần dự", Kind.LONG_TEXT, "Để trống thì như thành phần mời.", width=34, personal=True)
    content: str | None = column("Nội dung", Kind.LONG_TEXT, "", width=34)
    opinions: str | None = column("Ý kiến", Kind.LONG_TEXT, "Ý kiến tại cuộc họp.", width=40)
    conclusion: str | None = column("Kết luận", Kind.LONG_TEXT, "", width=40)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
