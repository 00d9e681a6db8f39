"""Tables that the program writes: «Số liệu», «Phát hiện», «Nhật ký», and the criteria of the law, «Tiêu chí»."""

from datetime import date, datetime

from ocop_xl.model.column import Kind, column
from ocop_xl.model.table import Role, Row, table


@table(
    sheet="Số liệu",
    name="tblSoLieu",
    title="SỐ LIỆU TỔNG HỢP",
    purpose="Các con số tự đếm bằng công thức; chỉ tiêu và biểu đồ lấy từ đây. Không cần gõ gì vào trang này.",
    role=Role.OUTPUT,
)
class Measure(Row):
    """A figure counted from the input tables by a live formula."""

    name: str | None = column("Số liệu", Kind.TEXT, width=44)
    value: float | None = column("Giá trị", Kind.DECIMAL, width=12)
    unit: str | None = column("Đơn vị tính", Kind.TEXT, width=12)
    how: str | None = column("Cách đếm", Kind.LONG_TEXT, width=80)
    missing: str | None = column("Còn thiếu", Kind.LONG_TEXT, "Sản phẩm, chủ thể chưa được tính.", width=60, since=2)


@table(
    sheet="Phát hiện",
    name="tblPhatHien",
    title="PHÁT HIỆN KHI KIỂM TRA",
    purpose="Kết quả của lần kiểm tra gần nhất: ô vừa sửa còn màu cam đến khi bấm «Kiểm tra toàn bộ» lần nữa. Cảnh báo, lưu ý đã xem và để nguyên: ghi «Ai đã xem» và «Vì sao để nguyên»; lỗi (✘) thì phải sửa.",
    role=Role.OUTPUT,
)
class FindingLine(Row):
    """One finding of the last check, as shown to staff."""

    severity: str | None = column("Mức", Kind.TEXT, width=12)
    place: str | None = column("Ở đâu", Kind.TEXT, width=22)
    message: str | None = column("Nội dung", Kind.LONG_TEXT, width=70)
    fix: str | None = column("Nên làm", Kind.LONG_TEXT, width=52)
    source: str | None = column("Căn cứ", Kind.LONG_TEXT, width=34)
    code: str | None = column("Mã lỗi", Kind.TEXT, width=9)
    seen_by: str | None = column("Ai đã xem", Kind.TEXT, "Tên người đã xem và để nguyên; ghi cả lý do.", width=16, personal=True)
    seen_on: date | None = column("Ngày xem", Kind.DATE, "Để trống thì lần kiểm tra sau ghi.", width=12)
    seen_why: str | None = column("Vì sao để nguyên", Kind.LONG_TEXT, "Ô đổi nội dung thì điều này được báo lại.", width=34)
    cells: str | None = column("Các ô", Kind.LONG_TEXT, "Ô phụ: mọi ô mà dòng này nói đến; nhờ đó các ô có màu.", width=20, helper=True)
    marks: str | None = column("Dấu ô", Kind.LONG_TEXT, "Ô phụ: để lần sau nhận ra điều đã xem.", width=20, helper=True)


@table(
    sheet="Nhật ký",
    name="tblNhatKy",
    title="NHẬT KÝ THAY ĐỔI",
    purpose="Mọi thay đổi do phần mềm ghi vào sổ: khi nào, việc gì, ô nào, trước và sau, vì sao.",
    role=Role.OUTPUT,
)
class JournalEntry(Row):
    """One cell that the program changed, or one run of it."""

    when: datetime | None = column("Thời điểm", Kind.TEXT, width=22)
    who: str | None = column("Ai", Kind.TEXT, width=18, personal=True)
    action: str | None = column("Việc", Kind.TEXT, width=24)
    sheet: str | None = column("Trang", Kind.TEXT, width=16, aliases=("Bảng",))
    row_id: str | None = column("Mã dòng", Kind.TEXT, width=12)
    header: str | None = column("Cột", Kind.TEXT, width=22)
    before: str | None = column("Trước", Kind.LONG_TEXT, width=30)
    after: str | None = column("Sau", Kind.LONG_TEXT, width=30)
    why: str | None = column("Vì sao", Kind.LONG_TEXT, width=40)


@table(
    sheet="Tiêu chí",
    name="tblTieuChi",
    title="26 BỘ TIÊU CHÍ THEO PHỤ LỤC II, QUYẾT ĐỊNH 26/2026/QĐ-TTg",
    purpose="Trang tra cứu: mỗi dòng một mức điểm. Lọc theo cột Bộ để xem một bộ. Câu dài đã rút gọn, đối chiếu bản ký khi cần. Muốn in thì chọn vùng rồi in vùng chọn.",
    role=Role.REFERENCE,
)
class CriterionLine(Row):
    """One level of one criterion of one set; what concerns the criterion stands on its first line only."""

    set_code: str | None = column("Bộ", Kind.TEXT, width=10, aliases=("Mã bộ", "Bộ tiêu chí"))
    part: str | None = column("Phần", Kind.TEXT, width=6)
    group: str | None = column("Nhóm tiêu chí", Kind.LONG_TEXT, width=30, aliases=("Nhóm", "Tên nhóm"))
    criterion: str | None = column("Mã tiêu chí", Kind.TEXT, width=9, aliases=("Mã TC", "Mã", "TT", "STT"))
    name: str | None = column("Tiêu chí", Kind.LONG_TEXT, width=34, aliases=("Tên tiêu chí", "Nội dung tiêu chí", "Nội dung"))
    maximum: float | None = column("Điểm tối đa", Kind.DECIMAL, width=8, aliases=("Tối đa", "Điểm chuẩn", "Tổng điểm"))
    points: float | None = column("Điểm", Kind.DECIMAL, width=7, aliases=("Số điểm", "Điểm của mức", "Thang điểm"))
    level: str | None = column("Mức", Kind.LONG_TEXT, width=66, aliases=("Mức điểm", "Mức đánh giá", "Mức đạt", "Nội dung mức", "Yêu cầu"))
    min_star: int | None = column("Bắt buộc từ hạng", Kind.STARS, width=10, aliases=("Bắt buộc", "Mức bắt buộc", "Dấu sao", "Số sao", "Hạng"))
    minima: str | None = column("Mức tối thiểu", Kind.TEXT, width=24)
    evidence: str | None = column("Minh chứng (Mẫu 02)", Kind.TEXT, width=12, aliases=("Minh chứng",))
    remark: str | None = column("Lưu ý", Kind.LONG_TEXT, width=44, aliases=("Ghi chú",))
    id: str | None = column("Mã mức", Kind.KEY, width=17, helper=True)
    key: str | None = column("Khóa", Kind.TEXT, "Ô phụ: bộ và mã tiêu chí.", width=14, helper=True)
    levels: int | None = column("Số mức", Kind.INTEGER, "Ô phụ, ở dòng đầu của mỗi tiêu chí.", width=8, helper=True)
    wants_3: int | None = column("Cần cho 3 sao", Kind.INTEGER, width=8, helper=True)
    wants_4: int | None = column("Cần cho 4 sao", Kind.INTEGER, width=8, helper=True)
    wants_5: int | None = column("Cần cho 5 sao", Kind.INTEGER, width=8, helper=True)
    from_rank: int | None = column("Xét từ hạng", Kind.INTEGER, width=8, helper=True)


@table(sheet="_ocop", name="tblNhanDang", title="NHẬN DẠNG", purpose="Trang của phần mềm: mã của sổ và nội dung gốc để ghép hai bản sao, không có dữ liệu cá nhân. Xin đừng sửa, đừng xóa, đừng chép sang sổ khác.", role=Role.OUTPUT, since=2)
class IdentityLine(Row):
    """Who the workbook is (`model.identity`), on a hidden sheet. No Excel Table and none of `ALL_TABLES`: nobody reads,
    fills or finds it but the program."""

    name: str | None = column("Mục", Kind.TEXT, "", width=18)
    text: str | None = column("Nội dung", Kind.TEXT, "", width=100)
