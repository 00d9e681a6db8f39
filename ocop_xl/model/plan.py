"""Sheets «Kinh phí», «Nhiệm vụ» and «Chỉ tiêu»: the plan's money, duties and targets."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.table import TODAY, Row, table


@table(
    sheet="Kinh phí",
    name="tblKinhPhi",
    title="KINH PHÍ THỰC HIỆN",
    purpose="Mỗi năm năm nguồn theo mục IV của Kế hoạch: dự kiến, được giao, đã chi (triệu đồng).",
)
class Budget(Row):
    """One source of money in one year."""

    id: str | None = column("Mã KP", Kind.KEY, "KP và số thứ tự. Ví dụ KP01.", required=True, prefix="KP", width=9)
    year: int | None = column("Năm", Kind.YEAR, "", required=True, minimum=2018, maximum=2060, width=8)
    source: str | None = column("Nguồn kinh phí", Kind.CHOICE, "", required=True, choices=choices.FUNDING_SOURCE, width=44)
    planned: float | None = column("Dự kiến", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=14)
    allocated: float | None = column("Được giao", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=14)
    spent: float | None = column("Đã chi", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=14)
    left: float | None = live("Còn lại", Kind.MONEY, '=IF([@[Mã KP]]="","",[@[Được giao]]-[@[Đã chi]])', unit="triệu đồng", width=14)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=30)


@table(
    sheet="Nhiệm vụ",
    name="tblNhiemVu",
    title="NHIỆM VỤ CỦA KẾ HOẠCH",
    purpose="Việc nào của Kế hoạch, ai làm, hạn nào, đến đâu. Việc quá hạn hiện dấu ⚠.",
)
class Task(Row):
    """A duty that the plan gives to somebody."""

    id: str | None = column("Mã NV", Kind.KEY, "NV và số thứ tự. Ví dụ NV01.", required=True, prefix="NV", width=9)
    section: str | None = column("Mục kế hoạch", Kind.TEXT, "Mục của Kế hoạch giao việc này, ví dụ III.1.", required=True, width=12)
    content: str | None = column("Nhiệm vụ", Kind.LONG_TEXT, "", required=True, width=60)
    unit: str | None = column("Đơn vị thực hiện", Kind.TEXT, "", required=True, width=28)
    due: date | None = column("Hạn", Kind.DATE, "", width=12)
    done: date | None = column("Ngày xong", Kind.DATE, "", width=12)
    state: str | None = column("Tình trạng việc", Kind.CHOICE, "", choices=choices.WORK_STATE, width=16)
    warning: str | None = live("Nhắc việc", Kind.TEXT, f'=IF(OR([@[Hạn]]="",[@[Ngày xong]]<>"",[@[Tình trạng việc]]="Hoàn thành",[@[Tình trạng việc]]="Không thực hiện"),"",IF([@[Hạn]]<{TODAY},"⚠ Quá hạn",IF([@[Hạn]]-{TODAY}<=15,"► Sắp đến hạn","")))', width=16)
    note: str | None = column("Kết quả, ghi chú", Kind.LONG_TEXT, "", width=34)


@table(
    sheet="Chỉ tiêu",
    name="tblChiTieu",
    title="CHỈ TIÊU CỦA KẾ HOẠCH",
    purpose="Chỉ tiêu tại khoản 2 mục II của Kế hoạch; cột Thực hiện tự đếm từ các trang khác.",
)
class Target(Row):
    """One of the plan's targets with its minimum and what is aspired to."""

    id: str | None = column("Mã MT", Kind.KEY, "MT và số thứ tự. Ví dụ MT01.", required=True, prefix="MT", width=9)
    name: str | None = column("Chỉ tiêu", Kind.LONG_TEXT, "Ghi như trong Kế hoạch.", required=True, width=52)
    short_name: str | None = column("Tên gọn", Kind.TEXT, "Tên ngắn để hiện trên biểu đồ.", required=True, width=24)
    measure: str | None = column("Cách đếm", Kind.CHOICE, "Số liệu nào dùng để đo chỉ tiêu này.", required=True, choices=choices.MEASURE, width=34)
    unit: str | None = column("Đơn vị tính", Kind.CHOICE, "", required=True, choices=choices.UNIT, width=11)
    minimum: float | None = column("Mức tối thiểu", Kind.DECIMAL, "Mức phải đạt.", minimum=0, width=10)
    aspiration: float | None = column("Mức phấn đấu", Kind.DECIMAL, "Mức phấn đấu, nếu Kế hoạch có nêu.", minimum=0, width=10)
    actual: float | None = live("Thực hiện", Kind.DECIMAL, '=IFERROR(INDEX(tblSoLieu[Giá trị],MATCH([@[Cách đếm]],tblSoLieu[Số liệu],0)),"")', width=10)
    ratio: float | None = live("Tỷ lệ đạt", Kind.PERCENT, '=IF(OR([@[Mức tối thiểu]]="",[@[Thực hiện]]=""),"",IF([@[Mức tối thiểu]]=0,100,MIN(100,ROUND([@[Thực hiện]]/[@[Mức tối thiểu]]*100,1))))', "Thực hiện so với mức tối thiểu, không quá 100.", width=10)
    met: str | None = live("Kết quả", Kind.TEXT, '=IF([@[Mã MT]]="","",IF([@[Mức tối thiểu]]="","– Chưa đặt mức",IF([@[Thực hiện]]="","– Chưa có số liệu",IF([@[Thực hiện]]>=[@[Mức tối thiểu]],IF(AND([@[Mức phấn đấu]]<>"",[@[Thực hiện]]>=[@[Mức phấn đấu]]),"★ Đạt mức phấn đấu","✔ Đạt"),"✘ Chưa đạt"))))', width=20)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=30)
