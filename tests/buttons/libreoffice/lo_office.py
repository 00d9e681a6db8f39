"""A private LibreOffice for the tests, spoken to over a pipe: the live workbook that stands in for Excel's."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from ocop_xl.machine.libreoffice import without_virtual_python

_SYSTEM_PACKAGES = "/usr/lib/python3/dist-packages"
"""Where Debian puts `uno`, LibreOffice's own door for Python."""
_PATIENCE = 90  # seconds until the first answer
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value>'
    '</prop></item><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" '
    'oor:op="fuse"><value>1</value></prop></item></oor:items>'
)


def uno_module() -> Any:
    """The `uno` module; ImportError where this Python cannot load it."""
    if _SYSTEM_PACKAGES not in sys.path:
        sys.path.append(_SYSTEM_PACKAGES)
    import uno  # type: ignore[import-not-found, unused-ignore]

    return uno


class Office:
    """One soffice process with a profile of its own; with windows where `display` names an X server."""

    def __init__(self, soffice: str, profile: Path, display: str = "") -> None:
        self._hidden = not display
        self.uno = uno_module()
        (profile / "user").mkdir(parents=True, exist_ok=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        pipe = f"ocop{uuid.uuid4().hex[:12]}"
        shown = [] if display else ["--headless"]
        options = [*shown, "--norestore", "--nologo", "--nodefault", "--nofirststartwizard"]
        accept = f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"
        self.process = subprocess.Popen(
            [soffice, f"-env:UserInstallation={profile.as_uri()}", *options, accept],
            env=without_virtual_python(os.environ) | {"DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"}
            if display
            else None,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def _connect(self, address: str) -> Any:
        here = self.uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return resolver.resolve(address)
            except Exception:  # com.sun.star.connection.NoConnectException, which has no Python module of its own
                if time.monotonic() > until:
                    self.process.kill()
                    raise
                time.sleep(0.2)

    def open(self, path: Path) -> Any:
        document = self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, self._options(Hidden=self._hidden))
        assert document is not None, f"LibreOffice did not open {path.name}"
        return document

    def store(self, document: Any, path: Path) -> None:
        """Write a document as .xlsx."""
        document.storeToURL(path.as_uri(), self._options(FilterName="Calc MS Excel 2007 XML", Overwrite=True))

    def _options(self, **values: object) -> tuple[Any, ...]:
        made = []
        for name, value in values.items():
            option = self.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
            option.Name, option.Value = name, value
            made.append(option)
        return tuple(made)

    def close(self) -> None:
        with suppress(Exception):  # the pipe breaks while the answer is on its way
            self.desktop.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
