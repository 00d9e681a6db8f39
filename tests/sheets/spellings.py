"""Writes a part of a workbook again in another spelling that XML allows: same content, other bytes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, unescape
from zipfile import ZIP_DEFLATED, ZipFile

from defusedxml.ElementTree import fromstring

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KNOWN = {
    MAIN: "",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_TEXTS = ("t", "f", "v")


class Speller:
    """Takes every liberty that XML leaves, as chance has it; `prefix` stands before the part's own elements."""

    def __init__(self, chance: random.Random, prefix: str = "", *, addresses: bool = True) -> None:
        self._chance = chance
        self._prefix = prefix
        self._addresses = addresses

    def part(self, content: bytes) -> bytes:
        root = fromstring(content)
        return ('<?xml version="1.0" encoding="utf-8"?>' + self._remark() + self._element(root, root=True)).encode()

    def _element(self, element: Element, *, root: bool = False) -> str:
        uri, _, local = element.tag[1:].rpartition("}")
        tag = f"{self._prefix}:{local}" if self._prefix else local
        facts = [(self._name(key), value) for key, value in element.items() if self._said(local, key)]
        if root:
            facts.append((f"xmlns:{self._prefix}" if self._prefix else "xmlns", uri))
            facts += [(f"xmlns:{short}", name) for name, short in _KNOWN.items() if short == "r"]
        self._chance.shuffle(facts)
        opening = f"<{tag}{''.join(map(self._attribute, facts))}{self._blank()}"
        inside = self._text(element.text, local) + "".join(
            self._indent(local) + self._element(child) + self._indent(local) for child in element
        )
        if not inside and self._chance.random() < 0.5:
            return f"{opening}/>"
        return f"{opening}>{inside}</{tag}{self._blank()}>"

    def _said(self, local: str, key: str) -> bool:
        """Rows and cells may leave their address out where they follow the one before; the tests see to that."""
        return self._addresses or local not in ("row", "c") or key != "r"

    def _name(self, key: str) -> str:
        uri, _, local = key.rpartition("}")
        return f"{_KNOWN[uri[1:]]}:{local}" if uri else local

    def _attribute(self, fact: tuple[str, str]) -> str:
        quote = self._chance.choice("\"'")
        value = escape(fact[1], {quote: "&#34;" if quote == '"' else "&#39;"})
        return f"{self._blank(1)}{fact[0]}{self._blank()}={self._blank()}{quote}{value}{quote}"

    def _text(self, text: str | None, local: str) -> str:
        if not text or local not in _TEXTS:
            return ""
        at = self._chance.randrange(len(text))
        pieces = [piece for piece in (text[:at], text[at:]) if piece]
        return self._remark().join(
            f"<![CDATA[{piece}]]>" if self._chance.random() < 0.3 else escape(piece) for piece in pieces
        )

    def _remark(self) -> str:
        return self._chance.choice(("", "", "<!-- <c r='Z9'/> -->", "<?note </v> ?>"))

    def _indent(self, local: str) -> str:
        return "" if local in ("is", "r", "si") else self._chance.choice(("", "", "\n  ", "\r\n\t")) + self._remark()

    def _blank(self, least: int = 0) -> str:
        return self._chance.choice(("", "", " ", "\n"))[:1] or " " * least


_SHARED = re.compile(r"<si><t(?: xml:space=\"preserve\")?>([^<]*)</t></si>")
_SHOWN = re.compile(r' t="s"><v>([0-9]+)</v>')
_BLANK_END = '<row r="900" ht="20" customHeight="1"><c r="A900" s="1"/><c r="C900"/></row><row r="1048576" ht="12.8"/>'


def in_other_elements(path: Path, chance: random.Random) -> bytes:
    """The same texts in runs of several looks or in their cells, and rows at the end that hold nothing but a look."""
    with ZipFile(path) as package:
        shared = _SHARED.findall(package.read("xl/sharedStrings.xml").decode())

    def spell(name: str, content: bytes) -> bytes:
        text = content.decode()
        if name == "xl/sharedStrings.xml":
            return _SHARED.sub(lambda found: f"<si>{_in_runs(found[1], chance)}</si>", text).encode()
        if name.startswith("xl/worksheets/sheet"):
            text = _SHOWN.sub(lambda found: _where_it_stands(found, shared, chance), text)
            return text.replace("</sheetData>", f"{_BLANK_END}</sheetData>").encode()
        return content

    return respelt(path, spell)


def _where_it_stands(found: re.Match[str], shared: list[str], chance: random.Random) -> str:
    """The text shared as before, or in the cell itself."""
    inside = f' t="inlineStr"><is>{_in_runs(shared[int(found[1])], chance)}</is>'
    return inside if chance.random() < 0.5 else found[0]


def _in_runs(text: str, chance: random.Random) -> str:
    """One run or two, the second in bold; how a text is to be spoken is no part of it."""
    plain = unescape(text)
    at = chance.randrange(len(plain) + 1)
    first, second = (f'<t xml:space="preserve">{escape(piece)}</t>' for piece in (plain[:at], plain[at:]))
    whole = f'<t xml:space="preserve">{text}</t>'
    spoken = chance.choice(("", '<rPh sb="0" eb="1"><t>đọc</t></rPh>'))
    return chance.choice((whole, f"<r>{first}</r><r><rPr><b/></rPr>{second}</r>")) + spoken


def respelt(path: Path, spell: Callable[[str, bytes], bytes]) -> bytes:
    """The workbook with every XML part as `spell` gives it, by the part's name."""
    memory = BytesIO()
    with ZipFile(path) as old, ZipFile(memory, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, spell(name, old.read(name)))
    return memory.getvalue()


def prefixed(content: bytes) -> bytes:
    """The part as Open XML SDK may write it: `<x:row>` for `<row>`."""
    short = re.sub(rb"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])", rb"<\1x:\2", content)
    return short.replace(b' xmlns="', b' xmlns:x="', 1)
