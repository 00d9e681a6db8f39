"""Phiếu tự chấm, phiếu rà soát, phiếu đánh giá by the criteria set of Phụ lục II, QĐ 26/2026/QĐ-TTg."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.criteria import CriteriaSet
from ocop_xl.model import Book, ScoreSheet
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, row_values
from ocop_xl.papers.dossier_values import dossier_values
from ocop_xl.papers.facts import Gap, PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.score_table import begun, open_label, remarks, score_lines
from ocop_xl.papers.wording import full_date
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.score import Score

_TITLES = {
    c.SCORER_SUBJECT: ("PHIẾU TỰ CHẤM ĐIỂM", "CHỦ THỂ"),
    c.SCORER_COMMUNE: ("PHIẾU RÀ SOÁT THEO BỘ TIÊU CHÍ", "NGƯỜI RÀ SOÁT"),
    c.SCORER_COUNCIL: ("PHIẾU ĐÁNH GIÁ, CHẤM ĐIỂM", "NGƯỜI ĐÁNH GIÁ"),
}
"""By who scores: the title, and what stands above the signature."""


def score_form_facts(book: Book, on: date) -> list[PaperFacts]:
    """One form for each score sheet, also for one without an answer: it is filled in by hand."""
    return [_form(book, scored, on) for scored in book.derived(BookScores).sheets.values()]


def _form(book: Book, scored: ScoredSheet, on: date) -> PaperFacts:
    sheet = scored.sheet
    values = common_values(book, on) | _of_dossier(book, scored, on)
    values["phieu"] = row_values(book, sheet, on)
    title, signer = _TITLES.get(sheet.scorer or "", _TITLES[c.SCORER_COUNCIL])
    values["dau_phieu"] = {
        "ten": title,
        "la_ra_soat": sheet.scorer == c.SCORER_COMMUNE,
        "ma_san_pham": _code(book, scored),
        "ngay_cham": f"ngày {full_date(sheet.scored_on)}" if sheet.scored_on else gap(book, sheet, "scored_on"),
        "nguoi_ky": signer,
        "ho_ten": _scorer(book, scored, values),
    }
    values["bo"] = _set(book, sheet, scored.criteria_set)
    values["dong"] = score_lines(scored)
    values["ket_qua"] = _result(book, scored)
    name = (scored.product.name if scored.product else None) or ""
    return PaperFacts(
        f"Phiếu chấm {sheet.id}{': ' if name else ''}{name}",
        values,
        subject=f"{sheet.id} {name}".rstrip(),
        product_id=(scored.product.id if scored.product else None) or "",
        dossier_id=sheet.dossier_id or "",
        year=_year(scored, on),
        notices=tuple(remarks(scored.criteria_set)) if scored.criteria_set else (),
    )


def _year(scored: ScoredSheet, on: date) -> int:
    received = scored.dossier.received if scored.dossier else None
    return (scored.sheet.scored_on or received or on).year


def _of_dossier(book: Book, scored: ScoredSheet, on: date) -> Values:
    if scored.dossier is not None:
        return dossier_values(book, scored.dossier, on)
    lost = gap(book, scored.sheet, "dossier_id")
    if scored.sheet.dossier_id:
        lost = Gap(f"Phiếu {scored.sheet.id}: không thấy hồ sơ {scored.sheet.dossier_id} (trang Hồ sơ)")
    return {
        "ho_so": {},
        "san_pham": {"ten_san_pham": lost},
        "chu_the": {"ten_chu_the": lost, "ten_day_du": lost, "nguoi_dai_dien": lost},
    }


def _code(book: Book, scored: ScoredSheet) -> str:
    """(T)-(X)-(STT)-20..; the commune keeps STT, so a product without a code gets none here."""
    if scored.product is None:
        return Gap(f"Phiếu {scored.sheet.id}: chưa có mã sản phẩm")
    return scored.product.code or gap(book, scored.product, "code")


def _scorer(book: Book, scored: ScoredSheet, values: Values) -> str:
    sheet = scored.sheet
    if sheet.scorer == c.SCORER_SUBJECT:
        return str(sheet.member) if sheet.member else values["chu_the"]["nguoi_dai_dien"]
    if sheet.scorer == c.SCORER_COMMUNE:
        officer = sheet.member or book.commune.officer
        return officer or gap(book, book.commune, "officer")
    return sheet.member or gap(book, sheet, "member")


def _set(book: Book, sheet: ScoreSheet, chosen: CriteriaSet | None) -> Values:
    if chosen is None:
        blank = gap(book, sheet, "criteria_set")
        unknown = Gap(f"Không có bộ tiêu chí «{sheet.criteria_set}» của phiếu {sheet.id} (trang Kết quả chấm)")
        missing = unknown if sheet.criteria_set else blank
        return {"ma": missing, "ten": missing, "nguon": "", "loai_khi": ""}
    document = f"Quyết định số {chosen.document}" if chosen.document else ""
    source = ", ".join(part for part in (chosen.annex, document) if part)
    return {
        "ma": chosen.code,
        "ten": chosen.name,
        "nguon": source,
        "loai_khi": chosen.disqualify_if,
    }


def _result(book: Book, scored: ScoredSheet) -> Values:
    """Points and ranks; dots while nothing is answered."""
    score = scored.score
    if score is None or not begun(score):
        wanting = Gap(open_label(scored)) if score else _set(book, scored.sheet, None)["ma"]
        names = ("phan_a", "phan_b", "phan_c", "tong", "theo_diem", "theo_muc", "xep_hang")
        return dict.fromkeys(names, wanting) | {"con_thieu": [], "bi_loai": "", "chua_cham": ""}
    unanswered = len(score.unanswered)
    return {
        **{f"phan_{code.lower()}": shown(float(points)) for code, points in score.parts.items()},
        "tong": shown(float(score.total)),
        "theo_diem": f"{score.stars_by_points} sao",
        "theo_muc": f"{score.stars_by_minima} sao",
        "xep_hang": "bị loại" if score.knocked_out else f"{score.stars} sao",
        "con_thieu": _missed(score),
        "bi_loai": scored.sheet.knock_out or "",
        "chua_cham": f"{unanswered:02d}" if unanswered else "",
    }


def _missed(score: Score) -> list[str]:
    """Minima that hold the rank below what the points allow; criteria without an answer are told elsewhere."""
    return [
        f"Tiêu chí {missed.criterion}: {shown(float(missed.has))} điểm, {missed.stars} sao cần từ {missed.wants} điểm"
        for missed in score.missed
        if missed.has is not None and missed.stars <= score.stars_by_points
    ]


KINDS = (
    PaperKind(
        "phieu-cham",
        "Phiếu tự chấm, rà soát, đánh giá theo bộ tiêu chí",
        "phieu-cham.docx",
        score_form_facts,
        made_for="mỗi phiếu đã mở ở trang «Kết quả chấm»",
    ),
)
