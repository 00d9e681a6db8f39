"""Addresses in lists: joined to a name, of before and after the communes were merged, and the commune they name."""

from __future__ import annotations

import re

from ocop_xl.vietnamese import fold, tidy

_WHERE = (
    r"(?:số(?: nhà)?\s+\d|tổ \d|ấp|thôn|xóm|khóm|khu phố|khu vực|bản|buôn|làng|đường|quốc lộ|tỉnh lộ|xã|phường|"
    r"thị trấn|thị xã|huyện|quận|thành phố|tp\.?\s|tỉnh|địa chỉ|đ/c|đc:|\d+[/\w]*\s+đường)"
)
_SPLIT = re.compile(rf"\s*(?:[,;\n(]|\s[-–]\s)\s*(?=(?:địa chỉ\s*:?\s*|đ/c\s*:?\s*)?{_WHERE}\b)", re.IGNORECASE)
_SAYS_ADDRESS = re.compile(r"\s*[,;.\n(\-–]*\s*(?:địa chỉ|đ/c)\s*:?\s*", re.IGNORECASE)
_COMMUNE = re.compile(
    r"\b(xã|phường|thị trấn|đặc khu)\s+([^,;()\n.]+?)"
    r"(?=\s*(?:[,;()\n.]|\s[-–]\s|$|\b(?:huyện|tỉnh|quận|thị xã|thành phố|tp)\b))",
    re.IGNORECASE,
)
_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
_KIND = re.compile(r"^(?:xa|phuong|thi tran|dac khu|tt|p|x)\s+")


def split_address(text: str, *, joined: bool) -> tuple[str, str]:
    """Name and address of one cell. `joined`: its header says so; else only «Địa chỉ:» parts them."""
    parts = [part.strip(" ,;()") for part in _SAYS_ADDRESS.split(text, maxsplit=1)]
    if len(parts) == 2 and parts[0] and parts[1]:
        return tidy(parts[0]), tidy(parts[1])
    if not joined:
        return tidy(text), ""
    found = _SPLIT.search(text)
    if found is None:
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        return (tidy(lines[0]), tidy(", ".join(lines[1:]))) if len(lines) > 1 else (tidy(text), "")
    return tidy(text[: found.start()]), tidy(text[found.end() :].strip(" ()"))


def communes_in(address: str) -> list[str]:
    """`Thôn 6, xã Thuận Hà, huyện Đắk Song`, `XÃ THUẬN HÀ` → `xã Thuận Hà`."""
    text = tidy(address)
    text = text.title() if text.isupper() else text
    return [f"{found[1].lower()} {tidy(found[2])}" for found in _COMMUNE.finditer(text)]


def same_commune(one: str, other: str) -> bool:
    """Compared without the kind of unit: a commune may have become a ward under the same name."""
    return bare_commune(one) == bare_commune(other)


def bare_commune(text: str) -> str:
    return _KIND.sub("", fold(text))


def with_units(street: str, units: list[str]) -> str:
    """An address and the units that it does not name yet: `Khóm 2` + `Phường Núi Sam` → `Khóm 2, Phường Núi Sam`."""
    parts = [street] if street else []
    for unit in units:
        bare = bare_commune(unit)
        if bare and f" {bare} " not in f" {fold(', '.join(parts))} ":
            parts.append(unit)
    return ", ".join(parts)


def as_commune(text: str, kind: str = "xã") -> str:
    """A name alone is a commune's: `Thuận Hạnh` → `xã Thuận Hạnh`."""
    text = tidy(text)
    return text if fold(text).startswith(tuple(f"{fold(known)} " for known in _KINDS)) or not text else f"{kind} {text}"
