"""The list of commands and their files: every command is in both, and a call loads the file of its own command only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import ocop_xl.cli
from ocop_xl.cli.main import COMMANDS, parser

_LOADED = """
import contextlib, io, sys
from ocop_xl.cli.main import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(sys.argv[1:])
print(*sorted(name for name in sys.modules if name.endswith("_command")))
"""


def loaded_by(*words: str) -> list[str]:
    """The files of commands that a call has imported when it ends."""
    done = subprocess.run([sys.executable, "-c", _LOADED, *words], capture_output=True, encoding="utf-8", check=True)
    return [name.removeprefix("ocop_xl.cli.commands.") for name in done.stdout.split()]


def test_every_command_has_a_file_and_every_file_a_command() -> None:
    files = {
        path.stem.removesuffix("_command")
        for path in (Path(ocop_xl.cli.__path__[0]) / "commands").rglob("*_command.py")
    }
    assert files == {name.replace("-", "_") for name in COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_its_options(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        parser([name]).parse_args([name, "--help"])
    said = capsys.readouterr().out
    assert f"ocop-xl {name}" in said and "xem hướng dẫn này" in said


def test_the_help_of_all_loads_no_command() -> None:
    assert loaded_by("--help") == []


def test_a_command_loads_its_own_file_only() -> None:
    assert loaded_by("check", "khong-co.xlsx") == ["check_command"]
