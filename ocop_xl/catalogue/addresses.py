"""Every product keeps the address that was printed on its label: renamed or renumbered, the page stays where it was.

The first address is made of the commune's code and the product's key, `31051-sp07`. `san-pham.json`, which each run
leaves in the folder, remembers which product has which; without it addresses follow the keys again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from ocop_xl.catalogue.cards import Card
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold


class Known(NamedTuple):
    """What an earlier run noted of a page. `mark` stands for the names of product and producer, which the note of a
    page that is gone must not tell; `gone` when the product was no longer shown."""

    slug: str
    unit: str
    key: str
    mark: str
    gone: bool = False


class Addresses(NamedTuple):
    """`of[n]` is the address of card n; `gone` are pages that stay without a product."""

    of: tuple[str, ...]
    gone: tuple[Known, ...]


def known_in(text: str) -> list[Known]:
    """The pages noted in a `san-pham.json`; none in a file that is not ours or is damaged."""
    try:
        return [_known(one) for one in json.loads(text)["trang"]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return []


def _known(page: Mapping[str, object]) -> Known:
    slug = str(page["dia_chi"])
    if slug != slug_of(slug):
        raise ValueError(slug)
    return Known(slug, str(page["xa"]), str(page["ma"]), str(page["dau"]), page.get("da_go") is True)


def noted(slug: str, card: Card) -> Known:
    return Known(slug, card.place.code, card.key, _mark(card))


def as_lines(pages: Iterable[Known]) -> list[dict[str, object]]:
    """The form in which `san-pham.json` keeps them."""
    return [{"dia_chi": one.slug, "xa": one.unit, "ma": one.key, "dau": one.mark, "da_go": one.gone} for one in pages]


def addresses(cards: Iterable[Card], before: Iterable[Known]) -> Addresses:
    """Each card's address: the one it had under its key and name, else under its name, else under its key; new ones
    avoid every address that was ever given."""
    now, earlier = [noted("", card) for card in cards], list(before)
    found: dict[int, str] = {}
    for same in (_key_and_name, _name_alone, _key_alone):
        pages = {same(one): one.slug for one in reversed(earlier) if one.slug not in found.values()}
        for place, one in enumerate(now):
            if place not in found and (slug := pages.pop(same(one), None)) is not None:
                found[place] = slug
    kept = set(found.values())
    ever = {one.slug for one in earlier}
    for place, one in enumerate(now):
        if place not in found:
            found[place] = _fresh(slug_of(f"{one.unit}-{one.key}"), ever)
            ever.add(found[place])
    gone = tuple(one._replace(gone=True) for one in earlier if one.slug not in kept)
    return Addresses(tuple(found[place] for place in range(len(now))), gone)


def _key_and_name(one: Known) -> tuple[str, ...]:
    return one.unit, one.key, one.mark


def _name_alone(one: Known) -> tuple[str, ...]:
    return one.unit, one.mark


def _key_alone(one: Known) -> tuple[str, ...]:
    return one.unit, one.key


def _mark(card: Card) -> str:
    names = f"{card.place.code}\0{fold(card.name)}\0{fold(card.subject.name)}"
    return blake2b(names.encode(), digest_size=8).hexdigest()


def slug_of(text: str) -> str:
    """Small letters and digits with hyphens: safe as a file's name and in an address; never empty."""
    return fold(text).replace(" ", "-").encode("ascii", "ignore").decode() or "trang"


def _fresh(wanted: str, ever: set[str]) -> str:
    number, slug = 1, wanted
    while slug in ever:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
