"""A commune in which everything stands on an edge: due in exactly so many days, met exactly, one of each kind.

Where a formula or its Python twin is off by one day, one product or one word, some cell of this book shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ocop_xl.law.clocks import commune_deadline
from ocop_xl.law.criteria import criteria_set
from ocop_xl.law.sectors import SECTORS
from ocop_xl.model import (
    INPUT_TABLES,
    Book,
    Channel,
    Commune,
    CriterionLine,
    Dossier,
    Producer,
    Product,
    Recognition,
    Row,
    ScoreLine,
    ScoreSheet,
    Support,
    Target,
    Task,
    Training,
    spec_of,
)
from ocop_xl.model import choices as c
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.rows.plan import YEAR_LEVELS
from ocop_xl.programme.target_measures import ORGANISATION_FORMS
from ocop_xl.scoring.lay_out import lines_for, new_sheet
from ocop_xl.scoring.own_sets import sheet_lines
from tests.scoring.criteria_answers import answers_of_total, one_short

EDGE_DAY = date(2026, 9, 16)
"""A Wednesday: the days 5 and 6 days on are working days too, so that a dossier can be due on either."""
ACTIVE = sum(range(1, len(SECTORS) + 1))
"""Products that take part: one of the first sector, two of the second …, so that no two sectors have equal figures."""


def edge_commune(on: date = EDGE_DAY) -> Book:
    book = Book()
    book[Commune] = [Commune(as_of=on, task_near=14, dossier_near=6)]
    book[Producer] = list(_producers())
    book[Product] = list(_products())
    book[Recognition] = list(_recognitions(on))
    book[Dossier] = list(_dossiers(on))
    book[Task] = list(_tasks(on))
    book[Target] = list(_targets())
    book[Support] = list(_supports())
    book[Training] = [Training(id="TH01", held=on, course="Lớp quản trị", producer_id="CT01")]
    book[Channel] = list(_channels())
    book[CriterionLine] = _own_set()
    _score(book)
    for kind in INPUT_TABLES:
        if not spec_of(kind).form:
            book[kind] = [*book[kind], *_lacking_one_cell(kind, on)]
    return book


def _producers() -> Iterator[Producer]:
    """Of every form that counts as an organisation one with a single product, one with none, one whose product rests."""
    for form in ORGANISATION_FORMS:
        for what in ("một", "không", "nghỉ"):
            yield Producer(id=f"CT-{form}-{what}", name=f"{form} {what}", legal_form=form)
    yield Producer(id="CT01", name="Hộ Nguyễn Văn A", legal_form="Hộ sản xuất, hộ gia đình")


def _products() -> Iterator[Product]:
    """The single products of the organisations first; one paused and one stopped product in every sector."""
    owners = iter([f"CT-{form}-một" for form in ORGANISATION_FORMS])
    for times, sector in enumerate(SECTORS, 1):
        for number in range(times):
            potential = 3 if times == 1 else 4 if times == 2 else 5
            yield Product(
                id=f"SP{times}{number}",
                name=f"Sản phẩm {times}{number}",
                sector=sector,
                producer_id=next(owners, "CT01"),
                potential=potential,
                present=3 if number == 4 else None,
            )
        for status in (c.STATUS_PAUSED, c.STATUS_STOPPED):
            owner = f"CT-{ORGANISATION_FORMS[times % len(ORGANISATION_FORMS)]}-nghỉ"
            yield Product(id=f"SP{times}-{status}", sector=sector, producer_id=owner, potential=4, status=status)


def _recognitions(on: date) -> Iterator[Recognition]:
    """Every day on which what has to be done about a certificate changes, and the day before and after it."""
    for number, days in enumerate((-181, -180, -179, -2, -1, 0, 1, 118, 119, 120, 121, 179, 180, 181)):
        for state in (c.RECOGNITION_ACTIVE, c.RECOGNITION_WAITING):
            yield _recognition(f"CN{number}-{state}", f"SP9{number}", 3, on - timedelta(900), days, state, on)
    for state in (c.RECOGNITION_REPLACED, c.RECOGNITION_WITHDRAWN):
        yield _recognition(f"CN-{state}", "SP99", 4, on - timedelta(900), 150, state, on)
    five, four, ended = "SP60", ("SP61", "SP62"), "SP63"
    yield _recognition("CN50", five, 5, on, 1000, None, on)  # issued today
    yield _recognition("CN51", five, 3, on + timedelta(1), 1000, None, on)  # issued tomorrow
    yield from (_recognition(f"CN6{n}", one, 4, on - timedelta(9), 900, None, on) for n, one in enumerate(four))
    yield _recognition("CN63", ended, 4, on - timedelta(1200), -1, None, on)
    yield from (_recognition(f"CN64-{stars}", "SP64", stars, on - timedelta(9), 900, None, on) for stars in (3, 4))
    yield Recognition(id="CN70", product_id="SP50", stars=3, issued=on)
    yield Recognition(id="CN71", product_id="SP50", stars=3, ends=on)


def _recognition(
    key: str, product: str, stars: int, issued: date, days: int, state: str | None, on: date
) -> Recognition:
    return Recognition(id=key, product_id=product, stars=stars, issued=issued, ends=on + timedelta(days), state=state)


def _dossiers(on: date) -> Iterator[Dossier]:
    """Due in so many days; and settled in each way though its day has passed."""
    for days in (-1, 0, 1, 2, 5, 6, 7):
        if (received := _received_for(on + timedelta(days))) is not None:
            yield Dossier(id=f"HS-{days}", product_id="SP10", received=received, state=c.DOSSIER_RECEIVED)
    for state in c.DOSSIER_STATE.values:
        yield Dossier(id=f"HS-{state}", product_id="SP10", received=on - timedelta(60), state=state)
    yield Dossier(id="HS-gửi", product_id="SP10", received=on - timedelta(60), sent=on, state=c.DOSSIER_RECEIVED)


def _received_for(due: date) -> date | None:
    """A day of receipt whose 15 working days end on that day; none where that day is off."""
    days = (due - timedelta(days) for days in range(15, 40))
    return next((day for day in days if commune_deadline(day) == due), None)


def _tasks(on: date) -> Iterator[Task]:
    for days in (-1, 0, 1, 14, 15, 16):
        for state in (None, *c.WORK_STATE.values):
            yield Task(id=f"NV{days}{state}", content="Việc", due=on + timedelta(days), state=state)
    yield Task(id="NV-xong", due=on - timedelta(1), done=on, state=c.WORK_DOING)


def _targets() -> Iterator[Target]:
    """Minimum and aspiration just met, met and more, just missed; none asked; a share that is no round figure."""
    for minimum in (None, 0, ACTIVE - 1, ACTIVE, ACTIVE + 1, ACTIVE + 2, 7 * ACTIVE):
        for aspiration in (None, 0, ACTIVE - 1, ACTIVE, ACTIVE + 1):
            key = f"MT-{minimum}-{aspiration}"
            yield Target(id=key, measure=c.MEASURE_PRODUCTS, minimum=minimum, aspiration=aspiration, **_spread(minimum))
    yield Target(id="MT-lạ", measure="cách đếm lạ", minimum=1, aspiration=1)
    yield Target(measure=c.MEASURE_PRODUCTS, minimum=1)


def _supports() -> Iterator[Support]:
    """A product with one finished support, one with two, one with none finished; subjects with one to all contents."""
    done = [("SP10", "CT01"), ("SP20", "CT02"), ("SP20", "CT02"), ("SP30", "CT03")]
    for number, (product, producer) in enumerate(done):
        kind = c.SUPPORT_KIND.values[number % 3]
        yield Support(id=f"HT{number}", kind=kind, product_id=product, producer_id=producer, state=c.WORK_DONE)
    yield Support(id="HT8", kind=c.SUPPORT_ADVICE, product_id="SP31", producer_id="CT01", state=c.WORK_DOING)
    for number, kind in enumerate(c.SUPPORT_KIND.values[:3]):
        owner = f"CT-{ORGANISATION_FORMS[0]}-một"
        yield Support(id=f"HT9{number}", kind=kind, producer_id=owner, state=c.WORK_DONE)


def _channels() -> Iterator[Channel]:
    """Every kind of channel in every state, each for a product of its own; a point written twice."""
    products = iter([f"SP6{n}" for n in range(6)] * 3)
    for kind in c.CHANNEL_KIND.values:
        for state in c.CHANNEL_STATE.values:
            yield Channel(id=f"KB-{kind}-{state}", kind=kind, name="Kênh", product_id=next(products), state=state)
    yield Channel(id="KB90", kind=c.CHANNEL_SALES_POINT, name="kênh", product_id="SP10", state=c.CHANNEL_OPEN)


def _own_set() -> list[CriterionLine]:
    """A commune's own set, one criterion of which has a single level."""
    levels = [
        ("A", "1.1", 30, 0, None),
        ("A", "1.1", 30, 30, 3),
        ("A", "1.2", 10, 10, None),
        ("B", "2", 25, 0, None),
        ("B", "2", 25, 25, 4),
        ("C", "3", 35, 0, None),
        ("C", "3", 35, 35, 5),
    ]
    return sheet_lines(
        [
            CriterionLine(
                set_code="QD148-08",
                part=part,
                criterion=code,
                name=f"Tiêu chí {code}",
                maximum=maximum,
                points=points,
                level=f"Mức {points}",
                min_star=stars,
            )
            for part, code, maximum, points, stars in levels
        ]
    )


def _score(book: Book) -> None:
    """Exactly as many points as a rank wants with all its minima; all points but one minimum; an own set; nothing yet."""
    food = criteria_set("QD26-08")
    minima: dict[str, int] = {}
    answers = [answers_of_total(food, 30, {})]
    for stars, points in ((3, 50), (4, 70), (5, 90)):
        minima |= food.minima(stars)
        answers += [answers_of_total(food, points, minima), one_short(food, stars)]
    for chosen in answers:
        sheet = new_sheet(book, "HS-0", food, c.SCORER_COUNCIL, f"Thành viên {len(book[ScoreSheet])}")
        lines = lines_for(sheet, food)
        for line in lines:
            line.level = chosen[str(line.criterion)].label if str(line.criterion) in chosen else None
        book[ScoreSheet], book[ScoreLine] = [*book[ScoreSheet], sheet], [*book[ScoreLine], *lines]
    book[ScoreSheet] += [
        ScoreSheet(id="HS-0-riêng", dossier_id="HS-0", criteria_set="QD148-08", scorer=c.SCORER_COMMUNE),
        ScoreSheet(id="HS-0-loại", dossier_id="HS-0", criteria_set="QD26-08", knock_out=c.KNOCK_OUT_COPY),
        ScoreSheet(id="HS-0-chưa", dossier_id="HS-0", criteria_set="QD26-08", scorer=c.SCORER_SUBJECT),
    ]
    book[ScoreLine] += [
        ScoreLine(id=f"riêng-{code}", sheet_id="HS-0-riêng", criterion=code, level=level)
        for code, level in (("1.1", "30"), ("1.2", "10"), ("2", "0"), ("3", ""))
    ]


def _lacking_one_cell(kind: type[Row], on: date) -> Iterator[Row]:
    """A whole row, one that lacks just this required cell, and one that has just this cell, for each of them."""
    required = [column.attribute for column in spec_of(kind).required]
    whole = {column.attribute: _any_value(column, on) for column in spec_of(kind).required}
    key = spec_of(kind).key
    yield kind(**whole)
    for attribute in required:
        for cells in ({**whole, attribute: None}, {attribute: whole[attribute]}):
            if key is not None and cells.get(key.attribute):
                cells[key.attribute] = f"{key.prefix}-{attribute}-{len(cells)}"
            yield kind(**cells)


def _any_value(column: Column, on: date) -> object:
    if column.choices is not None and column.kind is Kind.CHOICE:
        return column.choices.values[0]
    if column.kind is Kind.DATE:
        return on
    return int(column.minimum or 1) if column.kind.is_number else "A1"


def _spread(minimum: float | None) -> dict[str, float | None]:
    """The year of the book's day asks for the period's minimum: met, missed and not set, as it is."""
    return {YEAR_LEVELS[EDGE_DAY.year]: minimum} if EDGE_DAY.year in YEAR_LEVELS else {}
