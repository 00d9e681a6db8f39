"""What is known of a file that a commune has sent, before its rows are looked at; and how a reduced file is packed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from hashlib import sha256
from sys import intern
from typing import Any

from ocop_xl.exchange.rules_version import rules_version
from ocop_xl.records import NamedTuple

SHAPE = 3
"""Of what is written here: a kept result of another shape is made anew."""
PACKAGE, WORKBOOK, ANSWER, LETTER = "gói", "sổ", "trả lời", "thư"
Cell = str | int | float | None
"""A day is its text, YYYY-MM-DD: its column says that it is one."""


class Head(NamedTuple):
    """What is known of a file. `kind` is `PACKAGE`, `WORKBOOK`, `ANSWER` for the province's own, `LETTER` for what
    is mailed beside these, or "": then `refusal` says why. `newer`: refused because a later program has made it.

    `sum` is the SHA-256 of the file; `content` that of what the book says, so that two files that say the same are
    known as such however they were packed; `rows` counts by table, `findings` by severity. `book_id`, `sequence`,
    `previous` and `period` are a package's that says them: whose how-manieth it is, and the code of the one before.
    `is_copy`: the workbook was taken out of a package. `remarks` counts the province's remarks in the book by state,
    `answered` what an answer says, whose `code` is that of the package that it is to.
    """

    sum: str
    size: int
    kind: str = ""
    refusal: str = ""
    commune_code: str = ""
    commune: str = ""
    province: str = ""
    made: str = ""
    reckoned: str = ""
    profile: str = ""
    software: str = ""
    model: int = 0
    code: str = ""
    content: str = ""
    book_id: str = ""
    sequence: int = 0
    previous: str = ""
    period: str = ""
    rows: Mapping[str, int] = {}
    findings: Mapping[str, int] = {}
    newer: bool = False
    is_copy: bool = False
    remarks: Mapping[str, int] = {}
    answered: Mapping[str, int] = {}


def refused(raw: bytes, why: str) -> Head:
    """Of a file that cannot be used."""
    return Head(sha256(raw).hexdigest(), len(raw), refusal=why)


def packed(head: Head, rest: str = "") -> bytes:
    """The head as a line of its own, so that it can be read without the rest."""
    line = json.dumps([SHAPE, *head], ensure_ascii=False, separators=(",", ":"))
    return line.encode() + b"\n" + zlib.compress(rest.encode(), 1)


def head_of(packed: bytes) -> Head:
    """Raises `ValueError` for what is damaged or of another shape."""
    shape, *facts = json.loads(packed.partition(b"\n")[0])
    if shape != SHAPE or len(facts) != len(Head._fields):
        raise ValueError("shape")
    return Head(*map(_shared, facts))


def _shared(fact: object) -> Any:
    """Thousands of heads say the same words and name the same tables: each is kept in memory once."""
    if isinstance(fact, dict):
        return {intern(name): value for name, value in fact.items()}
    return intern(fact) if isinstance(fact, str) else fact


def rest_of(packed: bytes) -> str:
    try:
        return zlib.decompress(packed.partition(b"\n")[2]).decode()
    except zlib.error as error:
        raise ValueError("rest") from error


def rules_of_day(day: str) -> str:
    """What a kept result depends on beside its file: the day, the program, its rules and criteria."""
    return sha256(repr((SHAPE, day, sorted(rules_version().items()))).encode()).hexdigest()[:16]
