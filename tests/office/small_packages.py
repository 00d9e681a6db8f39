"""The smallest archive that may be put in a workbook's place."""

from __future__ import annotations

from ocop_xl.office.archive import pack, stored


def package(text: str) -> bytes:
    return pack({"a.txt": stored(text.encode())})
