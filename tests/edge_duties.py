"""The planted commune with what stands on an edge: the 29th of February, the first day of Tết, a day put off to one that
has passed, work handed to somebody who has left, the same duty settled twice, keys typed with blanks around them."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import (
    Book,
    Budget,
    CycleStep,
    Dossier,
    Evidence,
    Idea,
    Inspection,
    Meeting,
    Paper,
    Recognition,
    Remark,
    Reminder,
    Row,
    Sent,
    Support,
    Task,
    TaskPart,
)
from ocop_xl.model import choices as c
from tests.planted_duties import planted_commune

D = date
LEAP, TET = D(2028, 2, 29), D(2027, 2, 6)
DAYS = (TET, D(2027, 2, 15), D(2028, 2, 28), LEAP, D(2028, 3, 1), D(2028, 3, 10), D(2028, 4, 1), D(2028, 12, 31))


def edge_duties() -> Book:
    book = planted_commune()
    for row in (*_dossiers(), *_certificates(), *_ideas_and_steps(), *_work(), *_papers(), *_reminders()):
        book[type(row)] = [*book[type(row)], row]
    return book


def _dossiers() -> list[Row]:
    """One whose 15 working days run over Tết; asked, supplied by, returned on the 29th; sent on a round's last day."""
    first = c.EVIDENCE_LINE.values[0]
    return [
        Dossier(id="HS20", product_id="SP1", state=c.DOSSIER_RECEIVED, received=D(2027, 1, 18)),
        Dossier(id="HS21", product_id="SP2", state=c.DOSSIER_TO_COMPLETE, received=LEAP, asked=LEAP, supply_due=LEAP),
        Dossier(id="HS22", product_id="SP3", state=c.DOSSIER_RETURNED, received=D(2028, 1, 5), returned=LEAP),
        Dossier(id="HS23", product_id="SP4", state=c.DOSSIER_RETURNED, returned=D(2027, 10, 30)),
        Dossier(id="HS24", product_id="SP4", state=c.DOSSIER_SENT, sent=D(2027, 4, 30)),
        Dossier(id="HS25", product_id="SP5", state=c.DOSSIER_DRAFT, round="đợt lạ"),
        Dossier(id="HS26", product_id="SP5", received=D(2029, 1, 1)),
        Evidence(id="HS20-01", dossier_id="HS20", line=first, state=c.EVIDENCE_MISSING, expires=D(2027, 4, 30)),
        Evidence(id="HS21-01", dossier_id="HS21", line=first, state=c.EVIDENCE_MISSING),
    ]


def _certificates() -> list[Row]:
    """Ending on the 29th and on the first day of Tết, two of one day, one withdrawn later, one without a key."""
    return [
        Recognition(id="CN20", product_id="SP1", stars=3, issued=D(2025, 2, 28), ends=LEAP),
        Recognition(id="CN21", product_id="SP2", stars=4, issued=LEAP, ends=D(2031, 2, 28)),
        *(Recognition(id=key, product_id="SP3", issued=D(2026, 8, 29), ends=TET) for key in ("CN22", "CN23")),
        Recognition(id="CN24", product_id="SP4", issued=D(2027, 1, 1), ends=D(2028, 12, 31), ended=LEAP),
        Recognition(product_id="SP4", stars=3, issued=D(2027, 2, 1), ends=D(2028, 12, 30)),
        Inspection(id="KT20", product_id="SP1", inspected=LEAP, next=LEAP, due=LEAP),
        Inspection(id="KT21", product_id="SP2", inspected=LEAP, next=D(2026, 1, 1), due=D(2028, 2, 28), done=LEAP),
        Inspection(id="KT22", product_id="SP7", requested=D(2029, 1, 1), due=D(2028, 12, 31)),
    ]


def _ideas_and_steps() -> list[Row]:
    """Reviewed before it came in; a title with quotation marks; a step that ends before it begins, one of no number."""
    chosen, steps = c.IDEA_DECISION.values[0], c.CYCLE_STEP.values
    return [
        Idea(id="YT20", title='Ý tưởng «trong ngoặc» & "kép"', received=LEAP),
        Idea(id="YT21", received=TET, reviewed=D(2027, 2, 1), decision=chosen),
        CycleStep(id="SP3-1", product_id="SP3", step=steps[0], start=LEAP, due=LEAP, responsible="Tổ OCOP"),
        CycleStep(id="SP3-2", product_id="SP3", step=steps[1], due=LEAP, done=LEAP),
        CycleStep(id="SP3-3", product_id="SP3", step="bước lạ", due=LEAP, done=D(2027, 1, 1)),
        CycleStep(id="SP3-4", product_id="SP3", step=steps[3], start=D(2028, 5, 5), due=D(2028, 4, 4)),
    ]


def _work() -> list[Row]:
    """Nobody's task, a part of a task that is not there, a subject that is not there, a tenth that is a half."""
    money = c.FUNDING_SOURCE.values[2]
    return [
        Task(id="NV20", section="III.7", content="Hội nghị", unit="", due=LEAP, done=LEAP),
        Task(id="NV21", content="Việc", due=TET, state=c.WORK_DONE),
        Task(id="NV22", content="Việc", unit="  ", due=TET),
        *(TaskPart(id=f"PC2{n}", task_id=task, unit="Ấp 3", due=LEAP) for n, task in enumerate(("NV99", "NV21", None))),
        Support(id="HT20", kind=c.SUPPORT_ADVICE, producer_id="CT9", start=LEAP),
        Support(id="HT21", kind=c.SUPPORT_ADVICE, start=LEAP, done=D(2028, 1, 1)),
        Budget(id="KP20", year=2028, source=money, allocated=1000000.25, spent=0.3),
        Budget(id="KP21", year=2028, source=money, allocated=0.05),
        Budget(id="KP22", year=1999, source=money, allocated=5),
    ]


def _papers() -> list[Row]:
    return [
        Meeting(id="CH20", kind=c.MEETING_YEARLY, held=D(2028, 12, 31)),
        Paper(id="VB20", title="Giấy", number=3, stale=LEAP),
        Paper(id="VB21", kind=c.PAPER_REPORT, title="BÁO CÁO TIẾN ĐỘ", issued=D(2028, 6, 1)),
        *(Sent(id=f"GT2{n}", made=made) for n, made in enumerate((LEAP, D(2028, 2, 28)))),
        Remark(id="YK20", text="Sửa trước khi góp ý", day=LEAP, fixed=D(2028, 1, 1)),
        Remark(id="YK21", text="Đóng vào ngày cuối năm", day=LEAP, closed=D(2028, 12, 31)),
    ]


def _reminders() -> list[Row]:
    idea, send = "31051:tblYTuong:YT20:idea-answer", "31051:tblHoSo:HS20:send"
    return [
        Reminder(id="NH20", duty=idea, put_off=D(2028, 1, 1)),
        Reminder(id="NH21", duty=idea, put_off=D(2028, 4, 1), decided=D(2028, 3, 10)),
        Reminder(id="NH22", duty="31051:TBLHOSO:hs21:SEND", handed_to="Người đã nghỉ việc"),
        Reminder(id="NH23", duty="31051:tblHoSo:HS21:send", handed_to="Người khác"),
        Reminder(id="NH24", duty=send, reason="Thôi làm", decided=D(2027, 3, 1)),
        Reminder(id="NH25", duty=send, reason="Thôi làm, ghi lần nữa", put_off=D(2027, 1, 1), decided=D(2027, 4, 1)),
        Reminder(id="NH26", duty="31051:tblKiemTra:KT20:correction", put_off=LEAP),
        Reminder(id="NH27", put_off=LEAP),
        Reminder(id="NH28", duty=" 31051:tblChuTrinh:SP3-1:cycle-step ", handed_to=" Tổ B "),
        Reminder(id="NH29", duty="31051:tblChuTrinh:SP3-4:cycle-step", handed_to="C*", decided=LEAP),
    ]
