"""The yearly conference (khoản 7 mục III, Kế hoạch 76/KH-UBND): invitation with programme, minutes, appendix.

An invitation is for the next such meeting of «Cuộc họp», minutes are of the last one: our reading, as for the one on
dossiers. The tables of the appendix are those of the report's year.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Channel, Dossier, Product, Support
from ocop_xl.model import choices as c
from ocop_xl.papers.context import COUNTED, Values, common_values, counted, row_values
from ocop_xl.papers.dossier_values import dossier_values
from ocop_xl.papers.facts import ByHand, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import producer_values
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.kinds.parts.conference_figures import within
from ocop_xl.papers.kinds.parts.meeting_row import (
    INVITATION,
    MINUTES,
    held_on,
    last_meeting,
    meeting_facts,
    name_of,
    next_meeting,
    said_at,
)
from ocop_xl.papers.kinds.parts.narrative import clause
from ocop_xl.programme.participation import active_products, finished, is_open
from ocop_xl.programme.ranks import rank_on


def invitation_facts(book: Book, on: date) -> list[PaperFacts]:
    """One, if a yearly conference is to come."""
    row = next_meeting(book, c.MEETING_YEARLY, on)
    if row is None:
        return []
    values = common_values(book, on)
    copy_to(book, values, "Như thành phần mời")
    values["nam"] = str(held_on(row).year)
    values["hop"] = meeting_facts(book, row, INVITATION, "người soạn ghi vào giấy mời")
    lines = [clause(line) for line in (row.content or "").splitlines()]
    nothing = ByHand("Chưa có chương trình hội nghị (cột «Nội dung», trang Cuộc họp): người soạn ghi vào giấy mời")
    values["chuong_trinh"] = [line for line in lines if line] or [nothing]
    values[COUNTED] = counted([row])
    return [PaperFacts(f"Giấy mời hội nghị đánh giá năm {values['nam']}", values, year=held_on(row).year)]


def minutes_facts(book: Book, on: date) -> list[PaperFacts]:
    """One, of the last yearly conference by that day."""
    row = last_meeting(book, c.MEETING_YEARLY, on)
    if row is None:
        return []
    day = held_on(row)
    values = common_values(book, day)
    copy_to(book, values)
    values["nam"] = str(day.year)
    values["hop"] = meeting_facts(book, row, MINUTES, "thư ký ghi vào biên bản")
    values["hop"] |= {f"ten_{who}": name_of(values["hop"][who]) for who in ("chu_tri", "thu_ky")}
    values["hop"] |= said_at(book, row)
    values[COUNTED] = counted([row])
    return [PaperFacts(f"Biên bản hội nghị đánh giá năm {day.year}", values, year=day.year, dated=day)]


def appendix_facts(book: Book, on: date) -> list[PaperFacts]:
    """The tables behind the conference's report: products, dossiers of the year, finished help, sales channels."""
    values = common_values(book, on)
    values["nam"] = str(on.year)
    values["san_pham"] = _numbered([_product(book, product, on) for product in active_products(book, on)])
    dossiers = [row for row in book[Dossier] if within(row.received, on) or within(row.sent, on)]
    values["ho_so"] = _numbered([_dossier(book, row, on) for row in dossiers])
    helps = [row for row in book[Support] if finished(row, on) and within(row.done, on)]
    values["ho_tro"] = _numbered([row_values(book, row, on) for row in helps])
    values["kenh"] = _numbered([row_values(book, row, on) for row in book[Channel] if is_open(row, on)])
    return [PaperFacts(f"Phụ lục báo cáo hội nghị đánh giá năm {on.year}", values, year=on.year)]


def _product(book: Book, product: Product, on: date) -> Values:
    line = row_values(book, product, on)
    stars = rank_on(book, product, on).stars
    line["ten_chu_the"] = producer_values(book, product, on)["ten_day_du"]
    line["hang"] = f"{stars} sao" if stars else "–"
    return line


def _dossier(book: Book, row: Dossier, on: date) -> Values:
    found = dossier_values(book, row, on)
    line: Values = found["ho_so"]
    line["ten_san_pham"], line["ten_chu_the"] = found["san_pham"]["ten_san_pham"], found["chu_the"]["ten_day_du"]
    return line


def _numbered(lines: list[Values]) -> list[Values]:
    for number, line in enumerate(lines, 1):
        line["stt"] = str(number)
    return lines


KINDS = (
    PaperKind(
        "giay-moi-hoi-nghi",
        "Giấy mời và chương trình hội nghị đánh giá hằng năm",
        "giay-moi-hoi-nghi.docx",
        invitation_facts,
        register_kind="Giấy mời",
        symbol="GM-UBND",
        made_for="«Hội nghị đánh giá năm» sắp tới (trang Cuộc họp)",
    ),
    PaperKind(
        "bien-ban-hoi-nghi",
        "Biên bản hội nghị đánh giá hằng năm",
        "bien-ban-hoi-nghi.docx",
        minutes_facts,
        register_kind="Biên bản",
        symbol="BB-UBND",
        made_for="«Hội nghị đánh giá năm» đã họp (trang Cuộc họp)",
    ),
    PaperKind(
        "phu-luc-hoi-nghi",
        "Phụ lục số liệu của báo cáo hội nghị hằng năm",
        "phu-luc-hoi-nghi.docx",
        appendix_facts,
    ),
)
