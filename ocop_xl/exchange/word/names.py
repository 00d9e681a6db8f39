"""Names that people gave to styles, bookmarks and shapes, and that a reader does not see: counted instead of spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import count

from ocop_xl.exchange.word.keep import REFERENCES
from ocop_xl.exchange.word.tree import Element, Name, name_of

_BUILT_IN = re.compile(
    r"""(?ix) normal | heading\ \d | (?:toc|index|envelope)\ (?:\d|heading|address|return) | toa\ heading
    | table\ of\ (?:figures|authorities) | title | subtitle | caption | header | footer | date | signature | closing
    | (?:footnote|endnote|annotation)\ (?:text|reference|subject) | (?:line|page)\ number | macro | salutation
    | list(?:\ (?:bullet|number|continue|paragraph|table))?(?:\ \d)? | normal\ (?:indent|table) | normal\ \(web\)
    | body\ text(?:\ (?:\d|indent|first\ indent))?(?:\ \d)? | note\ heading | block\ text | hyperlink | strong
    | followedhyperlink | emphasis | document\ map | plain\ text | e-mail\ signature | message\ header | html\ \w+
    | (?:no|current)\ (?:list|spacing) | outline\ list\ \d | balloon\ text | placeholder\ text | revision
    | (?:intense\ )?quote | (?:subtle|intense)\ (?:emphasis|reference) | book\ title | bibliography | mention
    | smart\ (?:hyper)?link | hashtag | unresolved\ mention | default\ paragraph\ font | article\ /\ section
    | \d\ /\ \w+[\ /\w]* | table\ (?:normal|grid(?:\ light)?|simple|classic|colorful|columns|list|web|3d\ effects
        |contemporary|elegant|professional|subtle|theme)(?:\ \d)?
    | (?:light|medium|dark|colorful)\ (?:shading|list|grid)(?:\ \d)?(?:\ accent\ \d)?
    | (?:plain|grid|list)\ table\ (?:\d|light)(?:\ (?:light|dark|colorful))?(?:\ -\ accent\ \d)? """
)
"""The names that Word itself gives (the latent styles of ECMA-376 Part 1, 17.7.4.9, and those of later versions)."""
_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,40}", re.ASCII)


def value(element: Element, local: str) -> str:
    """Of the attribute of that name, with the prefix of Word or none; "" if there is none."""
    return next((element.attrib[key] for key in _keys(element, local)), "")


def put(element: Element, local: str, new: str) -> None:
    for key in _keys(element, local):
        element.set(key, new)


def _keys(element: Element, local: str) -> list[str]:
    return [key for key in element.attrib if key.endswith(local) and name_of(key) in (("", local), ("w", local))]


def rename_styles(trees: Mapping[str, Element]) -> None:
    """Own styles are numbered; what refers to none that exists loses its reference."""
    numbers = count(1)
    ids: dict[str, str] = {}
    taken: set[str] = set()
    names: dict[str, str] = {}
    for style in [one for tree in trees.values() for one in tree.iter() if name_of(one.tag) == Name("w", "style")]:
        name = next((one for one in style if name_of(one.tag) == Name("w", "name")), None)
        known = (
            name is not None
            and value(style, "customStyle") in ("", "0", "false")
            and _BUILT_IN.fullmatch(value(name, "val"))
        )
        old = value(style, "styleId")
        if known and name is not None:
            plain = old if _PLAIN_ID.fullmatch(old) else "".join(filter(str.isalnum, value(name, "val")))
            if plain not in taken:
                taken.add(plain)
                ids[old] = plain
                put(style, "styleId", plain)
                continue
        number = next(numbers)
        ids[old] = f"Kieu{number}"
        put(style, "styleId", ids[old])
        if name is not None and not known:
            names[value(name, "val").casefold()] = f"Kiểu {number}"
            put(name, "val", f"Kiểu {number}")
    for tree in trees.values():
        _refer(tree, ids)
        _refer_by_name(tree, names)


def _refer(tree: Element, ids: Mapping[str, str]) -> None:
    for parent in list(tree.iter()):
        for one in [one for one in parent if name_of(one.tag).prefix == "w" and name_of(one.tag).local in REFERENCES]:
            new = ids.get(value(one, "val"))
            if new is None:
                parent.remove(one)
            else:
                put(one, "val", new)


def _refer_by_name(tree: Element, names: Mapping[str, str]) -> None:
    for one in tree.iter():
        if name_of(one.tag) == Name("w", "instrText"):
            one.text = _restyled(one.text or "", names)
        elif name_of(one.tag) == Name("w", "fldSimple"):
            put(one, "instr", _restyled(value(one, "instr"), names))


_STYLE_FIELD = re.compile(r'(\s*STYLEREF\s+)(?:"([^"]*)"|(\S+))')


def _restyled(instruction: str, names: Mapping[str, str]) -> str:
    found = _STYLE_FIELD.match(instruction)
    if not found:
        return instruction
    style = found[2] or found[3] or ""
    new = names.get(style.casefold(), style if style.isdecimal() or _BUILT_IN.fullmatch(style) else "1")
    return f'{found[1]}"{new}"{instruction[found.end() :]}'


_BOOKMARKS = (Name("w", "bookmarkStart"), Name("w", "bookmarkEnd"))
_PLACE = re.compile(r'(\\l\s+)(?:"([^"]*)"|(\S+))')


def rename_bookmarks(trees: Iterable[Element]) -> None:
    """Those that a link leads to are numbered, the others go."""
    trees = list(trees)
    there = {
        value(one, "name") for tree in trees for one in tree.iter() if name_of(one.tag) == Name("w", "bookmarkStart")
    }
    numbers = count(1)
    new: dict[str, str] = {}
    for tree in trees:
        for one in tree.iter():
            wanted = _wanted(one)
            if wanted in there and wanted not in new:
                new[wanted] = f"_{next(numbers)}"
    for tree in trees:
        _mark(tree, new)


def _wanted(one: Element) -> str:
    name = name_of(one.tag)
    if name == Name("w", "hyperlink"):
        return value(one, "anchor")
    text = (one.text or "") if name == Name("w", "instrText") else value(one, "instr")
    found = _PLACE.search(text)
    return (found[2] or found[3] or "") if found else ""


def _mark(tree: Element, new: Mapping[str, str]) -> None:
    gone = set()
    for one in tree.iter():
        name = name_of(one.tag)
        if name == Name("w", "bookmarkStart"):
            if value(one, "name") in new:
                put(one, "name", new[value(one, "name")])
            else:
                gone.add(value(one, "id"))
        elif wanted := _wanted(one):
            _lead(one, name, new.get(wanted, ""))
    for parent in list(tree.iter()):
        if any(name_of(one.tag) in _BOOKMARKS for one in parent):
            parent[:] = [one for one in parent if name_of(one.tag) not in _BOOKMARKS or value(one, "id") not in gone]


def _lead(one: Element, name: Name, place: str) -> None:
    if name == Name("w", "hyperlink"):
        for key in [key for key in one.attrib if name_of(key).local == "anchor"]:
            one.attrib.pop(key)
            if place:
                one.set(key, place)
        return

    def instead(found: re.Match[str]) -> str:
        return f'{found[1]}"{place}"' if place else ""

    one.text = _PLACE.sub(instead, one.text) if one.text else one.text
    put(one, "instr", _PLACE.sub(instead, value(one, "instr")))


def rename_shapes(tree: Element) -> None:
    """Pictures and shapes are numbered; of old shapes the name that another refers to is a number as well."""
    numbers = count(1)
    ids: dict[str, str] = {}
    for one in tree.iter():
        name = name_of(one.tag)
        if name.local in ("docPr", "cNvPr"):
            put(one, "name", f"Hình {next(numbers)}")
        elif name.prefix == "v" and (old := value(one, "id")):
            ids[old] = f"h{len(ids) + 1}"
            put(one, "id", ids[old])
    for one in tree.iter():
        if name_of(one.tag).prefix == "v" and value(one, "type").startswith("#"):
            put(one, "type", f"#{ids.get(value(one, 'type')[1:], 'h0')}")
