"""The letter that asks the province to assess and rank, with its list of dossiers (khoản 2 Điều 7)."""

from __future__ import annotations

from datetime import date

from ocop_xl.errors import PaperError
from ocop_xl.law.sectors import TOURISM
from ocop_xl.model import Book, Dossier
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap
from ocop_xl.papers.dossier_values import code_of, dossier_values, finished
from ocop_xl.papers.facts import PaperFacts, shown
from ocop_xl.papers.kinds.assessment import assessed
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import address, province, province_short
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.issued import cited
from ocop_xl.papers.kinds.parts.narrative import listed
from ocop_xl.papers.kinds.parts.obstacles import obstacles, unchecked
from ocop_xl.papers.wording import count

REPORT = "mau-03.docx"
_CHOOSE = "Vẫn gửi thì chọn riêng hồ sơ này (lệnh: --dossier)."
SAMPLES = 5
"""Sản phẩm mẫu for the province; tourism has none."""


def ready(dossier: Dossier) -> bool:
    """Received, all four contents assessed, not yet sent."""
    waits = dossier.received is not None and dossier.sent is None and dossier.state == c.DOSSIER_RECEIVED
    return waits and assessed(dossier)


def request_facts(book: Book, on: date) -> list[PaperFacts]:
    """One letter for all dossiers that are ready and that nothing stands against; none while there is none.

    `PaperError` if something stands against every one: whoever wants it sent all the same asks for it by its key.
    """
    waiting = [dossier for dossier in book[Dossier] if ready(dossier)]
    left_out = {dossier.id or "": why for dossier in waiting if (why := listed([*obstacles(book, dossier, on)]))}
    fit = [dossier for dossier in waiting if (dossier.id or "") not in left_out]
    told = [f"Hồ sơ {key} chưa đưa vào công văn: {why}. {_CHOOSE}" for key, why in left_out.items()]
    if waiting and not fit:
        raise PaperError(" ".join(told))
    return [_letter(book, fit, on, told)] if fit else []


def chosen_facts(book: Book, on: date, keys: frozenset[str]) -> list[PaperFacts]:
    """The letter for these dossiers, whatever stands against them: that is told."""
    rows = [dossier for dossier in book[Dossier] if dossier.id in keys]
    if unfit := [f"hồ sơ {code_of(row)}: {_why_not(row)}" for row in rows if not ready(row)]:
        raise PaperError(f"Chưa lập công văn đề nghị cho {'; '.join(unfit)}.")
    told = [f"Hồ sơ {code_of(row)}: {why}." for row in rows if (why := listed([*obstacles(book, row, on)]))]
    return [_letter(book, rows, on, told)] if rows else []


def _why_not(dossier: Dossier) -> str:
    if done := finished(dossier):
        return done.removeprefix(f"hồ sơ {code_of(dossier)} ")
    if dossier.received is None:
        return "chưa ghi «Ngày nhận» (trang Hồ sơ)"
    if not assessed(dossier):
        return "chưa đủ bốn nội dung xã đánh giá (trang Hồ sơ)"
    return f"«Tình trạng hồ sơ» là «{dossier.state or 'chưa ghi'}», chưa phải «{c.DOSSIER_RECEIVED}»"


def _letter(book: Book, dossiers: list[Dossier], on: date, told: list[str]) -> PaperFacts:
    values = common_values(book, on)
    address(book, values, province(book))
    values["tinh"] = province_short(book)
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7", first=True)
    values["ho_so"] = [_line(book, dossier, on, number) for number, dossier in enumerate(dossiers, 1)]
    values["so_ho_so"] = count(len(dossiers))
    values["mau"] = _samples(values["ho_so"])
    (alone,) = dossiers if len(dossiers) == 1 else (None,)
    look = [f"Hồ sơ {code_of(row)}: {why}." for row in dossiers if (why := unchecked(book, row, on))]
    return PaperFacts(
        f"Công văn đề nghị đánh giá, phân hạng ({_named(dossiers)})",
        values,
        dossier_id=(alone.id if alone else None) or "",
        product_id=(alone.product_id if alone else None) or "",
        year=on.year,
        notices=(*told, *look),
    )


def _named(dossiers: list[Dossier]) -> str:
    return f"hồ sơ {code_of(dossiers[0])}" if len(dossiers) == 1 else f"{count(len(dossiers))} hồ sơ"


def _line(book: Book, dossier: Dossier, on: date, number: int) -> Values:
    known = dossier_values(book, dossier, on)
    line: Values = known["ho_so"]
    line["stt"] = str(number)
    line["chu_the"] = known["chu_the"]["ten_day_du"]
    line["bo_san_pham"] = known["san_pham"]["bo_san_pham"]
    line["ten_san_pham"] = known["san_pham"]["ten_san_pham"]
    line["hang_de_nghi"] = line["hang_de_nghi"] or gap(book, dossier, "stars")
    line["ngay_nhan"] = shown(dossier.received)
    line["bao_cao"] = cited(book, REPORT, dossier.id or "", f"Báo cáo Mẫu 03 của hồ sơ {code_of(dossier)}")
    line["can_mau"] = known["san_pham"]["nhom_san_pham"] != TOURISM
    return line


def _samples(lines: list[Values]) -> Values:
    """How many samples go along: five for each product that is not tourism."""
    goods = sum(line["can_mau"] for line in lines)
    return {
        "moi_san_pham": count(SAMPLES),
        "tong": count(SAMPLES * goods),
        "co": goods > 0,
        "co_du_lich": goods < len(lines),
    }


KINDS = (
    PaperKind(
        "van-ban-de-nghi",
        "Công văn đề nghị UBND tỉnh đánh giá, phân hạng sản phẩm",
        "van-ban-de-nghi.docx",
        request_facts,
        register_kind="Công văn",
        symbol="UBND",
        chosen=chosen_facts,
        made_for="các hồ sơ «Đã tiếp nhận», có «Ngày nhận» và đủ bốn nội dung xã đánh giá, chưa gửi tỉnh (trang Hồ sơ)",
    ),
)
