"""Compiling what the buttons load, once: a click must not pay for it, and may have no right to keep the result."""

from __future__ import annotations

import compileall
import importlib.util
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from ocop_xl.machine.shipped import PACKAGE

DISTRIBUTION = "ocop-xl"
_UNWANTED = re.compile(r"extra\s*==\s*['\"](?!excel['\"])")
"""Requirements of other extras than `excel`: the developers' tools."""


def compile_installed() -> list[Path]:
    """Compile our package and the libraries it needs; gives the files that could not be kept compiled."""
    return [source for source in _sources() if not _compiled(source) and not _compile(source)]


def uncompiled() -> list[Path]:
    """Files of our own package whose compiled form is missing or older than the source."""
    return [source for source in sorted(PACKAGE.rglob("*.py")) if not _compiled(source)]


def requirements() -> dict[str, Distribution | None]:
    """What ocop-xl needs to run, by name, directly or through another library; None for what is not installed.

    xlwings is optional, and a library for another system is left out.
    """
    found: dict[str, Distribution | None] = {}
    waiting = [DISTRIBUTION]
    while waiting:
        name = waiting.pop()
        try:
            found[name] = library = distribution(name)
        except PackageNotFoundError:
            found[name] = None
            continue
        wanted = [line for line in library.requires or () if _applies(line, name)]
        waiting += [one for line in wanted if (one := _name(line)) not in found and one not in waiting]
    return found


def _applies(requirement: str, of: str) -> bool:
    """Libraries' own extras are nobody's need; only ocop-xl's `excel` is."""
    _, _, condition = requirement.partition(";")
    if "extra" in condition and (of != DISTRIBUTION or _UNWANTED.search(condition)):
        return False
    return not re.search(r"platform|os_name|python_version|implementation", condition)


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


def _sources() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))
    for name, library in requirements().items():
        if library is None or name == DISTRIBUTION:
            continue
        for file in library.files or ():
            if file.suffix == ".py":
                yield Path(str(library.locate_file(file)))


def _compile(source: Path) -> bool:
    """False only for a file of ours: libraries carry some for other Pythons, which nobody loads here."""
    compiled = source.is_file() and compileall.compile_file(source, quiet=2)
    return bool(compiled) or PACKAGE not in source.parents


def _compiled(source: Path) -> bool:
    """PEP 552: a compiled file names the time and size of its source, unless it is told by hash."""
    try:
        head = Path(importlib.util.cache_from_source(str(source))).read_bytes()[:16]
        facts = source.stat()
    except (OSError, NotImplementedError):
        return False
    if head[:4] != importlib.util.MAGIC_NUMBER:
        return False
    if int.from_bytes(head[4:8], "little") & 1:
        return True
    return head[8:16] == b"".join(
        (number & 0xFFFFFFFF).to_bytes(4, "little") for number in (int(facts.st_mtime), facts.st_size)
    )
