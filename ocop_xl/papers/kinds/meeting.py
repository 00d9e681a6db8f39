"""Giấy mời and Biên bản of the meeting that hears opinions on the four contents of Mẫu 03.

Under QĐ 26/2026/QĐ-TTg the commune holds it where necessary; the plan makes it a step (khoản 3c mục III, Kế hoạch
76/KH-UBND). One meeting for all dossiers that wait. Time, place and people come from its row on «Cuộc họp»; without a
row whoever calls it writes them into the paper.

Which row is meant is **our reading**: an invitation is for the next meeting on dossiers, on the paper's day or later;
minutes are of the last one by that day which some waiting dossier had reached.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ocop_xl.model import Book, Dossier, Meeting
from ocop_xl.model import choices as c
from ocop_xl.papers.context import COUNTED, Values, common_values, counted, gap, tag
from ocop_xl.papers.dossier_values import asked, dossier_values, waiting
from ocop_xl.papers.facts import Gap, PaperFacts
from ocop_xl.papers.kinds.assessment import CONTENTS
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.narrative import clause, paragraphs
from ocop_xl.papers.wording import count, full_date

_INVITATION = {
    "kinh_moi": ("invited", "người, đơn vị được mời họp"),
    "chu_tri": ("chair", "người chủ trì cuộc họp"),
    "thoi_gian": ("hour", "thời gian họp"),
    "dia_diem": ("place", "địa điểm họp"),
}
_MINUTES = {
    "bat_dau": ("hour", "thời gian bắt đầu"),
    "dia_diem": ("place", "địa điểm họp"),
    "thanh_phan": ("attended", "thành phần dự họp"),
    "chu_tri": ("chair", "người chủ trì"),
    "thu_ky": ("secretary", "thư ký cuộc họp"),
    "ket_thuc": ("ended", "thời gian kết thúc"),
}
"""Fact → the meeting's column that tells it, and its name where there is no row."""
_UNLESS_BLANK = {"attended": "invited"}
"""«Để trống thì như thành phần mời»."""
_SAID = {"y_kien": "opinions", "ket_luan": "conclusion"}


def invitation_facts(book: Book, on: date) -> list[PaperFacts]:
    """One invitation, if any dossier waits for the commune's assessment."""
    dossiers = _waiting(book)
    row = min((row for row in _meetings(book) if _held(row) >= on), key=_held, default=None)
    values = _meeting(book, dossiers, on)
    copy_to(book, values, "Như thành phần mời")
    values["hop"] = _facts(book, row, _INVITATION, "người soạn ghi vào giấy mời")
    values[COUNTED] = counted([row] if row else [])
    return [PaperFacts("Giấy mời họp lấy ý kiến", values, year=on.year)] if dossiers else []


def minutes_facts(book: Book, on: date) -> list[PaperFacts]:
    """One record, of the meeting's day where it has a row, with the four contents of every dossier that waited then."""
    dossiers = _waiting(book)
    held = [row for row in _meetings(book) if _held(row) <= on and _had_come(dossiers, row)]
    row = max(reversed(held), key=_held, default=None)
    heard, day = (_had_come(dossiers, row), _held(row)) if row else (dossiers, on)
    values = _meeting(book, heard, day)
    copy_to(book, values)
    values["hop"] = _facts(book, row, _MINUTES, "thư ký ghi vào biên bản")
    values["hop"] |= {f"ten_{who}": _name(values["hop"][who]) for who in ("chu_tri", "thu_ky")}
    values["hop"] |= {name: _paragraphs(book, row, cell) if row else [] for name, cell in _SAID.items()}
    values[COUNTED] = counted([row] if row else [])
    late = len(dossiers) - len(heard)
    notices = (f"{count(late)} hồ sơ nhận sau ngày họp ({day:%d/%m/%Y}) không có trong biên bản.",) if late else ()
    facts = PaperFacts("Biên bản họp lấy ý kiến", values, year=day.year, dated=day if row else None, notices=notices)
    return [facts] if dossiers else []


def _waiting(book: Book) -> list[Dossier]:
    return [dossier for dossier in book[Dossier] if waiting(dossier)]


def _meetings(book: Book) -> list[Meeting]:
    return [row for row in book[Meeting] if row.kind == c.MEETING_ON_DOSSIERS and row.held]


def _held(row: Meeting) -> date:
    return row.held or date.min


def _had_come(dossiers: Sequence[Dossier], row: Meeting) -> list[Dossier]:
    """Those that the commune had by the meeting's day; of one without its day nobody can say that it had not."""
    return [dossier for dossier in dossiers if (dossier.received or date.min) <= _held(row)]


def _meeting(book: Book, dossiers: Sequence[Dossier], on: date) -> Values:
    values = common_values(book, on)
    values["ho_so"] = [_dossier(book, number, dossier, on) for number, dossier in enumerate(dossiers, 1)]
    values["tong"] = {"ho_so": count(len(dossiers))}
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7", first=True)
    return values


def _facts(book: Book, row: Meeting | None, facts: Mapping[str, tuple[str, str]], told_by: str) -> Values:
    """What the row tells, a blank cell as a gap that names it; without a row dots that say who writes them."""
    if row is None:
        return {name: Gap(f"Chưa có {what}: {told_by}") for name, (_, what) in facts.items()} | {"ngay": ""}
    return {name: _cell(book, row, cell) for name, (cell, _) in facts.items()} | {"ngay": full_date(_held(row))}


def _cell(book: Book, row: Meeting, attribute: str) -> str:
    """A cell inside a sentence: its lines are the items of a list."""
    lines = [clause(line) for line in (getattr(row, attribute) or "").splitlines()]
    if said := "; ".join(line for line in lines if line):
        return said
    other = _UNLESS_BLANK.get(attribute)
    return (other and _cell(book, row, other)) or gap(book, row, attribute)


def _name(told: str) -> str:
    """The name under a signature: «Họ tên, chức vụ» up to its comma."""
    return told.partition(",")[0].strip() if told else told


def _paragraphs(book: Book, row: Meeting, attribute: str) -> list[str]:
    return paragraphs(getattr(row, attribute) or "") or [gap(book, row, attribute)]


def _dossier(book: Book, number: int, dossier: Dossier, on: date) -> Values:
    found = dossier_values(book, dossier, on)
    columns = [column for _, *both in CONTENTS for column in both]
    said = asked(book, dossier, found["ho_so"], "received", *columns)
    contents = [
        {"ten": name, "mo_ta": said[tag(Dossier, claim)], "y_kien": said[tag(Dossier, finding)]}
        for name, claim, finding in CONTENTS
    ]
    return found | {"stt": str(number), "noi_dung": contents}


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
