"""Files of our own that stand beside a workbook for a moment, and what a killed command has left of them.

Their names hold a mark of the workbook's name, not the name itself, which may be as long as a name can be. Whoever
holds the workbook's lock (`lock`) knows that no living command of ours is at work on these files.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from ocop_xl.vietnamese import nfc

BACKUPS = "saoluu"
"""Folder beside the workbook in which earlier states are kept."""
ABANDONED = 3600
"""Seconds after which a file that no lock speaks for cannot belong to a command still at work."""
_FRESH = ".moi"
_ANY = re.compile(r"\.ocop-[a-z0-9_]{8}(?:\.moi)?\.[a-z]{3,5}")
"""Copies of any file of ours, also as the first version named them."""


def mark_of(path: Path) -> str:
    """The same for one file whatever the system does with capitals and accents in names."""
    return f"{crc32(nfc(path.name).casefold().encode()):08x}"


def lock_beside(path: Path) -> Path:
    return path.with_name(f".ocop-{mark_of(path)}.khoa")


def note_beside(path: Path) -> Path:
    """Where a command writes down the folders in which papers of the workbook wait."""
    return path.with_name(f".ocop-{mark_of(path)}.cho")


def fresh_name(path: Path) -> str:
    """Of the new content before it takes the file's place, or of a backup before it is whole."""
    return f".ocop-{mark_of(path)}{_FRESH}{path.suffix}"


def remove_copies(path: Path) -> None:
    """Every copy that a killed command left; only for the holder of the lock."""
    for copy in _copies(path):
        copy.unlink(missing_ok=True)


def is_left(path: Path) -> bool:
    """Whether something of ours stands beside the workbook, of a dead command or of a living one."""
    return lock_beside(path).exists() or note_beside(path).exists() or any(_copies(path))


def _copies(path: Path) -> Iterator[Path]:
    ours = f".ocop-{mark_of(path)}{_FRESH}"
    for folder in (path.parent, path.parent / BACKUPS):
        for found in folder.glob(".ocop-*"):
            if found.name.startswith(ours) or (_ANY.fullmatch(found.name) and is_abandoned(found)):
                yield found


def is_abandoned(file: Path) -> bool:
    """Older than any command of ours runs."""
    try:
        return time.time() - file.stat().st_mtime > ABANDONED
    except OSError:  # gone meanwhile
        return False
