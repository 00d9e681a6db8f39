"""A small commune in which every source of the agenda has something to say, some days between 2026 and 2028, and nothing
to say on others: rows fall due, are done, come back, end."""

from __future__ import annotations

from datetime import date

from ocop_xl.demo.books import empty_commune, vinh_phong
from ocop_xl.model import (
    Book,
    Budget,
    Commune,
    CycleStep,
    Dossier,
    Evidence,
    Idea,
    Inspection,
    Meeting,
    Paper,
    Producer,
    Product,
    Recognition,
    Remark,
    Reminder,
    Sent,
    Support,
    Target,
    Task,
    TaskPart,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c

D = date
FIRST, LAST = D(2026, 1, 1), D(2028, 12, 31)
_CHOSEN = c.IDEA_DECISION.values[0]
_DONE = c.STEP_RESULT.values[2]


def planted_commune() -> Book:
    book = empty_commune()
    book[Commune], book[Target] = vinh_phong()[Commune], []
    book.commune.near, book.commune.visit_every = 10, 300
    for rows in (_subjects(), _ideas(), _steps(), _dossiers(), _certificates(), _visits(), _work(), _plan()):
        for row in rows:
            book[type(row)] = [*book[type(row)], row]
    return book


def _subjects() -> list[Product | Producer | TrainingClass | Training]:
    products = [
        Product(id=f"SP{n}", name=f"Sản phẩm {n}", producer_id="CT2" if n == 2 else "CT1", to_year=2027)
        for n in range(1, 8)
    ]
    return [
        Producer(id="CT1", name="Hợp tác xã Một"),
        Producer(id="CT2", name="Hộ Hai"),
        *products,
        Product(id="SP98", name="Sản phẩm gõ nhầm năm", to_year=20300),
        TrainingClass(id="LTH1", held=D(2027, 5, 4)),
        Training(id="TH1", class_id="LTH1", producer_id="CT1"),
    ]


def _ideas() -> list[Idea]:
    return [
        Idea(id="YT1", title="Khô cá", received=D(2026, 2, 2), reviewed=D(2026, 3, 20), decision=_CHOSEN),
        Idea(
            id="YT2", title="Mắm", received=D(2027, 2, 2), reviewed=D(2027, 2, 20), decision=_CHOSEN, product_id="SP1"
        ),
        Idea(title="Chưa có mã", received=D(2028, 5, 5)),
    ]


def _steps() -> list[CycleStep]:
    names = c.CYCLE_STEP.values
    return [
        CycleStep(
            id="SP1-3", product_id="SP1", step=names[2], start=D(2026, 3, 1), due=D(2026, 4, 1), done=D(2026, 9, 9)
        ),
        CycleStep(
            id="SP1-4", product_id="SP1", step=names[3], due=D(2026, 10, 1), done=D(2026, 6, 6), responsible="Tổ OCOP"
        ),
        CycleStep(id="SP1-5", product_id="SP1", step=names[4], due=D(2027, 10, 1), result=_DONE),
        CycleStep(id="SP9-1", product_id="SP9", step=names[0], due=D(2028, 3, 3)),
    ]


def _dossiers() -> list[Dossier | Evidence]:
    lines = c.EVIDENCE_LINE.values
    return [
        Dossier(id="HS1", product_id="SP1", kind=c.DOSSIER_FIRST, state=c.DOSSIER_DRAFT),
        Dossier(id="HS2", product_id="SP2", kind=c.DOSSIER_FIRST, state=c.DOSSIER_DRAFT, round="1/2028 (30/4)"),
        Dossier(id="HS3", product_id="SP3", kind=c.DOSSIER_FIRST, state=c.DOSSIER_TO_COMPLETE, received=D(2026, 3, 2),
                received_by="Lê Văn Nhận", asked=D(2026, 3, 6), supply_due=D(2026, 3, 16), supplied=D(2026, 3, 20)),
        Dossier(id="HS4", product_id="SP4", kind=c.DOSSIER_FIRST, state=c.DOSSIER_SENT, received=D(2026, 9, 1), sent=D(2026, 9, 20)),
        Dossier(id="HS5", product_id="SP5", kind=c.DOSSIER_FIRST, state=c.DOSSIER_RETURNED, received=D(2026, 3, 3), sent=D(2026, 3, 24),
                returned=D(2026, 6, 25)),
        Dossier(id="HS6", product_id="SP6", kind=c.DOSSIER_FIRST, state=c.DOSSIER_RETURNED, received=D(2027, 1, 5), sent=D(2027, 1, 20)),
        Dossier(id="HS7", product_id="SP6", kind=c.DOSSIER_UPGRADE, state=c.DOSSIER_SENT, received=D(2027, 8, 2)),
        Dossier(id="HS8", product_id="SP7", kind=c.DOSSIER_AGAIN, state=c.DOSSIER_DRAFT),
        Dossier(id="HS9", product_id="SP99", state=c.DOSSIER_DRAFT),
        Dossier(id="HS10", product_id="SP98", kind=c.DOSSIER_AGAIN, state=c.DOSSIER_RECEIVED, received=D(2027, 8, 10), sent=D(2027, 8, 20)),
        Dossier(id="HS10", product_id="SP98", state=c.DOSSIER_DRAFT),
        Evidence(id="HS3-07", dossier_id="HS3", line=lines[6], state=c.EVIDENCE_MISSING),
        Evidence(id="HS3-08", dossier_id="HS3", line=lines[7], state=c.EVIDENCE_PRESENT, expires=D(2026, 4, 20)),
        Evidence(id="HS3-09", dossier_id="HS3", line=lines[8], state=c.EVIDENCE_NOT_NEEDED, expires=D(2026, 4, 20)),
    ]  # fmt: skip


def _certificates() -> list[Recognition]:
    return [
        Recognition(id="CN1", product_id="SP5", stars=3, issued=D(2024, 5, 10), ends=D(2027, 5, 10)),
        Recognition(id="CN2", product_id="SP7", stars=3, issued=D(2023, 9, 9), ends=D(2026, 9, 9), state=c.RECOGNITION_REPLACED,
                    ended=D(2026, 9, 1)),
        Recognition(id="CN3", product_id="SP7", stars=4, issued=D(2026, 9, 1), ends=D(2029, 9, 1)),
        Recognition(id="CN4", product_id="SP6", stars=3, issued=D(2024, 2, 2), ends=D(2027, 2, 2), state=c.RECOGNITION_WAITING),
        Recognition(id="CN5", product_id="SP98", stars=3, issued=D(2025, 1, 1), ends=D(2028, 1, 1)),
    ]  # fmt: skip


def _visits() -> list[Inspection]:
    return [
        Inspection(id="KT1", product_id="SP5", inspected=D(2026, 6, 1), next=D(2026, 12, 1), due=D(2026, 7, 1), done=D(2026, 8, 8)),
        Inspection(id="KT2", product_id="SP5", inspected=D(2027, 9, 9), mark_use=c.GOOD),
        Inspection(id="KT3", product_id="SP7", inspected=D(2027, 1, 1), requested=D(2027, 1, 4), answered=D(2027, 3, 3)),
        Inspection(id="KT4", product_id="SP7", due=D(2028, 2, 2)),
    ]  # fmt: skip


def _work() -> list[Task | TaskPart | Support | Budget]:
    return [
        Task(id="NV1", section="III.1", content="Tuyên truyền " * 9, unit="Phòng Kinh tế", due=D(2026, 5, 5), done=D(2026, 6, 6)),
        Task(id="NV2", section="V.3", content="Rà soát", unit="Các ấp", due=D(2027, 5, 5), state=c.WORK_TODO),
        Task(section="V.4", content="Chưa có mã", due=D(2028, 8, 8), state=c.WORK_DOING),
        Task(id="NV4", section="V.4", content="Không làm", due=D(2028, 8, 8), state=c.WORK_DROPPED),
        TaskPart(id="PC1", task_id="NV2", unit="Ấp 1", done=D(2027, 6, 1)),
        TaskPart(id="PC2", task_id="NV2", unit="Ấp 2", due=D(2027, 6, 20), done=D(2027, 9, 1)),
        Support(id="HT1", kind=c.SUPPORT_PACKAGING, producer_id="CT1", start=D(2026, 4, 4), done=D(2026, 9, 9), contractor="Công ty A"),
        Support(id="HT2", kind=c.SUPPORT_ADVICE, producer_id="CT2", product_id="SP2", start=D(2028, 4, 4)),
        Budget(id="KP1", year=2026, source=c.FUNDING_SOURCE.values[0], allocated=1200.5, spent=5.0),
        Budget(id="KP2", year=2027, source=c.FUNDING_SOURCE.values[1], allocated=10.0, spent=10.0),
    ]  # fmt: skip


def _plan() -> list[Target | Meeting | Paper | Reminder | Sent | Remark]:
    return [
        Target(id="MT1", measure=c.MEASURE_TRAINED, level_2027=100.0),
        Target(id="MT2", measure=c.MEASURE_FULLY_SUPPORTED, level_2028=50.0),
        Meeting(id="CH1", kind=c.MEETING_YEARLY, held=D(2027, 1, 15)),
        Meeting(id="CH2", kind=c.MEETING_YEARLY, held=D(2027, 12, 15)),
        Paper(id="VB1", kind=c.PAPER_REPORT, title="Báo cáo tiến độ đến ngày 10/07/2026", issued=D(2026, 7, 10)),
        Paper(id="VB2", kind=c.PAPER_REPORT, title="Báo cáo kết quả thực hiện năm 2027", issued=D(2028, 1, 10)),
        Paper(id="VB3", title="Giấy mời họp", number=3, stale=D(2026, 5, 9)),
        Sent(id="GT1", sequence=1, made=D(2026, 6, 30)),
        Sent(id="GT2", sequence=2, made=D(2027, 11, 1)),
        Remark(id="YK1", text="Ghi lại ngày nhận " * 6, day=D(2026, 7, 15), fixed=D(2026, 9, 1)),
        Remark(id="YK2", text="Đã trả lời", day=D(2026, 7, 15), reply="Đúng"),
        Remark(id="YK3", text="Bỏ qua", day=D(2027, 7, 15), closed=D(2027, 7, 16)),
        Remark(id="YK4", text="Chưa rõ ngày"),
        Reminder(id="NH1", duty="31051:tblYTuong:YT1:idea-answer", put_off=D(2026, 3, 1)),
        Reminder(id="NH2", duty="31051:tblKinhPhi:KP1:money", handed_to="Phòng Tài chính", decided=D(2026, 11, 11)),
        Reminder(id="NH3", duty="31051:tblKiemTra:KT4:correction", reason="Cơ sở đã ngừng", decided=D(2028, 6, 1)),
    ]  # fmt: skip
