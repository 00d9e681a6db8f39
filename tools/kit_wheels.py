"""The wheels that a computer needs for a package: which are lacking in a folder, and fetching those.

pip answers `Requires-Dist: pywin32; platform_system == "Windows"` for the computer on which it runs, also when it
downloads for another; so what another computer needs is worked out here, from the wheels themselves.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, sys_tags
from packaging.utils import canonicalize_name, parse_wheel_filename


class Computer(NamedTuple):
    """A computer by its Python: what pip is asked for it, which wheels it takes, how it answers markers."""

    name: str
    pip: tuple[str, ...]
    tags: frozenset[Tag]
    environment: Mapping[str, str]


def this_computer() -> Computer:
    return Computer("this", (), frozenset(sys_tags()), default_environment())  # type: ignore[arg-type]


def windows(version: str) -> Computer:
    """A 64-bit Windows with CPython of that version, `3.14`."""
    python, platforms = tuple(int(part) for part in version.split(".")), ["win_amd64"]
    tags = {*cpython_tags(python, platforms=platforms)}
    tags |= {*compatible_tags(python, f"cp{version.replace('.', '')}", platforms)}
    environment = {
        "implementation_name": "cpython",
        "implementation_version": f"{version}.0",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0.19045",
        "python_full_version": f"{version}.0",
        "python_version": version,
        "sys_platform": "win32",
    }
    pip = ("--platform", *platforms, "--python-version", version, "--implementation", "cp")
    return Computer(f"Windows {version}", pip, frozenset(tags), environment)


def lacking(wanted: str, folder: Path, computer: Computer) -> list[Requirement]:
    """What has no fitting wheel in the folder: of the requirement `wanted` and all that it leads to."""
    wheels = [wheel for wheel in sorted(folder.glob("*.whl")) if _fits(wheel, computer)]
    open_ones, seen, found = [Requirement(wanted)], set(), []
    while open_ones:
        asked = open_ones.pop()
        if str(asked) in seen:
            continue
        seen.add(str(asked))
        there = [wheel for wheel in wheels if _answers(wheel, asked)]
        if not there:
            found.append(asked)
        for wheel in there:
            open_ones += _requirements(wheel, asked.extras, computer)
    return found


def fetch(wanted: str, folder: Path, computer: Computer) -> None:
    """Bring what is lacking from the index that pip is set up with; `SystemExit` when it has no wheel."""
    while missing := [str(one) for one in lacking(wanted, folder, computer)]:
        command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary=:all:", "--dest", str(folder), *computer.pip, *missing]
        if subprocess.call(command) or missing == [str(one) for one in lacking(wanted, folder, computer)]:
            sys.exit(f"no wheels for {computer.name}: {', '.join(missing)}")


def _fits(wheel: Path, computer: Computer) -> bool:
    return not computer.tags.isdisjoint(parse_wheel_filename(wheel.name)[3])


def _answers(wheel: Path, asked: Requirement) -> bool:
    name, version, *_ = parse_wheel_filename(wheel.name)
    return name == canonicalize_name(asked.name) and asked.specifier.contains(version, prereleases=True)


def _requirements(wheel: Path, extras: Iterable[str], computer: Computer) -> Iterator[Requirement]:
    """What a wheel asks for on that computer, with these extras."""
    with zipfile.ZipFile(wheel) as content:
        metadata = next(name for name in content.namelist() if name.endswith(".dist-info/METADATA"))
        facts = HeaderParser().parsestr(content.read(metadata).decode("utf-8"))
    for line in facts.get_all("Requires-Dist", []):
        asked = Requirement(line)
        environments = [dict(computer.environment, extra=extra) for extra in ("", *extras)]
        if asked.marker is None or any(asked.marker.evaluate(one) for one in environments):
            asked.marker = None
            yield asked
