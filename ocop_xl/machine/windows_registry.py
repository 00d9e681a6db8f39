"""The real registry. Always the 64-bit view, whatever Python is: Office's facts stand there."""

from __future__ import annotations

import sys
import winreg
from collections.abc import Mapping
from contextlib import suppress

from ocop_xl.machine.registry import Value

assert sys.platform == "win32", "imported on Windows only"

_HIVES = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCR": winreg.HKEY_CLASSES_ROOT}


class WindowsRegistry:
    def values(self, key: str) -> Mapping[str, Value]:
        found: dict[str, Value] = {}
        with suppress(OSError), winreg.OpenKey(*_split(key), 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as handle:
            for number in range(winreg.QueryInfoKey(handle)[1]):
                name, data, _ = winreg.EnumValue(handle, number)
                found[name] = data
        return found

    def write(self, key: str, name: str, text: str) -> None:
        with winreg.CreateKey(*_split(key)) as handle:
            winreg.SetValueEx(handle, name, 0, winreg.REG_SZ, text)

    def delete(self, key: str, name: str) -> None:
        with suppress(FileNotFoundError):
            with winreg.OpenKey(*_split(key), 0, winreg.KEY_READ | winreg.KEY_SET_VALUE) as handle:
                winreg.DeleteValue(handle, name)
                empty = winreg.QueryInfoKey(handle)[:2] == (0, 0)
            if empty:
                winreg.DeleteKey(*_split(key))


def _split(key: str) -> tuple[int, str]:
    hive, _, path = key.partition("\\")
    return _HIVES[hive], path
