"""Giấy mời and Biên bản of the meeting that hears opinions on the four contents of Mẫu 03.

Under QĐ 26/2026/QĐ-TTg the commune holds it where necessary; the plan makes it a step (khoản 3c mục III, Kế hoạch
76/KH-UBND). One meeting for all dossiers that wait. Time, place and people come from its row on «Cuộc họp»; without a
row whoever calls it writes them into the paper.

Which row is meant is **our reading**: an invitation is for the next meeting on dossiers, on the paper's day or later;
minutes are of the last one by that day which some waiting dossier had reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ocop_xl.model import Book, Dossier, Meeting
from ocop_xl.model import choices as c
from ocop_xl.papers.context import COUNTED, Values, common_values, counted, tag
from ocop_xl.papers.dossier_values import asked, dossier_values, waiting
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.assessment import CONTENTS
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.parts.meeting_row import (
    INVITATION,
    MINUTES,
    held_on,
    meeting_facts,
    meetings,
    name_of,
    next_meeting,
    said_at,
)
from ocop_xl.papers.wording import count


def invitation_facts(book: Book, on: date) -> list[PaperFacts]:
    """One invitation, if any dossier waits for the commune's assessment."""
    dossiers = _waiting(book)
    row = next_meeting(book, c.MEETING_ON_DOSSIERS, on)
    values = _meeting(book, dossiers, on)
    copy_to(book, values, "Như thành phần mời")
    values["hop"] = meeting_facts(book, row, INVITATION, "người soạn ghi vào giấy mời")
    values[COUNTED] = counted([row] if row else [])
    return [PaperFacts("Giấy mời họp lấy ý kiến", values, year=on.year)] if dossiers else []


def minutes_facts(book: Book, on: date) -> list[PaperFacts]:
    """One record, of the meeting's day where it has a row, with the four contents of every dossier that waited then."""
    dossiers = _waiting(book)
    held = [row for row in meetings(book, c.MEETING_ON_DOSSIERS) if held_on(row) <= on and _had_come(dossiers, row)]
    row = max(reversed(held), key=held_on, default=None)
    heard, day = (_had_come(dossiers, row), held_on(row)) if row else (dossiers, on)
    values = _meeting(book, heard, day)
    copy_to(book, values)
    values["hop"] = meeting_facts(book, row, MINUTES, "thư ký ghi vào biên bản")
    values["hop"] |= {f"ten_{who}": name_of(values["hop"][who]) for who in ("chu_tri", "thu_ky")}
    values["hop"] |= said_at(book, row)
    values[COUNTED] = counted([row] if row else [])
    late = len(dossiers) - len(heard)
    notices = (f"{count(late)} hồ sơ nhận sau ngày họp ({day:%d/%m/%Y}) không có trong biên bản.",) if late else ()
    facts = PaperFacts("Biên bản họp lấy ý kiến", values, year=day.year, dated=day if row else None, notices=notices)
    return [facts] if dossiers else []


def _waiting(book: Book) -> list[Dossier]:
    return [dossier for dossier in book[Dossier] if waiting(dossier)]


def _had_come(dossiers: Sequence[Dossier], row: Meeting) -> list[Dossier]:
    """Those that the commune had by the meeting's day; of one without its day nobody can say that it had not."""
    return [dossier for dossier in dossiers if (dossier.received or date.min) <= held_on(row)]


def _meeting(book: Book, dossiers: Sequence[Dossier], on: date) -> Values:
    values = common_values(book, on)
    values["ho_so"] = [_dossier(book, number, dossier, on) for number, dossier in enumerate(dossiers, 1)]
    values["tong"] = {"ho_so": count(len(dossiers))}
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7", first=True)
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
