"""Actions that are commands of the command line as well: run on the saved workbook, their words shown to the user."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout


def run_command(*arguments: str) -> tuple[int, str]:
    """Exit status of `ocop-xl …` and what it said."""
    from ocop_xl.cli.main import main

    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = main(arguments)
    return status, said.getvalue().strip()
