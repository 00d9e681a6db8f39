"""Which Python the buttons run: one setting that Excel's add-in and LibreOffice's extension both read."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.machine.machine import PYTHON_VALUE, SETTINGS_KEY, Machine
from ocop_xl.machine.registry import text


def remembered_python(machine: Machine) -> Path | None:
    if machine.windows:
        found = text(machine.registry, SETTINGS_KEY, PYTHON_VALUE)
    else:
        file = machine.setting_file
        found = file.read_text(encoding="utf-8").partition("\n")[0].strip() if file.is_file() else ""
    return Path(found) if found else None


def remember_python(machine: Machine) -> Path:
    """The Python that runs this; OSError if the setting may not be written."""
    python = machine.windowless_python
    if machine.windows:
        machine.registry.write(SETTINGS_KEY, PYTHON_VALUE, str(python))
    else:
        machine.setting_file.parent.mkdir(parents=True, exist_ok=True)
        machine.setting_file.write_text(f"{python}\n", encoding="utf-8")
    return python


def forget_python(machine: Machine) -> None:
    if machine.windows:
        machine.registry.delete(SETTINGS_KEY, PYTHON_VALUE)
    else:
        machine.setting_file.unlink(missing_ok=True)
