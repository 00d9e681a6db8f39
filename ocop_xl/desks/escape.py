"""Whether Esc is being pressed: what an Excel that waits for us cannot tell."""

from __future__ import annotations

import sys

_ESCAPE = 0x1B
_PRESSED_SINCE = 0x8001
"""Bits of GetAsyncKeyState: down now, or pressed since somebody last asked."""


def escape_pressed() -> bool:
    """On Windows, where Excel's buttons run; elsewhere nobody can press it."""
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.user32.GetAsyncKeyState(_ESCAPE) & _PRESSED_SINCE)
