"""The built add-in and extension: in the installed package, or in `dist` of a clone; and which version a file is."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ocop_xl.errors import CannotInstall

PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (PACKAGE / "addin", PACKAGE.parent / "dist")
_VERSIONS = {
    ".xlam": ("docProps/custom.xml", rb'name="OCOP"[^>]*>\s*<vt:lpwstr>([^<]+)<'),
    ".oxt": ("description.xml", rb'<version value="([^"]+)"'),
}
"""The part and the pattern that carry the version, by the kind of file."""


def shipped(name: str) -> Path:
    """`OCOP.xlam` or `ocop.oxt`; `CannotInstall` when it has not been built."""
    for place in _PLACES:
        if (place / name).is_file():
            return place / name
    raise CannotInstall(
        f"Bản cài này thiếu tệp «{name}». Hãy cài lại từ tệp .whl đầy đủ; người phát triển thì chạy «make build» trước."
    )


def version_of(path: Path) -> str:
    """The version that a built file carries; "" for a file that is none of ours or cannot be read."""
    part, pattern = _VERSIONS[path.suffix.casefold()]
    try:
        with zipfile.ZipFile(path) as package:
            found = re.search(pattern, package.read(part))
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    return found[1].decode("utf-8", "replace") if found else ""


def in_order(version: str) -> tuple[int, ...]:
    """For comparing: 0.10.0 comes after 0.9.1."""
    return tuple(int(number) for number in re.findall(r"\d+", version))
