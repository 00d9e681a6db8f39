"""`make mutants`: a seeded sample of changes to the core and to the formulas, and how many of them a test notices.

Ends with 1 if fewer than 95 in 100 of those that can be noticed are. Those that cannot stand in `judged.toml`, with
the reason.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.mutants.formula_texts import formula_mutants, noticed
from tools.mutants.python_code import PythonMutant, mutants_of
from tools.mutants.trials import Stages, outcomes

ENOUGH = 0.95
JUDGED = Path(__file__).with_name("judged.toml")
_AGREEMENT = "tests/sheets/test_formulas.py"
ROOMS: dict[str, Stages] = {
    "ocop_xl/law": (["tests/law"], ["tests/programme", "tests/scoring", "tests/rules"]),
    "ocop_xl/programme": (["tests/programme"], ["tests/rules"], [_AGREEMENT]),
    "ocop_xl/scoring": (["tests/scoring"], ["tests/rules"], [_AGREEMENT]),
    "ocop_xl/rules": (
        ["tests/rules"],
        ["tests/buttons/checking/test_fixes.py", "tests/papers/numbering/test_register.py"],
    ),
    "ocop_xl/sheets/reading/coerce.py": (["tests/sheets/test_read_values.py"], ["tests/importing"]),
}
"""Code → the tests that have to notice a change to it: first its own, then wider ones."""


class Result(NamedTuple):
    """What became of a mutant; `file` and `change` are how `judged.toml` names it."""

    group: str
    file: str
    place: str
    change: str
    killed: bool


def python_results(sample: int, chance: random.Random, workers: int, only: str) -> Iterable[Result]:
    everything = [
        (mutant, room)
        for room in ROOMS
        for path in sorted(Path(room).rglob("*.py") if Path(room).is_dir() else [Path(room)])
        for mutant in mutants_of(path)
        if only in str(path)
    ]
    chosen = chance.sample(everything, min(sample, len(everything)))
    rooms = dict(chosen)
    print(f"Python: {len(chosen)} of {len(everything)} mutants", flush=True)
    for mutant, killed in outcomes([(mutant, ROOMS[room]) for mutant, room in chosen], workers):
        yield _result(mutant, rooms[mutant], killed)


def _result(mutant: PythonMutant, room: str, killed: bool) -> Result:
    return Result(room, str(mutant.path), f"{mutant.path}:{mutant.line}", mutant.change, killed)


def formula_results(sample: int, chance: random.Random) -> Iterable[Result]:
    """Asked as `test_formulas` asks: each mutant of the first book that the books after it have to notice too."""
    from ocop_xl.sheets.building.workbook import build_workbook
    from tests.formula_books import BOOKS, built_for

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tat-ca.xlsx"
        book, on = built_for(BOOKS[0])
        path.write_bytes(build_workbook(book, on))
        everything = formula_mutants(path)
        alive = chance.sample(everything, min(sample, len(everything)))
        print(f"Formulas: {len(alive)} of {len(everything)} mutants", flush=True)
        for name in BOOKS:
            book, on = built_for(name)
            killed = noticed(alive, book, on, Path(folder))
            yield from (Result("formulas", one.cells[0].sheet, one.place, one.change, True) for one in killed)
            alive = [one for one in alive if one not in killed]
        yield from (Result("formulas", one.cells[0].sheet, one.place, one.change, False) for one in alive)


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    os.environ["CI"] = "true"  # the same examples every time
    begun, results = time.monotonic(), list[Result]()
    found = [
        formula_results(options.formulas, random.Random(options.seed)),
        python_results(options.python, random.Random(options.seed), options.workers, options.only),
    ]
    for result in (result for some in found for result in some):
        results.append(result)
        print(f"{'killed  ' if result.killed else 'SURVIVED'} {result.place}  {result.change}", flush=True)
    return report(results, time.monotonic() - begun)


def report(results: Sequence[Result], seconds: float) -> int:
    """Prints the figures and every survivor; the exit status."""
    judged: dict[str, dict[str, str]] = tomllib.loads(JUDGED.read_text(encoding="utf-8"))
    same = {one for one in results if not one.killed and one.change in judged.get(one.file, {})}
    real = [one for one in results if not one.killed and one not in same]
    every, killed = Counter(one.group for one in results), Counter(one.group for one in results if one.killed)
    print(f"\n{len(results)} mutants in {seconds / 60:.0f} minutes")
    for group in every:
        alike = sum(one.group == group for one in same)
        print(f"{group:34} {every[group]:4} mutants, {killed[group]:4} killed, {alike:3} change nothing")
    for one in sorted(same):
        print(f"changes nothing: {one.place}  {one.change}: {judged[one.file][one.change]}")
    for one in sorted(real):
        print(f"NOBODY NOTICES: {one.place}  {one.change}")
    share = sum(killed.values()) / max(1, len(results) - len(same))
    print(f"{share:.1%} of those that change something are noticed; wanted are {ENOUGH:.0%}")
    return int(share < ENOUGH)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed, another sample")
    parser.add_argument("--python", type=int, default=120, help="how many mutants of the core")
    parser.add_argument("--formulas", type=int, default=150, help="how many mutants of the formulas")
    parser.add_argument("--only", default="", help="Python files whose path has this in it")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
