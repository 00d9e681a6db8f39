"""What tests share: a real LibreOffice and the real Open XML SDK where they are installed.

On a machine without them these tests skip; `.ci/run` sets OCOP_REQUIRE_OFFICE=1, and then a missing program fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.rules import check as checking
from ocop_xl.rules.facts import Facts
from ocop_xl.rules.finding import Finding

# A busy machine breaks deadlines of wall time, and a landing must not depend on the day's luck: developers keep searching.
settings.register_profile("ocop", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("ocop")

_RECALCULATE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">'
    '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>'
)


_MERCIFUL = Facts.__missing__, checking.rules_not_run


@pytest.fixture(scope="session", autouse=True)
def faults_of_rules_are_loud() -> Iterator[None]:
    """A user gets a dash for an unknown fact, and all other findings where a rule raises; a test gets the error."""

    def loud(faults: Mapping[str, Exception]) -> Iterator[Finding]:
        if faults:
            raise ExceptionGroup(", ".join(faults), list(faults.values()))
        return iter(())

    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(Facts, "__missing__")
        patch.setattr(checking, "rules_not_run", loud)
        yield


@pytest.fixture
def as_users_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a fault of a rule comes to outside the tests."""
    monkeypatch.setattr(Facts, "__missing__", _MERCIFUL[0], raising=False)
    monkeypatch.setattr(checking, "rules_not_run", _MERCIFUL[1])


def need(program: str, why: str) -> str:
    """The path of an office program; skips without it, unless it is required."""
    found = shutil.which(program)
    if found is None and os.environ.get("OCOP_REQUIRE_OFFICE") == "1":
        pytest.fail(f"{program} is required here ({why})")
    if found is None:
        pytest.skip(f"{program} is not installed ({why})")
    return found


Convert = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """`office(file, "pdf")`: LibreOffice converts a file, recalculating workbooks, and gives the result's path."""
    soffice = need("soffice", "second formula engine, PDF")
    profile = tmp_path_factory.mktemp("profile")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_RECALCULATE, encoding="utf-8")

    def convert(source: Path, kind: str) -> Path:
        out = tmp_path_factory.mktemp("converted")
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", kind, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return out / f"{source.stem}.{kind.split(':')[0]}"

    return convert


OFFICE_VERSIONS = ("Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365")
EACH_OFFICE_VERSION = [
    pytest.param(version, marks=() if version == OFFICE_VERSIONS[0] else pytest.mark.thorough)
    for version in OFFICE_VERSIONS
]
"""For `parametrize`: the oldest, which knows least, in `make test`, the others in `make thorough`."""


@pytest.fixture(scope="session")
def sdk_errors() -> Callable[[Path, str], list[object]]:
    """What the Open XML SDK finds wrong in a file for one version of Office."""
    validator = need("ooxml-validator", "Open XML SDK")

    def errors(path: Path, version: str) -> list[object]:
        done = subprocess.run(
            [validator, str(path), "--officeVersion", version], capture_output=True, text=True, timeout=120
        )
        report = json.loads(done.stdout)
        found: list[object] = report["errors"]
        assert report["ok"] == (not found)
        return found

    return errors


@pytest.fixture(scope="session")
def demo_day() -> date:
    return DEMO_DAY


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The master workbook of Vĩnh Phong, built afresh."""
    path = tmp_path_factory.mktemp("demo") / "OCOP_VinhPhong.xlsx"
    path.write_bytes(demo_workbook(DEMO_DAY))
    return path
