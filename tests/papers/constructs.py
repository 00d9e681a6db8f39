"""Which of many Word files show between them everything that any of them is built of."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from defusedxml.ElementTree import fromstring

Constructs = frozenset[tuple[str, ...]]
"""Elements with the order of their children, and their attributes with what is no number of the values: a schema has
nothing else to forbid."""


def covering(files: Iterable[Path]) -> list[Path]:
    """The fewest found by taking, each time, the file with most that is new."""
    rest = {file: constructs(file) for file in files}
    chosen = []
    while any(rest.values()):
        best = max(rest, key=lambda file: len(rest[file]))
        chosen.append(best)
        rest = {file: found - rest[best] for file, found in rest.items()}
    return chosen


def constructs(file: Path) -> Constructs:
    with zipfile.ZipFile(file) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
    elements = [element for part in parts for element in fromstring(part).iter()]
    orders = {(one.tag, *(tag for tag, _ in groupby(child.tag for child in one))) for one in elements}
    values = {
        (one.tag, name, re.sub(r"\d+", "0", value) if name.endswith("}val") else "")
        for one in elements
        for name, value in one.items()
    }
    return frozenset(orders | values)
