"""A tree with only what draws: elements and attributes of the vocabulary, values of a plain shape, texts that show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from ocop_xl.exchange.word.tree import PREFIXES, Element, Name, name_of
from ocop_xl.exchange.word.vocabulary import VOCABULARY

_ALTERNATIVES = Name("mc", "AlternateContent")
_ELEMENTS = {Name(words.prefix, one) for words in VOCABULARY for one in words.elements} | {
    Name("mc", "Choice"),
    Name("mc", "Fallback"),
}
_ATTRIBUTES = {Name(words.prefix, one) for words in VOCABULARY for one in words.attributes}
_WRAPPERS = {Name("w", one) for one in ("sdt", "sdtContent", "smartTag", "customXml")}
"""Content controls and tags: what is typed in them stays, what they know of it goes."""
_TEXTS = {
    *(Name("w", one) for one in ("t", "instrText")),
    *(Name("wp", one) for one in ("align", "posOffset")),
    *(Name("wp14", one) for one in ("pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset")),
    *(Name("c", one) for one in ("v", "f", "formatCode", "separator", "name")),
    *(Name("cdr", one) for one in ("x", "y")),
    Name("a", "t"),
    Name("m", "t"),
}
REFERENCES = frozenset(
    ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink", "defaultTableStyle")
)
"""Elements whose value is a style's id."""
_DRAWN_ELSEWHERE = {"contentPart": "nét mực viết tay", "relIds": "sơ đồ SmartArt"}
_GRAPHICS = re.compile(
    r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/drawingml/(?:2006/)?(?:picture|chart)"
    r"|http://schemas\.microsoft\.com/office/word/2010/wordprocessing(?:Shape|Group|Canvas)"
)

_PLAIN = re.compile(r"[-+]?[\w.%#{}+-]{0,64}", re.ASCII)
_SHAPE = re.compile(r"[\w\s,.@#%;:()\[\]+*/-]*", re.ASCII)
_FONT = re.compile(r"[\w .,()'@&+-]{0,64}")
_SIGN = re.compile(r"\W{0,40}|.")
_SPECIAL: Mapping[tuple[str, str, str], re.Pattern[str]] = {
    **{("w", "rFonts", one): _FONT for one in ("ascii", "hAnsi", "cs", "eastAsia")},
    **{("w", "lang", one): _PLAIN for one in ("bidi", "eastAsia")},
    **{("w", "themeFontLang", one): _PLAIN for one in ("bidi", "eastAsia")},
    **{
        ("w", one, "val"): _SIGN
        for one in ("decimalSymbol", "listSeparator", "noLineBreaksAfter", "noLineBreaksBefore")
    },
    **{("m", one, "val"): _SIGN for one in ("begChr", "endChr", "chr", "sepChr")},
    **{("a", one, "typeface"): _FONT for one in ("latin", "ea", "cs", "sym", "font", "buFont")},
    ("w", "font", "name"): _FONT,
    ("w", "sym", "font"): _FONT,
    ("m", "mathFont", "val"): _FONT,
    ("w", "compatSetting", "name"): _PLAIN,
    ("w", "compatSetting", "val"): _PLAIN,
    ("w", "compatSetting", "uri"): re.compile(r"http://schemas\.microsoft\.com/office/word"),
    ("a", "gd", "fmla"): _SHAPE,
    ("a", "gd", "name"): _PLAIN,
    ("a", "graphicData", "uri"): _GRAPHICS,
    **dict.fromkeys(
        [
            *(("w", one, "val") for one in ("name", "lvlText", "listEntry", *REFERENCES)),
            ("w", "style", "styleId"),
            ("w", "numFmt", "format"),
            ("w", "bookmarkStart", "name"),
            ("w", "hyperlink", "anchor"),
            ("w", "fldSimple", "instr"),
            ("c", "numFmt", "formatCode"),
            ("c", "pt", "formatCode"),
            ("a", "buChar", "char"),
            ("v", "textpath", "string"),
        ],
        re.compile(r"(?s).*"),
    ),
}
"""Values that no plain shape fits; those of any text are shown, or written anew in `names` and `fields`."""
_NAMED = re.compile(r"cNvPr|docPr|clrScheme|fontScheme|fmtScheme|theme")
_NAME = "Office"
_CSS = re.compile(
    r"(?:position|margin(?:-\w+)?|width|height|left|top|z-index|rotation|flip|visibility|direction|layout-flow"
    r"|mso-[a-z-]+|v-[a-z-]+|font(?:-\w+)?|text-\w+|tab-interval|line-height)"
)


class NotDrawn(Exception):
    """Something is seen in the paper that cannot be rebuilt; the argument names it in Vietnamese."""


def kept(root: Element, prefixes: Mapping[str, str]) -> tuple[Element, set[Name]]:
    """The new tree, and the names of what is not in it; raises `NotDrawn`."""
    dropped: set[Name] = set()
    top = Element(root.tag, _attributes(root, prefixes, dropped))
    open_ = [(iter(root), top)]
    while open_:
        children, parent = open_[-1]
        child = next(children, None)
        if child is None:
            open_.pop()
            continue
        name = name_of(child.tag)
        if what := _DRAWN_ELSEWHERE.get(name.local):
            raise NotDrawn(what)
        if name in _WRAPPERS:
            dropped.add(name)
            open_.append((iter(child), parent))
        elif name == _ALTERNATIVES:
            open_.append(_branches(child, parent, prefixes))
        elif name in _ELEMENTS and not (name == Name("w", "name") and name_of(parent.tag).local != "style"):
            new = ElementTree.SubElement(parent, child.tag, _attributes(child, prefixes, dropped))
            if name in _TEXTS:
                new.text = child.text
            open_.append((iter(child), new))
        else:
            dropped.add(name)
    return top, dropped


def _branches(child: Element, parent: Element, prefixes: Mapping[str, str]) -> tuple[Iterator[Element], Element]:
    """The branches whose words we know, in a choice of their own; if there are none, what stands for them all."""
    known = []
    fallback = None
    for one in child:
        if name_of(one.tag) == Name("mc", "Fallback"):
            fallback = one
        elif required := _required(one, prefixes):
            one.set("Requires", required)
            known.append(one)
    if not known:
        return iter(() if fallback is None else fallback), parent
    return iter([*known, *(() if fallback is None else (fallback,))]), ElementTree.SubElement(parent, child.tag)


def _required(choice: Element, prefixes: Mapping[str, str]) -> str:
    """The namespaces that a branch needs, under our prefixes; "" if we do not know one."""
    ours = [PREFIXES.get(prefixes.get(one, ""), "") for one in choice.get("Requires", "").split()]
    return " ".join(ours) if all(ours) else ""


def _attributes(element: Element, prefixes: Mapping[str, str], dropped: set[Name]) -> dict[str, str]:
    """Those of the vocabulary, with values that fit."""
    owner = name_of(element.tag)
    new = {}
    for key, value in element.attrib.items():
        name = name_of(key)
        fit = _fit(owner, name, value)
        if fit is not None:
            new[key] = fit
        elif name != Name("mc", "Ignorable"):
            dropped.add(name if name.prefix else Name(owner.prefix, name.local))
    return new


def _fit(owner: Name, name: Name, value: str) -> str | None:
    """The value as it may stand; None if the attribute goes."""
    if name.prefix in ("r", "xml") or name.local in ("Requires", "relid"):
        return value if _PLAIN.fullmatch(value) or name.prefix == "r" else None
    if name.local == "name" and _NAMED.fullmatch(owner.local):
        return _NAME
    special = _SPECIAL.get((owner.prefix, owner.local, name.local))
    if special is not None:
        return value if special.fullmatch(value) else None
    if Name(name.prefix or owner.prefix, name.local) not in _ATTRIBUTES:
        return None
    if owner.prefix in ("v", "o", "w10"):
        return _style(value) if name.local == "style" else (value if _SHAPE.fullmatch(value) else None)
    return value if _PLAIN.fullmatch(value) else None


def _style(value: str) -> str:
    """The declarations of a shape that place and write it."""
    each = (one.partition(":") for one in value.split(";"))
    return ";".join(
        f"{key.strip()}:{what.strip()}"
        for key, _, what in each
        if _CSS.fullmatch(key.strip()) and (_SHAPE.fullmatch(what) or _FONT.fullmatch(what.strip().strip('"')))
    )
