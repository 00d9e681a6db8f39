"""A commune in full swing: a book with something in every table, so that every formula has something to count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ocop_xl.demo.books import vinh_phong
from ocop_xl.law.clocks import certificate_end
from ocop_xl.law.criteria import Criterion, criteria_set
from ocop_xl.model import (
    Book,
    Budget,
    Channel,
    Communication,
    Dossier,
    Evidence,
    Idea,
    Inspection,
    Paper,
    Product,
    Promotion,
    Recognition,
    ScoreLine,
    ScoreSheet,
    Support,
    Target,
    Task,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.scoring.lay_out import lines_for, new_sheet


def busy_commune(on: date) -> Book:
    """The plan's book with dated rows around `on`: certificates in all four states, a point shared by two products,
    one subject fully supported, a paused product, dossiers on time and late."""
    book = vinh_phong()
    products = book.by_id(Product)
    products["SP03"].status = c.STATUS_PAUSED
    products["SP05"].product_set = 8
    book[Recognition] = [
        _recognition("CN01", "SP06", 3, on - timedelta(days=365), on),
        _recognition("CN02", "SP07", 3, on - timedelta(days=36 * 30), on, c.RECOGNITION_WAITING),
        _recognition("CN03", "SP07", 4, on - timedelta(days=30), on),
        _recognition("CN04", "SP05", 4, on - timedelta(days=4 * 365), on),
        _recognition("CN05", "SP02", 3, on - timedelta(days=31 * 30), on),
        _recognition("CN06", "SP02", 5, on - timedelta(days=31 * 30), on, c.RECOGNITION_WITHDRAWN),
        Recognition(id="CN07", product_id="SP01", stars=3),
    ]
    book[Channel] = [
        Channel(id="KB01", kind=c.CHANNEL_SALES_POINT, name="Điểm OCOP xã", product_id="SP06", state=c.CHANNEL_OPEN),
        Channel(id="KB02", kind=c.CHANNEL_SALES_POINT, name="Điểm OCOP xã", product_id="SP07", state=c.CHANNEL_OPEN),
        Channel(id="KB03", kind=c.CHANNEL_SALES_POINT, name="Điểm chợ", state=c.CHANNEL_STATE.values[2]),
        Channel(id="KB04", kind=c.CHANNEL_ECOMMERCE, name="Sàn A", product_id="SP07", state=c.CHANNEL_OPEN),
        Channel(id="KB05", kind=c.CHANNEL_ECOMMERCE, name="Sàn B", product_id="SP03", state=c.CHANNEL_OPEN),
    ]
    book[Support] = [
        Support(id=f"HT{n:02}", kind=kind, producer_id="CT05", product_id="SP07", state=c.WORK_DONE)
        for n, kind in enumerate(c.SUPPORT_KIND.values, 1)
    ] + [Support(id="HT09", kind=c.SUPPORT_PACKAGING, producer_id="CT06", state=c.WORK_DOING)]
    book[TrainingClass] = [
        TrainingClass(id="LTH01", held=on - timedelta(days=40), course="Lớp quản trị"),
        TrainingClass(id="LTH02", held=on - timedelta(days=39), course="Lớp quản trị"),
    ]
    book[Training] = [
        Training(id="TH01", class_id="LTH01", producer_id="CT05"),
        Training(id="TH02", class_id="LTH02", producer_id="CT05"),
        Training(id="TH03", class_id="LTH01", producer_id="CT01"),
    ]
    book[Dossier] = [
        _dossier("HS01", "SP01", on - timedelta(days=60)),
        _dossier("HS02", "SP02", on - timedelta(days=3)),
        _dossier("HS03", "SP04", on - timedelta(days=18)),
        Dossier(id="HS04", product_id="SP05", kind=c.DOSSIER_UPGRADE, state=c.DOSSIER_SENT, received=on, sent=on),
    ]
    book[Evidence] = [
        Evidence(id="HS01-01", dossier_id="HS01", line=c.EVIDENCE_LINE.values[0], state=c.EVIDENCE_PRESENT)
    ]
    book[ScoreSheet] = [sheet for sheet in book[ScoreSheet] if sheet.dossier_id in book.by_id(Dossier)]
    book[ScoreLine] = [line for line in book[ScoreLine] if line.sheet_id in book.by_id(ScoreSheet)]
    _score(book)
    book[Idea] = [Idea(id="YT01", received=on, title="Khô cá lóc", proposer="Hộ Nguyễn Văn A")]
    book[Inspection] = [
        Inspection(id="KT01", inspected=on, kind=c.INSPECTION_KIND.values[0], product_id="SP06", due=on)
    ]
    book[Promotion] = [Promotion(id="XT01", held=on, event="Hội chợ", producer_id="CT05", product_id="SP07")]
    book[Communication] = [Communication(id="TT01", published=on, kind=c.MEDIA_KIND.values[0], title="Hội nghị")]
    book[Paper] = [Paper(id="VB01", number=76, symbol="KH-UBND", issued=on, kind="Kế hoạch", title="Kế hoạch OCOP")]
    tasks = book[Task]
    tasks[0].due, tasks[1].due, tasks[2].due = on - timedelta(days=1), on + timedelta(days=10), on + timedelta(days=90)
    tasks[3].due, tasks[3].state = on - timedelta(days=9), c.WORK_DONE
    money = book[Budget]
    money[0].planned, money[0].allocated, money[0].spent = 120.5, 100, 40.25
    return book


def _score(book: Book) -> None:
    """HS01 reaches every top level; HS02 lacks one minimum of 4 sao; HS03 has just begun; two members of the council
    judge HS04, which the commune excludes; a tourism sheet is answered for one case."""
    best = lambda one, row: one.levels[-1].label  # noqa: E731 – read in the calls below
    short = lambda one, row: one.levels[1].label if one.code == "3.5" else one.levels[-1].label  # noqa: E731
    answer(book, "HS01-XA", best)
    answer(book, "HS02-XA", short)
    answer(book, "HS03-XA", lambda one, row: one.levels[-1].label if one.part == "A" else None)
    book.by_id(ScoreSheet)["HS04-XA"].knock_out = c.KNOCK_OUT_COPY
    answer(book, "HS04-XA", best)
    for number, chosen in enumerate((best, short), 1):
        add_sheet(book, "HS04", "QD26-08", c.SCORER_COUNCIL, f"Thành viên {number}")
        answer(book, f"HS04-HD{number}", chosen)
    book[ScoreSheet] = [*book[ScoreSheet][-1:], *book[ScoreSheet][:-1]]  # the council's is the one «Phiếu chấm» shows
    add_sheet(book, "HS03", "QD26-26", c.SCORER_SUBJECT)
    answer(book, "HS03-CT", lambda one, row: [o for o in one.levels if o.case_letter in ("", "b")][-1].label)


def add_sheet(book: Book, dossier: str, code: str, scorer: str, member: str = "") -> ScoreSheet:
    """A score sheet with all its lines unanswered, added to the book."""
    chosen = criteria_set(code)
    sheet = new_sheet(book, dossier, chosen, scorer, member)
    book[ScoreSheet] = [*book[ScoreSheet], sheet]
    book[ScoreLine] = [*book[ScoreLine], *lines_for(sheet, chosen)]
    return sheet


def answer(book: Book, sheet_id: str, choose: Callable[[Criterion, ScoreLine], str | None]) -> None:
    """Put what `choose` says of each criterion into the sheet's lines."""
    sheet = next(row for row in book[ScoreSheet] if row.id == sheet_id)
    criteria = {one.code: one for one in criteria_set(str(sheet.criteria_set)).criteria}
    for row in book[ScoreLine]:
        if row.sheet_id == sheet_id:
            row.level = choose(criteria[str(row.criterion)], row)


def untidy_commune(on: date) -> Book:
    """The busy commune with slips that staff make: the formulas must come to the same figures all the same."""
    book = busy_commune(on)
    book[Channel] += [
        Channel(id="KB06", kind=c.CHANNEL_SALES_POINT, state=c.CHANNEL_OPEN),  # no name
        Channel(id="KB07", kind=c.CHANNEL_SALES_POINT, name="> điểm *", state=c.CHANNEL_OPEN),
        Channel(kind=c.CHANNEL_SALES_POINT, name="điểm OCOP XÃ", state=c.CHANNEL_OPEN),  # no key, other case
    ]
    book[Recognition] += [
        _recognition("CN03", "SP07", 4, on - timedelta(days=30), on),  # entered twice
        _recognition("CN08", "SP07", 3, on - timedelta(days=10), on),  # a later, lower rank
        Recognition(id="CN09", product_id="SP99", stars=3, issued=on, ends=on),  # no such product
    ]
    book[Target][3].id = None
    book[Target][4].minimum = None
    book[Target][5].measure = "cách đếm lạ"
    book[Product][0].producer_id = "CT99"
    book[Product] += [Product(name="chưa có mã"), Product(id="SP20")]
    book[Dossier] += [Dossier(id="HS09", product_id="SP99", kind=c.DOSSIER_FIRST, received=on)]
    book[ScoreSheet] += [
        ScoreSheet(id="HS09-CT", dossier_id="HS09", criteria_set="qd26-08", scorer=c.SCORER_SUBJECT),  # other case
        ScoreSheet(id="HS09-XA", dossier_id="HS09", criteria_set="QD148-08", scorer=c.SCORER_COMMUNE),  # no such set
        ScoreSheet(dossier_id="HS09", criteria_set="QD26-01"),  # no key
    ]
    book[ScoreLine] += [
        ScoreLine(id="HS09-CT-1.1", sheet_id="hs09-ct", criterion="1.1", level="3"),  # bare points
        ScoreLine(id="HS09-CT-1.1b", sheet_id="HS09-CT", criterion="1.1", level="2"),  # again
        ScoreLine(id="HS09-CT-1.2", sheet_id="HS09-CT", criterion="1.2", level="9"),  # no level gives 9
        ScoreLine(id="HS09-CT-1.3", sheet_id="HS09-CT", criterion="1.3", level="khá tốt"),
        ScoreLine(id="HS09-CT-1.4", sheet_id="HS09-CT", criterion="1.4", level="*"),
        ScoreLine(id="HS09-CT-1.5", sheet_id="HS09-CT", criterion="1.5", level=">0"),
        ScoreLine(id="HS09-CT-2.1", sheet_id="HS09-CT", criterion="2.1", level="02"),  # not as Excel writes a number
        ScoreLine(id="HS09-CT-2.2", sheet_id="HS09-CT", criterion="2.2", level="2.0"),
        ScoreLine(id="HS09-CT-2.3", sheet_id="HS09-CT", criterion="2.3", level="+3"),
        ScoreLine(id="HS09-CT-2.4", sheet_id="HS09-CT", criterion="2.4", level="1*"),  # a mark of the printed sheet
        ScoreLine(id="HS09-CT-9.9", sheet_id="HS09-CT", criterion="9.9", level="1"),  # no such criterion
        ScoreLine(id="HS09-CT-11", sheet_id="HS09-CT", criterion="11", level="1"),
        ScoreLine(id="HS09-XA-1.1", sheet_id="HS09-XA", criterion="1.1", level="1"),
        ScoreLine(id="x", criterion="1.1", level="1"),  # no sheet
        ScoreLine(sheet_id="HS09-CT", level="1"),  # no criterion
    ]
    add_sheet(book, "HS04", "QD26-09", c.SCORER_COUNCIL, "Thành viên 3")  # by another set than the other members
    answer(book, "HS04-HD3", lambda one, row: one.levels[0].label)
    tourism = {"8": "a", "9": "b", "15": "b"}  # two cases on one sheet
    answer(
        book,
        "HS03-CT",
        lambda one, row: [o for o in one.levels if o.case_letter in ("", tourism.get(one.code))][-1].label,
    )
    return book


def _recognition(key: str, product: str, stars: int, issued: date, on: date, state: str | None = None) -> Recognition:
    return Recognition(
        id=key,
        product_id=product,
        stars=stars,
        decision_number=f"{key}/QĐ-UBND",
        decision_date=issued,
        authority=c.AUTHORITY_PROVINCE,
        issued=issued,
        ends=certificate_end(issued),
        state=state,
    )


def _dossier(key: str, product: str, received: date) -> Dossier:
    return Dossier(id=key, product_id=product, kind=c.DOSSIER_FIRST, received=received, state=c.DOSSIER_RECEIVED)
