"""A Windows PC as far as `ocop_xl.machine` looks: its registry in memory, its folders really on the disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ocop_xl import __version__
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.registry import Value

APP_PATHS = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
OCOP = r"HKCU\Software\OCOP"


@dataclass
class MemoryRegistry:
    keys: dict[str, dict[str, Value]] = field(default_factory=dict)
    closed: bool = False

    def values(self, key: str) -> Mapping[str, Value]:
        return next((values for own, values in self.keys.items() if own.casefold() == key.casefold()), {})

    def write(self, key: str, name: str, text: str) -> None:
        if self.closed:
            raise PermissionError(key)
        self.keys.setdefault(key, {})[name] = text

    def delete(self, key: str, name: str) -> None:
        self.keys.get(key, {}).pop(name, None)
        if not self.keys.get(key, True):
            del self.keys[key]


def windows_pc(
    folder: Path, *, excel: bool = True, base: str = r"C:\Python311", **registry: dict[str, Value]
) -> tuple[Machine, MemoryRegistry]:
    """A PC of the officer “Nguyễn Thị Ánh”; `registry` adds keys by a free name: `{"key": …, value names…}`."""
    keys: dict[str, dict[str, Value]] = {APP_PATHS: {"": r"C:\Program Files\Office16\EXCEL.EXE"}} if excel else {}
    for values in registry.values():
        key = values.pop("key")
        assert isinstance(key, str)
        keys[key] = values
    home = folder / "Nguyễn Thị Ánh"
    python = home / "Python" / "python.exe"
    python.parent.mkdir(parents=True, exist_ok=True)
    for name in ("python.exe", "pythonw.exe"):
        (python.parent / name).touch()
    memory = MemoryRegistry(keys)
    environment = {"APPDATA": str(home / "AppData" / "Roaming"), "USERNAME": "Nguyễn Thị Ánh"}
    return Machine("win32", memory, environment, home, python, Path(base)), memory


def with_version(addin: Path, version: str) -> bytes:
    """The same add-in, as another release would carry it."""
    out = io.BytesIO()
    with zipfile.ZipFile(addin) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(f">{__version__}<".encode(), f">{version}<".encode()))
    return out.getvalue()
