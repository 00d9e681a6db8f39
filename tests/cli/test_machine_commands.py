"""`ocop-xl doctor` and `ocop-xl install` as an officer runs them."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.command_line import ocop

linux_only = pytest.mark.skipif(sys.platform == "win32", reason="on Windows install would change this PC")


def test_doctor_tells_each_look_in_a_line_with_what_to_do(demo_file: Path) -> None:
    done = ocop("doctor", demo_file)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout
    assert all(line[0] in "✔⚠✘" or line.startswith("  ► ") for line in lines[:-1])
    assert any(line.startswith("✔ Python ") for line in lines)
    assert lines[-1].startswith("Máy dùng")


def test_doctor_ends_with_1_when_something_must_be_mended(tmp_path: Path) -> None:
    done = ocop("doctor", tmp_path / "không có.xlsx")
    assert done.returncode == 1
    assert "✘ Không thấy tệp «không có.xlsx»." in done.stdout


def test_doctor_json_is_what_the_contract_says(demo_file: Path) -> None:
    done = ocop("doctor", demo_file, "--json")
    found = json.loads(done.stdout)
    assert all(list(one) == ["check", "state", "sentence", "advice"] for one in found)
    assert {one["state"] for one in found} <= {"good", "warning", "error"}
    assert {"python", "package", "fonts", "folder", "book"} <= {one["check"] for one in found}


def test_doctor_writes_a_bundle_once(tmp_path: Path, demo_file: Path) -> None:
    out = tmp_path / "ho-tro.zip"
    assert ocop("doctor", demo_file, "--bundle", out).returncode == 0
    assert zipfile.is_zipfile(out)
    again = ocop("doctor", "--bundle", out)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.strip() == "Tệp «ho-tro.zip» đã có nên không ghi đè. Hãy chọn tên khác."


@linux_only
def test_install_without_excel_shows_the_way_to_libreoffice() -> None:
    done = ocop("install")
    assert done.returncode == 2
    assert "«ocop-xl install --libreoffice»" in done.stderr
    assert os.linesep not in done.stderr.strip(), "one sentence"
