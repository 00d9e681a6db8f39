"""xlwings as the desk needs it: without what it would draw in, and with paths of this computer."""

from __future__ import annotations

import sys
from typing import Any

from ocop_xl.errors import Refusal

_UNWANTED = ("pandas", "numpy", "polars", "matplotlib", "PIL", "plotly", "xlwings.pro")
"""xlwings draws these in where they are installed: half a second that no button needs, and a licence check."""


def load_xlwings() -> Any:
    """xlwings without what it would draw in."""
    if "xlwings" in sys.modules:
        return sys.modules["xlwings"]
    hidden = [name for name in _UNWANTED if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # Python's own way to say that a module is not there
    try:
        import xlwings
    except ImportError:
        raise Refusal("Máy này chưa có xlwings để nói chuyện với Excel; hãy chạy «Khám máy» hoặc cài lại.") from None
    finally:
        for name in hidden:
            sys.modules.pop(name, None)
    return xlwings


def on_this_computer(fullname: str) -> str:
    """With AutoSave Excel gives the address of the workbook on the web; its copy here lies in the OneDrive folder."""
    if "://" not in fullname:
        return fullname
    from xlwings.utils import fullname_url_to_local_path

    try:
        return str(fullname_url_to_local_path(fullname))
    except Exception:  # whatever it looked for on this computer and did not find
        return ""
