"""A dossier with its product and its subject as the values of tags: what every form about one dossier begins with.

Cells that the workbook may leave blank but a form cannot are gaps here, each naming its cell.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier, Producer, Product, Row, spec_of
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, gap, row_values, tag
from ocop_xl.papers.facts import Gap, PaperFacts

_OF_SUBJECT = (
    "registration",
    "representative",
    "gender",
    "ethnicity",
    "residence",
    "position",
    "address",
    "phone",
    "email",
)
_OF_PRODUCT = ("product_set",)
WITH_THE_COMMUNE = (c.DOSSIER_RECEIVED, c.DOSSIER_TO_COMPLETE)
_GONE = (c.DOSSIER_SENT, c.DOSSIER_RECOGNISED)


def dossier_values(book: Book, dossier: Dossier, on: date) -> Values:
    """`ho_so`, `san_pham` and `chu_the`; a row that cannot be found is a group of gaps saying which key is at fault."""
    product = book.by_id(Product).get(dossier.product_id or "")
    producer = book.by_id(Producer).get(product.producer_id or "") if product else None
    of_dossier = row_values(book, dossier, on)
    if product is None:
        lost = {kind: lost_values(book, kind, dossier, "product_id") for kind in (Product, Producer)}
        return {"ho_so": of_dossier, "san_pham": lost[Product], "chu_the": lost[Producer]}
    of_product = asked(book, product, row_values(book, product, on), *_OF_PRODUCT)
    if producer is None:
        of_producer = lost_values(book, Producer, product, "producer_id")
    else:
        of_producer = asked(book, producer, row_values(book, producer, on), *_OF_SUBJECT)
    return {"ho_so": of_dossier, "san_pham": of_product, "chu_the": of_producer}


def asked(book: Book, row: Row, values: Values, *attributes: str) -> Values:
    """The row's values, with a gap for each of these columns that is blank."""
    for attribute in attributes:
        name = tag(type(row), attribute)
        if not values[name]:
            values[name] = gap(book, row, attribute)
    return values


def facts_of(book: Book, dossier: Dossier, title: str, values: Values, on: date) -> PaperFacts:
    """The facts of a paper about one dossier, found again by its product, its key and the year it was received."""
    name = product_name(book, dossier)
    year = (dossier.received or on).year
    subject = " ".join(part for part in (dossier.id, name) if part)
    full_title = f"{title}: {name}" if name else title
    return PaperFacts(
        full_title, values, subject=subject, product_id=dossier.product_id or "", dossier_id=dossier.id or "", year=year
    )


def product_name(book: Book, dossier: Dossier) -> str:
    """The name of its product, or else the key that it names."""
    product = book.by_id(Product).get(dossier.product_id or "")
    return (product.name if product else None) or dossier.product_id or ""


def samples_of(book: Book, dossier: Dossier) -> str:
    return f"{dossier.samples:02d}" if dossier.samples is not None else gap(book, dossier, "samples")


def handed_in(dossier: Dossier) -> bool:
    """The commune has it: dated, or in a state that only a received dossier can have."""
    return dossier.received is not None or dossier.state not in (None, c.DOSSIER_DRAFT)


def code_of(dossier: Dossier) -> str:
    """As papers and notices name a dossier, also one whose key somebody has still to write."""
    return dossier.id or "(chưa có mã)"


def finished(dossier: Dossier) -> str:
    """Why the commune has nothing more to issue on the dossier; empty while it has, or has it again."""
    if dossier.state == c.DOSSIER_RETURNED or (dossier.sent is None and dossier.state not in _GONE):
        return ""
    if dossier.state == c.DOSSIER_RECOGNISED:
        return f"hồ sơ {code_of(dossier)} đã được công nhận"
    return f"hồ sơ {code_of(dossier)} đã gửi tỉnh{f' ngày {dossier.sent:%d/%m/%Y}' if dossier.sent else ''}"


def waiting(dossier: Dossier) -> bool:
    """Received and not yet sent to the province: what the commune still has to assess."""
    return handed_in(dossier) and dossier.sent is None and dossier.state in (*WITH_THE_COMMUNE, None)


def lost_values(book: Book, kind: type[Row], row: Row, attribute: str) -> Values:
    """Every tag of a row of that kind which the named column does not lead to, as one gap that says why."""
    missing = gap(book, row, attribute)
    if typed := getattr(row, attribute):
        where = book.placement(type(row))
        header = spec_of(type(row)).column(attribute).header
        cell = f"{where.sheet}!{where.cell(row, attribute)}"
        missing = Gap(f"Không thấy dòng {typed} mà «{header}» dẫn tới (ô {cell})")
    lost: Values = {tag(kind, column.attribute): missing for column in spec_of(kind).columns}
    return lost | ({"ten_day_du": missing} if kind is Producer else {})
