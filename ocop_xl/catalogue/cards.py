"""What a visitor may know of each product on a day, as plain values: cards, and why a product has none.

Stars are shown only while a recorded certificate is in force (khoản 3 Điều 12, Điều 13, QĐ 26/2026/QĐ-TTg): what
«Hiện trạng» says without its decision proves nothing to a stranger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.model import Book, Channel, Producer, Product
from ocop_xl.privacy.masking import masked
from ocop_xl.privacy.public import consents, public_day, public_text
from ocop_xl.programme.participation import is_open, takes_part
from ocop_xl.programme.ranks import rank_on, recognitions_of
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import tidy

_LINK = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)


class Place(NamedTuple):
    """A commune: `title` with its level, «xã Vĩnh Phong»."""

    code: str
    title: str
    province: str


class Subject(NamedTuple):
    """Who makes it; `key` is unique within the commune."""

    key: str
    name: str
    form: str
    hamlet: str


class Certificate(NamedTuple):
    """A recognition in force on the day."""

    stars: int
    decision: str
    issued: date | None
    ends: date | None


class Outlet(NamedTuple):
    """Where it is sold; `link` is an address that a browser may open, or ""."""

    kind: str
    name: str
    place: str
    link: str


class Card(NamedTuple):
    """One product; texts are plain, never HTML. `lapsed`: it had a certificate, and none is in force."""

    key: str
    name: str
    sector: str
    pack: str
    story: str
    gtin: str
    picture: str
    trace_link: str
    place: Place
    subject: Subject
    certificate: Certificate | None
    lapsed: bool
    outlets: tuple[Outlet, ...]

    @property
    def stars(self) -> int:
        return self.certificate.stars if self.certificate else 0


class Cards(NamedTuple):
    """`left_out` are sentences: products without a card, and what of a card is not shown."""

    cards: tuple[Card, ...]
    left_out: tuple[str, ...]


def cards_of(book: Book, on: date) -> Cards:
    """Those whose producers agree and which take part on the day, in the order of the workbook."""
    said: list[str] = []
    cards = tuple(_card(book, product, on, said) for product in _shown(book, on, said))
    return Cards(cards, tuple(said))


def place_of(book: Book) -> Place:
    commune = book.commune
    title = f"{public_text(commune, 'kind') or 'xã'} {public_text(commune, 'name')}".strip()
    return Place(public_text(commune, "commune_code"), title, public_text(commune, "province"))


def _shown(book: Book, on: date, said: list[str]) -> Iterator[Product]:
    for product in book[Product]:
        if not product.id or not product.name:
            continue
        label = f"{product.id} – {tidy(product.name)}"
        if not consents(product):
            said.append(f"{label}: chưa ghi «Đồng ý công khai» là «Có» nên không có trang.")
        elif not takes_part(product, on):
            said.append(f"{label}: không còn tham gia vào ngày lập trang nên không có trang.")
        else:
            yield product


def _card(book: Book, product: Product, on: date, said: list[str]) -> Card:
    certificate = _certificate(book, product, on)
    if certificate is None and (why := _starless(book, product)):
        said.append(f"{product.id}: {why} nên trang không in sao.")
    texts = {
        attribute: public_text(product, attribute)
        for attribute in ("name", "sector", "pack", "story", "gtin", "picture")
    }
    return Card(
        key=public_text(product, "id"),
        **texts,
        trace_link=safe_link(public_text(product, "trace_link"), f"{product.id}: «Liên kết truy xuất»", said),
        place=place_of(book),
        subject=_subject(book.by_id(Producer).get(product.producer_id or "")),
        certificate=certificate,
        lapsed=certificate is None and bool(_issued_by(book, product, on)),
        outlets=tuple(_outlets(book, product, on, said)),
    )


def _certificate(book: Book, product: Product, on: date) -> Certificate | None:
    proof = rank_on(book, product, on).proof
    if proof is None or not proof.stars:
        return None
    return Certificate(
        proof.stars, public_text(proof, "decision_number"), public_day(proof, "issued"), public_day(proof, "ends")
    )


def _starless(book: Book, product: Product) -> str:
    """Why somebody may miss the stars of a product without a certificate in force; "" where nobody does."""
    if recognitions_of(book, product):
        return "ở trang «Công nhận» không có giấy ghi đủ ngày, hạng sao và còn hiệu lực vào ngày lập trang"
    if product.present:
        return f"«Hiện trạng» ghi {product.present} sao nhưng không có giấy chứng nhận còn hiệu lực"
    return ""


def _issued_by(book: Book, product: Product, on: date) -> list[date]:
    return [one.issued for one in recognitions_of(book, product) if one.issued and one.issued <= on]


def _subject(producer: Producer | None) -> Subject:
    if producer is None:
        return Subject("", "", "", "")
    return Subject(*(public_text(producer, attribute) for attribute in ("id", "name", "legal_form", "hamlet")))


def _outlets(book: Book, product: Product, on: date, said: list[str]) -> Iterator[Outlet]:
    """Open ones of the product, and sales points that carry no product's key: those are everybody's."""
    seen: set[tuple[str, str]] = set()
    for channel in book[Channel]:
        if channel.product_id not in (None, product.id) or not channel.name:
            continue
        if not is_open(channel, on):
            if not channel.state and not channel.until:
                name = tidy(channel.name)
                said.append(f"{channel.id}: «{name}» chưa ghi «Tình trạng kênh» nên không in ở «Nơi bán».")
            continue
        link = safe_link(public_text(channel, "link"), f"{channel.id}: «Đường dẫn»", said)
        outlet = Outlet(
            public_text(channel, "kind"), public_text(channel, "name"), public_text(channel, "address"), link
        )
        if (outlet.name, link) not in seen:
            seen.add((outlet.name, link))
            yield outlet


def safe_link(link: str, where: str, said: list[str]) -> str:
    """An address that a page may lead to: of the web, and without a telephone number in it; others are told."""
    if not link:
        return ""
    if not _LINK.fullmatch(link):
        why = "không phải địa chỉ web (bắt đầu bằng https://)"
    elif masked(link, "link")[0] != link:
        why = "có số điện thoại hoặc thư điện tử"
    else:
        return link
    sentence = f"{where} {why} nên không đưa lên trang."
    if sentence not in said:
        said.append(sentence)
    return ""


def together(many: Iterable[Cards]) -> Cards:
    """The cards of several communes, by commune as given."""
    all_of_them = list(many)
    return Cards(
        tuple(card for one in all_of_them for card in one.cards),
        tuple(line for one in all_of_them for line in one.left_out),
    )
