"""A test run for each mutant, in a fork that imports the changed file in place of the true one."""

from __future__ import annotations

import importlib
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from tools.mutants.python_code import PythonMutant, compiled

PROCESSOR_SECONDS = 150
"""A mutant that runs on for ever has been noticed."""
_LOADED_ONCE = (
    "hypothesis",
    "openpyxl",
    "ironcalc",
    "docx",
    "xlsxwriter",
    "python_calamine",
    "rapidfuzz",
    "defusedxml",
)

Stages = Sequence[Sequence[str]]


def outcomes(mutants: Sequence[tuple[PythonMutant, Stages]], workers: int) -> Iterator[tuple[PythonMutant, bool]]:
    """Each mutant, in the order of their ends, and whether a test of its stages noticed it."""
    for name in _LOADED_ONCE:
        importlib.import_module(name)
    waiting = [(mutant, list(stages)) for mutant, stages in reversed(mutants)]
    running: dict[int, tuple[PythonMutant, list[Sequence[str]]]] = {}
    while waiting or running:
        while waiting and len(running) < workers:
            mutant, stages = waiting.pop()
            running[_start(mutant, stages[0])] = mutant, stages[1:]
        pid, status = os.wait()
        mutant, stages = running.pop(pid)
        if status == 0 and stages:
            waiting.append((mutant, stages))
        else:
            yield mutant, status != 0


def _start(mutant: PythonMutant, tests: Sequence[str]) -> int:
    """The process in which these tests meet the mutant; it ends with 0 if none of them fails."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            sys.meta_path.insert(0, _Changed(mutant))
            status = _tests_failed(tests)
        finally:
            os._exit(status)
    return pid


def _tests_failed(tests: Sequence[str]) -> int:
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not thorough", "-k", "not libreoffice"]
    ended = pytest.main([*options, *tests], plugins=[_NoShrinking()])
    return int(ended not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED))


class _NoShrinking:
    """A failure is enough; the smallest one is not looked for, and every run draws the same examples."""

    def pytest_configure(self) -> None:
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", deadline=None, derandomize=True, database=None, phases=phases)
        settings.load_profile("mutants")


class _Changed:
    """Finds the mutant's module, and no other."""

    def __init__(self, mutant: PythonMutant) -> None:
        self.path, self.code = mutant.path, compiled(mutant)
        parts = mutant.path.with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def find_spec(self, name: str, *_: Any) -> ModuleSpec | None:
        if name != self.name:
            return None
        return spec_from_file_location(name, self.path.resolve(), loader=_Loader(name, self.path, self.code))


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        super().__init__(name, str(path.resolve()))
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code
