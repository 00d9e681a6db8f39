"""An answer of the province to one package: to which, what the package said, and what is answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from ocop_xl.changes.bases import base_of, packed, unpacked
from ocop_xl.changes.contents import Contents, contents, forgetting
from ocop_xl.errors import ExchangeError, NewerProgram
from ocop_xl.exchange.received import Received
from ocop_xl.model.column import Column
from ocop_xl.model.table import TableSpec
from ocop_xl.privacy.masking import COVER
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import nfc

KIND, VERSION = "ocop-tra-loi", 1
"""What the answer calls itself, and the version of its shape: a receiver refuses a version it does not know."""


class About(NamedTuple):
    """What an answer is to. `said` is what the package held, so that its rows are found again under other keys."""

    book_id: str
    commune_code: str
    commune: str
    package: str
    sequence: int
    said: Contents


class Result(NamedTuple):
    """Of one dossier, by its key in the package: its `cells` and those of the recognition, `decision`, by attribute."""

    row_id: str
    cells: Mapping[str, Any]
    decision: Mapping[str, Any]


class Place(NamedTuple):
    """What a remark is on: a cell, a row (no `header`), a sheet (no `row_id`) or the whole (nothing at all)."""

    sheet: str = ""
    row_id: str = ""
    header: str = ""


class NewRemark(NamedTuple):
    """A remark as somebody of the province wrote it."""

    place: Place
    text: str

    def mark(self, package: str) -> str:
        """The same remark on the same package is one, however often its file is made or received."""
        words = "\0".join((package, *self.place, nfc(self.text).strip()))
        return sha256(words.encode()).hexdigest()[:12]


class Answer(NamedTuple):
    """`closed` are marks of remarks that the province takes for done; `beside` names what else came in the same zip."""

    about: About
    day: date
    by: str
    results: tuple[Result, ...]
    remarks: tuple[NewRemark, ...]
    closed: tuple[str, ...]
    beside: tuple[str, ...] = ()


def about_package(package: Received, name: str) -> About:
    """Of a package that verifies; a workbook that came by itself has no code that an answer could name."""
    if package.manifest is None:
        raise ExchangeError(f"«{name}» là sổ gửi rời, không phải gói; chỉ trả lời được gói. Hãy xin xã gửi gói.")
    commune = package.book.commune
    return About(
        package.manifest.book_id,
        commune.commune_code or "",
        commune.name or "",
        package.code,
        package.manifest.sequence,
        forgetting(contents(package.book), _is_open),
    )


def _is_open(spec: TableSpec, column: Column, value: Any) -> bool:
    """What was covered on the way says nothing of the original."""
    return not (isinstance(value, str) and COVER in value)


def as_text(about: About) -> str:
    """All of it as one line for a hidden sheet; `sum_of` it stands beside."""
    facts = {"answer": KIND, "version": VERSION} | about._asdict() | {"said": packed([base_of(about.said, date.min)])}
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def sum_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def understood(text: str, known_sum: str, name: str) -> About:
    """What an answer's hidden sheet says; raises `ExchangeError` for what was changed by hand or is of another kind."""
    broken = ExchangeError(
        f"Phần ẩn của tệp trả lời «{name}» bị hỏng hoặc bị sửa tay; hãy xin lại tệp từ tỉnh. Sổ giữ nguyên."
    )
    if sum_of(text) != known_sum:
        raise broken
    try:
        facts = json.loads(text)
        if facts.pop("answer") != KIND:
            raise broken
        if facts.pop("version") != VERSION:
            raise NewerProgram(f"Tệp trả lời «{name}» lập bằng phần mềm mới hơn; hãy cập nhật phần mềm.")
        (said,) = unpacked(facts.pop("said"))
        return About(**facts, said=said.contents)
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        raise broken from problem
