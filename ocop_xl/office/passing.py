"""Files and folders for a moment: their names tell of which process they are, so that those of a dead one can go."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from ocop_xl.office.holder import is_of_the_dead, this_holder
from ocop_xl.office.our_files import is_abandoned

_SUFFIX = ".tmp"


def passing_name(path: Path) -> Path:
    """Beside `path`, hidden, of this thread alone."""
    return path.with_name(f".{path.name}.{_tag(os.getpid())}-{threading.get_ident()}{_SUFFIX}")


@cache
def _tag(_process: int) -> str:
    """Asked once: a batch makes a thousand papers."""
    return this_holder().tag


def remove_passed(folder: Path, suffix: str) -> None:
    """Files that killed processes left in the folder beside those of this suffix."""
    for left in folder.glob(f".*{suffix}.*{_SUFFIX}"):
        if is_of_the_dead(left.name) or is_abandoned(left):
            left.unlink(missing_ok=True)
    for left in folder.glob(f".*{suffix}{_SUFFIX}"):  # as the first version named them
        if is_abandoned(left):
            left.unlink(missing_ok=True)


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder in the system's own place for such; those of dead processes hold personal data and go."""
    for left in Path(tempfile.gettempdir()).glob("ocop-*"):
        if is_of_the_dead(left.name):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"ocop-{this_holder().tag}-", ignore_cleanup_errors=True) as name:
        yield Path(name)
