"""Where the Python with ocop_xl is, and how it is started beside LibreOffice.

LibreOffice brings a Python of its own, on Windows without any way to install packages, so the actions run outside.
"""

import os
import subprocess
import sys
from pathlib import Path

VARIABLE = "OCOP_PYTHON"
REGISTRY_KEY, REGISTRY_VALUE = r"Software\OCOP", "Python"
_OFFICE_PYTHON = ("PYTHONHOME", "PYTHONPATH", "PYTHONEXECUTABLE")
"""LibreOffice sets these for itself; another Python would break by them."""


def setting_file():
    """One line, the path of Python: where `ocop-xl install --libreoffice` writes it outside of Windows."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "ocop_xl" / "python"


def command():
    """The setting, else the variable, else the usual name."""
    chosen = _from_registry() or _from_file() or os.environ.get(VARIABLE)
    if chosen:
        return [chosen]
    return ["pyw.exe", "-3"] if sys.platform == "win32" else ["python3"]


def start(action):
    """A process that takes answers on stdin and gives orders on stdout; OSError if there is no such Python."""
    settings = {name: value for name, value in os.environ.items() if name not in _OFFICE_PYTHON}
    options = {"creationflags": 0x08000000} if sys.platform == "win32" else {}  # CREATE_NO_WINDOW
    return subprocess.Popen(
        [*command(), "-P", "-m", "ocop_xl.calc", action],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=settings,
        **options,
    )


def _from_registry():
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, REGISTRY_KEY) as key:
            return winreg.QueryValueEx(key, REGISTRY_VALUE)[0]
    except OSError:
        return ""


def _from_file():
    try:
        return setting_file().read_text("utf-8").split("\n")[0].strip()
    except OSError:
        return ""
