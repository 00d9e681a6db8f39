"""A dossier's way: filed for a round, completed, sent on in 15 working days, answered, or filed again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import commune_deadline, moved, next_filing, provincial_rounds, round_of
from ocop_xl.model import Book, Dossier, Evidence, Product, spec_of
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.agenda.sources.certificates import last_certificates
from ocop_xl.programme.agenda.words import PROVINCE
from ocop_xl.programme.rounds import last_filing, round_named, round_sent_to

_LAW = "QĐ 26/2026/QĐ-TTg"
_INFERRED = "khoản 1 Điều 5 và {}, " + _LAW + " (ngày suy ra, cách hiểu của phần mềm)"
_YEAR = spec_of(Product).column("to_year")
_FORM_2 = "Mẫu 02, Phụ lục III, " + _LAW


def to_be_sent(row: Dossier, on: date) -> bool:
    """Whether a received dossier still waits to be sent on; without a day of sending its state says it."""
    if row.received is None or row.received > on:
        return False
    return row.sent > on if row.sent else row.state not in (c.DOSSIER_SENT, c.DOSSIER_RECOGNISED, c.DOSSIER_RETURNED)


def _asked(row: Dossier, on: date) -> bool:
    """Whether the subject owes a supplement on the day."""
    return bool(row.asked and row.asked <= on and not (row.supplied and row.supplied <= on))


def _gone(row: Dossier, on: date) -> date | None:
    """Since when it is out of the commune's hands: sent, else received; None while it still has to be sent."""
    begun = row.sent or row.received
    return begun if begun and begun <= on and not to_be_sent(row, on) else None


@source(
    "filing",
    Dossier,
    "Nộp về xã hồ sơ {id} – {product}, kịp đợt của tỉnh",
    who="{maker}",
    article=_INFERRED.format("khoản 2 Điều 7"),
    step="receive-dossier",
)
def draft_to_be_filed(book: Book, on: date) -> Iterator[Open]:
    """A dossier in the making has to come in while the commune still has its 15 working days before the round. Filing
    anew for a certificate that still stands has a window of its own, `renewal`."""
    renewed = {row.product_id for row in last_certificates(book, on)}
    for row in book[Dossier]:
        again = row.kind == c.DOSSIER_AGAIN and row.product_id in renewed
        if row.state == c.DOSSIER_DRAFT and row.received is None and not again:
            yield Open(row, file_by(row, book, on))


def file_by(row: Dossier, book: Book, on: date) -> date:
    """For the round that the dossier names, else for the last one in the year of the product's road map (our reading);
    what names neither is for the next round, whenever that is."""
    product = book.by_id(Product).get(row.product_id or "")
    year = product.to_year if product and product.to_year and _YEAR.holds(product.to_year) else None
    wanted = round_named(row.round) or (provincial_rounds(year)[1] if year else None)
    return last_filing(wanted) if wanted else next_filing(on)


@source(
    "send",
    Dossier,
    "Gửi tỉnh hồ sơ {id} – {product} (15 ngày làm việc{pause})",
    who="{received_by}",
    article="khoản 2 Điều 7, " + _LAW,
    step="send-dossier",
)
def dossier_to_be_sent(book: Book, on: date) -> Iterator[Open]:
    """Fifteen working days from receipt. Our reading: a supplement stops no clock; while one is owed, both are told."""
    for row in book[Dossier]:
        if row.received and to_be_sent(row, on):
            yield Open(row, commune_deadline(row.received), row.received)


@source(
    "supplement",
    Dossier,
    "Bổ sung hồ sơ {id} – {product}",
    who="{maker}",
    article="khoản 2 Điều 7, " + _LAW,
    step="record-supplement",
    waits=True,
)
def supplement_due(book: Book, on: date) -> Iterator[Open]:
    """It is the subject's turn; once its day has passed somebody calls."""
    for row in book[Dossier]:
        if row.supply_due and _asked(row, on) and to_be_sent(row, on):
            yield Open(row, row.supply_due, row.asked)


@source(
    "evidence",
    Dossier,
    "Yêu cầu bổ sung {missing} minh chứng còn thiếu của hồ sơ {id} – {product}",
    who="{received_by}",
    article=_FORM_2,
    step="ask-supplement",
)
def evidence_wanting(book: Book, on: date) -> Iterator[Open]:
    """One duty a dossier: what is missing is asked for once, with a day, and not again while it is owed."""
    missing: dict[str, list[str]] = defaultdict(list)
    for line in book[Evidence]:
        if line.dossier_id and line.state == c.EVIDENCE_MISSING:
            missing[line.dossier_id].append(line.id or "")
    for row in book[Dossier]:
        lines = missing.get(row.id or "", [])
        owed = _asked(row, on) and row.supply_due
        if row.received and lines and to_be_sent(row, on) and not owed:
            yield Open(row, commune_deadline(row.received), row.received, more=tuple(filter(None, lines)))


@source(
    "evidence-ends",
    Evidence,
    "Thay minh chứng {line_number} của hồ sơ {dossier_id} – {product}: hết hạn trước khi đợt của tỉnh đóng",
    who="{maker}",
    article=_FORM_2,
    step="renew-evidence",
)
def evidence_ends_before_the_round(book: Book, on: date) -> Iterator[Open]:
    """A paper that lapses before the round closes is no evidence when the province looks."""
    dossiers = book.by_id(Dossier)
    for row in book[Evidence]:
        dossier = dossiers.get(row.dossier_id or "")
        if row.expires is None or row.state == c.EVIDENCE_NOT_NEEDED or dossier is None:
            continue
        closes = round_closes(dossier, on)
        if to_be_sent(dossier, on) and closes and row.expires < closes:
            yield Open(row, row.expires, dossier.received, more=(dossier.id or "",))


def round_closes(row: Dossier, on: date) -> date | None:
    """Of the round that the dossier names, else of the next one."""
    found = round_named(row.round) or round_of(on)
    return found.request_before if found else None


@source(
    "answer",
    Dossier,
    "Chờ tỉnh trả lời hồ sơ {id} – {product}",
    who=PROVINCE,
    article="khoản 1 Điều 5, " + _LAW,
    step="record-result",
    waits=True,
)
def sent_and_not_answered(book: Book, on: date) -> Iterator[Open]:
    """By the last day of its round; the province may hold more rounds."""
    for row in book[Dossier]:
        due = answer_by(row)
        if row.state == c.DOSSIER_SENT and due and _gone(row, on):
            yield Open(row, due, _gone(row, on))


def answer_by(row: Dossier) -> date | None:
    """The last day of the round that it was sent to."""
    found = round_sent_to(row)
    return moved(found.result_before, -1) if found else None


@source(
    "file-again",
    Dossier,
    "Hoàn thiện, nộp lại hồ sơ {id} – {product} (tỉnh đã trả lại)",
    who="{maker}",
    article=_INFERRED.format("Điều 6"),
    step="refile",
)
def returned_and_not_filed_again(book: Book, on: date) -> Iterator[Open]:
    """What came back is mended and filed for the next round; a newer dossier of the product settles it."""
    last = _last_received(book)
    for row in book[Dossier]:
        begun = row.returned if row.returned else _gone(row, on)
        due = file_again_by(row)
        newer = row.received is not None and last.get(row.product_id or "", row.received) > row.received
        if row.state == c.DOSSIER_RETURNED and begun and begun <= on and due and not newer:
            yield Open(row, due, begun)


def file_again_by(row: Dossier) -> date | None:
    """For the first round after it came back; where that day is not known, after the round that it was sent to."""
    back = row.returned or answer_by(row)
    return next_filing(back) if back else None


def _last_received(book: Book) -> dict[str, date]:
    """Of each product, when its newest dossier came in; one that has yet to come in is the newest."""
    last: dict[str, date] = {}
    for row in book[Dossier]:
        if row.product_id:
            last[row.product_id] = max(row.received or date.max, last.get(row.product_id, date.min))
    return last
