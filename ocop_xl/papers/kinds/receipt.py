"""Phiếu tiếp nhận hồ sơ, and Thông báo yêu cầu bổ sung for a dossier that is not complete (khoản 2 Điều 7)."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import commune_deadline, supplement_deadline
from ocop_xl.law.sectors import TOURISM
from ocop_xl.model import Book, Dossier
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap
from ocop_xl.papers.dossier_values import (
    WITH_THE_COMMUNE,
    asked,
    code_of,
    dossier_values,
    facts_of,
    finished,
    handed_in,
    samples_of,
)
from ocop_xl.papers.facts import ByHand, Gap, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.evidence import EXPIRED, evidence_lines, lacking
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.wording import count, full_date


def receipt_facts(book: Book, on: date) -> list[PaperFacts]:
    """One receipt for each dossier that the commune has."""
    return [_receipt(book, dossier, on) for dossier in book[Dossier] if handed_in(dossier)]


def _receipt(book: Book, dossier: Dossier, on: date) -> PaperFacts:
    """Of the day of receipt, whenever it is printed."""
    day = dossier.received or on
    values = _common(book, dossier, day)
    values["minh_chung"] = evidence_lines(book, dossier, day)
    tally = [line["trang_thai"] for line in values["minh_chung"]]
    values["tong"] = {
        "co": count(tally.count(c.EVIDENCE_PRESENT)),
        "thieu": count(tally.count(c.EVIDENCE_MISSING) + tally.count(EXPIRED)),
        "khong_ap_dung": count(tally.count(c.EVIDENCE_NOT_NEEDED)),
    }
    values["tong"]["tom_tat"] = _in_words(values["tong"], len(tally))
    values["can_mau"] = values["san_pham"]["nhom_san_pham"] != TOURISM
    values["so_mau"] = samples_of(book, dossier) if values["can_mau"] else ""
    facts = facts_of(book, dossier, "Phiếu tiếp nhận hồ sơ", values, day)
    return facts._replace(dated=dossier.received, settled=finished(dossier))


def _in_words(tally: Values, lines: int) -> str:
    """What there is of each state, and how many lines nobody has looked at yet."""
    said = {"có": int(tally["co"]), "thiếu hoặc hết hạn": int(tally["thieu"])}
    said["không áp dụng"] = int(tally["khong_ap_dung"])
    said["chưa kiểm"] = lines - sum(said.values())
    return ", ".join(f"{what} {count(number)}" for what, number in said.items() if number)


def request_facts(book: Book, on: date) -> list[PaperFacts]:
    """One notice for each dossier in the commune's hands that lacks evidence or is marked to be completed."""
    papers = []
    for dossier in book[Dossier]:
        if dossier.state not in WITH_THE_COMMUNE or dossier.sent is not None:
            continue
        lines = evidence_lines(book, dossier, on)
        wanting = lacking(lines)
        if wanting or dossier.state == c.DOSSIER_TO_COMPLETE:
            papers.append(_request(book, dossier, wanting, on))
    return papers


def _request(book: Book, dossier: Dossier, wanting: list[Values], on: date) -> PaperFacts:
    values = _common(book, dossier, on)
    copy_to(book, values, values["chu_the"]["ten_day_du"])
    values["can_cu"] = bases(book, on, plan=False)
    values["can_bo_sung"] = wanting or [_not_said(dossier)]
    values["tong"] = {"can_bo_sung": count(len(wanting))} if wanting else {"can_bo_sung": _not_said(dossier)["ten"]}
    values["bo_sung_truoc"] = _supply_by(book, dossier, on)
    return facts_of(book, dossier, "Thông báo yêu cầu bổ sung hồ sơ", values, on)


def _supply_by(book: Book, dossier: Dossier, on: date) -> str:
    """«Hạn bổ sung» as entered, else some working days before the commune's own last day; dots once that is past."""
    if dossier.received is None:
        return gap(book, dossier, "received")
    day = dossier.supply_due or supplement_deadline(dossier.received)
    if day >= on:
        return f"ngày {full_date(day)}"
    ended = commune_deadline(dossier.received)
    return ByHand(
        f"Hồ sơ {code_of(dossier)}: hạn bổ sung {full_date(day)} đã qua (hạn gửi tỉnh: {full_date(ended)}), "
        "người soạn ghi ngày phải bổ sung"
    )


def _not_said(dossier: Dossier) -> Values:
    label = f"Hồ sơ {code_of(dossier)}: chưa ghi giấy tờ nào còn thiếu (trang Minh chứng)"
    return {"stt": "", "ten": Gap(label), "trang_thai": "", "tep_so_hieu": "", "ghi_chu": ""}


def _common(book: Book, dossier: Dossier, on: date) -> Values:
    values = common_values(book, on) | dossier_values(book, dossier, on)
    asked(book, dossier, values["ho_so"], "received", "received_by", "form_number")
    values["so_bo"] = {"giay": _sets(book, dossier, "paper_sets"), "dien_tu": _sets(book, dossier, "electronic_sets")}
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7")
    values["danh_muc"] = article(on, "Mẫu 02, Phụ lục III,", first=True)
    received = dossier.received
    values["ngay_nhan"] = f"ngày {full_date(received)}" if received else gap(book, dossier, "received")
    values["han_xu_ly"] = (
        f"ngày {full_date(commune_deadline(received))}" if received else gap(book, dossier, "received")
    )
    return values


def _sets(book: Book, dossier: Dossier, attribute: str) -> str:
    number = getattr(dossier, attribute)
    return gap(book, dossier, attribute) if number is None else count(number)


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
