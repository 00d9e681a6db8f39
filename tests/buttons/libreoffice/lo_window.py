"""LibreOffice as a user sees it: a real window on a screen of its own, with our extension installed or bare."""

from __future__ import annotations

import os
import subprocess
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ocop_xl.machine.libreoffice import without_virtual_python
from tests.buttons.libreoffice.lo_office import uno_module

_PATIENCE = 90  # seconds
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop>
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse">
<value>99.9</value></prop></item></oor:items>
"""


class Screen:
    """An X server that nobody looks at, and a mouse and a keyboard on it."""

    def __init__(self) -> None:
        told, tell = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1600x900x24", "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL,
            pass_fds=(tell,),
        )
        os.close(tell)
        with os.fdopen(told) as number:
            self.display = f":{number.readline().strip()}"
        self._answered = ""

    def do(self, *what: str) -> str:
        """xdotool's words: `mousemove 10 10 click 1`, `key Return`, `search --name …`."""
        done = subprocess.run(
            ["xdotool", *what], env=os.environ | {"DISPLAY": self.display}, capture_output=True, text=True, timeout=30
        )
        return done.stdout.strip()

    def press(self, key: str, window: str) -> None:
        """A key for the window of that name, if there is one now."""
        if self._turn_to(window):
            self.do("key", key)

    def type(self, text: str, window: str) -> None:
        if self._turn_to(window):
            self.do("type", text)

    def answer(self, window: str, *keys: str, text: str = "") -> None:
        """Words and keys for the next window of that name: not for the one that was answered last."""
        wait_for(lambda: self._shown(window)[-1:] not in ([], [self._answered]), f"the next window {window}")
        self._answered = self._shown(window)[-1]
        if text:
            self.type(text, window)
        if self._turn_to(window):
            self.do("key", *keys)

    def _turn_to(self, window: str) -> bool:
        """Without a window manager a window has to be told that it is its turn."""
        shown = self._shown(window)
        if shown:
            self.do("windowfocus", "--sync", shown[-1])
        return bool(shown)

    def wait_for_window(self, name: str) -> None:
        wait_for(lambda: self._shown(name) != [], f"window {name}")

    def wait_until_gone(self, name: str) -> None:
        wait_for(lambda: self._shown(name) == [], f"window {name} to close")

    def _shown(self, name: str) -> list[str]:
        return self.do("search", "--onlyvisible", "--name", name).split()

    def close(self) -> None:
        self.server.terminate()
        self.server.wait()


class OfficeWindow:
    """LibreOffice on that screen; `folder` holds its profile, `settings` go into its environment."""

    def __init__(self, soffice: str, folder: Path, screen: Screen, **settings: str) -> None:
        self.uno = uno_module()
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        self.options = [f"-env:UserInstallation={profile.as_uri()}"]
        self._prepare(folder)
        pipe = f"ocop{uuid.uuid4().hex[:12]}"
        accept = f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"
        settings |= {"DISPLAY": screen.display, "SAL_USE_VCLPLUGIN": "gen", "LC_ALL": "C.UTF-8"}
        settings |= {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state")}
        self.process = subprocess.Popen(
            [soffice, *self.options, "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", accept],
            env=without_virtual_python(os.environ) | settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.context = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        self.desktop = self.made("com.sun.star.frame.Desktop")

    def _prepare(self, folder: Path) -> None:
        """What the profile wants before the program starts."""

    def _connect(self, address: str) -> Any:
        here = self.uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        found: list[Any] = []

        def reached() -> bool:
            try:
                found.append(resolver.resolve(address))
            except Exception:  # com.sun.star.connection.NoConnectException, which has no Python module of its own
                return False
            return True

        wait_for(reached, "LibreOffice")
        return found[0]

    def made(self, service: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def configuration(self, path: str) -> Any:
        """A node of LibreOffice's configuration, as all its programs see it."""
        argument = self.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        argument.Name, argument.Value = "nodepath", path
        provider = self.made("com.sun.star.configuration.ConfigurationProvider")
        return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (argument,))

    def open(self, path: Path) -> Any:
        """The document, in a window that fills the screen."""
        document = self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, ())
        assert document is not None, f"LibreOffice did not open {path.name}"
        document.getCurrentController().Frame.ContainerWindow.setPosSize(0, 0, 1600, 900, 15)
        return document

    def close(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


class OfficeWithExtension(OfficeWindow):
    """With our buttons; for root `folder` holds the place of extensions that are shared, too."""

    def __init__(self, soffice: str, extension: Path, folder: Path, screen: Screen, python: str) -> None:
        self.extension = extension
        self.shared: list[str] = []
        super().__init__(soffice, folder, screen, OCOP_PYTHON=python)

    def _prepare(self, folder: Path) -> None:
        if os.geteuid() == 0:  # unopkg installs for root only what all users share
            (folder / "shared").mkdir()
            self.options.append(f"-env:UNO_SHARED_PACKAGES_CACHE={(folder / 'shared').as_uri()}")
            self.shared = ["--shared"]
        self.unopkg("add", *self.shared, str(self.extension))

    def unopkg(self, *words: str) -> str:
        command = ["unopkg", *words, *self.options]
        clean = without_virtual_python(os.environ)
        done = subprocess.run(command, env=clean, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def wait_for(reached: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + _PATIENCE
    while not reached():
        assert time.monotonic() < until, f"waited {_PATIENCE} s for {what}"
        time.sleep(0.2)
