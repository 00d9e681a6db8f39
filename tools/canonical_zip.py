"""Zip files that come out the same on every run, in every time zone."""

from __future__ import annotations

from ocop_xl.office.archive import Limits, deflated, pack, read_archive

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_LIMITS = Limits(parts=1000, part=2**24, content=2**26)


def read_zip(content: bytes) -> dict[str, bytes]:
    return {name: part.content(_LIMITS.part) for name, part in read_archive(content, _LIMITS).items()}


def canonical_zip(parts: dict[str, bytes]) -> bytes:
    """Parts by name; the two that Office looks for first stand first, the others by name."""
    order = sorted(parts, key=lambda name: (name not in _FIRST, name))
    return pack({name: deflated(parts[name], 9) for name in order})
