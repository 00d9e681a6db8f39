"""xlwings as the desk needs it: without what it would draw in, and with paths of this computer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from typing import Any

from ocop_xl.errors import Refusal

_UNWANTED = ("pandas", "numpy", "polars", "matplotlib", "PIL", "plotly", "xlwings.pro")
"""xlwings draws these in where they are installed: half a second that no button needs, and a licence check."""
_RARELY_USED = ("subprocess", "tempfile", "traceback", "uuid")
"""Of the standard library: a sixth of the time in which xlwings is loaded, for what few buttons ask of it."""


def load_xlwings() -> Any:
    """xlwings without what it would draw in."""
    if "xlwings" in sys.modules:
        return sys.modules["xlwings"]
    try:
        with _hidden(_UNWANTED), _when_used(_RARELY_USED):
            import xlwings
    except ImportError:
        raise Refusal("Máy này chưa có xlwings để nói chuyện với Excel; hãy chạy «Khám máy» hoặc cài lại.") from None
    return xlwings


@contextmanager
def _hidden(names: tuple[str, ...]) -> Iterator[None]:
    """These modules seem not to be there."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # Python's own way to say that a module is not there
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)


@contextmanager
def _when_used(names: tuple[str, ...]) -> Iterator[None]:
    """These modules are loaded by who first uses them, now or later."""
    finder = _LateFinder(names)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _LateFinder:
    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        found = PathFinder.find_spec(name, path) if name in self._names else None
        if found is not None and found.loader is not None:
            found.loader = LazyLoader(found.loader)
        return found


def on_this_computer(fullname: str) -> str:
    """With AutoSave Excel gives the address of the workbook on the web; its copy here lies in the OneDrive folder."""
    if "://" not in fullname:
        return fullname
    from xlwings.utils import fullname_url_to_local_path

    try:
        return str(fullname_url_to_local_path(fullname))
    except Exception:  # whatever it looked for on this computer and did not find
        return ""
