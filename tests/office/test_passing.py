"""Files and folders for a moment go with the next command when their process was killed, and not before."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ocop_xl.office.passing import passing_folder, passing_name, remove_passed
from ocop_xl.papers.paper_files import write_new

LEAVES = """
import os, sys, tempfile
from pathlib import Path
from ocop_xl.office.passing import passing_folder, passing_name
passing_name(Path(sys.argv[1])).write_text("hộ ông A", encoding="utf-8")
with passing_folder() as folder:
    (folder / "a.docx").write_text("hộ ông A", encoding="utf-8")
    os._exit(9)
"""


def test_what_a_killed_process_left_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tam"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "tam").mkdir()
    subprocess.run([sys.executable, "-c", LEAVES, str(tmp_path / "a.docx")], check=False)
    mine = passing_name(tmp_path / "b.docx")
    mine.touch()
    (left,) = set(tmp_path.glob(".*")) - {mine}
    assert len(list((tmp_path / "tam").iterdir())) == 1
    remove_passed(tmp_path, ".docx")
    assert (left.exists(), mine.exists()) == (False, True)
    with passing_folder() as folder:
        assert list((tmp_path / "tam").iterdir()) == [folder]
    assert list((tmp_path / "tam").iterdir()) == []


def test_what_nobody_can_judge_goes_when_it_is_old(tmp_path: Path) -> None:
    first_version, elsewhere = tmp_path / ".a.docx.tmp", tmp_path / ".a.docx.0badcafe-1-0badcafe-1.tmp"
    first_version.touch()
    elsewhere.touch()
    remove_passed(tmp_path, ".docx")
    assert first_version.exists() and elsewhere.exists()
    for left in (first_version, elsewhere):
        os.utime(left, (1, 1))
    remove_passed(tmp_path, ".docx")
    assert list(tmp_path.iterdir()) == []


def test_a_paper_has_its_name_only_when_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also on a disk that knows no links, such as most USB sticks."""
    assert write_new(tmp_path, "a", ".docx", b"1").read_bytes() == b"1"
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    assert write_new(tmp_path, "a", ".docx", b"2").name == "a-2.docx"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.docx", "a.docx"]


def _no_links(*_: object) -> None:
    raise OSError(95, "Operation not supported")
