"""Báo cáo kết quả theo dõi, kiểm tra, rà soát: the visits of a year, faults, days for mending, proposals."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Inspection
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, row_values
from ocop_xl.papers.facts import PaperFacts, shown
from ocop_xl.papers.kinds.inspection_record import CHECKED, GRAVE, NO_FAULT, TO_MEND
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import producer_values, product_values
from ocop_xl.papers.kinds.parts.addressing import report_to_superiors
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.narrative import clause, listed
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import count
from ocop_xl.programme.registered.named_figures import VISITS

PASSED, FAILED, _ = c.GOOD_BAD.values
NOT_SEEN = "–"


def visits_of(book: Book, on: date) -> list[Inspection]:
    """The visits of the year of `on` up to that day, oldest first."""
    seen = [row for row in book[Inspection] if row.inspected and row.inspected.year == on.year and row.inspected <= on]
    return sorted(seen, key=lambda row: row.inspected or date.max)


def report_facts(book: Book, on: date) -> list[PaperFacts]:
    """One report for the year; none while nothing was visited."""
    visits = visits_of(book, on)
    if not visits:
        return []
    values = common_values(book, on)
    report_to_superiors(book, values)
    values["nam"] = str(on.year)
    values["can_cu"] = bases(book, on)
    values["tong"] = _totals(visits, on)
    values["ket_qua"] = [_counted(name, attribute, visits) for name, attribute in CHECKED]
    values["kiem_tra"] = [_visit(book, row, on, number) for number, row in enumerate(visits, 1)]
    faulty = [row for row in visits if _has_fault(row)]
    values["ton_tai"] = [_fault(book, row, on, number) for number, row in enumerate(faulty, 1)]
    values["de_nghi_tinh"] = [_product_name(book, row, on) for row in faulty if row.severity == GRAVE]
    values["tham_quyen"] = article(on, "khoản 4 Điều 9")
    return [
        PaperFacts(
            f"Báo cáo kết quả theo dõi, kiểm tra, rà soát năm {on.year}", values, year=on.year, figures=((VISITS, on),)
        )
    ]


def _has_fault(row: Inspection) -> bool:
    failed = any(getattr(row, attribute) == FAILED for _, attribute in CHECKED)
    return failed or row.severity not in (None, NO_FAULT)


def _totals(visits: list[Inspection], on: date) -> Values:
    forms = [(kind, sum(row.kind == kind for row in visits)) for kind in c.INSPECTION_KIND.values]
    faulty = [row for row in visits if row.severity in TO_MEND]
    return {
        "luot": count(len(visits)),
        "san_pham": count(len({row.product_id for row in visits})),
        "theo_hinh_thuc": listed([f"{kind.lower()} {count(times)} lượt" for kind, times in forms if times]),
        "can_khac_phuc": count(len(faulty)),
        "ton_tai": count(sum(map(_has_fault, visits))),
        "da_khac_phuc": count(sum(_is_mended(row, on) for row in faulty)),
    }


def _counted(name: str, attribute: str, visits: list[Inspection]) -> Values:
    seen = [getattr(row, attribute) for row in visits]
    passed, failed = seen.count(PASSED), seen.count(FAILED)
    other = len(seen) - passed - failed
    return {"ten": name, "dat": _some(passed), "chua_dat": _some(failed), "khac": count(other) if other else ""}


def _some(number: int) -> str:
    return f"{count(number)} lượt" if number else "không có lượt"


def _visit(book: Book, row: Inspection, on: date, number: int) -> Values:
    line = row_values(book, row, on)
    line["stt"] = str(number)
    line["ten_san_pham"] = _product_name(book, row, on)
    line["ten_chu_the"] = producer_values(book, row, on)["ten_day_du"]
    line["noi_dung"] = [getattr(row, attribute) or NOT_SEEN for _, attribute in CHECKED]
    return line


def _fault(book: Book, row: Inspection, on: date, number: int) -> Values:
    line = row_values(book, row, on)
    line["stt"] = str(number)
    line["ten_san_pham"] = _product_name(book, row, on)
    line["noi_dung_ghi_nhan"] = clause(row.finding) if row.finding else gap(book, row, "finding")
    line["kien_nghi"] = clause(row.recommendation) if row.recommendation else gap(book, row, "recommendation")
    if row.due is None:
        line["han_khac_phuc"] = gap(book, row, "due") if row.severity in TO_MEND else NOT_SEEN
    line["ket_qua"] = _mended(row, on)
    return line


def _mended(row: Inspection, on: date) -> str:
    if _is_mended(row, on):
        return f"Đã khắc phục ngày {shown(row.done)}"
    return "Quá hạn, chưa khắc phục" if row.due and row.due < on else "Chưa khắc phục"


def _is_mended(row: Inspection, on: date) -> bool:
    return row.done is not None and row.done <= on


def _product_name(book: Book, row: Inspection, on: date) -> str:
    name: str = product_values(book, row, on)["ten_san_pham"]
    return name


KINDS = (
    PaperKind(
        "bao-cao-kiem-tra",
        "Báo cáo kết quả theo dõi, kiểm tra, rà soát sản phẩm OCOP",
        "bao-cao-kiem-tra.docx",
        report_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
        made_for="những lượt có «Ngày kiểm tra» trong năm (trang Kiểm tra)",
    ),
)
