"""OCOP.xlam as a file: the same bytes each time, in order for every Excel, and its macros readable by anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from oletools.mraptor import MacroRaptor
from oletools.olevba import VBA_Parser
from pyvbaanalysis import analyze_loose_files

from ocop_xl import __version__
from tests.conftest import EACH_OFFICE_VERSION
from tools.build_addin import MACROS, VERSION_PROPERTY, addin, sources
from tools.canonical_zip import read_zip


@pytest.fixture(scope="module")
def addin_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("addin") / "OCOP.xlam"
    path.write_bytes(addin())
    return path


def test_two_builds_are_the_same_bytes(addin_file: Path) -> None:
    elsewhere = os.environ | {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    code = "import sys; from tools.build_addin import addin; sys.stdout.buffer.write(addin())"
    again = subprocess.run([sys.executable, "-c", code], cwd=MACROS.parent, env=elsewhere, capture_output=True)
    assert again.stdout == addin_file.read_bytes(), again.stderr.decode()


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
def test_open_xml_sdk_finds_nothing(
    version: str, addin_file: Path, sdk_errors: Callable[[Path, str], list[object]]
) -> None:
    assert sdk_errors(addin_file, version) == []


def test_the_package_is_an_add_in_with_the_ribbon_as_written(addin_file: Path) -> None:
    parts = read_zip(addin_file.read_bytes())
    assert (
        b'PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.addin.macroEnabled.main+xml"'
        in (parts["[Content_Types].xml"])
    )
    assert parts["customUI/customUI14.xml"] == (MACROS / "ribbon.xml").read_bytes()
    assert f'name="{VERSION_PROPERTY}"><vt:lpwstr>{__version__}<'.encode() in parts["docProps/custom.xml"]


def test_another_tool_reads_the_sources_back(addin_file: Path) -> None:
    parser = VBA_Parser(str(addin_file))
    read = {name: code for _, _, name, code in parser.extract_macros()}
    parser.close()
    code_names = {"ThisWorkbook.cls", "Messages.cls"}
    assert set(read) == {f"{name}.bas" for name in sources()} | code_names
    for name, text in sources().items():
        assert _lines(read[f"{name}.bas"]) == _lines(text), name


def test_macros_are_ascii_and_start_by_a_click_only(addin_file: Path) -> None:
    for path in MACROS.glob("*.bas"):
        assert path.read_bytes().isascii(), path.name
    raptor = MacroRaptor("\n".join(sources().values()))
    raptor.scan()
    assert not raptor.autoexec
    assert not raptor.write
    assert not raptor.suspicious


def test_vba_lint_is_clean() -> None:
    assert analyze_loose_files(sorted(MACROS.glob("*.bas"))) == {name: [] for name in sources()}


def _lines(source: str) -> list[str]:
    return [line for line in source.splitlines() if line and not line.startswith("Attribute ")]
