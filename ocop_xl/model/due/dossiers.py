"""A dossier's way: filed for a round, completed, sent on in 15 working days, answered, or filed again."""

from ocop_xl.model.column import Kind
from ocop_xl.model.due.duty import BEGUN, WAITING, Case, by_today, duty, filled, helper
from ocop_xl.model.due.work import FIRST_YEAR, LAST_YEAR
from ocop_xl.model.table import TODAY

HOLIDAYS = "ngay_le"
"""Defined name of the workbook: the public holidays that the commune's 15 working days skip."""

_ROUND_YEAR = "IFERROR(VALUE(MID([@[Đợt đánh giá]],3,4)),0)"
_NAMED = f'AND(OR(LEFT([@[Đợt đánh giá]],2)="1/",LEFT([@[Đợt đánh giá]],2)="2/"),{_ROUND_YEAR}>=1900)'
_MONTH = 'IF(LEFT([@[Đợt đánh giá]],1)="1",{spring},{autumn})'
_ROUND_CLOSES = f"DATE({_ROUND_YEAR},{_MONTH.format(spring=4, autumn=10)},30)"
_ROUND_ANSWERS = f"DATE({_ROUND_YEAR},{_MONTH.format(spring=6, autumn=12)},29)"
_DRAFT = 'AND([@[Tình trạng hồ sơ]]="Đang soạn",[@[Ngày nhận]]="")'
_TO_SEND = '[@[Việc cần làm]]<>""'
_OWED = (
    f"AND({by_today('Ngày yêu cầu bổ sung')},NOT({by_today('Ngày bổ sung đủ')}),{filled('Hạn bổ sung')},{_TO_SEND})"
)


def _spring_or_autumn(day: str, spring: str, autumn: str, next_spring: str) -> str:
    """By the first of the two closing days that lies after the day."""
    return (
        f"IF({day}<DATE(YEAR({day}),4,30),DATE(YEAR({day}),{spring}),"
        f"IF({day}<DATE(YEAR({day}),10,30),DATE(YEAR({day}),{autumn}),DATE(YEAR({day})+1,{next_spring})))"
    )


def _filing(year: str, month: int) -> str:
    """The last working day that leaves the commune its 15 before a round closes."""
    return f"WORKDAY(DATE({year},{month},30),-16,{HOLIDAYS})"


def _next_filing(day: str) -> str:
    spring, autumn = _filing(f"YEAR({day})", 4), _filing(f"YEAR({day})", 10)
    return f"IF({day}<={spring},{spring},IF({day}<={autumn},{autumn},{_filing(f'YEAR({day})+1', 4)}))"


_SENT = "IF(N([@[Ngày gửi tỉnh]])>0,[@[Ngày gửi tỉnh]],[@[Hạn gửi tỉnh]])"
_ROAD_MAP = "N(INDEX(tblSanPham[Lộ trình đến năm],MATCH([@[Mã SP]],tblSanPham[Mã SP],0)))"

ROUND_CLOSES = helper(
    "Đợt tới đóng ngày",
    f'=IF([@[Mã HS]]="","",IF({_NAMED},{_ROUND_CLOSES},{_spring_or_autumn(TODAY, "4,30", "10,30", "4,30")}))',
    Kind.DATE,
)
ANSWER_BY = helper(
    "Tỉnh trả lời trước ngày",
    f'=IF([@[Mã HS]]="","",IFERROR(IF({_NAMED},{_ROUND_ANSWERS},{_spring_or_autumn(_SENT, "6,29", "12,29", "6,29")}),""))',
    Kind.DATE,
)
PAUSED = "Hạn nếu trừ thời gian chờ"
PAUSED_BY = helper(
    PAUSED,
    "=IF(AND(N([@[Ngày nhận]])>0,N([@[Ngày yêu cầu bổ sung]])>=N([@[Ngày nhận]]),"
    f"N([@[Ngày bổ sung đủ]])>N([@[Ngày yêu cầu bổ sung]]),N([@[Ngày bổ sung đủ]])<={TODAY}),"
    f"WORKDAY([@[Hạn gửi tỉnh]],NETWORKDAYS([@[Ngày yêu cầu bổ sung]]+1,[@[Ngày bổ sung đủ]],{HOLIDAYS}),{HOLIDAYS}),"
    '"")',
    Kind.DATE,
)
_BACK = "IF(N([@[Ngày trả lại]])>0,[@[Ngày trả lại]],[@[Tỉnh trả lời trước ngày]])"
FILE_BY = helper(
    "Nộp kịp đợt trước ngày",
    f'=IFERROR(IF({_DRAFT},IF({_NAMED},WORKDAY({_ROUND_CLOSES},-16,{HOLIDAYS}),'
    f"IF(IFERROR(AND({_ROAD_MAP}>={FIRST_YEAR},{_ROAD_MAP}<={LAST_YEAR}),FALSE),{_filing(_ROAD_MAP, 10)},"
    f"{_next_filing(TODAY)})),"
    f'IF([@[Tình trạng hồ sơ]]="Bị trả lại",{_next_filing(_BACK)},"")),"")',
    Kind.DATE,
)
_RENEWED = (
    'AND([@[Loại hồ sơ]]="Phân hạng lại",'
    'COUNTIFS(tblCongNhan[Mã SP],[@[Mã SP]],tblCongNhan[Giấy sau cùng],"Có")>0)'
)
_GONE = (
    f"AND(IF({filled('Ngày gửi tỉnh')},[@[Ngày gửi tỉnh]]<={TODAY},{by_today('Ngày nhận')}),NOT({_TO_SEND}))"
)
_NEWER = (
    'IF(OR([@[Mã SP]]="",N([@[Ngày nhận]])=0),0,COUNTIFS(tblHoSo[Mã SP],[@[Mã SP]])'
    '-COUNTIFS(tblHoSo[Mã SP],[@[Mã SP]],tblHoSo[Ngày nhận],"<="&N([@[Ngày nhận]])))>0'
)
WAY_DUTY = duty(
    "tblHoSo",
    "Mã HS",
    Case("filing", f"AND({_DRAFT},NOT({_RENEWED}))", "[@[Nộp kịp đợt trước ngày]]"),
    Case("send", _TO_SEND, "[@[Hạn gửi tỉnh]]", BEGUN),
    Case(
        "file-again",
        f'AND([@[Tình trạng hồ sơ]]="Bị trả lại",NOT({_NEWER}),'
        f"IF({filled('Ngày trả lại')},[@[Ngày trả lại]]<={TODAY},{_GONE}))",
        "[@[Nộp kịp đợt trước ngày]]",
        BEGUN,
    ),
)
EVIDENCE_DUTY = duty(
    "tblHoSo",
    "Mã HS",
    Case(
        "evidence",
        f'AND({_TO_SEND},NOT({_OWED}),[@[Mã HS]]<>"",'
        'COUNTIFS(tblMinhChung[Mã HS],[@[Mã HS]],tblMinhChung[Có minh chứng],"Thiếu")>0)',
        "[@[Hạn gửi tỉnh]]",
        BEGUN,
    ),
    header="Việc minh chứng đến hạn",
)
WAITING_DUTY = duty(
    "tblHoSo",
    "Mã HS",
    Case("supplement", _OWED, "[@[Hạn bổ sung]]", BEGUN),
    Case("answer", f'AND([@[Tình trạng hồ sơ]]="Đã gửi tỉnh",{_GONE})', "[@[Tỉnh trả lời trước ngày]]", BEGUN),
    header=WAITING,
)
_OF_DOSSIER = "INDEX(tblHoSo[{header}],MATCH([@[Mã HS]],tblHoSo[Mã HS],0))"
EXPIRY_DUTY = duty(
    "tblMinhChung",
    "Mã MC",
    Case(
        "evidence-ends",
        f'AND({filled("Ngày hết hạn")},[@[Có minh chứng]]<>"Không áp dụng",'
        f'IFERROR({_OF_DOSSIER.format(header="Việc cần làm")},"")<>"",'
        f'N([@[Ngày hết hạn]])<IFERROR(N({_OF_DOSSIER.format(header="Đợt tới đóng ngày")}),0))',
        "[@[Ngày hết hạn]]",
        BEGUN,
    ),
)
