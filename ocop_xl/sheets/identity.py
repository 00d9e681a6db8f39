"""The hidden sheet «_ocop»: who the workbook is, as lines of two texts that every program keeps.

Parts that belong to no sheet are dropped by LibreOffice, so it is a sheet; the id stands in a custom property of the
file too. A long text goes over several lines of the same name. The last line is a sum: what somebody edits by hand, or
brings in from another workbook, is known and not gone by.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from ocop_xl.changes.bases import Base, base_of, packed, unpacked, with_base
from ocop_xl.changes.contents import contents, forgetting
from ocop_xl.model.book import Book
from ocop_xl.model.identity import PROPERTY, Identity
from ocop_xl.model.rows.outputs import IdentityLine
from ocop_xl.model.table import spec_of
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.privacy.remembered import may_be_remembered
from ocop_xl.records import NamedTuple

PAGE = spec_of(IdentityLine)
PROPERTIES = "docProps/custom.xml"
_ABOUT, _ID, _VERSION, _BASES, _EXPORTED, _SUM = (
    "Trang này",
    "Mã sổ",
    "Phiên bản khung",
    "Nội dung gốc",
    "Đã xuất",
    "Mã kiểm",
)
_LONGEST = 400
"""Characters of a line. Excel takes some 8,200 when a program hands over a block; and a reader that bounds the text of
all cells by the longest one (`reading.cells`) has no need to count them while it is as long as an article of law."""

Line = tuple[str, str]


class Found(NamedTuple):
    """What a file says of itself; `problem` is "" or one of `model.book.FRAME_FAULTS`."""

    identity: Identity | None
    problem: str = ""


def rows(identity: Identity) -> list[Line]:
    """The whole sheet, its headers first."""
    facts = [
        (_ID, identity.book_id),
        (_VERSION, f"{MODEL_VERSION}"),
        (_BASES, identity.bases),
        (_EXPORTED, json.dumps(dict(identity.exported), ensure_ascii=False) if identity.exported else ""),
    ]
    facts = [(name, text[at : at + _LONGEST]) for name, text in facts for at in range(0, len(text), _LONGEST)]
    name, text = (column.header for column in PAGE.columns)
    return [(name, text), (_ABOUT, PAGE.purpose), *facts, (_SUM, _sum(facts))]


def understood(found: Sequence[Sequence[object]], of_file: str) -> Found:
    """The identity from the cells of the sheet and from the file's property.

    `found` is the sheet from its headers on, nothing for a workbook without. Where it cannot be gone by, the id of the
    property still can; what the workbook once held is lost.
    """
    said = [(f"{row[0]}", f"{row[1]}") for row in found if len(row) > 1]
    facts = [line for line in said if line[0] in (_ID, _VERSION, _BASES, _EXPORTED)]
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for name, text in facts:
        lines[name].append(text)
    texts = {name: "".join(pieces) for name, pieces in lines.items()}
    sound = dict(said).get(_SUM) == _sum(facts)
    if sound and of_file in ("", texts.get(_ID)):
        return Found(Identity(texts[_ID], texts.get(_BASES, ""), _exported(texts.get(_EXPORTED, ""))))
    known = Identity(of_file) if of_file else None
    return Found(known, "identity_foreign" if said else "identity_lost")


def stamped(book: Book, on: date) -> Identity:
    """The book's identity with what it holds on that day as its latest base; a book that has none is given an id that
    follows from its contents: copies of one old file become copies of one workbook."""
    now = base_of(forgetting(contents(book), may_be_remembered), on)
    identity = book.identity or Identity(now.revision[:32])
    return identity._replace(bases=packed(with_base(bases_of(identity), now)))


def bases_of(identity: Identity | None) -> list[Base]:
    """What the workbook held at moments of its past, the latest last."""
    return unpacked(identity.bases) if identity else []


_IN_PROPERTIES = re.compile(rf'name="{PROPERTY}"[^>]*>\s*<(?:\w+:)?lpwstr[^>]*>\s*([0-9a-f]{{32}})\s*<'.encode())


def id_in(properties: bytes) -> str:
    """The id in the part `PROPERTIES`; "" if it has none."""
    found = _IN_PROPERTIES.search(properties)
    return found[1].decode() if found else ""


def _exported(text: str) -> dict[str, str]:
    return {str(kind): str(said) for kind, said in json.loads(text).items()} if text else {}


def _sum(facts: Iterable[Line]) -> str:
    """Over names and texts, a text that goes on counted as one."""
    return sha256("\n".join("\t".join(fact) for fact in facts).encode()).hexdigest()[:16]
