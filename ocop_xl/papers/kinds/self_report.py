"""Báo cáo tự đánh giá – Mẫu 02, Phụ lục III, QĐ 26/2026/QĐ-TTg – filled in as far as the workbook knows.

It is the subject's paper: the commune fills in what it has and hands it over; what no cell holds is dots.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, Channel, Dossier, Product, Promotion, Revenue
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, row_values
from ocop_xl.papers.dossier_values import asked, code_of, dossier_values, facts_of
from ocop_xl.papers.facts import ByHand, Gap, PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.evidence import evidence_lines
from ocop_xl.papers.kinds.parts.score_table import MARK, self_scored
from ocop_xl.programme.participation import is_open
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet

_TICKS = (
    ("a) Giấy đăng ký kinh doanh", 1),
    ("b) Đã công bố chất lượng sản phẩm", 11),
    ("c) Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm, đủ điều kiện sản xuất", 2),
    ("d) Sở hữu trí tuệ", 7),
)
"""Ticks of point 7 of part I, each with its line of evidence."""
_INTELLECTUAL = (
    "Giấy chứng nhận nhãn hiệu",
    "Quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận",
    "Bằng sáng chế",
    "Kiểu dáng công nghiệp",
    "Bản quyền tác giả",
    "Khác",
)
_BY_HAND = {
    "ngay_thanh_lap": "ngày thành lập, ngày đăng ký kinh doanh",
    "tieu_chuan": "tiêu chuẩn của sản phẩm",
    "lich_su": "lịch sử hình thành",
    "co_cau": "cơ cấu tổ chức",
    "nguyen_lieu": "vùng nguyên liệu và công nghệ",
    "thay_doi": "thay đổi về chất lượng, bao bì, nhãn mác",
    "loi_nhuan": "lợi nhuận",
    "ke_hoach": "kế hoạch sản xuất kinh doanh (Phần IV)",
}
"""What the form asks and no sheet of the workbook holds."""


def self_report_facts(book: Book, on: date) -> list[PaperFacts]:
    """One report for each dossier, also for one still in preparation."""
    return [_report(book, dossier, on) for dossier in book[Dossier]]


def _report(book: Book, dossier: Dossier, on: date) -> PaperFacts:
    values = common_values(book, on) | dossier_values(book, dossier, on)
    product = book.by_id(Product).get(dossier.product_id or "")
    if product is not None:
        asked(book, product, values["san_pham"], "pack")
    values["bieu_mau"] = article(on, "Mẫu 02, Phụ lục III,")
    values["danh_dau"] = _ticks(book, dossier, on)
    values["tri_tue"] = list(_INTELLECTUAL)
    values["nam"] = _years(book, dossier, on)
    values["thi_truong"] = [*_market(book, dossier, on)]
    values["minh_chung"] = evidence_lines(book, dossier, on)
    values["ghi_tay"] = {
        name: ByHand(f"Hồ sơ {code_of(dossier)}: {what}, chủ thể ghi vào báo cáo") for name, what in _BY_HAND.items()
    }
    values["phan_lai"] = dossier.kind == c.DOSSIER_AGAIN
    values |= _scores(book, dossier)
    return facts_of(book, dossier, "Báo cáo tự đánh giá (Mẫu 02)", values, on)


def _ticks(book: Book, dossier: Dossier, on: date) -> list[Values]:
    states = {line["stt"]: line["trang_thai"] for line in evidence_lines(book, dossier, on)}
    return [{"ten": name, "chon": MARK if states[str(line)] == c.EVIDENCE_PRESENT else ""} for name, line in _TICKS]


def _years(book: Book, dossier: Dossier, on: date) -> list[Values]:
    """Revenue and output by year, oldest first, up to the year of the paper."""
    rows = [row for row in book[Revenue] if row.product_id == dossier.product_id and row.year and row.year <= on.year]
    lines = []
    for row in sorted(rows, key=lambda row: row.year or 0):
        line = row_values(book, row, on)
        line["luong"] = f"{shown(row.output)} {row.output_unit or ''}".strip() if row.output is not None else ""
        lines.append(asked(book, row, line, "revenue"))
    return lines


def _market(book: Book, dossier: Dossier, on: date) -> Iterator[str]:
    """Where the product is sold, and at which fairs it was shown."""
    for row in book[Channel]:
        if row.product_id == dossier.product_id and is_open(row, on):
            yield f"{row.kind or gap(book, row, 'kind')}: {row.name or gap(book, row, 'name')}"
    for event in book[Promotion]:
        if event.product_id == dossier.product_id and event.held and event.held <= on:
            yield f"{event.event or gap(book, event, 'event')} ({shown(event.held)})"


def _scores(book: Book, dossier: Dossier) -> Values:
    """Part III from the subject's own score sheet; without one the subject fills it in."""
    found = book.derived(BookScores).of_dossier(dossier.id, c.SCORER_SUBJECT)
    if not found:
        label = f"Hồ sơ {code_of(dossier)}: chưa có phiếu tự chấm của chủ thể (trang Kết quả chấm)"
        return {"dong": [], "tong_diem": Gap(label), "hang": Gap(label), "bo": Gap(label)}
    scored: ScoredSheet = found[0]
    score, chosen = scored.score, scored.criteria_set
    label = Gap(f"Phiếu {scored.sheet.id}: chưa chấm xong (trang Chấm điểm)")
    done = score is not None and not score.unanswered
    return {
        "dong": self_scored(scored),
        "tong_diem": shown(float(score.total)) if done and score else label,
        "hang": f"{score.stars} sao" if done and score else label,
        "bo": chosen.name if chosen else gap(book, scored.sheet, "criteria_set"),
    }


KINDS = (
    PaperKind(
        "mau-02",
        "Báo cáo tự đánh giá của chủ thể (Mẫu 02)",
        "mau-02.docx",
        self_report_facts,
        made_for="mỗi dòng của trang «Hồ sơ»",
    ),
)
