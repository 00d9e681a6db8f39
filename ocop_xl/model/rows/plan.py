"""Sheets «Kinh phí», «Nhiệm vụ» and «Chỉ tiêu»: the plan's money, duties and targets."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.duty import term_name
from ocop_xl.model.due.subjects import wanted_column
from ocop_xl.model.due.work import MONEY_DUTY, PART_BY, PART_DUTY, TASK_DUTY, TASK_OVER
from ocop_xl.model.table import TODAY, Row, table
from ocop_xl.model.terms import TASK_NEAR

_PART_DONE = f'=IF(AND([@[Mã PC]]="",[@[Tình trạng việc]]=""),"",IF(AND([@[Tình trạng việc]]="Hoàn thành",N([@[Ngày xong]])<={TODAY}),"Có","Chưa"))'
_SUPPORTS = (
    '=IF([@[Mã KP]]="","",IF(N([@[Năm]])=0,0,SUMIFS(tblHoTro[Kinh phí],tblHoTro[Nguồn kinh phí],[@[Nguồn kinh phí]],tblHoTro[Được tính],"Có",'
    'tblHoTro[Ngày xong],">="&DATE(N([@[Năm]]),1,1),tblHoTro[Ngày xong],"<="&DATE(N([@[Năm]]),12,31))))'
)


@table(
    sheet="Kinh phí",
    name="tblKinhPhi",
    title="KINH PHÍ THỰC HIỆN",
    purpose="Mỗi năm năm nguồn theo mục IV của Kế hoạch: dự kiến, được giao, đã chi (triệu đồng).",
)
class Budget(Row):
    """One source of money in one year."""

    id: str | None = column("Mã KP", Kind.KEY, "KP và số thứ tự. Ví dụ KP01.", required=True, prefix="KP", width=9)
    year: int | None = column("Năm", Kind.YEAR, "", required=True, minimum=2018, maximum=2060, width=8, names=True)
    source: str | None = column("Nguồn kinh phí", Kind.CHOICE, "", required=True, choices=choices.FUNDING_SOURCE, width=44, names=True)
    planned: float | None = column("Dự kiến", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=14)
    allocated: float | None = column("Được giao", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=14)
    spent: float | None = column("Đã chi", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=14)
    supports: float | None = live("Chi cho hỗ trợ", Kind.MONEY, _SUPPORTS, "Cộng các việc ở trang Hỗ trợ đã xong trong năm, cùng nguồn.", unit="triệu đồng", width=14, since=2)
    unexplained: float | None = live("Chênh lệch", Kind.MONEY, '=IF([@[Mã KP]]="","",N([@[Đã chi]])-[@[Chi cho hỗ trợ]])', "«Đã chi» trừ phần đã ghi ở trang Hỗ trợ.", unit="triệu đồng", width=12, since=2)
    left: float | None = live("Còn lại", Kind.MONEY, '=IF([@[Mã KP]]="","",[@[Được giao]]-[@[Đã chi]])', unit="triệu đồng", width=14)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=30)
    duty: int | None = MONEY_DUTY


@table(
    sheet="Nhiệm vụ",
    name="tblNhiemVu",
    title="NHIỆM VỤ CỦA KẾ HOẠCH",
    purpose="Việc nào của Kế hoạch, ai làm, hạn nào, đến đâu. Việc quá hạn hiện dấu ⚠.",
)
class Task(Row):
    """A duty that the plan gives to somebody."""

    id: str | None = column("Mã NV", Kind.KEY, "NV và số thứ tự. Ví dụ NV01.", required=True, prefix="NV", width=9)
    section: str | None = column("Mục kế hoạch", Kind.TEXT, "Mục của Kế hoạch giao việc này, ví dụ III.1.", required=True, width=12, names=True)
    content: str | None = column("Nhiệm vụ", Kind.LONG_TEXT, "", required=True, width=60, names=True)
    paragraph: str | None = column("Đoạn", Kind.TEXT, "Gạch đầu dòng của mục giao việc, ví dụ 2.", width=8, since=2)
    unit: str | None = column("Đơn vị thực hiện", Kind.TEXT, "Nhiều đơn vị hoặc ấp cùng làm: ghi từng nơi ở trang Phân công.", required=True, width=28)
    due: date | None = column("Hạn", Kind.DATE, "", width=12)
    done: date | None = column("Ngày xong", Kind.DATE, "", width=12, group="state")
    state: str | None = column("Tình trạng việc", Kind.CHOICE, "", choices=choices.WORK_STATE, width=16, group="state")
    parts: int | None = live("Nơi còn làm", Kind.INTEGER, '=IF([@[Mã NV]]="","",COUNTIFS(tblPhanCong[Mã NV],[@[Mã NV]])-COUNTIFS(tblPhanCong[Mã NV],[@[Mã NV]],tblPhanCong[Được tính],"Có"))', "Số đơn vị, ấp ở trang Phân công chưa xong việc này.", width=9, since=2)
    warning: str | None = live("Nhắc việc", Kind.TEXT, f'=IF(OR([@[Hạn]]="",AND(N([@[Ngày xong]])>0,N([@[Ngày xong]])<={TODAY}),AND(N([@[Ngày xong]])=0,[@[Tình trạng việc]]="Hoàn thành"),[@[Tình trạng việc]]="Không thực hiện"),"",IF([@[Hạn]]<{TODAY},"⚠ Quá hạn",IF([@[Hạn]]-{TODAY}<={term_name(TASK_NEAR)},"► Sắp đến hạn","")))', width=16)
    note: str | None = column("Kết quả, ghi chú", Kind.LONG_TEXT, "", width=34)
    over: str | None = TASK_OVER
    duty: int | None = TASK_DUTY


@table(
    sheet="Phân công",
    name="tblPhanCong",
    title="PHÂN CÔNG CHO ĐƠN VỊ, ẤP",
    purpose="Việc nhiều đơn vị hoặc nhiều ấp cùng làm: mỗi dòng một nơi, đến đâu ghi đến đó.",
    since=2,
)
class TaskPart(Row):
    """The share of one unit or hamlet in a duty that several carry out (mục V of the plan)."""

    id: str | None = column("Mã PC", Kind.KEY, "PC và số thứ tự. Ví dụ PC01.", required=True, prefix="PC", width=9)
    task_id: str | None = column("Mã NV", Kind.REF, "", required=True, refers_to="tblNhiemVu", width=9, names=True)
    task_content: str | None = live("Nhiệm vụ", Kind.TEXT, '=IFERROR(INDEX(tblNhiemVu[Nhiệm vụ],MATCH([@[Mã NV]],tblNhiemVu[Mã NV],0))&"","")', width=50)
    unit: str | None = column("Đơn vị, ấp", Kind.TEXT, "Tên đơn vị, hoặc tên ấp như ở trang Ấp.", required=True, width=24, names=True)
    due: date | None = column("Hạn", Kind.DATE, "Để trống thì theo hạn của nhiệm vụ.", width=12)
    done: date | None = column("Ngày xong", Kind.DATE, "", width=12, group="state")
    state: str | None = column("Tình trạng việc", Kind.CHOICE, "", choices=choices.WORK_STATE, width=16, group="state")
    counts: str | None = live("Được tính", Kind.TEXT, _PART_DONE, "«Có» khi nơi này đã làm xong vào ngày tính.", width=9)
    note: str | None = column("Kết quả, ghi chú", Kind.LONG_TEXT, "", width=34)
    part_by: date | None = PART_BY
    duty: int | None = PART_DUTY


@table(
    sheet="Ấp",
    name="tblAp",
    title="CÁC ẤP",
    purpose="Mỗi dòng một ấp của xã, để phân công, đếm chủ thể và biết ấp nào chưa có sản phẩm.",
    since=2,
)
class Hamlet(Row):
    """A hamlet of the commune (V.3 of the plan)."""

    id: str | None = column("Mã ấp", Kind.KEY, "AP và số thứ tự. Ví dụ AP01.", required=True, prefix="AP", width=9)
    name: str | None = column("Tên ấp", Kind.TEXT, "Như ghi ở cột Ấp của trang Chủ thể.", required=True, unique=True, width=24, names=True)
    head: str | None = column("Trưởng ấp", Kind.TEXT, "", width=22, personal=True)
    phone: str | None = column("Điện thoại", Kind.PHONE, "10 chữ số, bắt đầu bằng 0.", width=14, personal=True)
    producers: int | None = live("Số chủ thể", Kind.INTEGER, '=IF([@[Mã ấp]]="","",COUNTIFS(tblChuThe[Ấp],[@[Tên ấp]],tblChuThe[Số sản phẩm tham gia],">0"))', "Chủ thể của ấp có sản phẩm đang tham gia.", width=10)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)


YEAR_LEVELS = {year: f"level_{year}" for year in range(2026, 2031)}
"""Column of «Chỉ tiêu» that holds a year's level, for the years of the Programme's present period."""
_FIRST_LEVEL, _LAST_LEVEL = min(YEAR_LEVELS), max(YEAR_LEVELS)
_YEAR_HELP = "Mức phải có vào cuối năm, tính cộng dồn từ đầu giai đoạn; để trống nếu không chia theo năm."
_OF_YEAR = f"INDEX([@[Mức {_FIRST_LEVEL}]:[Mức {_LAST_LEVEL}]],YEAR({TODAY})-{_FIRST_LEVEL - 1})"
_YEAR_LEVEL = (
    f'=IF(OR(YEAR({TODAY})<{_FIRST_LEVEL},YEAR({TODAY})>{_LAST_LEVEL}),"",'
    f'IFERROR(IF({_OF_YEAR}="","",{_OF_YEAR}),""))'
)
_COUNTED = "INDEX(tblSoLieu[Giá trị],MATCH([@[Cách đếm]],tblSoLieu[Số liệu],0))"
_YEAR_MET = (
    '=IF([@[Mức năm nay]]="","",IF([@[Thực hiện]]="","– Chưa có số liệu",IF([@[Thực hiện]]>=[@[Mức năm nay]],'
    f'"✔ Đạt",IF({TODAY}>=DATE(YEAR({TODAY}),12,31),"✘ Chưa đạt","► Còn phải đạt"))))'
)


@table(
    sheet="Chỉ tiêu",
    name="tblChiTieu",
    title="CHỈ TIÊU CỦA KẾ HOẠCH",
    purpose="Chỉ tiêu tại khoản 2 mục II của Kế hoạch; cột Thực hiện tự đếm từ các trang khác.",
)
class Target(Row):
    """One of the plan's targets with its minimum and what is aspired to."""

    id: str | None = column("Mã MT", Kind.KEY, "MT và số thứ tự. Ví dụ MT01.", required=True, prefix="MT", width=9)
    name: str | None = column("Chỉ tiêu", Kind.LONG_TEXT, "Ghi như trong Kế hoạch.", required=True, width=52, names=True)
    short_name: str | None = column("Tên gọn", Kind.TEXT, "Tên ngắn để hiện trên biểu đồ.", required=True, width=24)
    measure: str | None = column("Cách đếm", Kind.CHOICE, "Số liệu nào dùng để đo chỉ tiêu này.", required=True, choices=choices.MEASURE, width=34, names=True)
    unit: str | None = column("Đơn vị tính", Kind.CHOICE, "", required=True, choices=choices.UNIT, width=11)
    minimum: float | None = column("Mức tối thiểu", Kind.DECIMAL, "Mức phải đạt.", minimum=0, width=10)
    aspiration: float | None = column("Mức phấn đấu", Kind.DECIMAL, "Mức phấn đấu, nếu Kế hoạch có nêu.", minimum=0, width=10)
    actual: float | None = live("Thực hiện", Kind.DECIMAL, f'=IFERROR(ROUND({_COUNTED},1),"")', width=10)
    ratio: float | None = live("Tỷ lệ đạt", Kind.PERCENT, f'=IF(OR([@[Mức tối thiểu]]="",[@[Thực hiện]]=""),"",IF([@[Thực hiện]]>=[@[Mức tối thiểu]],100,ROUND({_COUNTED}/[@[Mức tối thiểu]]*100,1)))', "Thực hiện (chưa làm tròn) so với mức tối thiểu, không quá 100.", width=10)
    met: str | None = live("Kết quả", Kind.TEXT, '=IF([@[Mã MT]]="","",IF([@[Mức tối thiểu]]="","– Chưa đặt mức",IF([@[Thực hiện]]="","– Chưa có số liệu",IF([@[Thực hiện]]>=[@[Mức tối thiểu]],IF(AND([@[Mức phấn đấu]]<>"",[@[Thực hiện]]>=[@[Mức phấn đấu]]),"★ Đạt mức phấn đấu","✔ Đạt"),"✘ Chưa đạt"))))', width=20)
    missing: str | None = live("Còn thiếu", Kind.LONG_TEXT, '=IFERROR(INDEX(tblSoLieu[Còn thiếu],MATCH([@[Cách đếm]],tblSoLieu[Số liệu],0))&"","")', "Sản phẩm, chủ thể chưa được tính vào chỉ tiêu này.", width=44, since=2)
    year_level: float | None = live("Mức năm nay", Kind.DECIMAL, _YEAR_LEVEL, "Mức của năm có ngày tính, lấy từ các cột bên phải.", width=10, since=2)
    year_met: str | None = live("Kết quả năm nay", Kind.TEXT, _YEAR_MET, "So với mức của năm; trong năm thì chưa coi là không đạt.", width=20, since=2)
    level_2026: float | None = column("Mức 2026", Kind.DECIMAL, _YEAR_HELP, minimum=0, width=9, since=2)
    level_2027: float | None = column("Mức 2027", Kind.DECIMAL, _YEAR_HELP, minimum=0, width=9, since=2)
    level_2028: float | None = column("Mức 2028", Kind.DECIMAL, _YEAR_HELP, minimum=0, width=9, since=2)
    level_2029: float | None = column("Mức 2029", Kind.DECIMAL, _YEAR_HELP, minimum=0, width=9, since=2)
    level_2030: float | None = column("Mức 2030", Kind.DECIMAL, _YEAR_HELP, minimum=0, width=9, since=2)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=30)
    wanted_in: int | None = wanted_column({year: f"Mức {year}" for year in YEAR_LEVELS})
