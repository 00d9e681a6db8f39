"""A dossier's way: filed for a round, completed, sent on in 15 working days, answered, or filed again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import (
    commune_deadline,
    moved,
    next_filing,
    provincial_rounds,
    round_of,
    working_days_after,
    working_days_between,
)
from ocop_xl.model import Book, Dossier, Evidence, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import OFFICER, PROVINCE, Open, source
from ocop_xl.programme.agenda.sources.certificates import last_certificates
from ocop_xl.programme.agenda.sources.words import producer_of, product_name
from ocop_xl.programme.duties import dossier_duty
from ocop_xl.programme.rounds import last_filing, round_named, round_sent_to

_LAW = "QĐ 26/2026/QĐ-TTg"


def _named(book: Book, row: Dossier) -> str:
    return f"hồ sơ {row.id or ''} – {product_name(book, row.product_id)}"


def _asked(row: Dossier, on: date) -> bool:
    """Whether the subject owes a supplement on the day."""
    return bool(row.asked and row.asked <= on and not (row.supplied and row.supplied <= on))


@source(
    "filing",
    article="khoản 1 Điều 5 và khoản 2 Điều 7, " + _LAW + " (ngày suy ra, cách hiểu của phần mềm)",
    step="receive-dossier",
)
def draft_to_be_filed(book: Book, on: date) -> Iterator[Open]:
    """A dossier in the making has to come in while the commune still has its 15 working days before the round. Filing
    anew for a certificate that still stands has a window of its own, `renewal`."""
    renewed = {row.product_id for row in last_certificates(book, on)}
    for row in book[Dossier]:
        again = row.kind == c.DOSSIER_AGAIN and row.product_id in renewed
        if row.state == c.DOSSIER_DRAFT and row.received is None and not again:
            what = f"Nộp về xã {_named(book, row)}, kịp đợt của tỉnh"
            yield Open(row, _to_be_filed_by(book, row, on), what, producer_of(book, row.product_id))


def _to_be_filed_by(book: Book, row: Dossier, on: date) -> date:
    """For the round that the dossier names, else for the last one in the year of the product's road map (our reading);
    what names neither is for the next round, whenever that is."""
    product = book.by_id(Product).get(row.product_id or "")
    year = product.to_year if product else None
    wanted = round_named(row.round) or (provincial_rounds(year)[1] if year else None)
    return last_filing(wanted) if wanted else next_filing(on)


@source("send", article="khoản 2 Điều 7, " + _LAW, step="send-dossier")
def dossier_to_be_sent(book: Book, on: date) -> Iterator[Open]:
    """Fifteen working days from receipt. Our reading: a supplement stops no clock; while one is owed, both are told."""
    for row in book[Dossier]:
        if row.received and dossier_duty(row, on):
            due = commune_deadline(row.received)
            both = ""
            if row.asked and row.asked >= row.received and row.supplied and row.supplied <= on:
                waited = working_days_between(row.asked, row.supplied)
                later = working_days_after(due, waited) if waited else due
                both = f"; nếu trừ thời gian chờ bổ sung thì đến {later:%d/%m/%Y}"
            yield Open(
                row,
                due,
                f"Gửi tỉnh {_named(book, row)} (15 ngày làm việc{both})",
                row.received_by or OFFICER,
                row.received,
            )


@source("supplement", article="khoản 2 Điều 7, " + _LAW, step="record-supplement")
def supplement_due(book: Book, on: date) -> Iterator[Open]:
    """It is the subject's turn; once its day has passed somebody calls."""
    for row in book[Dossier]:
        if row.supply_due and _asked(row, on) and dossier_duty(row, on):
            what = f"Bổ sung {_named(book, row)}"
            yield Open(row, row.supply_due, what, producer_of(book, row.product_id), row.asked, waits=True)


@source("evidence", article="Mẫu 02, Phụ lục III, " + _LAW, step="ask-supplement")
def evidence_wanting(book: Book, on: date) -> Iterator[Open]:
    """One duty a dossier: what is missing is asked for once, with a day, and not again while it is owed."""
    missing: dict[str, list[Evidence]] = defaultdict(list)
    for line in book[Evidence]:
        if line.dossier_id and line.state == c.EVIDENCE_MISSING:
            missing[line.dossier_id].append(line)
    for row in book[Dossier]:
        lines = missing.get(row.id or "", [])
        owed = _asked(row, on) and row.supply_due
        if row.received and lines and dossier_duty(row, on) and not owed:
            numbers = ", ".join(sorted((line.line or "")[:2] for line in lines))
            keys = tuple(line.id for line in lines if line.id)
            what = f"Yêu cầu bổ sung minh chứng {numbers} của {_named(book, row)}"
            yield Open(row, commune_deadline(row.received), what, row.received_by or OFFICER, row.received, more=keys)


@source("evidence-ends", article="Mẫu 02, Phụ lục III, " + _LAW, step="renew-evidence")
def evidence_ends_before_the_round(book: Book, on: date) -> Iterator[Open]:
    """A paper that lapses before the round closes is no evidence when the province looks."""
    dossiers = book.by_id(Dossier)
    for row in book[Evidence]:
        dossier = dossiers.get(row.dossier_id or "")
        if row.expires is None or row.state == c.EVIDENCE_NOT_NEEDED or dossier is None:
            continue
        closes = round_named(dossier.round) or round_of(on)
        if dossier_duty(dossier, on) and closes and row.expires < closes.request_before:
            number = (row.line or "")[:2]
            what = f"Thay minh chứng {number} của {_named(book, dossier)}: hết hạn trước khi đợt của tỉnh đóng"
            who = producer_of(book, dossier.product_id)
            yield Open(row, row.expires, what, who, dossier.received, more=(dossier.id or "",))


@source("answer", article="khoản 1 Điều 5, " + _LAW, step="record-result")
def sent_and_not_answered(book: Book, on: date) -> Iterator[Open]:
    """By the last day of its round; the province may hold more rounds."""
    for row in book[Dossier]:
        begun = row.sent or row.received
        round_ = round_sent_to(row) if row.state == c.DOSSIER_SENT else None
        if round_ and begun and begun <= on:
            what = f"Chờ tỉnh trả lời {_named(book, row)}, đợt {round_.number}/{round_.request_before.year}"
            yield Open(row, moved(round_.result_before, -1), what, PROVINCE, begun, waits=True)


@source(
    "file-again", article="khoản 1 Điều 5 và Điều 6, " + _LAW + " (ngày suy ra, cách hiểu của phần mềm)", step="refile"
)
def returned_and_not_filed_again(book: Book, on: date) -> Iterator[Open]:
    """What came back is mended and filed for the next round; a newer dossier of the product settles it. Where no day of
    coming back is known, it is the last of the round that the dossier was sent to."""
    last = {row.product_id: row for row in sorted(book[Dossier], key=lambda row: row.received or date.max)}
    for row in book[Dossier]:
        begun = row.returned or row.sent or row.received
        if row.state == c.DOSSIER_RETURNED and begun and begun <= on and last[row.product_id] is row:
            round_ = round_sent_to(row)
            back = row.returned or (moved(round_.result_before, -1) if round_ else begun)
            what = f"Hoàn thiện, nộp lại {_named(book, row)} (tỉnh đã trả lại)"
            yield Open(row, next_filing(back), what, producer_of(book, row.product_id), begun)
