"""Actions that are commands of the command line as well: run on the saved workbook, their words shown to the user."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout

_SHOWN = 40
"""Lines that a message shows."""


def run_command(*arguments: str) -> tuple[int, str]:
    """Exit status of `ocop-xl …` and what it said."""
    from ocop_xl.cli.main import main

    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = main(arguments)
    lines = said.getvalue().strip().split("\n")
    return status, "\n".join(lines[:_SHOWN] + ([f"… và {len(lines) - _SHOWN} dòng nữa"] if len(lines) > _SHOWN else []))
