"""The mark that Windows puts on files from the Internet: a second stream beside the content."""

from __future__ import annotations

import re
from pathlib import Path

_INTERNET = 3
"""Zones 3 (Internet) and 4 (restricted sites) are blocked, 0 to 2 are the machine, the network and trusted sites."""


def is_blocked(path: Path) -> bool:
    """Whether Windows keeps a mark that the file came from the internet: Excel then runs none of its macros."""
    try:
        mark = Path(f"{path}:Zone.Identifier").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    zone = re.search(r"ZoneId\s*=\s*(\d+)", mark)
    return zone is not None and int(zone[1]) >= _INTERNET
