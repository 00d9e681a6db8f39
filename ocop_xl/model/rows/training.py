"""Sheets «Lớp tập huấn» and «Tập huấn»: which classes there were, and who attended them (khoản 2 mục III of the plan)."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.rows.producers import PRODUCER_NAME
from ocop_xl.model.table import TODAY, Row, table

_OF_CLASS = '=IFERROR(INDEX(tblLopTapHuan[{header}],MATCH([@[Mã lớp]],tblLopTapHuan[Mã lớp],0))&"","")'
_DAY_OF_CLASS = '=IFERROR(IF(INDEX(tblLopTapHuan[Ngày],MATCH([@[Mã lớp]],tblLopTapHuan[Mã lớp],0))="","",INDEX(tblLopTapHuan[Ngày],MATCH([@[Mã lớp]],tblLopTapHuan[Mã lớp],0))),"")'


@table(
    sheet="Lớp tập huấn",
    name="tblLopTapHuan",
    title="LỚP ĐÀO TẠO, TẬP HUẤN",
    purpose="Mỗi dòng một lớp; ai dự thì ghi ở trang Tập huấn, chỉ cần mã lớp và người dự.",
    since=2,
)
class TrainingClass(Row):
    """One class that somebody held."""

    id: str | None = column("Mã lớp", Kind.KEY, "LTH và số thứ tự. Ví dụ LTH01.", required=True, prefix="LTH", width=9)
    held: date | None = column("Ngày", Kind.DATE, "Ngày khai giảng. Lớp được tính từ ngày này.", required=True, width=12, names=True)
    course: str | None = column("Tên lớp", Kind.TEXT, "", required=True, width=40, names=True)
    organiser: str | None = column("Đơn vị tổ chức", Kind.TEXT, "", width=28)
    place: str | None = column("Địa điểm", Kind.TEXT, "", width=24)
    days: float | None = column("Số ngày", Kind.DECIMAL, "", minimum=0, maximum=60, width=8)
    content: str | None = column("Nội dung", Kind.LONG_TEXT, "", width=36)
    attendances: int | None = live("Số người dự", Kind.INTEGER, '=IF([@[Mã lớp]]="","",COUNTIFS(tblTapHuan[Mã lớp],[@[Mã lớp]]))', "Đếm ở trang Tập huấn.", width=9)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)


@table(
    sheet="Tập huấn",
    name="tblTapHuan",
    title="NGƯỜI DỰ TẬP HUẤN",
    purpose="Mỗi dòng một người hoặc một chủ thể dự một lớp: chủ thể, cán bộ xã, cán bộ ấp.",
)
class Training(Row):
    """One attendance at one class: a subject's, or that of an officer of the commune or of a hamlet."""

    id: str | None = column("Mã TH", Kind.KEY, "TH và số thứ tự. Ví dụ TH01.", required=True, prefix="TH", width=9)
    class_id: str | None = column("Mã lớp", Kind.REF, "Chọn lớp đã ghi ở trang Lớp tập huấn.", required=True, refers_to="tblLopTapHuan", width=9, since=2, names=True)
    held: date | None = column("Ngày", Kind.DATE, "", width=12, until=1)
    course: str | None = column("Tên lớp", Kind.TEXT, "", width=36, until=1)
    organiser: str | None = column("Đơn vị tổ chức", Kind.TEXT, "", width=26, until=1)
    class_day: date | None = live("Ngày của lớp", Kind.DATE, _DAY_OF_CLASS, width=12, since=2)
    class_name: str | None = live("Lớp", Kind.TEXT, _OF_CLASS.format(header="Tên lớp"), width=36, since=2)
    who: str | None = column("Thành phần dự", Kind.CHOICE, "Chủ thể, cán bộ xã hay cán bộ ấp; để trống là chủ thể.", choices=choices.ATTENDEE, width=14, since=2, names=True)
    producer_id: str | None = column("Mã CT", Kind.REF, "Khi người dự thuộc một chủ thể.", refers_to="tblChuThe", width=9, names=True)
    producer_name: str | None = live("Tên chủ thể", Kind.TEXT, PRODUCER_NAME, width=30)
    attendee: str | None = column("Người dự", Kind.TEXT, "", width=22, personal=True, names=True)
    hamlet: str | None = column("Ấp", Kind.TEXT, "Của cán bộ ấp.", width=14, since=2)
    days: float | None = column("Số ngày", Kind.DECIMAL, "", minimum=0, maximum=60, width=8, until=1)
    result: str | None = column("Kết quả", Kind.TEXT, "", width=20)
    counts: str | None = live("Được tính", Kind.TEXT, f'=IF(AND([@[Mã TH]]="",[@[Mã CT]]=""),"",IF(N([@[Ngày của lớp]])<={TODAY},"Có","Chưa"))', "«Chưa» khi lớp chưa diễn ra vào ngày tính.", width=9, since=2)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
