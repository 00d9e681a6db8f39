"""Books of any size with plausible, valid rows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle

from ocop_xl.demo.books import vinh_phong
from ocop_xl.law.clocks import certificate_end
from ocop_xl.law.criteria import criteria_set
from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.law.sectors import FOOD
from ocop_xl.model import (
    Book,
    Budget,
    Channel,
    Communication,
    CycleStep,
    Dossier,
    Evidence,
    Idea,
    Inspection,
    Paper,
    Producer,
    Product,
    Promotion,
    Recognition,
    ScoreLine,
    ScoreSheet,
    Support,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.scoring.lay_out import lines_for

DAY = date(2026, 11, 23)
_GOODS = ("Khô cá lóc", "Mắm cá linh", "Gạo một bụi đỏ", "Tôm khô", "Chả cá thác lác", "Bánh tráng", "Mật ong tràm")
_HAMLETS = ("Bình Minh", "Cạnh Đền", "Kinh Xáng", "Vĩnh Tây", "Thạnh Đông")


def products(count: int, firms: int) -> list[Product]:
    """Products that no rule objects to, but for the sets and the road map."""
    return [
        Product(
            id=f"SP{n:05}",
            name=f"{_GOODS[n % 7]} {_HAMLETS[n // 7 % 5]} {n}",
            section=c.SECTION_NEW,
            number=n,
            sector=FOOD,
            product_set=8,
            producer_id=f"CT{n % firms + 1:05}",
            potential=3 + n % 2,
            from_year=2026,
            to_year=2027,
            status=c.PRODUCT_STATUS.values[n % 4],
            traceability=c.YES,
        )
        for n in range(1, count + 1)
    ]


def producers(count: int) -> list[Producer]:
    return [
        Producer(
            id=f"CT{n:05}",
            name=f"Hợp tác xã {_HAMLETS[n % 5]} số {n}",
            legal_form="Hợp tác xã",
            registration=f"17{n:08}",
            representative=f"Nguyễn Văn {n}",
            gender=c.GENDER.values[n % 2],
            ethnicity="Kinh",
            hamlet=_HAMLETS[n % 5],
            phone=f"09{n:08}",
            workers=10 + n % 30,
            local_workers=5 + n % 5,
        )
        for n in range(1, count + 1)
    ]


def commune(scale: float = 1.0) -> Book:
    """A commune workbook: nineteen input tables of about 10 to 500 rows."""
    book = vinh_phong()
    size = lambda n: max(1, int(n * scale))  # noqa: E731 – local shorthand
    book[Product] = products(size(60), firms=size(40))
    book[Producer] = producers(size(40))
    ids = [p.id for p in book[Product]]
    firms = [p.id for p in book[Producer]]
    day = [DAY - timedelta(days=n) for n in range(600)]
    book[CycleStep] = [
        CycleStep(
            id=f"{p}-{k}", product_id=p, step=step, start=day[300], due=day[200], done=day[210], result="Hoàn thành"
        )
        for p in ids
        for k, step in enumerate(CYCLE_STEPS, 1)
    ]
    book[Idea] = [
        Idea(id=f"YT{n:03}", received=day[n], title=f"Ý tưởng {n}", proposer=f"Hộ {n}") for n in range(size(50))
    ]
    book[Dossier] = [
        Dossier(
            id=f"HS{n:03}",
            product_id=ids[n % len(ids)],
            kind=c.DOSSIER_FIRST,
            received=day[n + 30],
            state=c.DOSSIER_RETURNED,
            material_finding="Nguyên liệu thu mua trong xã, có hợp đồng với các hộ nuôi.",
        )
        for n in range(size(35))
    ]
    dossiers = [d.id for d in book[Dossier]]
    book[Evidence] = [
        Evidence(
            id=f"{d}-{k:02}",
            dossier_id=d,
            line=line,
            state=c.EVIDENCE_PRESENT,
            file=f"{d}-{k:02}.pdf",
            expires=date(2029, 1, 1),
        )
        for d in dossiers
        for k, line in enumerate(c.EVIDENCE_LINE.values[:14], 1)
    ]
    chosen = criteria_set("QD26-08")
    book[ScoreSheet] = [
        ScoreSheet(id=f"{d}-XA", dossier_id=d, criteria_set=chosen.code, scorer=c.SCORER_COMMUNE) for d in dossiers
    ]
    book[ScoreLine] = [line for sheet in book[ScoreSheet] for line in lines_for(sheet, chosen)]
    for line, level in zip(book[ScoreLine], cycle([one.levels[-1].label for one in chosen.criteria]), strict=False):
        line.level, line.evidence = level, "Ảnh chụp"
    book[Recognition] = [
        Recognition(
            id=f"CN{n:03}",
            product_id=p,
            stars=3,
            decision_number=f"{n}/QĐ-UBND",
            decision_date=day[400],
            authority=c.AUTHORITY_PROVINCE,
            issued=day[400],
            ends=certificate_end(day[400]),
            legal_basis="148/QĐ-TTg",
            state=c.RECOGNITION_ACTIVE,
        )
        for n, p in enumerate(ids, 1)
    ]
    book[Inspection] = [
        Inspection(
            id=f"KT{n:03}",
            inspected=day[n],
            kind=c.INSPECTION_KIND.values[0],
            product_id=ids[n % len(ids)],
            finding="Đạt",
        )
        for n in range(size(100))
    ]
    book[TrainingClass] = [
        TrainingClass(id=f"LTH{n:03}", held=day[n], course="Lớp quản trị sản xuất") for n in range(size(80))
    ]
    book[Training] = [
        Training(id=f"TH{n:03}", class_id=f"LTH{n:03}", producer_id=firms[n % len(firms)]) for n in range(size(80))
    ]
    book[Support] = [
        Support(
            id=f"HT{n:03}",
            kind=c.SUPPORT_KIND.values[n % 5],
            producer_id=firms[n % len(firms)],
            state=c.WORK_DONE,
            done=day[n],
        )
        for n in range(size(80))
    ]
    book[Promotion] = [
        Promotion(id=f"XT{n:03}", held=day[n], event="Hội chợ nông sản", producer_id=firms[n % len(firms)])
        for n in range(size(60))
    ]
    book[Channel] = [
        Channel(
            id=f"KB{n:03}",
            kind=c.CHANNEL_ECOMMERCE,
            name="Sàn A",
            product_id=ids[n % len(ids)],
            link=f"https://example.vn/{n}",
            state=c.CHANNEL_OPEN,
        )
        for n in range(size(100))
    ]
    book[Communication] = [
        Communication(id=f"TT{n:03}", published=day[n], kind=c.MEDIA_KIND.values[n % 6], title=f"Tin bài số {n}")
        for n in range(size(80))
    ]
    book[Budget] = [
        Budget(
            id=f"KP{n:03}",
            year=2026 + n // 5,
            source=c.FUNDING_SOURCE.values[n % 5],
            planned=100,
            allocated=90,
            spent=40,
        )
        for n in range(size(25))
    ]
    book[Paper] = [
        Paper(id=f"VB{n:03}", number=n + 1, symbol="BC-UBND", issued=day[n], kind="Báo cáo", title=f"Báo cáo số {n}")
        for n in range(size(150))
    ]
    return book
