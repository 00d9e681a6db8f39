"""Giấy mời and Biên bản of the meeting that hears opinions on the four contents of Mẫu 03.

Under QĐ 26/2026/QĐ-TTg the commune holds it where necessary; the plan makes it a step (khoản 3c mục III, Kế hoạch
76/KH-UBND). One meeting for all dossiers that wait; whoever calls it writes time, place and people into the paper.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier
from ocop_xl.papers.context import Values, common_values, tag
from ocop_xl.papers.dossier_values import asked, dossier_values, waiting
from ocop_xl.papers.facts import Gap, PaperFacts
from ocop_xl.papers.kinds.addressing import copy_to
from ocop_xl.papers.kinds.articles import article
from ocop_xl.papers.kinds.assessment import CONTENTS
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.wording import count


def invitation_facts(book: Book, on: date) -> list[PaperFacts]:
    """One invitation, if any dossier waits for the commune's assessment."""
    values = _meeting(book, on)
    copy_to(book, values, "Như thành phần mời")
    values["hop"] = _told_by(
        "người soạn ghi vào giấy mời",
        kinh_moi="người, đơn vị được mời họp",
        chu_tri="người chủ trì cuộc họp",
        thoi_gian="thời gian họp",
        dia_diem="địa điểm họp",
    )
    return [PaperFacts("Giấy mời họp lấy ý kiến", values, year=on.year)] if values["ho_so"] else []


def minutes_facts(book: Book, on: date) -> list[PaperFacts]:
    """One record, with the four contents of every dossier that waits."""
    values = _meeting(book, on)
    copy_to(book, values)
    values["hop"] = _told_by(
        "thư ký ghi vào biên bản",
        bat_dau="thời gian bắt đầu",
        dia_diem="địa điểm họp",
        thanh_phan="thành phần dự họp",
        chu_tri="người chủ trì",
        thu_ky="thư ký cuộc họp",
        ket_thuc="thời gian kết thúc",
    )
    return [PaperFacts("Biên bản họp lấy ý kiến", values, year=on.year)] if values["ho_so"] else []


def _meeting(book: Book, on: date) -> Values:
    values = common_values(book, on)
    dossiers = [dossier for dossier in book[Dossier] if waiting(dossier)]
    values["ho_so"] = [_dossier(book, number, dossier, on) for number, dossier in enumerate(dossiers, 1)]
    values["tong"] = {"ho_so": count(len(dossiers))}
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7")
    return values


def _dossier(book: Book, number: int, dossier: Dossier, on: date) -> Values:
    found = dossier_values(book, dossier, on)
    columns = [column for _, *both in CONTENTS for column in both]
    said = asked(book, dossier, found["ho_so"], "received", *columns)
    contents = [
        {"ten": name, "mo_ta": said[tag(Dossier, claim)], "y_kien": said[tag(Dossier, finding)]}
        for name, claim, finding in CONTENTS
    ]
    return found | {"stt": str(number), "noi_dung": contents}


def _told_by(whom: str, **facts: str) -> Values:
    """What the workbook does not hold of a meeting: dots, and a line that says who writes it."""
    return {name: Gap(f"Chưa có {what}: {whom}") for name, what in facts.items()}


KINDS = (
    PaperKind(
        "giay-moi",
        "Giấy mời họp lấy ý kiến về hồ sơ sản phẩm OCOP",
        "giay-moi.docx",
        invitation_facts,
        register_kind="Giấy mời",
        symbol="GM-UBND",
        made_for="các hồ sơ xã đã nhận, chưa gửi tỉnh (trang Hồ sơ)",
    ),
    PaperKind(
        "bien-ban-hop",
        "Biên bản họp lấy ý kiến về hồ sơ sản phẩm OCOP",
        "bien-ban-hop.docx",
        minutes_facts,
        register_kind="Biên bản",
        symbol="BB-UBND",
        made_for="các hồ sơ xã đã nhận, chưa gửi tỉnh (trang Hồ sơ)",
    ),
)
