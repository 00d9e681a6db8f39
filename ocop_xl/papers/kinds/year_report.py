"""Báo cáo kết quả năm: a year from the rows of the workbook, up to its last day: the same whenever it is made."""

from __future__ import annotations

from datetime import date, timedelta

from ocop_xl.model import Book, Channel, Dossier, Idea, Inspection, Producer, Target
from ocop_xl.papers.context import COUNTED, Values, common_values, counted
from ocop_xl.papers.facts import ByHand, Gap, PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import report_to_superiors
from ocop_xl.papers.kinds.parts.conference_figures import activities
from ocop_xl.papers.kinds.parts.money import money_of_year
from ocop_xl.papers.kinds.parts.next_year import next_year
from ocop_xl.papers.kinds.parts.outstanding import outstanding
from ocop_xl.papers.kinds.progress import NOT_SET, target_line, target_totals
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.naming import full_name
from ocop_xl.papers.wording import count, full_date, upper_first
from ocop_xl.programme.flow import TargetFlow, measure_flow
from ocop_xl.programme.period import plan_period
from ocop_xl.programme.registered.named_figures import (
    ACTIVITIES,
    CHANNELS,
    DOSSIERS,
    IDEAS,
    MENDED,
    MONEY_OF_YEAR,
    STARS,
    of_targets,
)
from ocop_xl.programme.registered.traced_figures import DatedFigure
from ocop_xl.programme.star_flow import Move, Way, moves, star_flow
from ocop_xl.programme.year_figures import channel_flow, dossier_clock, idea_funnel, mending
from ocop_xl.programme.years import promise_of

_STANDS = (Idea, Dossier, Channel, Inspection)
_OF_YEAR = (STARS, IDEAS, DOSSIERS, MENDED, CHANNELS, ACTIVITIES, MONEY_OF_YEAR)
_NONE = "–"


def year_facts(book: Book, on: date) -> list[PaperFacts]:
    """One report for each year of the plan that has begun; `--year` asks for one of them."""
    return [_report(book, year, on) for year in _years(book, on)]


def _years(book: Book, on: date) -> list[int]:
    """Of the plan, from the year in which it was signed: before that it promised nothing. The year of `on` in any
    case."""
    period, signed = plan_period(book.commune), book.commune.plan_date
    begun = range(period.first, min(period.last, on.year) + 1) if period else ()
    return sorted({year for year in begun if signed is None or year >= signed.year} | {on.year})


def _report(book: Book, year: int, on: date) -> PaperFacts:
    first, last = date(year, 1, 1), min(on, date(year, 12, 31))
    flows = measure_flow(book, first, last)
    results = [flow.result for flow in flows]
    values = common_values(book, on)
    report_to_superiors(book, values)
    values |= {"nam": str(year), "nam_sau": str(year + 1), "den_ngay": full_date(last), "can_cu": bases(book, on)}
    values["tong"] = target_totals(book, results, last)
    values |= _stars(book, first, last)
    values["chi_tieu"] = [
        _target(number, target, flow, book, year, last)
        for number, (target, flow) in enumerate(zip(book[Target], flows, strict=True), 1)
    ]
    values |= _ways(book, first, last)
    values["hoat_dong"] = activities(book, last)
    values["kinh_phi"] = money_of_year(book, year)
    values["ton_tai"] = outstanding(book, last, results, ended=last == date(year, 12, 31))
    values["nguyen_nhan"] = ByHand("Chưa có nguyên nhân của tồn tại, hạn chế: người soạn báo cáo ghi vào văn bản")
    values["viec_nam_sau"] = [*next_year(book, last)]
    values["de_xuat"] = ByHand("Chưa có nội dung «Đề xuất, kiến nghị»: người soạn báo cáo ghi vào văn bản")
    values["dem"] = {COUNTED: counted(row for kind in _STANDS for row in book[kind])}
    title, figures = f"Báo cáo kết quả thực hiện năm {year}", (*_figures(book, first, last),)
    return PaperFacts(title, values, subject=f"năm {year}", year=year, figures=figures)


def _figures(book: Book, first: date, last: date) -> list[DatedFigure]:
    eve = first - timedelta(days=1)
    return [*of_targets(book, last), *of_targets(book, eve), *(DatedFigure(name, last) for name in _OF_YEAR)]


def _stars(book: Book, first: date, last: date) -> Values:
    found = moves(book, first, last)
    return {
        "hang": [
            {
                "ten": f"{line.stars} sao",
                "dau_nam": count(line.before),
                "giu": _some(line.kept),
                "moi": _some(line.new),
                "chuyen_den": _some(line.came),
                "chuyen_di": _some(line.went),
                "het_han": _some(line.lapsed),
                "thu_hoi": _some(line.withdrawn),
                "ngung": _some(line.stopped),
                "cuoi_nam": count(line.after),
            }
            for line in star_flow(found)
        ],
        "bien_dong": [
            _move(book, number, move)
            for number, move in enumerate((move for move in found if move.way is not Way.KEPT), 1)
        ],
    }


def _move(book: Book, number: int, move: Move) -> Values:
    producer = book.by_id(Producer).get(move.product.producer_id or "")
    return {
        "stt": str(number),
        "ten_san_pham": move.product.name or Gap(f"Chưa ghi tên sản phẩm {move.product.id} (trang Sản phẩm)"),
        "ten_chu_the": (full_name(producer) if producer else "")
        or Gap(f"Chưa rõ chủ thể của sản phẩm {move.product.id}"),
        "truoc": f"{move.before} sao" if move.before else _NONE,
        "sau": f"{move.after} sao" if move.after else _NONE,
        "bien_dong": upper_first(move.way.value),
    }


def _target(number: int, target: Target, flow: TargetFlow, book: Book, year: int, last: date) -> Values:
    """The period's level, the year's promise, the figure before the year and at its end."""
    promise = promise_of(target, year, book, last)
    before = flow.before.actual
    return target_line(number, flow.result) | {
        "nam_truoc": NOT_SET if before is None else shown(float(before)),
        "muc_nam": NOT_SET if promise is None else shown(float(promise.level)),
        "ket_qua_nam": NOT_SET if promise is None else promise.verdict.partition(" ")[2],
    }


def _ways(book: Book, first: date, last: date) -> Values:
    """Ideas, dossiers, mending and channels, each a group of counted figures."""
    ideas, clock, mended = idea_funnel(book, first, last), dossier_clock(book, first, last), mending(book, first, last)
    return {
        "y_tuong": {
            "tiep_nhan": count(ideas.received),
            "duoc_chon": count(ideas.chosen),
            "chua_chon": count(ideas.declined),
            "cho_xet": count(ideas.waiting),
            "thanh_san_pham": count(ideas.products),
        },
        "ho_so": {
            "tiep_nhan": count(clock.received),
            "gui_tinh": count(clock.sent),
            "tra_lai": count(clock.returned),
            "gui_tre": count(clock.late),
            "qua_han": count(clock.overdue),
            "trung_vi": shown(float(clock.median)) if clock.median is not None else "",
        },
        "khac_phuc": {
            "yeu_cau": count(mended.asked),
            "da_xong": count(mended.done),
            "qua_han": count(len(mended.overdue)),
        },
        "kenh": [
            {
                "ten": line.kind,
                "dau_nam": count(line.before),
                "mo_moi": _some(line.opened),
                "da_dong": _some(line.closed),
                "cuoi_nam": count(line.after),
            }
            for line in channel_flow(book, first, last)
        ],
    }


def _some(number: int) -> str:
    return count(number) if number else _NONE


KINDS = (
    PaperKind(
        "bao-cao-nam",
        "Báo cáo kết quả thực hiện Chương trình trong năm",
        "bao-cao-nam.docx",
        year_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
    ),
)
