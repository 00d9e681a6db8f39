"""Sheet «Công nhận»: decisions, certificates and when they must be renewed."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.certificates import CERTIFICATE_DUTY, LAST, LAST_DAY, STANDS, VISIT_BY, VISIT_DUTY, VISITED
from ocop_xl.model.rows.dossiers import PRODUCT_NAME
from ocop_xl.model.table import TODAY, Row, table

_IN_FORCE = (
    '=IF(OR([@[Ngày cấp]]="",[@[Ngày hết hạn]]=""),"",'
    f'IF(AND({STANDS},[@[Ngày cấp]]<={TODAY},{LAST_DAY}>={TODAY}),"Có","Không"))'
)
_LATEST = (
    '=IF([@[Còn hiệu lực]]<>"Có","",IF(COUNTIFS(tblCongNhan[Mã SP],[@[Mã SP]],tblCongNhan[Còn hiệu lực],"Có",'
    'tblCongNhan[Ngày cấp],">"&[@[Ngày cấp]])=0,"Có","Không"))'
)
_TO_DO = (
    f'=IF(OR([@[Còn hiệu lực]]="",NOT({STANDS}),[@[Ngày cấp]]>{TODAY}),"",'
    f'IF([@[Trạng thái]]="Chờ kết quả phân hạng lại",IF([@[Còn hiệu lực]]="Có","► Chờ kết quả","✘ Đã hết hạn"),'
    f'IF([@[Ngày hết hạn]]<{TODAY},"✘ Đã hết hạn",'
    f'IF([@[Ngày hết hạn]]-120<{TODAY},"⚠ Quá hạn nộp lại",'
    f'IF([@[Ngày hết hạn]]-180<={TODAY},"► Nộp lại ngay","✔ Còn hạn")))))'
)

_LAPSED = "✘ Đã hết hạn"
_SAME_DAY = "(tblCongNhan[Ngày hết hạn]=[@[Ngày hết hạn]])*(ROW(tblCongNhan[Ngày hết hạn])<=ROW())"
_ORDER = (
    f'=IF([@[Việc cần làm]]="","",IF([@[Việc cần làm]]="{_LAPSED}",'
    f'SUMPRODUCT((tblCongNhan[Việc cần làm]<>"")*(tblCongNhan[Việc cần làm]<>"{_LAPSED}"))'
    f'+SUMPRODUCT((tblCongNhan[Việc cần làm]="{_LAPSED}")*((tblCongNhan[Ngày hết hạn]>[@[Ngày hết hạn]])+{_SAME_DAY})),'
    f'SUMPRODUCT((tblCongNhan[Việc cần làm]<>"")*(tblCongNhan[Việc cần làm]<>"{_LAPSED}")'
    f"*((tblCongNhan[Ngày hết hạn]<[@[Ngày hết hạn]])+{_SAME_DAY}))))"
)


@table(
    sheet="Công nhận",
    name="tblCongNhan",
    title="QUYẾT ĐỊNH CÔNG NHẬN, GIẤY CHỨNG NHẬN",
    purpose="Mỗi dòng một lần được công nhận. Cột tự tính cho biết còn hạn không và phải nộp phân hạng lại trong khoảng nào.",
)
class Recognition(Row):
    """A recognition: 36 months from issue (khoản 3 Điều 4), re-filed 180 to 120 days before its end (điểm a khoản 6 Điều 7)."""

    id: str | None = column("Mã CN", Kind.KEY, "CN và số thứ tự. Ví dụ CN01.", required=True, prefix="CN", width=9)
    product_id: str | None = column("Mã SP", Kind.REF, "", required=True, refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    stars: int | None = column("Số sao", Kind.STARS, "3, 4 hoặc 5 sao; hạng 1, 2 sao không có quyết định công nhận.", required=True, minimum=1, maximum=5, width=9, group="decision")
    decision_number: str | None = column("Số quyết định", Kind.TEXT, "Ví dụ 123/QĐ-UBND.", required=True, width=18, group="decision", names=True)
    decision_date: date | None = column("Ngày quyết định", Kind.DATE, "", required=True, width=12, group="decision")
    authority: str | None = column("Cơ quan công nhận", Kind.CHOICE, "", required=True, choices=choices.AUTHORITY, width=22, filled_by="tỉnh")
    issued: date | None = column("Ngày cấp", Kind.DATE, "Ngày cấp giấy chứng nhận.", required=True, width=12, group="decision")
    ends: date | None = column("Ngày hết hạn", Kind.DATE, "36 tháng kể từ ngày cấp.", required=True, width=12, group="decision")
    legal_basis: str | None = column("Căn cứ công nhận", Kind.CHOICE, "Quyết định của Thủ tướng làm căn cứ.", choices=choices.LEGAL_BASIS, width=18)
    state: str | None = column("Trạng thái", Kind.CHOICE, "", choices=choices.RECOGNITION_STATE, width=22, group="state")
    ground: str | None = column("Căn cứ thu hồi", Kind.CHOICE, "Chỉ ghi khi bị thu hồi.", choices=choices.WITHDRAWAL_GROUND, width=26, group="state")
    ended: date | None = column("Ngày thu hồi, thay thế", Kind.DATE, "Từ ngày này giấy không còn được tính.", width=12, group="state", since=2)
    in_force: str | None = live("Còn hiệu lực", Kind.TEXT, _IN_FORCE, width=10)
    latest: str | None = live("Mới nhất", Kind.TEXT, _LATEST, "Giấy cấp sau cùng trong các giấy còn hiệu lực của sản phẩm: hạng tính theo giấy này.", width=9)
    window_opens: date | None = live("Nộp lại từ ngày", Kind.DATE, '=IF([@[Ngày hết hạn]]="","",[@[Ngày hết hạn]]-180)', width=12)
    window_closes: date | None = live("Nộp lại đến ngày", Kind.DATE, '=IF([@[Ngày hết hạn]]="","",[@[Ngày hết hạn]]-120)', width=12)
    to_do: str | None = live("Việc cần làm", Kind.TEXT, _TO_DO, width=20)
    order: int | None = live("Thứ tự hạn", Kind.INTEGER, _ORDER, "Giấy còn hạn hết sớm nhất đứng số 1, giấy đã hết hạn xếp sau; trang Tổng quan lấy theo thứ tự này.", width=8)
    authority_name: str | None = column("Tên cơ quan công nhận", Kind.TEXT, "Tên đầy đủ khi cơ quan nay không còn hoặc đã đổi tên, ví dụ UBND huyện Vĩnh Thuận, tỉnh Kiên Giang.", width=26, filled_by="tỉnh", since=2)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    last: str | None = LAST
    visited: date | None = VISITED
    visit_by: date | None = VISIT_BY
    duty: int | None = CERTIFICATE_DUTY
    visit_duty: int | None = VISIT_DUTY
