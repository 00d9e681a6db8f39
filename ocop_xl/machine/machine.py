"""What the rest of this package may know of the PC: its system, registry, environment and the user's folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from ocop_xl.machine.registry import NoRegistry, Registry
from ocop_xl.records import NamedTuple

ADDIN, EXTENSION = "OCOP.xlam", "ocop.oxt"
SETTINGS_KEY, PYTHON_VALUE = r"HKCU\Software\OCOP", "Python"
"""Where the add-in and the extension look for Python: registry texts are wide, so Vietnamese user names survive."""

_STORE_FOLDERS = ("windowsapps", "pythonsoftwarefoundation")


class Machine(NamedTuple):
    """`system` as `sys.platform` names it; `python` is the program that runs us, `base` where that Python lives."""

    system: str
    registry: Registry
    environment: Mapping[str, str]
    home: Path
    python: Path
    base: Path

    @property
    def windows(self) -> bool:
        return self.system == "win32"

    @property
    def startup_folder(self) -> Path:
        """What Excel opens from at each start: the user's own, so no administrator, and trusted unless forbidden."""
        roaming = self.environment.get("APPDATA")
        return (Path(roaming) if roaming else self.home / "AppData" / "Roaming") / "Microsoft" / "Excel" / "XLSTART"

    @property
    def addin(self) -> Path:
        return self.startup_folder / ADDIN

    @property
    def setting_file(self) -> Path:
        """One line with the path of Python, for the LibreOffice extension on systems without a registry."""
        base = self.environment.get("XDG_CONFIG_HOME")
        return (Path(base) if base else self.home / ".config") / "ocop_xl" / "python"

    @property
    def windowless_python(self) -> Path:
        """`pythonw.exe` beside `python.exe`, since a click shall not flash a black window."""
        silent = self.python.with_name("pythonw.exe")
        return silent if self.windows and silent.is_file() else self.python

    @property
    def store_python(self) -> bool:
        """Python from Microsoft Store: Windows gives it a private copy of AppData and registry, unseen by Excel."""
        parts = [part.casefold() for part in str(self.base).replace("\\", "/").split("/")]
        return self.windows and any(part.startswith(_STORE_FOLDERS) for part in parts)


def this_machine() -> Machine:
    return Machine(
        system=sys.platform,
        registry=_registry(),
        environment=os.environ,
        home=Path.home(),
        python=Path(sys.executable),
        base=Path(sys.base_prefix),
    )


def _registry() -> Registry:
    if sys.platform == "win32":
        from ocop_xl.machine.windows_registry import WindowsRegistry

        return WindowsRegistry()
    return NoRegistry()
