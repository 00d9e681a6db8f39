"""By which rules a package was made: the program, the criteria as data, the law in force."""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import ocop_xl
from ocop_xl.law.criteria import CURRENT_DOCUMENT
from ocop_xl.law.documents import in_force
from ocop_xl.rules.check import catalogue


@cache
def rules_version() -> dict[str, str | int]:
    """`criteria_sha256` is the sum of the 26 sets as shipped: two programs with the same one score alike."""
    folder = Path(ocop_xl.__file__).parent / "law" / "data" / "criteria"
    together = sha256()
    for path in sorted(folder.glob("*.json")):
        together.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return {
        "software": f"ocop_xl {ocop_xl.__version__}",
        "rules": len(catalogue()),
        "criteria": CURRENT_DOCUMENT,
        "criteria_sha256": together.hexdigest(),
    }


def documents(on: date) -> list[str]:
    """The documents in force on that day, by number."""
    return [document.code for document in in_force(on)]
