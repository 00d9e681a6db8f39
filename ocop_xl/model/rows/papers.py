"""Sheets «Văn bản» and «Số đã cấp»: the register of papers that the commune has issued, and how far its numbers have run."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column
from ocop_xl.model.due.papers import LOOK_DUTY, STALE
from ocop_xl.model.table import Row, table


@table(
    sheet="Văn bản",
    name="tblVanBan",
    title="SỔ VĂN BẢN",
    purpose="Văn bản đã ban hành: số theo từng năm và loại, ngày, trích yếu, tệp.",
)
class Paper(Row):
    """One paper; its number runs per calendar year and symbol (NĐ 30/2020/NĐ-CP)."""

    id: str | None = column("Mã VB", Kind.KEY, "VB và số thứ tự. Ví dụ VB01.", required=True, prefix="VB", width=9)
    number: int | None = column("Số", Kind.INTEGER, "Số văn bản trong năm; để trống khi còn chờ văn thư cho số.", minimum=1, maximum=99999, width=7, names=True)
    symbol: str | None = column("Ký hiệu", Kind.TEXT, "Ví dụ BC-UBND, UBND-PKT.", required=True, width=14, names=True)
    issued: date | None = column("Ngày ban hành", Kind.DATE, "", width=13)
    kind: str | None = column("Loại văn bản", Kind.CHOICE, "", required=True, choices=choices.PAPER_KIND, width=14)
    title: str | None = column("Trích yếu", Kind.LONG_TEXT, "", required=True, width=56, names=True)
    file: str | None = column("Tệp", Kind.TEXT, "Tên tệp trong thư mục văn bản.", width=34)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    template: str | None = column("Mẫu", Kind.TEXT, "Mẫu Word đã dùng và mã của nó; phần mềm ghi khi vào sổ.", width=30)
    law: str | None = column("Viện dẫn", Kind.TEXT, "Văn bản quy phạm còn hiệu lực mà văn bản này dẫn; phần mềm ghi khi vào sổ.", width=30)
    rows: str | None = column("Dòng đã dùng", Kind.LONG_TEXT, "Mã các dòng mà văn bản lấy số liệu; phần mềm ghi khi vào sổ.", width=34, cites=True)
    trace: str | None = column("Dấu vết", Kind.TEXT, "Dấu của từng ô lúc vào sổ, để báo khi ô thay đổi; không sửa tay.", width=16, cites=True)
    stale: date | None = column(STALE, Kind.DATE, "«Kiểm tra toàn bộ» ghi khi thấy ô mà văn bản đã dùng thay đổi, xóa khi ô trở lại như cũ; đối chiếu xong thì làm bước «Ghi đã đối chiếu văn bản».", width=13, since=2)
    duty: int | None = LOOK_DUTY


@table(
    sheet="Số đã cấp",
    name="tblSoDaCap",
    title="SỐ VĂN BẢN ĐÃ CẤP",
    purpose="Số lớn nhất văn thư đã cấp cho mỗi ký hiệu trong năm; văn bản mới lấy số tiếp theo. Không giảm khi xóa dòng ở trang Văn bản.",
    since=2,
)
class LastNumber(Row):
    """How far the numbers of one symbol have run in a year, whatever becomes of the register's rows and files."""

    id: str | None = column("Mã SC", Kind.KEY, "SC và số thứ tự. Ví dụ SC01.", required=True, prefix="SC", width=9)
    year: int | None = column("Năm", Kind.YEAR, "", required=True, minimum=2018, maximum=2060, width=8, names=True)
    symbol: str | None = column("Ký hiệu", Kind.TEXT, "Ví dụ BC-UBND, UBND-PKT.", required=True, width=14, names=True)
    last: int | None = column("Số lớn nhất", Kind.INTEGER, "Số cuối cùng ở sổ của văn thư; chưa có văn bản nào thì ghi 0. Phần mềm tự tăng khi lấy số.", required=True, minimum=0, maximum=99999, width=10)
    dated: date | None = column("Ngày của số ấy", Kind.DATE, "Để báo khi số và ngày không theo thứ tự.", width=13)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
