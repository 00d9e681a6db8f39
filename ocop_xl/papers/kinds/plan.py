"""Kế hoạch triển khai Chương trình OCOP: one for the whole period, one for the coming year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_xl.law.clocks import latest_commune_filing, provincial_rounds
from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.law.documents import document, find_citations, lapsed
from ocop_xl.law.funding import FUNDING_SOURCES
from ocop_xl.model import Book, Budget, Target
from ocop_xl.papers.context import Values, common_values, row_values
from ocop_xl.papers.facts import PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.articles import RULES, article
from ocop_xl.papers.kinds.parts.money import money, money_of_year
from ocop_xl.papers.kinds.parts.plan_duties import content_duties, unit_duties
from ocop_xl.papers.kinds.parts.plan_products import product_sections, products_of_year
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import count, full_date, short_date
from ocop_xl.programme.participation import active_producers, active_products
from ocop_xl.programme.period import level_of, plan_period
from ocop_xl.programme.registered.named_figures import MONEY, MONEY_OF_YEAR, of_targets
from ocop_xl.programme.targets import measure_targets

NEXT_YEAR_FROM_MONTH = 10
"""A yearly plan written from October on is for the year to come: our choice, the plan says only «hằng năm»."""
NOT_SET = "–"


def plan_facts(book: Book, on: date) -> list[PaperFacts]:
    """The plan of the period, then of the year; without the period's years only the former, with gaps."""
    period = plan_period(book.commune)
    spoken = f"giai đoạn {period.first}-{period.last}" if period else ""
    years = range(max(period.first, on.year), period.last + 1) if period else range(0)
    papers = [_plan(book, on, spoken, years, None)]
    year = planned_year(on)
    if period is None or year in period:
        papers.append(_plan(book, on, f"năm {year}", range(year, year + 1), year))
    return papers


def planned_year(on: date) -> int:
    """The year that a paper on what is to come is for."""
    return on.year + (on.month >= NEXT_YEAR_FROM_MONTH)


def _plan(book: Book, on: date, spoken: str, years: Sequence[int], year: int | None) -> PaperFacts:
    values = common_values(book, on)
    values["ky_ke_hoach"] = spoken or values["ke_hoach"]["giai_doan"]
    values["ca_nam"] = year is not None
    values["nam"] = str(year or on.year)
    values["can_cu"] = bases(book, on, plan=year is not None, own=year is None)
    values["phan_loai"] = article(on, "Phụ lục I")
    values["tieu_chi"] = article(on, "Phụ lục II")
    values["dieu_khoan_dot"] = article(on, "khoản 1 Điều 5")
    values["dieu_khoan_xa"] = article(on, "khoản 2 Điều 7")
    values["chi_tieu"] = _targets(book, on, year)
    values["nhiem_vu"] = content_duties(book, on, year)
    values["phan_v"] = unit_duties(book, on, year)
    values["chu_trinh"] = [step.partition(" ")[2] for step in CYCLE_STEPS]
    values["dot"] = [line for each in years for line in _rounds(each, on)] if document(RULES).holds_on(on) else []
    values["kinh_phi"] = money_of_year(book, year) if year else money(book, book[Budget])
    values["nguon_kinh_phi"] = FUNDING_SOURCES
    values["muc"] = product_sections(book, on)
    values["san_pham_nam"] = products_of_year(book, on, year or on.year)
    values["tong"] = {
        "san_pham": count(len(active_products(book, on))),
        "chu_the": count(len(active_producers(book, on))),
    }
    return PaperFacts(
        f"Kế hoạch triển khai thực hiện Chương trình OCOP {spoken}".rstrip(),
        values,
        subject=spoken,
        year=year,
        notices=tuple(_notices(book, on, year)),
        figures=(*of_targets(book, on), (MONEY_OF_YEAR, date(year, 12, 31)) if year else (MONEY, on)),
    )


def _targets(book: Book, on: date, year: int | None) -> list[Values]:
    """With the level of the year, where the target is spread over the years."""
    lines = []
    for number, (row, result) in enumerate(zip(book[Target], measure_targets(book, on), strict=True), 1):
        line = row_values(book, row, on)
        level = level_of(row, year) if year else None
        line["stt"] = str(number)
        line["muc"] = _figure(result.minimum)
        line["phan_dau"] = _figure(result.aspiration)
        line["muc_nam"] = _figure(level)
        line["da_co"] = _figure(result.actual)
        lines.append(line)
    return lines


def _figure(value: float | None) -> str:
    return NOT_SET if value is None else shown(float(value))


def _rounds(year: int, on: date) -> Iterator[Values]:
    """The province's rounds of a year that are still to come, with the last day for a subject to file."""
    for each, filing in zip(provincial_rounds(year), latest_commune_filing(year), strict=True):
        if each.request_before <= on:
            continue
        yield {
            "ten": f"Đợt {each.number} năm {year}",
            "chu_the_nop": short_date(filing),
            "xa_gui_truoc": short_date(each.request_before),
            "ket_qua_truoc": short_date(each.result_before),
        }


def _notices(book: Book, on: date, year: int | None) -> Iterator[str]:
    """The plan as signed is never rewritten in silence: what has lapsed is said to whoever signs."""
    commune = book.commune
    number = f" {commune.plan_number}" if commune.plan_number else ""
    issued = commune.plan_date is not None and commune.plan_date <= on and bool(commune.plan_number)
    for code in find_citations(commune.plan_bases or ""):
        old = document(code)
        if lapsed(code, on) and old.effective_to is not None:
            replaced = f", được thay bằng {old.kind} số {old.replaced_by}" if old.replaced_by else ""
            yield (
                f"Căn cứ đã ghi của Kế hoạch{number}: {old.kind} số {code} chỉ có hiệu lực đến hết "
                f"ngày {full_date(old.effective_to)}{replaced}; văn bản này dẫn các quyết định đang có hiệu lực, "
                "đề nghị điều chỉnh Kế hoạch."
            )
    if year is not None and book[Target] and not any(level_of(row, year) is not None for row in book[Target]):
        yield f"Chưa chia mức chỉ tiêu cho năm {year} (trang Chỉ tiêu, cột «Mức {year}»): bản này in dấu –."
    if year is not None and not any(row.year == year for row in book[Budget]):
        yield f"Sổ chưa có dòng kinh phí năm {year} (trang Kinh phí): bản này chỉ nêu các nguồn."
    if issued and year is None:
        yield (
            f"Kế hoạch số {commune.plan_number} đã ban hành: chỉ dùng bản giai đoạn này khi xã điều chỉnh hoặc thay "
            "thế kế hoạch đó, và ghi rõ việc điều chỉnh, thay thế vào văn bản."
        )


KINDS = (
    PaperKind(
        "ke-hoach",
        "Kế hoạch triển khai Chương trình OCOP giai đoạn và hằng năm",
        "ke-hoach.docx",
        plan_facts,
        register_kind="Kế hoạch",
        symbol="KH-UBND",
    ),
)
