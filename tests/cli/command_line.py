"""Runs `ocop-xl` as other programs and officers do.

Here, in this process: what a process of its own adds – the start, the end, a second one at the same time – stands in
test_main.py, test_demo.py and wherever one is killed or races, and costs more than most commands.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from ocop_xl.cli.main import main


class Done(NamedTuple):
    """The same names as of a process that has ended."""

    returncode: int
    stdout: str
    stderr: str


def ocop(*arguments: object, cwd: Path | None = None) -> Done:
    with _console() as console, chdir(cwd) if cwd else nullcontext():
        out, err = console
        try:
            status = main([str(one) for one in arguments])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return Done(status, _said(out), _said(err))


@contextmanager
def _console() -> Iterator[tuple[TextIOWrapper, TextIOWrapper]]:
    """Of an old machine, which knows no Vietnamese: that must not break it."""
    out, err = (TextIOWrapper(BytesIO(), encoding="ascii") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        yield out, err


def _said(stream: TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, BytesIO)
    return raw.getvalue().decode("utf-8").replace("\r\n", "\n")
