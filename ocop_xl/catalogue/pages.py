"""The pages as bytes, and what a drawing needs beside a card. Only links of shops lead out of their folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from ocop_xl.catalogue.addresses import slug_of
from ocop_xl.catalogue.cards import Card, Subject
from ocop_xl.law.sectors import SECTORS
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold
from ocop_xl.web.pages import SEARCH, environment, search_script

_DESIGN = Path(__file__).parent / "design"
ASSETS = ("style.css", "print.css")
PRINTS = {"the": "Thẻ sản phẩm", "nhan-ke": "Nhãn kệ", "ap-phich": "Áp phích"}
"""Print sheets: the file's name and its heading."""


class Page(NamedTuple):
    """A card on its way to paper: where its picture and QR lie, seen from the site's folder ("" for none), and by which
    place a visitor filters – the hamlet, in a catalogue of many communes the commune."""

    card: Card
    slug: str
    where: str
    photo: str = ""
    qr: str = ""

    @property
    def href(self) -> str:
        return f"sp/{self.slug}.html"

    @property
    def subject_href(self) -> str:
        """Seen from the page of a product."""
        return f"../chu-the/{subject_slug(self.card)}.html"

    @property
    def words(self) -> str:
        card = self.card
        return fold(" ".join((card.name, card.subject.name, card.place.title, card.subject.hamlet, card.sector)))

    @property
    def origin(self) -> str:
        origin = ", ".join(filter(None, (_hamlet(self.card.subject.hamlet), self.card.place.title)))
        return origin[:1].upper() + origin[1:]

    @property
    def origin_whole(self) -> str:
        province = self.card.place.province
        return f"{self.origin}, tỉnh {province}" if province else self.origin

    @property
    def initials(self) -> str:
        """For a product without a picture: the first letters of its first two words."""
        return "".join(word[0] for word in self.card.name.split()[:2]).upper()

    @property
    def length(self) -> str:
        """How much room its name asks for on a card of paper, where nothing may be cut off."""
        letters = len(self.card.name)
        return "longest" if letters > 90 else "long" if letters > 36 else ""

    @property
    def tint(self) -> str:
        return f"g{SECTORS.index(self.card.sector) + 1}" if self.card.sector in SECTORS else ""

    @property
    def issued(self) -> str:
        return _day(self.card.certificate.issued if self.card.certificate else None)

    @property
    def ends(self) -> str:
        return _day(self.card.certificate.ends if self.card.certificate else None)

    @property
    def linked(self) -> dict[str, object]:
        """JSON-LD, schema.org `Product`: what search engines read."""
        card = self.card
        facts: dict[str, object] = {
            "@context": "https://schema.org",
            "@type": "Product",
            "name": card.name,
            "category": card.sector,
            "description": card.story,
            "gtin": card.gtin,
            "manufacturer": {"@type": "Organization", "name": card.subject.name} if card.subject.name else "",
            "award": f"OCOP {card.stars} sao" if card.stars else "",
        }
        return {name: value for name, value in facts.items() if value}


class Site(NamedTuple):
    """What every page says of the whole."""

    title: str
    lead: str
    day: str
    sectors: tuple[str, ...]
    stars: tuple[int, ...]
    where_label: str
    wheres: tuple[str, ...]
    has_qr: bool
    note: str


def site_of(pages: Sequence[Page], title: str, on: date, *, has_qr: bool, note: str) -> Site:
    cards = [page.card for page in pages]
    recognised = sum(bool(card.stars) for card in cards)
    subjects = {(card.place.code, card.subject.key) for card in cards if card.subject.key}
    said = f"{len(cards)} sản phẩm của {len(subjects)} chủ thể"
    return Site(
        title=title,
        lead=f"{said}, {recognised} sản phẩm đang được công nhận" if recognised else said,
        day=_day(on),
        sectors=tuple(sorted({card.sector for card in cards if card.sector}, key=_sector_order)),
        stars=tuple(sorted({card.stars for card in cards if card.stars}, reverse=True)),
        where_label="Ấp" if len({card.place.code for card in cards}) < 2 else "Xã, phường",
        wheres=tuple(sorted({page.where for page in pages if page.where}, key=fold)),
        has_qr=has_qr,
        note=note,
    )


def subject_slug(card: Card) -> str:
    return slug_of(f"{card.place.code}-{card.subject.key}")


def drawn(site: Site, pages: Sequence[Page], gone: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Every page by its name in the site's folder; `gone` are addresses whose product is no longer shown."""
    yield "index.html", _page("index.html", site, "", pages=pages)
    for page in pages:
        yield page.href, _page("product.html", site, "../", page=page)
    for name, subject, own in _subjects(pages):
        yield name, _page("subject.html", site, "../", subject=subject, where=own[0].origin_whole, pages=own)
    for slug in gone:
        yield f"sp/{slug}.html", _page("gone.html", site, "../")
    for shape, heading in PRINTS.items():
        yield f"in/{shape}.html", _page("print.html", site, "../", shape=shape, heading=heading, pages=pages)
    for name in ASSETS:
        yield name, (_DESIGN / name).read_bytes()
    yield SEARCH, search_script()


def _subjects(pages: Sequence[Page]) -> Iterator[tuple[str, Subject, list[Page]]]:
    by_file: dict[str, list[Page]] = {}
    for page in pages:
        if page.card.subject.name:
            by_file.setdefault(f"chu-the/{subject_slug(page.card)}.html", []).append(page)
    for name, own in by_file.items():
        yield name, own[0].card.subject, own


def _page(template: str, site: Site, up: str, **facts: object) -> bytes:
    return environment(_DESIGN).get_template(template).render(site=site, up=up, **facts).encode()


def _sector_order(sector: str) -> tuple[int, str]:
    return (SECTORS.index(sector) if sector in SECTORS else len(SECTORS), sector)


def _hamlet(name: str) -> str:
    return name if not name or fold(name).startswith(("ap ", "khu pho", "khom ")) else f"ấp {name}"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
