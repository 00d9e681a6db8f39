"""A new Word file from the parts that are seen, in the order in which the old one's text calls for them."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from xml.etree import ElementTree

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.word import pictures
from ocop_xl.exchange.word.fields import plain_fields
from ocop_xl.exchange.word.figures import Cells, figures, workbook
from ocop_xl.exchange.word.keep import kept
from ocop_xl.exchange.word.names import rename_bookmarks, rename_shapes, rename_styles, value
from ocop_xl.exchange.word.relations import KINDS, Relation, content_types, listing, relations
from ocop_xl.exchange.word.tree import Element, Name, name_of, parsed, written
from ocop_xl.office.part_links import Parts
from ocop_xl.records import NamedTuple

MAX_XML = 48 * 2**20
"""All texts of a paper together; a thousand pages have some 20 MB."""
_WEB = ("http:", "https:", "mailto:")
_POINTERS = frozenset(["headerReference", "footerReference", "externalData", "userShapes", "hlinkClick"])
"""Elements that say nothing once the part they point to is gone."""


class Rebuilt(NamedTuple):
    """The new file's parts and its trees; what stayed behind (`dropped` words, `left_parts`); what goes along unseen:
    texts of fields by their codes, kinds of pictures that stay as they were, addresses of links."""

    parts: dict[str, bytes]
    trees: list[Element]
    dropped: set[Name]
    left_parts: set[str]
    untold_fields: set[str]
    raw_pictures: list[str]
    links: list[str]


def rebuilt(parts: Parts) -> Rebuilt:
    """Raises `keep.NotDrawn` for what is seen and unknown, `ExchangeError` for XML that is none or too much."""
    main = next((one for one in relations(parts, "") if one.kind == "officeDocument" and one.target in parts), None)
    maker = _Maker(parts, strict=main is not None and main.strict)
    maker.take("officeDocument", main.target if main else "word/document.xml")
    return maker.finished()


@dataclass(slots=True)
class _Part:
    """One part of the new file: an XML part has a tree, another its bytes."""

    kind: str
    name: str
    media_type: str
    tree: Element | None = None
    content: bytes = b""
    relations: list[Relation] = field(default_factory=list)


class _Maker:
    def __init__(self, parts: Parts, strict: bool) -> None:
        self._old, self._strict = parts, strict
        self._new: dict[str, _Part] = {}
        self._numbers: dict[str, int] = {}
        self._waiting: deque[tuple[str, _Part]] = deque()
        self._dropped: set[Name] = set()
        self._raw: list[str] = []
        self._size = 0

    def take(self, kind: str, old: str) -> _Part:
        """The new part for an old one, the same for each time it is called for."""
        if old not in self._new:
            self._new[old] = part = self._made(kind, old)
            if part.tree is not None:
                self._waiting.append((old, part))
        return self._new[old]

    def _made(self, kind: str, old: str) -> _Part:
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        name = KINDS[kind].place.format(self._numbers[kind])
        if kind == "image":
            picture = pictures.rebuilt(self._old[old], old)
            if not picture.rebuilt:
                self._raw.append(picture.suffix)
            return _Part(kind, f"{name}.{picture.suffix}", picture.media_type, content=picture.content)
        part = _Part(kind, name, KINDS[kind].media_type)
        if kind != "package":
            self._size += len(self._old[old])
            if self._size > MAX_XML:
                raise ExchangeError("quá lớn")
            try:
                part.tree, dropped = kept(*parsed(self._old[old]))
            except ElementTree.ParseError as problem:
                raise ExchangeError("viết khác thường") from problem
            self._dropped |= dropped
        return part

    def finished(self) -> Rebuilt:
        fields: set[str] = set()
        while self._waiting:
            old, part = self._waiting.popleft()
            if part.tree is not None:
                if part.kind == "officeDocument":
                    self._drop_unshown_headers(part.tree, old)
                self._follow(old, part, part.tree)
        trees = {part.name: part.tree for part in self._new.values() if part.tree is not None}
        _drop_uncalled_notes(trees)
        for tree in trees.values():
            fields |= plain_fields(tree)
            rename_shapes(tree)
        rename_styles(trees)
        rename_bookmarks(trees.values())
        left = {
            name for name in self._old if name not in self._new and not name.endswith((".rels", "[Content_Types].xml"))
        }
        return Rebuilt(self._packed(), list(trees.values()), self._dropped, left, fields, self._raw, self._links())

    def _drop_unshown_headers(self, tree: Element, old: str) -> None:
        """Those of first and of even pages, where no section and no setting asks for them."""
        settings = next((one.target for one in relations(self._old, old) if one.kind == "settings"), "")
        even = b"evenAndOddHeaders" in self._old.get(settings, b"")
        first = any(name_of(one.tag) == Name("w", "titlePg") for one in tree.iter())
        for section in [one for one in tree.iter() if name_of(one.tag) == Name("w", "sectPr")]:
            for one in list(section):
                shown = {"first": first, "even": even}.get(value(one, "type"), True)
                if name_of(one.tag).local in ("headerReference", "footerReference") and not shown:
                    section.remove(one)

    def _follow(self, old: str, part: _Part, tree: Element) -> None:
        """What the part needs comes along; its pointers are numbered anew."""
        cells = figures(tree) if part.kind == "chart" else {}
        known = {one.id: one for one in relations(self._old, old) if one.kind in KINDS}
        ids: dict[str, str] = {}
        for one in tree.iter():
            for key in [key for key in one.attrib if name_of(key).prefix == "r" or name_of(key).local == "relid"]:
                relation = known.get(one.attrib.pop(key))
                new = "" if relation is None else ids.get(relation.id) or self._related(part, relation, cells)
                if relation is not None and new:
                    ids[relation.id] = new
                    one.set(key, new)
        for relation in known.values():
            if KINDS[relation.kind].always and relation.id not in ids:
                self._related(part, relation, cells)
        _drop_pointers_to_nothing(tree)

    def _related(self, part: _Part, relation: Relation, cells: Cells) -> str:
        """The new relationship's id; "" for one that must not be."""
        number = f"rId{len(part.relations) + 1}"
        if relation.outside:
            if relation.kind != "hyperlink" or not relation.target.lower().startswith(_WEB):
                return ""
            part.relations.append(Relation(number, "hyperlink", relation.target, True, self._strict))
            return number
        if relation.target not in self._old or relation.kind == "hyperlink":
            return ""
        target = self.take(relation.kind, relation.target)
        if relation.kind == "package":
            target.content = workbook(cells)
        part.relations.append(Relation(number, relation.kind, target.name, False, self._strict))
        return number

    def _links(self) -> list[str]:
        return [one.target for part in self._new.values() for one in part.relations if one.outside]

    def _packed(self) -> dict[str, bytes]:
        made = list(self._new.values())
        main = Relation("rId1", "officeDocument", made[0].name, False, self._strict)
        packed = {"[Content_Types].xml": content_types({one.name: one.media_type for one in made})}
        name, content = listing("", [main])
        packed[name] = content
        for part in made:
            packed[part.name] = part.content if part.tree is None else written(part.tree)
            if part.relations:
                name, content = listing(part.name, part.relations)
                packed[name] = content
        return packed


def _drop_pointers_to_nothing(tree: Element) -> None:
    for parent in list(tree.iter()):
        for one in list(parent):
            local = name_of(one.tag).local
            if local in _POINTERS and not any(name_of(key).prefix == "r" for key in one.attrib):
                parent.remove(one)


_CALLS = re.compile(r"(foot|end)noteReference")


def _drop_uncalled_notes(trees: dict[str, Element]) -> None:
    """Footnotes whose place in the text is gone; separators have a type and stay."""
    called = {
        (found[1], value(one, "id"))
        for tree in trees.values()
        for one in tree.iter()
        if (found := _CALLS.fullmatch(name_of(one.tag).local))
    }
    for name in ("foot", "end"):
        tree = trees.get(f"word/{name}notes.xml")
        for one in list(tree) if tree is not None else ():
            if value(one, "type") in ("", "normal") and (name, value(one, "id")) not in called and tree is not None:
                tree.remove(one)
