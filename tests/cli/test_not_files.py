"""A folder, a pipe or a device where a file is asked for: one sentence, at once, by every command and for every file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from ocop_xl.office.files import names_device

EVERY_FILE = """
import sys
from ocop_xl.cli.main import main
book, odd = sys.argv[1:]
for arguments in (
    ["check", odd], ["targets", odd], ["score", odd], ["score", odd, "--open", "HS01", "--scorer", "xa", "--apply"],
    ["advise", odd, "SP01"], ["papers", odd, "ke-hoach"], ["papers", odd, "ke-hoach", "--vao-so"], ["share", odd],
    ["import", odd, book], ["import", odd, book, "--apply"], ["import", book, odd], ["criteria", odd, book],
    ["criteria", book, odd], ["lint-paper", odd], ["check-template", odd], ["verify", odd],
):
    print(main(arguments), *arguments[:1], flush=True)
    print("--", file=sys.stderr, flush=True)
"""


@pytest.mark.parametrize("kind", ["fifo", "/dev/zero", "folder"])
def test_every_command_refuses_what_is_no_file(kind: str, demo_file: Path, tmp_path: Path) -> None:
    odd = Path(kind) if kind.startswith("/") else tmp_path / "so.xlsx"
    if kind == "folder":
        odd.mkdir()
    elif kind == "fifo" and hasattr(os, "mkfifo"):
        os.mkfifo(odd)
    elif not odd.exists():
        pytest.skip("this system has no such file")
    done = subprocess.run(
        [sys.executable, "-c", EVERY_FILE, str(demo_file), str(odd)],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        timeout=120,
    )
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["2"] * 16, done.stdout
    for told in done.stderr.split("--\n")[:-1]:
        (sentence,) = told.splitlines()
        assert f"«{odd.name}» không phải là tệp mà là {'thư mục' if kind == 'folder' else 'thiết bị'}" in sentence
        assert "hãy chọn tệp" in sentence


@pytest.mark.parametrize("name", ["NUL", "con.xlsx", "C:/xa/COM1.docx", "lpt9 .csv", "nul.tar.gz"])
def test_windows_has_devices_in_every_folder(name: str) -> None:
    assert names_device(PureWindowsPath(name))
    assert not names_device(PureWindowsPath("sổ nul.xlsx"))
