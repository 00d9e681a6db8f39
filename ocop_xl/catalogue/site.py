"""A folder with the product pages: what has changed is written, what is no longer shown is taken away.

`san-pham.json` in the folder is the open data of the catalogue and the note of the addresses and files that are ours.
It is the first file of a new folder, so that a run that was killed can be done again, and the last of a folder that has
one, so that what is to be taken away is not forgotten. Nothing else in the folder is touched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ocop_xl.catalogue.addresses import Known, addresses, as_lines, known_in, noted
from ocop_xl.catalogue.cards import Cards, cards_of, place_of, together
from ocop_xl.catalogue.pages import Page, drawn, site_of
from ocop_xl.catalogue.pictures import photo_of
from ocop_xl.catalogue.qr import proven_base, qr_svg
from ocop_xl.catalogue.sources import Source
from ocop_xl.errors import ExchangeError
from ocop_xl.records import NamedTuple
from ocop_xl.web.pages import write_page

DATA = "san-pham.json"
_OURS = re.compile(r"(?:(?:sp|chu-the|qr|anh|in)/)?[a-z0-9-]+\.(?:html|svg|jpg|png|webp|css|js)")


class MadeSite(NamedTuple):
    """`pages` products are shown; `written` and `removed` are files; `notices` sentences for whoever made it."""

    folder: Path
    pages: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    notices: tuple[str, ...]


def make_site(
    sources: Sequence[Source], out: Path, on: date, base_url: str = "", told: Iterable[str] = (), note: str = ""
) -> MadeSite:
    """Write the catalogue of these workbooks as it stands on that day into the folder `out`, which is made if need be.

    `base_url` is where the folder will stand on the web; without it there are no QR codes. `told` are sentences for
    whoever makes it, `note` one that every page begins with. Refused where `out` holds files that no page needs.
    """
    base = proven_base(base_url)
    before = _noted_in(out)
    cards = together(cards_of(source.book, on) for source in sources)
    notices = [*told, *cards.left_out]
    if not base:
        notices.append("Chưa có mã QR: chưa ghi «Địa chỉ trang sản phẩm» ở trang «Thông tin xã».")
    pages, gone, files = _laid_out(sources, cards, before, base, notices)
    site = site_of(pages, _title(sources), on, has_qr=bool(base), note=note)
    files |= dict(drawn(site, pages, [one.slug for one in gone]))
    data = {DATA: _data(pages, gone, on, sorted(files))}
    files = files | data if (out / DATA).exists() else data | files
    written = tuple(name for name, content in files.items() if write_page(out / name, content))
    return MadeSite(out, len(pages), written, tuple(_remove(out, before, files)), tuple(dict.fromkeys(notices)))


class _Before(NamedTuple):
    known: list[Known]
    files: list[str]


def _noted_in(out: Path) -> _Before:
    try:
        text = (out / DATA).read_text("utf-8")
    except FileNotFoundError:
        _refuse_if_used(out)
        return _Before([], [])
    except (OSError, UnicodeDecodeError) as error:
        raise ExchangeError(f"Không đọc được «{DATA}» trong thư mục «{out.name}»; hãy chọn thư mục khác.") from error
    known = known_in(text)
    try:
        listed = [str(one) for one in json.loads(text)["tep"]]
    except (ValueError, LookupError, TypeError, RecursionError):
        listed = []
    return _Before(known, [one for one in listed if _OURS.fullmatch(one)])


def _refuse_if_used(out: Path) -> None:
    """The folder goes onto the web as it is: the workbook beside the pages would be published with them."""
    if out.is_dir() and (there := min((one.name for one in out.iterdir()), default="")):
        raise ExchangeError(
            f"Thư mục «{out.resolve().name}» đang có tệp khác (như «{there}»); trang sản phẩm cần một thư mục riêng, "
            "vì cả thư mục được đưa lên mạng. Hãy chọn thư mục chưa có hoặc trống."
        )


def _laid_out(
    sources: Sequence[Source], cards: Cards, before: _Before, base: str, notices: list[str]
) -> tuple[list[Page], tuple[Known, ...], dict[str, bytes]]:
    """The cards as pages, the addresses without one, and the files that pages carry."""
    given = addresses(cards.cards, before.known)
    beside = {place_of(source.book).code: source.beside for source in sources}
    files: dict[str, bytes] = {}
    pages = []
    for card, slug in zip(cards.cards, given.of, strict=True):
        page = Page(card, slug, card.subject.hamlet if len(sources) == 1 else card.place.title)
        photo = photo_of(card.picture, beside.get(card.place.code), notices)
        if photo:
            page = page._replace(photo=f"anh/{slug}.{photo.suffix}")
            files[page.photo] = photo.content
        if base:
            page = page._replace(qr=f"qr/{slug}.svg")
            files[page.qr] = qr_svg(base + page.href)
        pages.append(page)
    return pages, given.gone, files


def _title(sources: Sequence[Source]) -> str:
    places = [place_of(source.book) for source in sources]
    if len(places) == 1:
        return places[0].title
    provinces = {place.province for place in places}
    return f"tỉnh {provinces.pop()}" if len(provinces) == 1 else "các xã, phường"


def _data(pages: Sequence[Page], gone: Sequence[Known], on: date, files: Sequence[str]) -> bytes:
    known = [*(noted(page.slug, page.card) for page in pages), *gone]
    data = {
        "ngay": on.isoformat(),
        "san_pham": [_open_data(page) for page in pages],
        "trang": as_lines(sorted(known)),
        "tep": list(files),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _open_data(page: Page) -> dict[str, object]:
    card, certificate = page.card, page.card.certificate
    return {
        "ma": f"{card.place.code}/{card.key}",
        "ten": card.name,
        "nhom": card.sector,
        "sao": card.stars or None,
        "quyet_dinh": certificate.decision if certificate else None,
        "het_han": certificate.ends.isoformat() if certificate and certificate.ends else None,
        "chu_the": card.subject.name,
        "noi_san_xuat": page.origin_whole,
        "quy_cach": card.pack,
        "gtin": card.gtin,
        "trang": page.href,
        "anh": page.photo,
    }


def _remove(out: Path, before: _Before, files: dict[str, bytes]) -> Iterator[str]:
    """Files of an earlier run that no page needs: the picture of a product whose producer has changed her mind."""
    for name in before.files:
        if name not in files and (out / name).is_file() and not (out / name).is_symlink():
            (out / name).unlink()
            yield name
