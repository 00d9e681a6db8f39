"""Biên bản of one visit: what was seen and what is proposed; conclusions are the province's (khoản 4 Điều 9)."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Inspection
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, row_values
from ocop_xl.papers.dossier_values import asked
from ocop_xl.papers.facts import ByHand, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import facts_about, producer_values, product_of, product_values
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.issued import cited, issued
from ocop_xl.papers.kinds.parts.narrative import paragraphs
from ocop_xl.papers.naming import in_sentence
from ocop_xl.papers.wording import full_date

TEAM = "quyet-dinh-to-kiem-tra.docx"
"""The decision by which the team goes, when one stands in the register."""
CHECKED = (
    ("Điều kiện sản xuất", "conditions"),
    ("Chất lượng sản phẩm", "quality"),
    ("Duy trì các tiêu chí theo hồ sơ đã được đánh giá", "criteria_kept"),
    ("Sử dụng nhãn hiệu, biểu trưng, thông tin OCOP", "mark_use"),
)
NO_FAULT, *_, GRAVE = c.SEVERITY.values
TO_MEND = c.SEVERITY.values[2:]
"""Severities that need a day by which the fault is mended."""


def record_facts(book: Book, on: date) -> list[PaperFacts]:
    """One record for each row of «Kiểm tra», dated on the day of the visit, whose law it cites."""
    return [_record(book, row, on) for row in book[Inspection]]


def _record(book: Book, row: Inspection, on: date) -> PaperFacts:
    day = row.inspected or on
    values = common_values(book, day)
    values["san_pham"] = product_values(book, row, on)
    values["chu_the"] = producer_values(book, row, on, "representative", "position", "address")
    address = values["chu_the"]["dia_chi"]
    values["dia_diem"] = in_sentence(address) if address else address
    values["kiem_tra"] = asked(book, row, row_values(book, row, on), "team", "severity")
    values["kiem_tra"]["ngay_day_du"] = (
        f"ngày {full_date(row.inspected)}" if row.inspected else gap(book, row, "inspected")
    )
    values["quyet_dinh"] = (
        cited(book, TEAM, row.product_id or "", "") if issued(book, TEAM, row.product_id or "") else ""
    )
    values["noi_dung"] = _checked(book, row)
    values["ghi_nhan"] = paragraphs(row.finding) if row.finding else [gap(book, row, "finding")]
    values["kien_nghi"] = _proposed(book, row)
    values["han_khac_phuc"] = _mend_by(book, row, values["kiem_tra"]["han_khac_phuc"])
    values["dieu_khoan"] = article(day, "khoản 4 Điều 9", first=True)
    values["ghi_tay"] = _by_hand()
    copy_to(book, values, values["chu_the"]["ten_day_du"])
    facts = facts_about("Biên bản theo dõi, rà soát", product_of(book, row), row.id, values, day.year)
    return facts._replace(dated=day)


def _checked(book: Book, row: Inspection) -> list[Values]:
    lines = [(name, getattr(row, attribute) or gap(book, row, attribute)) for name, attribute in CHECKED]
    lines.append(("Quy trình, tiêu chuẩn đang áp dụng", row.standard or gap(book, row, "standard")))
    return [{"stt": str(n), "ten": name, "ket_qua": seen} for n, (name, seen) in enumerate(lines, 1)]


def _proposed(book: Book, row: Inspection) -> list[str]:
    if row.recommendation:
        return paragraphs(row.recommendation)
    return ["Không có kiến nghị."] if row.severity == NO_FAULT else [gap(book, row, "recommendation")]


def _mend_by(book: Book, row: Inspection, shown_day: str) -> str:
    """The day, a gap if the fault must be mended and has none, else empty: the line is left out."""
    return gap(book, row, "due") if row.due is None and row.severity in TO_MEND else shown_day


def _by_hand() -> Values:
    """What is written at the place itself."""
    hours = ByHand("Giờ bắt đầu và giờ kết thúc: ghi khi lập biên bản")
    return {"gio": hours, "y_kien": ByHand("Ý kiến của đại diện chủ thể: ghi khi lập biên bản")}


KINDS = (
    PaperKind(
        "bien-ban-kiem-tra",
        "Biên bản theo dõi, kiểm tra, rà soát sản phẩm OCOP",
        "bien-ban-kiem-tra.docx",
        record_facts,
        register_kind="Biên bản",
        symbol="BB-UBND",
        made_for="mỗi dòng của trang «Kiểm tra»",
    ),
)
