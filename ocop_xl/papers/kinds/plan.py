"""Kế hoạch triển khai Chương trình OCOP: one for the whole period, one for the coming year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_xl.law.clocks import latest_commune_filing, provincial_rounds
from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.law.documents import document, find_citations, lapsed
from ocop_xl.model import Book, Budget, Target, Task
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, row_values, tag
from ocop_xl.papers.dossier_values import asked
from ocop_xl.papers.facts import Gap, PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.articles import RULES, article
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import count, full_date, short_date
from ocop_xl.programme.participation import active_producers, active_products
from ocop_xl.programme.period import plan_period
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
    year = on.year + (on.month >= NEXT_YEAR_FROM_MONTH)
    if period is None or year in period:
        papers.append(_plan(book, on, f"năm {year}", range(year, year + 1), year))
    return papers


def _plan(book: Book, on: date, spoken: str, years: Sequence[int], year: int | None) -> PaperFacts:
    values = common_values(book, on)
    values["ky_ke_hoach"] = spoken or values["ke_hoach"]["giai_doan"]
    values["ca_nam"] = year is not None
    values["can_cu"] = bases(book, on, plan=year is not None)
    values["dieu_khoan_dot"] = article(on, "khoản 1 Điều 5")
    values["dieu_khoan_xa"] = article(on, "khoản 2 Điều 7")
    values["chi_tieu"] = _targets(book, on)
    values["nhiem_vu"] = _tasks(book, on, year)
    values["don_vi"] = _units(values["nhiem_vu"])
    values["chu_trinh"] = [step.partition(" ")[2] for step in CYCLE_STEPS]
    values["dot"] = [line for each in years for line in _rounds(each, on)] if document(RULES).holds_on(on) else []
    values["kinh_phi"] = _money(book, on, year)
    values["tong_kinh_phi"] = _total(book, year)
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
    )


def _targets(book: Book, on: date) -> list[Values]:
    lines = []
    for number, (row, result) in enumerate(zip(book[Target], measure_targets(book, on), strict=True), 1):
        line = row_values(book, row, on)
        line["stt"] = str(number)
        line["muc"] = NOT_SET if result.minimum is None else shown(float(result.minimum))
        line["phan_dau"] = NOT_SET if result.aspiration is None else shown(float(result.aspiration))
        line["da_co"] = NOT_SET if result.actual is None else shown(float(result.actual))
        lines.append(line)
    return lines


def _tasks(book: Book, on: date, year: int | None) -> list[Values]:
    """By section of the plan, in the workbook's order; for a year without what is done or falls due later."""
    chosen = [row for row in book[Task] if year is None or _falls_in(row, year)]
    lines = [asked(book, row, row_values(book, row, on), "due") for row in chosen]
    for number, line in enumerate(lines, 1):
        line["stt"] = str(number)
    return lines or [_nothing(Task, "Sổ chưa có nhiệm vụ nào (trang Nhiệm vụ)")]


def _falls_in(row: Task, year: int) -> bool:
    settled = row.done is not None or row.state in (c.WORK_DONE, c.WORK_DROPPED)
    return not settled and (row.due is None or row.due.year <= year)


def _units(tasks: Sequence[Values]) -> list[Values]:
    """Each unit with the numbers of its tasks, in the order in which the units first come up."""
    numbers: dict[str, list[str]] = {}
    for line in tasks:
        unit = line[tag(Task, "unit")]
        if unit:
            numbers.setdefault(unit, []).append(line["stt"])
    return [{"ten": unit, "nhiem_vu": ", ".join(own), "nhieu": len(own) > 1} for unit, own in numbers.items()]


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


def _of_year(book: Book, year: int | None) -> list[Budget]:
    return [row for row in book[Budget] if year is None or row.year == year]


def _money(book: Book, on: date, year: int | None) -> list[Values]:
    lines = [asked(book, row, row_values(book, row, on), "planned") for row in _of_year(book, year)]
    if not lines:
        spoken = f" năm {year}" if year else ""
        lines = [_nothing(Budget, f"Sổ chưa có nguồn kinh phí{spoken} (trang Kinh phí)")]
    for number, line in enumerate(lines, 1):
        line["stt"] = str(number)
    return lines


def _total(book: Book, year: int | None) -> str:
    planned = [row.planned for row in _of_year(book, year)]
    known = [money for money in planned if money is not None]
    if not planned or len(known) < len(planned):
        return Gap("Chưa đủ số liệu để cộng kinh phí dự kiến (trang Kinh phí)")
    return shown(float(sum(known)))


def _nothing(kind: type[Task] | type[Budget], label: str) -> Values:
    """A line of dots, so that the paper does not show an empty table."""
    columns = ("section", "paragraph", "content", "unit", "due") if kind is Task else ("year", "source", "planned")
    return {tag(kind, attribute): Gap(label) for attribute in columns} | {"stt": "1"}


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
