"""Sheets «Sổ gửi» and «Ý kiến tỉnh»: what went to the province, and what came back."""

from datetime import date

from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.province import REMARK_DUTY
from ocop_xl.model.table import Row, table

NEW, FIXED, ANSWERED, CLOSED = "Mới", "Đã sửa", "Đã trả lời", "Đóng"
"""States of a remark, each later one over the earlier."""
_STATE = (
    f'=IF([@[Ý kiến]]="","",IF(N([@[Ngày đóng]])>0,"{CLOSED}",IF([@[Trả lời của xã]]<>"","{ANSWERED}",IF(N([@[Ngày sửa ô]])>0,"{FIXED}","{NEW}"))))'
)


@table(
    sheet="Sổ gửi",
    name="tblSoGui",
    title="SỔ GỬI: CÁC GÓI ĐÃ GỬI TỈNH",
    purpose="Mỗi dòng một gói; phần mềm tự ghi khi đóng gói gửi tỉnh.",
    since=2,
)
class Sent(Row):
    """A package for the province. The chain itself is in the workbook's identity; this says it to people."""

    id: str | None = column("Mã GT", Kind.KEY, "GT và số thứ tự. Ví dụ GT01.", required=True, prefix="GT", width=9)
    sequence: int | None = column("Lần gửi", Kind.INTEGER, "", required=True, minimum=1, maximum=9999, width=8)
    made: date | None = column("Ngày đóng gói", Kind.DATE, "", required=True, width=13)
    period: str | None = column("Kỳ báo cáo", Kind.TEXT, "Ví dụ Quý IV/2026.", width=18)
    code: str | None = column("Mã gói", Kind.TEXT, "Ghi vào văn bản gửi kèm để nơi nhận đối chiếu.", required=True, unique=True, width=24, names=True)
    content: str | None = column("Nội dung", Kind.LONG_TEXT, "Các tệp trong gói.", width=40)
    counts: str | None = column("Số dòng", Kind.LONG_TEXT, "Số dòng của mỗi trang lúc gửi.", width=44)
    errors: int | None = column("Lỗi còn lại", Kind.INTEGER, "Số ô phải sửa lúc gửi.", minimum=0, width=9)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)


@table(
    sheet="Ý kiến tỉnh",
    name="tblYKienTinh",
    title="Ý KIẾN CỦA TỈNH VỀ SỔ ĐÃ GỬI",
    purpose="Mỗi dòng một ý kiến, phần mềm ghi khi nhận trả lời. Xã sửa ô được nêu hoặc ghi trả lời; gói gửi sau mang theo cho tỉnh.",
    since=2,
)
class Remark(Row):
    """A remark on a cell, a row, a sheet or the whole: the state follows from what has been done about it."""

    id: str | None = column("Mã YK", Kind.KEY, "YK và số thứ tự. Ví dụ YK01.", required=True, prefix="YK", width=9)
    state: str | None = live("Tình trạng ý kiến", Kind.TEXT, _STATE, "Mới, đã sửa (ô đã đổi), đã trả lời, đóng.", width=14)
    day: date | None = column("Ngày góp ý", Kind.DATE, "", width=12)
    by: str | None = column("Người góp ý", Kind.TEXT, "", width=20, personal=True)
    sheet: str | None = column("Trang", Kind.TEXT, "Để trống là ý kiến chung.", width=16, names=True)
    row_id: str | None = column("Mã dòng", Kind.TEXT, "", width=11, names=True, cites=True)
    header: str | None = column("Cột", Kind.TEXT, "", width=20, names=True)
    value: str | None = column("Ô ghi lúc gửi", Kind.LONG_TEXT, "Nội dung ô mà tỉnh đã thấy.", width=28)
    text: str | None = column("Ý kiến", Kind.LONG_TEXT, "", required=True, width=50, names=True, filled_by="tỉnh")
    fixed: date | None = column("Ngày sửa ô", Kind.DATE, "Phần mềm ghi khi thấy ô đã đổi.", width=12)
    reply: str | None = column("Trả lời của xã", Kind.LONG_TEXT, "", width=40)
    closed: date | None = column("Ngày đóng", Kind.DATE, "Ngày tỉnh coi là xong.", width=12, filled_by="tỉnh")
    package: str | None = column("Mã gói", Kind.TEXT, "Gói mà ý kiến nói về.", width=24)
    mark: str | None = column("Dấu ý kiến", Kind.TEXT, "Để một ý kiến không vào sổ hai lần; không sửa tay.", unique=True, width=14)
    duty: int | None = REMARK_DUTY
