"""Word's fields: those whose text depends on the page stay fields, all others become the words that they show.

A field's instruction names data sources, people's properties and bookmarks (ECMA-376 Part 1, 17.16); what is shown is
kept in the file beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ocop_xl.exchange.word.tree import Element, Name, name_of

_LIVE = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "SYMBOL", "EQ", "LISTNUM", "ADVANCE", "HYPERLINK"}
    | {"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "FORMCHECKBOX", "FORMDROPDOWN"}
)
_TOLD_OF_PEOPLE = frozenset(
    {"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "DOCPROPERTY", "DOCVARIABLE", "FILENAME"}
    | {"TEMPLATE", "COMMENTS", "KEYWORDS", "SUBJECT", "TITLE", "INFO", "MERGEFIELD"}
)
_WORD = re.compile(r'"[^"]*"|\S+')
_PLAIN_ARGUMENT = re.compile(r'\\.|[\w#,.*-]{1,20}|"[\d#,.]{1,20}"', re.ASCII)
_WEB = re.compile(r'"?(?:https?://|mailto:)[^"\s]*"?', re.IGNORECASE)
_SHOWN = {
    *(
        Name("w", one)
        for one in ("t", "tab", "br", "cr", "sym", "ptab", "noBreakHyphen", "softHyphen", "drawing", "pict")
    ),
    *(Name("w", one) for one in ("footnoteReference", "endnoteReference")),
    Name("mc", "AlternateContent"),
}


@dataclass(slots=True)
class Field:
    """One field of a part: its marks, its instruction, and what stands in the instruction and is not shown."""

    marks: list[Element] = field(default_factory=list)
    written: list[Element] = field(default_factory=list)
    unseen: list[Element] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    separated: bool = False
    nested: bool = False

    @property
    def words(self) -> list[str]:
        return _WORD.findall("".join(one.text or "" for one in self.written))


def plain_fields(root: Element) -> set[str]:
    """Changes the tree; gives the codes of the fields that stood for properties of a person or the file, and show."""
    told: set[str] = set()
    live: set[Element] = set()
    gone: set[Element] = set()
    for one in _fields(root):
        code = one.words[0].upper() if one.words else ""
        if code in _LIVE and not one.nested and len(one.marks) > 1:
            live.add(_keep(one, code))
            gone.update(one.unseen)
            continue
        if code in _TOLD_OF_PEOPLE and "".join(one.shown).strip():
            told.add(code)
        gone.update((*one.marks, *one.unseen))
    gone |= {one for one in root.iter() if name_of(one.tag) == Name("w", "instrText") and one not in live}
    opened = _simple_fields(root, told)
    for parent in list(root.iter()):
        if any(child in gone or child in opened for child in parent):
            parent[:] = list(_left(parent, gone, opened))
    return told


def _left(parent: Element, gone: set[Element], opened: set[Element]) -> Iterator[Element]:
    """The children that stay; those of an opened one take its place."""
    waiting = list(reversed(parent))
    while waiting:
        child = waiting.pop()
        if child in opened:
            waiting += reversed(child)
        elif child not in gone:
            yield child


def _fields(root: Element) -> Iterator[Field]:
    """In the order in which they end; those that never end come last."""
    open_: list[Field] = []
    for one in root.iter():
        name = name_of(one.tag)
        if name == Name("w", "fldChar"):
            kind = next((value for key, value in one.attrib.items() if name_of(key).local == "fldCharType"), "")
            if kind == "begin":
                for outer in open_:
                    outer.nested = outer.nested or not outer.separated
                open_.append(Field([one]))
            elif open_:
                open_[-1].marks.append(one)
                open_[-1].separated = True
                if kind == "end":
                    yield open_.pop()
        elif open_ and name == Name("w", "instrText"):
            open_[-1].written.append(one)
        elif open_ and name in _SHOWN:
            unread = next((outer for outer in open_ if not outer.separated), None)
            if unread is not None:
                unread.unseen.append(one)
            else:
                open_[-1].shown.append(one.text or "")
    yield from open_


def _keep(one: Field, code: str) -> Element:
    """A live field with its code, switches and plain arguments; a form's field with nothing but what it shows."""
    first = one.written[0]
    first.text = f" {' '.join((code, *_arguments(code, one.words[1:])))} "
    if not code.startswith("FORM"):
        one.marks[0][:] = []
    for choices in [part for part in one.marks[0].iter() if name_of(part.tag) == Name("w", "ddList")]:
        _only_the_chosen(choices)
    return first


def _arguments(code: str, words: list[str]) -> list[str]:
    if code == "EQ":
        return words
    if code == "HYPERLINK":
        at = next((n for n, word in enumerate(words) if word == "\\l"), None)
        place = [] if at is None or at + 1 >= len(words) else ["\\l", words[at + 1]]
        return [word for word in words[:1] if _WEB.fullmatch(word)] + place
    if code == "STYLEREF":
        return words[:1] + [word for word in words[1:] if _PLAIN_ARGUMENT.fullmatch(word)]
    return [word for word in words if _PLAIN_ARGUMENT.fullmatch(word)]


def _only_the_chosen(choices: Element) -> None:
    """Of a drop-down the entry that stands in the paper."""
    entries = [one for one in choices if name_of(one.tag).local == "listEntry"]
    result = next((one for one in choices if name_of(one.tag).local == "result"), None)
    chosen = next(iter(result.attrib.values()), "0") if result is not None else "0"
    at = int(chosen) if chosen.isdecimal() else 0
    for one in list(choices):
        if one not in entries[at : at + 1]:
            choices.remove(one)


def _simple_fields(root: Element, told: set[str]) -> set[Element]:
    """`fldSimple` holds instruction and words in one; of those that do not stay live the words are to stay."""
    opened = set()
    for one in [one for one in root.iter() if name_of(one.tag) == Name("w", "fldSimple")]:
        key = next((key for key in one.attrib if name_of(key).local == "instr"), "")
        words = _WORD.findall(one.attrib.pop(key, ""))
        code = words[0].upper() if words else ""
        if code in _LIVE:
            one.set(key, f" {' '.join((code, *_arguments(code, words[1:])))} ")
            continue
        if code in _TOLD_OF_PEOPLE and any((part.text or "").strip() for part in one.iter()):
            told.add(code)
        opened.add(one)
    return opened
