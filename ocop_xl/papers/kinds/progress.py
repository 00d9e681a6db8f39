"""Báo cáo tiến độ: the plan's targets on a day, how each figure was counted, and what is still to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, Channel, Producer, Product, Recognition, Support, Target, Training, TrainingClass
from ocop_xl.papers.context import COUNTED, Values, common_values, counted, tag
from ocop_xl.papers.facts import ByHand, ChartData, Gap, PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import report_to_superiors
from ocop_xl.papers.kinds.parts.outstanding import outstanding
from ocop_xl.papers.wording import count, full_date
from ocop_xl.programme.participation import active_producers, active_products
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.registered.named_figures import of_targets
from ocop_xl.programme.targets import TargetResult, measure_targets

NOT_SET = "–"
_MEASURED = (Target, Product, Producer, Recognition, TrainingClass, Training, Support, Channel)
"""Tables whose rows the figures are counted from."""
_ROW_KEY = re.compile(r" \([A-Z]{2}\d+\)|(?<=\()[A-Z]{2}\d+, ")
"""The workbook's row keys, which mean nothing outside it: ` (SP01)`, `(SP06, 3 sao)`."""


def progress_facts(book: Book, on: date) -> list[PaperFacts]:
    """One report for the whole commune; none while its plan has no targets."""
    results = measure_targets(book, on)
    if not results:
        return []
    values = common_values(book, on)
    report_to_superiors(book, values)
    values["chi_tieu"] = [target_line(number, result) for number, result in enumerate(results, 1)]
    values["tong"] = target_totals(book, results, on)
    values["viec_con_lai"] = outstanding(book, on, results)
    values["de_xuat"] = ByHand("Chưa có nội dung «Đề xuất, kiến nghị»: người soạn báo cáo ghi vào văn bản")
    chart = ChartData(tuple(r.short_name for r in results), (tuple(r.ratio for r in results),))
    title, notices = f"Báo cáo tiến độ đến ngày {full_date(on)}", tuple(_without_number(book, on))
    return [PaperFacts(title, values, {"chi_tieu": chart}, notices=notices, figures=(*of_targets(book, on),))]


def _without_number(book: Book, on: date) -> Iterator[str]:
    """Decisions that the report cites with dots, because the workbook does not have their number."""
    where = book.placement(Recognition)
    for product in active_products(book, on):
        proof = rank_on(book, product, on).proof
        if proof is not None and not proof.decision_number:
            cell = where.cell(proof, "decision_number")
            yield f"Quyết định công nhận {product.name or product.id} chưa có số (ô {where.sheet}!{cell})."


def on_request_facts(book: Book, on: date) -> list[PaperFacts]:
    """The same report, asked for by somebody whose letter the workbook does not know («đột xuất»)."""
    wanted = ByHand("Chưa có văn bản yêu cầu báo cáo đột xuất (cơ quan, số, ngày): người soạn ghi vào văn bản")
    return [
        report._replace(title=f"Báo cáo đột xuất đến ngày {full_date(on)}", values={**report.values, "yeu_cau": wanted})
        for report in progress_facts(book, on)
    ]


def target_line(number: int, result: TargetResult) -> Values:
    """One target as a row of a report's table."""
    actual = shown(result.actual) if result.actual is not None else None
    return {
        "stt": str(number),
        tag(Target, "name"): result.name or Gap(f"Chưa ghi «Chỉ tiêu» ở dòng {result.id} (trang Chỉ tiêu)"),
        tag(Target, "short_name"): result.short_name,
        tag(Target, "unit"): result.unit,
        tag(Target, "minimum"): _level(result.minimum),
        tag(Target, "aspiration"): _level(result.aspiration),
        tag(Target, "actual"): actual or Gap(f"Chưa có số liệu cho chỉ tiêu «{result.short_name}»: {result.how}"),
        tag(Target, "ratio"): f"{shown(result.ratio)}%" if result.ratio is not None else NOT_SET,
        tag(Target, "met"): result.verdict.partition(" ")[2],
        "cach_tinh": _ROW_KEY.sub("", result.how),
    }


def _level(value: float | None) -> str:
    return NOT_SET if value is None else shown(float(value))


def target_totals(book: Book, results: list[TargetResult], on: date) -> Values:
    """How many targets are met, and how much takes part."""
    return {
        "so_chi_tieu": count(len(results)),
        "dat": count(sum(r.met is True for r in results)),
        "chua_dat": count(sum(r.met is False for r in results)),
        "chua_ro": count(sum(r.met is None for r in results)),
        "co_chua_ro": any(r.met is None for r in results),
        "san_pham": count(len(active_products(book, on))),
        "chu_the": count(len(active_producers(book, on))),
        COUNTED: counted(row for kind in _MEASURED for row in book[kind]),
    }


KINDS = (
    PaperKind(
        "bao-cao-tien-do",
        "Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch",
        "bao-cao-tien-do.docx",
        progress_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
        made_for="cả xã, theo các chỉ tiêu đã ghi (trang Chỉ tiêu)",
    ),
    PaperKind(
        "bao-cao-dot-xuat",
        "Báo cáo đột xuất về tiến độ thực hiện các chỉ tiêu",
        "bao-cao-dot-xuat.docx",
        on_request_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
        made_for="cả xã, theo các chỉ tiêu đã ghi (trang Chỉ tiêu)",
    ),
)
