"""Windows' registry behind one seam, so that everything that reads it can be tried on any system.

Keys are written `HKCU\\Software\\OCOP`, as in Microsoft's documents; the names of values do not heed case.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

Value = str | int | bytes | None


class Registry(Protocol):
    def values(self, key: str) -> Mapping[str, Value]:
        """All values of a key, the default one under ""; nothing for a key that is not there or may not be read."""

    def write(self, key: str, name: str, text: str) -> None:
        """Make the key if need be and set a text. OSError if that is not allowed."""

    def delete(self, key: str, name: str) -> None:
        """Take a value away, and its key when nothing is left in it."""


def value(registry: Registry, key: str, name: str = "") -> Value:
    wanted = name.casefold()
    return next((found for own, found in registry.values(key).items() if own.casefold() == wanted), None)


def text(registry: Registry, key: str, name: str = "") -> str:
    """The value if it is a text, "" if it is none."""
    found = value(registry, key, name)
    return found if isinstance(found, str) else ""


class NoRegistry:
    """Other systems have none."""

    def values(self, key: str) -> Mapping[str, Value]:
        return {}

    def write(self, key: str, name: str, text: str) -> None:
        raise OSError("no registry")

    def delete(self, key: str, name: str) -> None:
        return None
