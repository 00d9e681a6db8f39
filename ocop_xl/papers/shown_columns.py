"""Which columns a paper shows: what makes it stale when it changes, and what does not.

Words – free text, names, addresses – are shown where the template names their column, or where they stand in the paper
as they do in the workbook. Days, figures and choices count always: a sum or a deadline does not tell which of them went
into it (**our reading**: rather one paper too many to look at than one too few).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ocop_xl.model import Row
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.trace import Shown
from ocop_xl.office.word_package import read_package
from ocop_xl.office.word_package import text_of as part_text
from ocop_xl.vietnamese import ascii_name

_PART = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_MARKUP = re.compile(r"<[^>]+>")
_TAG = re.compile(r"\{[{%](.*?)[}%]\}", re.DOTALL)
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.EMAIL, Kind.URL})


def shown_by(template: Path, rows: Iterable[Row], text: str) -> Shown:
    """For a paper made with this template from these rows, which reads so."""
    names, said = _names(template, template.stat().st_mtime_ns), _plain(text)
    of_kind: dict[type[Row], list[Row]] = {}
    for row in rows:
        of_kind.setdefault(type(row), []).append(row)

    def shown(kind: type[Row], column: Column) -> bool:
        if column.kind not in _WORDS and not column.personal:
            return True
        if ascii_name(column.header) in names:
            return True
        typed = (getattr(row, column.attribute) for row in of_kind.get(kind, ()))
        return any(words in said for value in typed if value and (words := _first_line(str(value))))

    return shown


def _first_line(value: str) -> str:
    """As a sentence has it: without its end, whatever its first letter."""
    return _plain(value.strip().splitlines()[0]).rstrip(" .;,") if value.strip() else ""


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def _names(template: Path, edited: int) -> frozenset[str]:
    """Every name in the template's tags, however Word has split them; a template that is `edited` is read again."""
    package = read_package(template.read_bytes())
    words = "".join(_MARKUP.sub("", part_text(name, part)) for name, part in package.items() if _PART.fullmatch(name))
    return frozenset(name for tag in _TAG.findall(words) for name in _NAME.findall(tag))
