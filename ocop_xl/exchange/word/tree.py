"""One XML part read and written: as a tree whose names carry their namespace, and back under fixed prefixes.

Both ways without recursion, since a received file may nest as deep as it likes. Comments and processing instructions
end here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from xml.etree import ElementTree

from ocop_xl.exchange.word.vocabulary import VOCABULARY
from ocop_xl.records import NamedTuple

Element = ElementTree.Element
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATION_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES = {name: words.prefix for words in VOCABULARY for name in words.names} | {
    MC: "mc",
    XML: "xml",
    **dict.fromkeys(RELATION_IDS, "r"),
}
_EXTENSIONS = ("w14", "wp14")
"""What a program that does not know them may pass over (`mc:Ignorable`)."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Name(NamedTuple):
    """A name as the tables spell it: the prefix that is always used, "" for no namespace, "?" for an unknown one."""

    prefix: str
    local: str


@lru_cache(maxsize=10_000)
def name_of(tag: str) -> Name:
    """Of an element or an attribute in ElementTree's spelling."""
    if tag[:1] != "{":
        return Name("", tag)
    namespace, _, local = tag[1:].partition("}")
    return Name(PREFIXES.get(namespace, "?"), local)


def parsed(content: bytes) -> tuple[Element, dict[str, str]]:
    """The root, and the namespaces by the prefixes that the part declares; raises `ElementTree.ParseError`."""
    reader = ElementTree.iterparse(io.BytesIO(content), ("start-ns",))  # noqa: S314  # only what has no DTD gets here
    prefixes = {prefix: namespace for _, (prefix, namespace) in reader}
    return reader.root, prefixes  # type: ignore[attr-defined]


def written(root: Element) -> bytes:
    """The part; the same tree gives the same bytes."""
    used = {tag[1:].partition("}")[0] for one in root.iter() for tag in (one.tag, *one.attrib) if tag[0] == "{"}
    wanted = {prefix for one in root.iter() for prefix in one.get("Requires", "").split()}
    ignorable = [prefix for prefix in _EXTENSIONS if any(PREFIXES[name] == prefix for name in used)]
    if ignorable:
        used.add(MC)
    used |= {words.names[0] for words in VOCABULARY if words.prefix in wanted}
    declared = "".join(
        f' xmlns:{PREFIXES[name]}="{name}"' for name in sorted(used, key=PREFIXES.__getitem__) if name != XML
    )
    if ignorable:
        declared += f' mc:Ignorable="{" ".join(ignorable)}"'
    return (_HEAD + "".join(_pieces(root, declared))).encode()


def _pieces(root: Element, declared: str) -> Iterator[str]:
    ends: list[tuple[Iterator[Element], str]] = [(iter((root,)), "")]
    while ends:
        child = next(ends[-1][0], None)
        if child is None:
            yield ends.pop()[1]
            continue
        name = _spelt(child.tag)
        attributes = "".join(f' {_spelt(key)}="{escape(value)}"' for key, value in child.attrib.items())
        text = escape(child.text or "", quote=False)
        if len(child) or text:
            yield f"<{name}{declared}{attributes}>{text}"
            ends.append((iter(child), f"</{name}>"))
        else:
            yield f"<{name}{declared}{attributes}/>"
        declared = ""


def _spelt(tag: str) -> str:
    name = name_of(tag)
    return f"{name.prefix}:{name.local}" if name.prefix else name.local
