"""Results that are kept from one run to the next, by the sum of the file: what has not changed is not read again.

In a folder beside what is made of them. A damaged result is made anew; nobody has to clear the folder, and it can be
deleted at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ocop_xl.province.head import head_of, rest_of, rules_of_day

FOLDER = ".ocop-da-doc"


class Kept:
    """The results of one day in `folder`, which is made when the first one is kept."""

    def __init__(self, folder: Path, day: str) -> None:
        self._folder, self._suffix = folder, f"-{rules_of_day(day)}.ocop"
        self._used: set[str] = set()
        self._found: set[Path] = set()

    def find(self, raw: bytes) -> bytes | None:
        path = self._path(sha256(raw).hexdigest())
        try:
            packed = path.read_bytes()
            head_of(packed), rest_of(packed)
        except (OSError, ValueError):
            return None
        self._found.add(path)
        return packed

    def keep(self, sum_of_file: str, packed: bytes) -> None:
        """What was found is not written again. A full disk or a folder that may not be written costs the next run its
        time, not this one its result."""
        path = self._path(sum_of_file)
        if path in self._found:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.moi")
            fresh.write_bytes(packed)
            fresh.replace(path)

    def forget_the_rest(self) -> None:
        """What this run did not ask for: files that are gone, other days, other versions of the program."""
        for path in list(self._ours()):
            if path.name not in self._used:
                with suppress(OSError):
                    path.unlink()

    def _ours(self) -> Iterator[Path]:
        return self._folder.glob("*.ocop") if self._folder.is_dir() else iter(())

    def _path(self, sum_of_file: str) -> Path:
        name = f"{sum_of_file}{self._suffix}"
        self._used.add(name)
        return self._folder / name
