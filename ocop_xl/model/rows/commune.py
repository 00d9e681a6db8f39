"""Sheet «Thông tin xã»: who the commune is, how it signs, which plan it carries out."""

from datetime import date

from ocop_xl.model import choices, terms
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.table import Row, table
from ocop_xl.model.version import MODEL_VERSION

DAY_FIRST, MONTH_FIRST = "✔ ngày/tháng/năm", "⚠ tháng/ngày/năm (kiểu Mỹ)"
_DATE_ORDER = f'=IF(ISERROR(DATEVALUE("2/3/2026")),"",IF(DAY(DATEVALUE("2/3/2026"))=2,"{DAY_FIRST}","{MONTH_FIRST}"))'
"""The PC reads a typed date in its own order; only the PC can say which it is, by reading one."""

_VERSION = f'="{MODEL_VERSION}"'
_CHECKED = "='Phát hiện'!$C$3"
_BACKED_UP = "='Nhật ký'!$C$3&\"\""
NO_BACKUP, NOT_PACKED = "Chưa có bản sao lưu nào.", "Chưa đóng gói lần nào."
_PACKED = (
    f'=IF(COUNT(tblSoGui[Ngày đóng gói])=0,"{NOT_PACKED}","Ngày "&TEXT(DAY(MAX(tblSoGui[Ngày đóng gói])),"00")'
    '&"/"&TEXT(MONTH(MAX(tblSoGui[Ngày đóng gói])),"00")&"/"&YEAR(MAX(tblSoGui[Ngày đóng gói])))'
)


@table(
    sheet="Thông tin xã",
    name="tblThongTinXa",
    title="THÔNG TIN XÃ",
    purpose="Khai một lần: tên xã, người ký, kế hoạch. Mọi văn bản và mã sản phẩm lấy từ đây.",
    form=True,
)
class Commune(Row):
    """The commune's own facts; one row."""

    province: str | None = column("Tên tỉnh", Kind.TEXT, "Ví dụ: An Giang (không ghi chữ «tỉnh»).", required=True)
    province_code: str | None = column(
        "Mã tỉnh", Kind.TEXT, "Mã đơn vị hành chính theo QĐ 19/2025/QĐ-TTg, ví dụ 91.", required=True
    )
    name: str | None = column("Tên xã", Kind.TEXT, "Ví dụ: Vĩnh Phong (không ghi chữ «xã»).", required=True)
    kind: str | None = column("Cấp hành chính", Kind.CHOICE, "Chọn xã, phường hoặc đặc khu.", required=True, choices=choices.COMMUNE_KIND)
    commune_code: str | None = column(
        "Mã xã", Kind.TEXT, "Mã đơn vị hành chính theo QĐ 19/2025/QĐ-TTg, ví dụ 31051.", required=True
    )
    agency: str | None = column(
        "Cơ quan ban hành", Kind.TEXT, "Ghi như trên văn bản, ví dụ: Ủy ban nhân dân xã Vĩnh Phong.", required=True
    )
    office: str | None = column("Đơn vị soạn thảo", Kind.TEXT, "Phòng tham mưu, ví dụ: Phòng Kinh tế.", required=True)
    office_symbol: str | None = column(
        "Ký hiệu đơn vị soạn thảo", Kind.TEXT, "Dùng trong ký hiệu công văn và nơi lưu, ví dụ PKT.", required=True
    )
    place: str | None = column("Địa danh", Kind.TEXT, "Ghi trước ngày tháng trên văn bản, ví dụ: Vĩnh Phong.", required=True)
    signer: str | None = column("Người ký", Kind.TEXT, "Họ và tên, không ghi học vị.", required=True, personal=True)
    signer_position: str | None = column(
        "Chức vụ người ký",
        Kind.TEXT,
        "Ghi CHỦ TỊCH, hoặc PHÓ CHỦ TỊCH khi ký thay (phần mềm thêm KT. CHỦ TỊCH).",
        required=True,
    )
    deputy: str | None = column("Phó Chủ tịch ký thay", Kind.TEXT, "Họ và tên; để trống nếu không dùng.", personal=True)
    officer: str | None = column("Cán bộ phụ trách", Kind.TEXT, "Người theo dõi Chương trình OCOP.", personal=True)
    officer_phone: str | None = column("Điện thoại cán bộ phụ trách", Kind.PHONE, "10 chữ số, ví dụ 0912345678.", personal=True)
    plan_number: str | None = column("Số kế hoạch", Kind.TEXT, "Ví dụ: 76/KH-UBND.", required=True)
    plan_date: date | None = column("Ngày kế hoạch", Kind.DATE, "Ngày ký kế hoạch, ví dụ 20/03/2026.", required=True)
    plan_title: str | None = column("Tên kế hoạch", Kind.LONG_TEXT, "Trích yếu của kế hoạch.", required=True)
    plan_from: int | None = column("Giai đoạn từ năm", Kind.YEAR, "Năm đầu của kế hoạch.", required=True, minimum=2018, maximum=2060)
    plan_to: int | None = column("Giai đoạn đến năm", Kind.YEAR, "Năm cuối của kế hoạch.", required=True, minimum=2018, maximum=2060)
    plan_bases: str | None = column(
        "Căn cứ của kế hoạch", Kind.LONG_TEXT, "Các quyết định kế hoạch đã dẫn; phần mềm báo khi căn cứ hết hiệu lực."
    )
    plan_periods: str | None = column(
        "Các giai đoạn kế hoạch có nêu",
        Kind.TEXT,
        "Ghi mọi cách viết giai đoạn trong kế hoạch, ví dụ: 2025-2030; 2026-2030. Phần mềm báo khi chúng khác nhau.",
    )
    recipients: str | None = column("Nơi nhận mặc định", Kind.LONG_TEXT, "Mỗi dòng một nơi nhận; phần mềm tự thêm gạch đầu dòng và dấu câu.")
    as_of: date | None = column(
        "Ngày tính", Kind.DATE, "Để trống thì lấy ngày hôm nay; ghi ngày khác để xem chỉ tiêu tại ngày đó."
    )
    date_order: str | None = live(
        "Kiểu ngày của máy",
        Kind.TEXT,
        _DATE_ORDER,
        "Tự thử trên máy đang mở sổ: nếu hiện ⚠ thì gõ 2/3/2026 thành ngày 3 tháng 2; hãy đặt vùng (Region) của máy là Việt Nam rồi mở lại sổ.",
    )
    web_address: str | None = column(
        "Địa chỉ trang sản phẩm",
        Kind.URL,
        "Nơi đặt trang sản phẩm trên mạng, bắt đầu bằng https://; có thì trang và nhãn mới có mã QR.",
        since=2,
    )
    idea_answer: int | None = terms.setting(terms.IDEA_ANSWER)
    idea_product: int | None = terms.setting(terms.IDEA_PRODUCT)
    support_end: int | None = terms.setting(terms.SUPPORT_END)
    visit_every: int | None = terms.setting(terms.VISIT_EVERY)
    province_answer: int | None = terms.setting(terms.PROVINCE_ANSWER)
    report_every: int | None = terms.setting(terms.REPORT_EVERY)
    renewal_notice: int | None = terms.setting(terms.NOTICE)
    business_plan: int | None = terms.setting(terms.BUSINESS_PLAN)
    carrying_out: int | None = terms.setting(terms.CARRYING_OUT)
    promotion: int | None = terms.setting(terms.PROMOTION)
    first_class: int | None = terms.setting(terms.FIRST_CLASS)
    correction: int | None = terms.setting(terms.CORRECTION)
    paper_look: int | None = terms.setting(terms.PAPER_LOOK)
    package_every: int | None = terms.setting(terms.PACKAGE_EVERY)
    remark_answer: int | None = terms.setting(terms.REMARK_ANSWER)
    near: int | None = terms.setting(terms.NEAR)
    soon: int | None = terms.setting(terms.SOON)
    task_near: int | None = terms.setting(terms.TASK_NEAR)
    dossier_near: int | None = terms.setting(terms.DOSSIER_NEAR)
    version: str | None = live("Phiên bản khung sổ", Kind.TEXT, _VERSION, "Khung mới hơn thì «Kiểm tra toàn bộ» báo và nói cách lập lại sổ.", since=2)
    checked: str | None = live("Lần kiểm tra gần nhất", Kind.TEXT, _CHECKED, "Kết quả của «Kiểm tra toàn bộ» lần gần nhất, ghi ở trang «Phát hiện».", since=2)
    backed_up: str | None = live("Bản sao lưu gần nhất", Kind.TEXT, _BACKED_UP, "Phần mềm lưu trạng thái trước đó mỗi lần ghi vào tệp sổ đang đóng.", since=2)
    packed: str | None = live("Lần đóng gói gần nhất", Kind.TEXT, _PACKED, "Gói gửi tỉnh, lấy từ trang «Sổ gửi».", since=2)
