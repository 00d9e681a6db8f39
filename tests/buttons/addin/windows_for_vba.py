"""Excel with our add-in, its VBA run by pyOpenVBA's engine, on a Windows that a test describes.

VBA reaches Windows through two objects only, WScript.Shell and Scripting.FileSystemObject. They are the seam: here the
test says what the registry, the environment and the disk hold, and hears what was started and what was said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pyopenvba.apps.excel import Application, ExcelApplication
from pyopenvba.interpreter._objects import VBAObject, method
from pyopenvba.interpreter._values import error
from xlsxwriter import Workbook

PYTHON_SETTING = r"HKCU\Software\OCOP\Python"
_NOT_FOUND = -2147024894


class Windows(VBAObject):
    """Both objects in one. `exit_code` None: what should be started is not there."""

    vba_type_name = "Windows"

    def __init__(
        self,
        registry: Mapping[str, str],
        variables: Mapping[str, str],
        files: tuple[str, ...] = (),
        exit_code: int | None = 0,
    ) -> None:
        self.registry, self.variables, self.files, self.exit_code = registry, variables, files, exit_code
        self.started: list[tuple[str, int, bool]] = []
        self.said: list[str] = []
        self.while_it_runs: Callable[[], object] = lambda: None

    @method
    def RegRead(self, name: str) -> str:
        if name not in self.registry:
            raise error(_NOT_FOUND, f'Unable to open registry key "{name}" for reading.')
        return self.registry[name]

    @method
    def ExpandEnvironmentStrings(self, text: str) -> str:
        return self.variables.get(text.strip("%"), text)

    @method
    def FileExists(self, path: str) -> bool:
        return path in self.files

    @method
    def Run(self, command: str, window: int, wait: bool) -> int:
        if self.exit_code is None:
            raise error(_NOT_FOUND, "The system cannot find the file specified.")
        self.started.append((command, int(window), bool(wait)))
        self.while_it_runs()
        return self.exit_code

    @method
    def Popup(self, text: str, seconds: int, title: str, kind: int) -> int:
        self.said.append(text)
        return 1


class RibbonControl(VBAObject):
    """What Excel hands to a callback: the button, by its id."""

    vba_type_name = "IRibbonControl"

    def __init__(self, button: str) -> None:
        self.button = button

    @method
    def ID(self) -> str:
        return self.button


class _Application(Application):
    """The engine's Excel, with the one member that it lacks."""

    @method
    def Hwnd(self) -> int:
        return 1_312_468


class ExcelWithAddin:
    """The add-in loaded and `book` open in front."""

    def __init__(self, addin: Path, book: Path) -> None:
        with Workbook(book) as made:
            made.add_worksheet("Sản phẩm")
        self._app = ExcelApplication.open(addin)
        self._app.application.__class__ = _Application
        self._app.open_workbook(book)

    def run(self, windows: Windows, macro: str, *arguments: object) -> object:
        def made(name: str) -> Windows:
            assert name in ("WScript.Shell", "Scripting.FileSystemObject"), f"VBA asks for {name}"
            return windows

        self._app.interpreter.host.create = made  # type: ignore[method-assign]
        return self._app.run(macro, *arguments)

    @property
    def application(self) -> Application:
        return self._app.application

    @contextmanager
    def book_named(self, name: str) -> Iterator[None]:
        book = self.application.active_book
        before, book.name = book.name, name
        yield
        book.name = before

    @contextmanager
    def no_book(self) -> Iterator[None]:
        application = self._app.application
        book, application.active_book = application.active_book, None
        yield
        application.active_book = book


def windows_arguments(line: str) -> list[str]:
    """A command line as Windows splits it (CommandLineToArgvW): blanks part, quotes hold together."""
    found: list[str] = []
    current, quoted, begun = "", False, False
    for sign in line:
        if sign == '"':
            quoted, begun = not quoted, True
        elif sign == " " and not quoted:
            if begun:
                found.append(current)
            current, begun = "", False
        else:
            current, begun = current + sign, True
    assert not quoted, f"a quote is left open: {line}"
    return [*found, current] if begun else found
