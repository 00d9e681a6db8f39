"""What the whole commune owes, which no row of a table says: the yearly conference, reports, a plan on lapsed grounds.
Formulas in hidden cells of «Việc cần làm», each with the number by which duties are sorted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.documents import DOCUMENTS
from ocop_xl.model import Book, Commune, spec_of
from ocop_xl.model import choices as c
from ocop_xl.model.due.duty import (
    DAY_UNIT,
    PLAN_BASES,
    PLAN_DATE,
    PLAN_FROM,
    PLAN_TO,
    SOURCE_UNIT,
    number_of,
    shown,
    stable_key,
    term_name,
)
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import LAST_QUARTER, PACKAGE_EVERY, REPORT_EVERY, SOON
from ocop_xl.programme.agenda.sources.plan import REPORTS, period_ends
from ocop_xl.programme.agenda.sources.province import unsent_since
from ocop_xl.programme.agenda.sources.year import SECTION
from ocop_xl.programme.agenda.words import day_formula
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.agenda import places as p
from ocop_xl.sheets.reading.days import serial_of


class Own(NamedTuple):
    """`part` is an expression for what `said` says on the day: which year, period or decision."""

    source: str
    said: str
    part: str
    due: str
    when: str


def owns(book: Book, on: date) -> list[Own]:
    months = REPORT_EVERY.of(book.commune)
    return [*_conferences(on), *_reports(period_ends(on, months)), *_bases(), _package(book, on)]


def number(own: Own, row: int) -> str:
    """As the hidden columns of the tables have it; the part stands in the cell beside."""
    part = f"${p.OWN_PART}{row}"
    # A form's row has no key of its own.
    key = stable_key(spec_of(Commune).name, '""', own.source, part).replace(':"&""&":', ":")
    number = f"({own.due})*{DAY_UNIT}+{number_of(own.source) * SOURCE_UNIT}+{row}"
    return f'=IFERROR(IF(AND({own.when}),IF({shown(key)},{number},""),""),"")'


def _in_plan(year: str) -> str:
    return f"{PLAN_FROM}>0,{year}>={PLAN_FROM},{year}<={PLAN_TO}"


def _conferences(on: date) -> Iterator[Own]:
    """Of the year before and of the day's own."""
    for back in (1, 0):
        year = f"(YEAR({TODAY})-{back})"
        first, last = f"DATE({year},1,1)", f"DATE({year},12,31)"
        held = (
            f'COUNTIFS(tblCuocHop[Loại cuộc họp],"{c.MEETING_YEARLY}",tblCuocHop[Ngày],">="&{first},'
            f'tblCuocHop[Ngày],"<="&MIN({last},{TODAY}))=0'
        )
        tasks = (
            f'COUNTIFS(tblNhiemVu[Mục kế hoạch],"{SECTION}",tblNhiemVu[Hạn],">="&{first},tblNhiemVu[Hạn],"<="&{last})=0'
        )
        signed = f"OR(N({PLAN_DATE})=0,{year}>=YEAR(N({PLAN_DATE})))"
        begun = f"DATE({year},{LAST_QUARTER},1)<={TODAY}"
        yield Own(
            "conference", str(on.year - back), f'{year}&""', last, f"{_in_plan(year)},{signed},{begun},{held},{tasks}"
        )


def _reports(days: tuple[date, date]) -> Iterator[Own]:
    """Of the period before and of the day's own."""
    months = term_name(REPORT_EVERY)
    first = f"INT((MONTH({TODAY})-1)/{months})*{months}+1"
    before = f"(DATE(YEAR({TODAY}),{first},1)-1)"
    this = f"(DATE(YEAR({TODAY}),MIN({first}+{months},13),1)-1)"
    for day, ends in zip(days, (before, this), strict=True):
        opens = f"{ends}-{term_name(SOON)}"
        made = "+".join(
            f'COUNTIFS(tblVanBan[Loại văn bản],"{c.PAPER_REPORT}",tblVanBan[Trích yếu],"*{words}*",'
            f'tblVanBan[Ngày ban hành],">="&({opens}),tblVanBan[Ngày ban hành],"<="&{TODAY})'
            for words in REPORTS
        )
        when = f"{_in_plan(f'YEAR({ends})')},{ends}>=N({PLAN_DATE}),{opens}<={TODAY},{made}=0"
        yield Own("report", f"{day.month}/{day.year}", f'MONTH({ends})&"/"&YEAR({ends})', ends, when)


def _bases() -> Iterator[Own]:
    for document in DOCUMENTS:
        if document.effective_to is not None:
            last = serial_of(document.effective_to)
            cited = f'ISNUMBER(SEARCH(" {document.code}"," "&{PLAN_BASES}))'
            yield Own("basis", document.code, f'"{document.code}"', str(last), f"{last}<{TODAY},{cited}")


def _package(book: Book, on: date) -> Own:
    """COUNTIFS and SMALL pass over what is no day."""
    made = "tblSoGui[Ngày đóng gói]"
    sent = f'COUNTIFS({made},"<="&{TODAY})'
    begun = f"MAX(N({PLAN_DATE}),IF({sent}=0,0,SMALL({made},MAX({sent},1))))"
    due = f"{begun}+{term_name(PACKAGE_EVERY)}"
    since = unsent_since(book, on)
    when = f"{begun}>0,{_in_plan(f'YEAR({due})')},{due}-{term_name(SOON)}<={TODAY}"
    part = f'IF({begun}=0,"",{day_formula(begun)})'
    return Own("package", f"{since:%d/%m/%Y}" if since else "", part, due, when)
