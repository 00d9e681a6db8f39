"""Phiếu tiếp nhận hồ sơ, and Thông báo yêu cầu bổ sung for a dossier that is not complete (khoản 2 Điều 7)."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import commune_deadline
from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.model import Book, Dossier, Evidence, Producer
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, row_values, tag
from ocop_xl.papers.dossier_values import WITH_THE_COMMUNE, asked, dossier_values, facts_of, handed_in
from ocop_xl.papers.facts import ByHand, Gap, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import count, full_date

EXPIRED = "Hết hạn"


def receipt_facts(book: Book, on: date) -> list[PaperFacts]:
    """One receipt for each dossier that the commune has."""
    return [_receipt(book, dossier, on) for dossier in book[Dossier] if handed_in(dossier)]


def _receipt(book: Book, dossier: Dossier, on: date) -> PaperFacts:
    values = _common(book, dossier, on)
    values["minh_chung"] = evidence_lines(book, dossier, on)
    tally = [line["trang_thai"] for line in values["minh_chung"]]
    values["tong"] = {
        "co": count(tally.count(c.EVIDENCE_PRESENT)),
        "thieu": count(tally.count(c.EVIDENCE_MISSING) + tally.count(EXPIRED)),
        "khong_ap_dung": count(tally.count(c.EVIDENCE_NOT_NEEDED)),
    }
    return facts_of(book, dossier, "Phiếu tiếp nhận hồ sơ", values, on)


def request_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice for each dossier in the commune's hands that lacks evidence or is marked to be completed."""
    papers = []
    for dossier in book[Dossier]:
        if dossier.state not in WITH_THE_COMMUNE or dossier.sent is not None:
            continue
        lines = evidence_lines(book, dossier, on)
        lacking = [line for line in lines if line["trang_thai"] in (c.EVIDENCE_MISSING, EXPIRED)]
        if lacking or dossier.state == c.DOSSIER_TO_COMPLETE:
            papers.append(_request(book, dossier, lacking, on))
    return papers


def _request(book: Book, dossier: Dossier, lacking: list[Values], on: date) -> PaperFacts:
    values = _common(book, dossier, on)
    copy_to(book, values, values["chu_the"][tag(Producer, "name")] or "Chủ thể")
    values["can_cu"] = bases(book, on, plan=False)
    values["can_bo_sung"] = lacking or [_not_said(dossier)]
    values["tong"] = {"can_bo_sung": count(len(lacking))} if lacking else {"can_bo_sung": _not_said(dossier)["ten"]}
    due = commune_deadline(dossier.received) if dossier.received else None
    values["bo_sung_truoc"] = values["han_xu_ly"]
    if due is not None and due < on:
        values["bo_sung_truoc"] = ByHand(
            f"Hồ sơ {dossier.id}: 15 ngày làm việc đã hết ngày {full_date(due)}, người soạn ghi ngày phải bổ sung"
        )
    return facts_of(book, dossier, "Thông báo yêu cầu bổ sung hồ sơ", values, on)


def _not_said(dossier: Dossier) -> Values:
    label = f"Hồ sơ {dossier.id}: chưa ghi giấy tờ nào còn thiếu (trang Minh chứng)"
    return {"stt": "", "ten": Gap(label), "trang_thai": "", "tep_so_hieu": "", "ghi_chu": ""}


def _common(book: Book, dossier: Dossier, on: date) -> Values:
    values = common_values(book, on) | dossier_values(book, dossier, on)
    asked(book, dossier, values["ho_so"], "received", "received_by", "form_number", "paper_sets", "electronic_sets")
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7")
    values["danh_muc"] = article(on, "Mẫu 02, Phụ lục III,")
    received = dossier.received
    values["ngay_nhan"] = f"ngày {full_date(received)}" if received else gap(book, dossier, "received")
    values["han_xu_ly"] = (
        f"ngày {full_date(commune_deadline(received))}" if received else gap(book, dossier, "received")
    )
    return values


def evidence_lines(book: Book, dossier: Dossier, on: date) -> list[Values]:
    """The 15 lines of Mẫu 02 with what the workbook says of each; a line that nobody has checked is a gap."""
    rows: dict[str, Evidence] = {}
    for row in book[Evidence]:
        if row.dossier_id == dossier.id and row.line:
            rows.setdefault(row.line, row)
    unchecked = Gap(f"Hồ sơ {dossier.id}: chưa kiểm đủ {len(EVIDENCE_LINES)} minh chứng (trang Minh chứng)")
    lines = []
    for line in EVIDENCE_LINES:
        found = rows.get(line.label)
        state = (found.state if found else None) or unchecked
        if found and found.expires and found.expires < on and state != c.EVIDENCE_NOT_NEEDED:
            state = EXPIRED
        shown_line: Values = row_values(book, found, on) if found else {"tep_so_hieu": "", "ghi_chu": ""}
        shown_line["stt"], shown_line["ten"], shown_line["trang_thai"] = str(line.number), line.text, state
        lines.append(shown_line)
    return lines


KINDS = (
    PaperKind(
        "phieu-tiep-nhan",
        "Phiếu tiếp nhận hồ sơ",
        "phieu-tiep-nhan.docx",
        receipt_facts,
        made_for="mỗi hồ sơ xã đã nhận (trang Hồ sơ)",
    ),
    PaperKind(
        "yeu-cau-bo-sung",
        "Thông báo yêu cầu bổ sung hồ sơ",
        "yeu-cau-bo-sung.docx",
        request_facts,
        register_kind="Thông báo",
        symbol="TB-UBND",
        made_for="mỗi hồ sơ xã đang giữ có minh chứng thiếu, hết hạn (trang Minh chứng) hoặc chờ bổ sung (trang Hồ sơ)",
    ),
)
