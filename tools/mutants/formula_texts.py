"""Small changes to the workbook's formulas, and whether a spreadsheet engine then comes to other figures than Python.

A column's formula is the same text in every row. Columns that do not hang on each other are changed together and asked
together, each by its own cells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from ocop_xl.model import INPUT_TABLES, Book, Measure, spec_of
from ocop_xl.model.book import column_letters
from ocop_xl.sheets.building.workbook import build_workbook
from tests.engines import FormulaCell, by_ironcalc, formulas, same

SHEETS = [spec_of(kind).sheet for kind in (*INPUT_TABLES, Measure)]
_TOKEN = re.compile(
    r'(?P<text>"[^"]*")|(?P<name>\[[^\[\]]*\])|(?P<operator><=|>=|<>|[<>=+\-*/])'
    r"|(?P<function>\b(?:AND|OR|MIN|MAX)\b(?=\())|(?P<number>(?<![\w.])\d+(?:\.\d+)?(?![\w.]))"
)
_OTHER = {
    "<=": "<",
    ">=": ">",
    "<": "<=",
    ">": ">=",
    "=": "<>",
    "<>": "=",
    "+": "-",
    "-": "+",
    "*": "/",
    "/": "*",
    "AND": "OR",
    "OR": "AND",
    "MIN": "MAX",
    "MAX": "MIN",
}
_MEANT = re.compile(r'"(<=|>=|<>|<|>)(\d+)"')
_REFERENCE = re.compile(r"(tbl\w+)\[(?:([^\[\]]+)\]|\[#This Row\],((?:\[[^\]]+\]:?)+)\])")


class FormulaMutant(NamedTuple):
    """One change to the formula that these cells share."""

    cells: tuple[FormulaCell, ...]
    formula: str
    before: str
    after: str

    @property
    def place(self) -> str:
        return f"{self.cells[0].sheet}!{self.cells[0].place}"

    @property
    def change(self) -> str:
        return f"{self.before} → {self.after}"


def formula_mutants(path: Path) -> list[FormulaMutant]:
    """All changes to the formulas of the tables in a workbook."""
    key = lambda cell: (SHEETS.index(cell.sheet), re.sub(r"\d", "", cell.place), cell.formula)  # noqa: E731
    cells = sorted(formulas(path, SHEETS), key=key)
    return [
        FormulaMutant(shared, formula, before, after)
        for _, found in groupby(cells, key)
        for shared in [tuple(found)]
        for formula, before, after in _changes(shared[0].formula)
    ]


def _changes(formula: str) -> Iterator[tuple[str, str, str]]:
    """The changed formula, with a few characters around the change before and after it."""
    for found in _TOKEN.finditer(formula):
        for new in _variants(found):
            start, end = found.span()
            left, right = formula[max(0, start - 24) : start], formula[end : end + 12]
            yield formula[:start] + new + formula[end:], f"{left}{found[0]}{right}", new


def _variants(found: re.Match[str]) -> list[str]:
    token = found[0]
    match found.lastgroup:
        case "text":
            meant = _MEANT.fullmatch(token)
            if meant:
                return [f'"{_OTHER[meant[1]]}{meant[2]}"', f'"{meant[1]}{int(meant[2]) + 1}"']
            return [f'"{token[1:-1]}x"'] if len(token) > 2 else []
        case "operator" | "function":
            return [_OTHER[token]]
        case "number":
            return [str(int(token) + 1)] if token.isdigit() else []
    return []


def noticed(mutants: Sequence[FormulaMutant], book: Book, on: date, folder: Path) -> set[FormulaMutant]:
    """The mutants with which some cell of theirs no longer shows what Python stored in the book's workbook."""
    path = folder / "so.xlsx"
    path.write_bytes(build_workbook(book, on))
    mine = {(one.cells[0].sheet, _letters(one), one.cells[0].formula): one for one in formula_mutants(path)}
    found: set[FormulaMutant] = set()
    for together in _apart(mutants, path):
        changed = folder / "doi.xlsx"
        _write(path, changed, together)
        engine = by_ironcalc(changed)
        for mutant in together:
            here = mine[mutant.cells[0].sheet, _letters(mutant), mutant.cells[0].formula].cells
            if any(not same(cell.stored, engine(cell)) for cell in here):
                found.add(mutant)
    return found


def _write(source: Path, target: Path, mutants: Iterable[FormulaMutant]) -> None:
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            text = content.decode() if number else ""
            for mutant in mutants if number else ():
                if mutant.cells[0].number == int(number[1]) - 1:  # type: ignore[index]
                    text = _replaced(text, mutant)
            new.writestr(name, text or content)


def _replaced(sheet: str, mutant: FormulaMutant) -> str:
    old, new = (_escaped(formula) for formula in (mutant.cells[0].formula, mutant.formula))
    place = rf'(<c r="{_letters(mutant)}\d+"[^>]*><f>){re.escape(old)}(?=</f>)'
    text, times = re.subn(place, lambda found: found[1] + new, sheet)
    assert times, mutant
    return text


def _escaped(formula: str) -> str:
    return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _letters(mutant: FormulaMutant) -> str:
    return re.sub(r"\d", "", mutant.cells[0].place)


def _apart(mutants: Sequence[FormulaMutant], path: Path) -> Iterator[list[FormulaMutant]]:
    """The mutants in as few lots as a simple search finds, none in a lot with one whose cells its own hang on."""
    hangs_on = _hanging(path)

    def free(one: FormulaMutant, other: FormulaMutant) -> bool:
        mine, its = _where(one), _where(other)
        return mine != its and mine not in hangs_on[its] and its not in hangs_on[mine]

    lots: list[list[FormulaMutant]] = []
    for mutant in mutants:
        lot = next((lot for lot in lots if all(free(mutant, other) for other in lot)), None)
        if lot is None:
            lots.append(lot := [])
        lot.append(mutant)
    return iter(lots)


def _where(mutant: FormulaMutant) -> tuple[str, str]:
    return mutant.cells[0].sheet, mutant.cells[0].formula


def _hanging(path: Path) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """For each formula all those it is computed from, over however many steps."""
    tables = {spec_of(kind).name: spec_of(kind) for kind in (*INPUT_TABLES, Measure)}
    standing: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for cell in formulas(path, SHEETS):
        standing[cell.sheet, re.sub(r"\d", "", cell.place)].add((cell.sheet, cell.formula))
    letters = {
        (name, column.header): (spec.sheet, column_letters(at))
        for name, spec in tables.items()
        for at, column in enumerate(spec.columns)
    }
    reached = {
        one: {other for column in _columns(one[1]) for other in standing.get(letters.get(column, ("", "")), ())}
        for ones in standing.values()
        for one in ones
    }
    for middle in reached:
        for found in reached.values():
            if middle in found:
                found |= reached[middle]
    return reached


def _columns(formula: str) -> Iterator[tuple[str, str]]:
    """Table and header of every column that the formula names."""
    for table, one, several in _REFERENCE.findall(formula):
        yield from ((table, header) for header in ([one] if one else re.findall(r"\[([^\[\]]+)\]", several)))
