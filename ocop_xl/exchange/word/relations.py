"""Which parts a Word file's parts need, by what their relationships say, and the lists of a new file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from html import escape
from xml.etree import ElementTree

from ocop_xl.office.part_links import Parts
from ocop_xl.records import NamedTuple

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DRAWING = "application/vnd.openxmlformats-officedocument."


class Kind(NamedTuple):
    """A kind of part: its name in the new file, where `{}` is its number, and its media type; `always`: without being
    pointed to from the text."""

    place: str
    media_type: str
    always: bool = False


KINDS: Mapping[str, Kind] = {
    "officeDocument": Kind("word/document.xml", f"{_WORD}document.main+xml"),
    "styles": Kind("word/styles.xml", f"{_WORD}styles+xml", True),
    "settings": Kind("word/settings.xml", f"{_WORD}settings+xml", True),
    "numbering": Kind("word/numbering.xml", f"{_WORD}numbering+xml", True),
    "fontTable": Kind("word/fontTable.xml", f"{_WORD}fontTable+xml", True),
    "theme": Kind("word/theme/theme1.xml", f"{_DRAWING}theme+xml", True),
    "footnotes": Kind("word/footnotes.xml", f"{_WORD}footnotes+xml", True),
    "endnotes": Kind("word/endnotes.xml", f"{_WORD}endnotes+xml", True),
    "header": Kind("word/header{}.xml", f"{_WORD}header+xml"),
    "footer": Kind("word/footer{}.xml", f"{_WORD}footer+xml"),
    "image": Kind("word/media/image{}", ""),
    "chart": Kind("word/charts/chart{}.xml", f"{_DRAWING}drawingml.chart+xml"),
    "chartUserShapes": Kind("word/drawings/drawing{}.xml", f"{_DRAWING}drawingml.chartshapes+xml"),
    "themeOverride": Kind("word/theme/themeOverride{}.xml", f"{_DRAWING}themeOverride+xml", True),
    "package": Kind("word/embeddings/bieu-do{}.xlsx", f"{_DRAWING}spreadsheetml.sheet"),
    "hyperlink": Kind("", ""),
}
"""By the last word of the relationship's type; a relationship of another kind leads to nothing that a reader sees."""
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Relation(NamedTuple):
    """`target` is a part's full name, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool = False
    strict: bool = False


def relations(parts: Parts, owner: str) -> list[Relation]:
    """Those of a part, of the file itself for "", in their order; none where the list cannot be read."""
    folder, name = posixpath.split(owner)
    listing = parts.get(find(parts, posixpath.join(folder, "_rels", f"{name}.rels")))
    if listing is None:
        return []
    try:
        root = ElementTree.fromstring(listing)  # noqa: S314  # only what has no DTD gets here
    except ElementTree.ParseError:
        return []
    return [_relation(parts, folder, one) for one in root]


def _relation(parts: Parts, folder: str, one: ElementTree.Element) -> Relation:
    kind, target = one.get("Type", ""), one.get("Target", "")
    outside = one.get("TargetMode") == "External"
    if not outside:
        target = find(parts, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
    return Relation(one.get("Id", ""), kind.rpartition("/")[2], target, outside, kind.startswith(_STRICT))


def find(parts: Parts, name: str) -> str:
    """The part's name as the archive spells it; part names do not heed case."""
    return name if name in parts else next((one for one in parts if one.lower() == name.lower()), name)


def listing(owner: str, wanted: Iterable[Relation]) -> tuple[str, bytes]:
    """The list of a part's relationships: its name and its content."""
    folder, name = posixpath.split(owner)
    lines = "".join(_line(folder, one) for one in wanted)
    xml = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
    return posixpath.join(folder, "_rels", f"{name}.rels"), xml.encode()


def _line(folder: str, one: Relation) -> str:
    target = escape(one.target) if one.outside else posixpath.relpath(f"/{one.target}", f"/{folder}")
    mode = ' TargetMode="External"' if one.outside else ""
    base = _STRICT if one.strict else _TRANSITIONAL
    return f'<Relationship Id="{one.id}" Type="{base}/{one.kind}" Target="{target}"{mode}/>'


def content_types(media_types: Mapping[str, str]) -> bytes:
    """The list of what the parts are, by their names."""
    lines = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in media_types.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    ).encode()
