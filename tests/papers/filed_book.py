"""The plan's book with two dossiers handed in, one complete and one not: what the forms about a dossier are made from."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier, Evidence, Producer, Product
from ocop_xl.model import choices as c
from tests.papers.plan_book import vinh_phong

LACKING = (2, 7)
"""Lines of Mẫu 02 that the second dossier has not."""


def filed_book() -> Book:
    """HS02 (Chả cá phi) is to be completed; HS06 (Gạo) has everything; the other dossiers are in preparation."""
    book = vinh_phong()
    products, producers = book.by_id(Product), book.by_id(Producer)
    for key, number in (("SP02", 8), ("SP06", 3)):
        products[key].product_set = number
        products[key].code = f"91-31051-{products[key].number}-2026"
        _fill_in(producers[str(products[key].producer_id)])
    dossiers = book.by_id(Dossier)
    _file(dossiers["HS02"], date(2026, 11, 2), c.DOSSIER_TO_COMPLETE, "02-03")
    _file(dossiers["HS06"], date(2026, 10, 26), c.DOSSIER_RECEIVED, "06-03")
    book[Evidence] = [
        Evidence(
            id=f"{key}-{number:02}",
            dossier_id=key,
            line=line,
            state=c.EVIDENCE_MISSING if key == "HS02" and number in LACKING else c.EVIDENCE_PRESENT,
            file=f"Tệp {number:02}.pdf",
        )
        for key in ("HS02", "HS06")
        for number, line in enumerate(c.EVIDENCE_LINE.values, 1)
    ]
    book.lay_out()
    return book


def _fill_in(producer: Producer) -> None:
    producer.representative, producer.position = "Nguyễn Văn An", "Giám đốc"
    producer.address, producer.phone, producer.email = "Ấp Vĩnh Đông 1", "0912345678", "an@example.vn"


def _file(dossier: Dossier, received: date, state: str, number: str) -> None:
    dossier.received, dossier.state, dossier.received_by = received, state, "Lê Văn Tám"
    dossier.form_number = f"{number}/PĐK-91-31051-2026"
    dossier.paper_sets = dossier.electronic_sets = 1
    dossier.samples = 5
    for content in ("material", "labour", "idea", "identity"):
        setattr(dossier, f"{content}_claim", f"Chủ thể mô tả {content}")
        setattr(dossier, f"{content}_finding", f"Xã nhận xét {content}")
