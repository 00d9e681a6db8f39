"""Every small change to a Python file that a test could notice: one operator, one number, one condition, one call."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from types import CodeType
from typing import NamedTuple

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
}
_OTHER_NAME = {"min": "max", "max": "min", "any": "all", "all": "any"}
_UNSEEN = ("annotation", "returns")
"""Fields that no run reads; what a text says and what is asserted is not changed either (`_below`)."""


class PythonMutant(NamedTuple):
    """One change: the `number`-th of its file."""

    path: Path
    number: int
    line: int
    before: str
    after: str

    @property
    def change(self) -> str:
        return f"{self.before} → {self.after}"


class _Slot(NamedTuple):
    """Where a node hangs in its tree."""

    owner: ast.AST
    field: str
    at: int | None

    @property
    def node(self) -> ast.AST:
        held = getattr(self.owner, self.field)
        found: ast.AST = held if self.at is None else held[self.at]
        return found

    def put(self, node: ast.AST) -> None:
        if self.at is None:
            setattr(self.owner, self.field, node)
        else:
            getattr(self.owner, self.field)[self.at] = node


def mutants_of(path: Path) -> list[PythonMutant]:
    """All changes to the file, in the order of its lines."""
    changes = _changes(ast.parse(path.read_text(encoding="utf-8")))
    return [
        PythonMutant(path, number, _line(slot), _shown(slot.node), _shown(new))
        for number, (slot, new) in enumerate(changes)
    ]


def compiled(mutant: PythonMutant) -> CodeType:
    """The file's code with that change in it."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    slot, new = list(_changes(tree))[mutant.number]
    slot.put(new)
    return compile(ast.fix_missing_locations(tree), mutant.path, "exec")


def _changes(tree: ast.AST) -> Iterator[tuple[_Slot, ast.AST]]:
    for slot in _below(tree):
        for new in _variants(slot.node):
            yield slot, ast.copy_location(new, slot.node)


def _below(node: ast.AST) -> Iterator[_Slot]:
    for field, held in ast.iter_fields(node):
        children = held if isinstance(held, list) else [held]
        for at, child in enumerate(children):
            if (
                isinstance(child, ast.AST)
                and field not in _UNSEEN
                and not isinstance(child, ast.JoinedStr | ast.Assert)
            ):
                yield _Slot(node, field, at if isinstance(held, list) else None)
                yield from _below(child)


def _variants(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in _OTHER:
            yield _with(node, ops=[_OTHER[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in _OTHER:
            yield _with(node, op=_OTHER[type(op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield from (ast.Constant(node.value + step) for step in (1, -1))
        case ast.If() | ast.IfExp():
            yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
        case ast.comprehension(ifs=[*_, _]):
            yield from (_with(node, ifs=[x for x in node.ifs if x is not one]) for one in node.ifs)
        case ast.Return(value=ast.expr()) if not isinstance(node.value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.Call(args=[first, second, *rest]) if ast.dump(first) != ast.dump(second):
            if not any(isinstance(one, ast.Starred) for one in (first, second)):
                yield _with(node, args=[second, first, *rest])
        case ast.Name(id=name) if name in _OTHER_NAME:
            yield _with(node, id=_OTHER_NAME[name])


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy(node)
    for field, value in fields.items():
        setattr(changed, field, value)
    return changed


def _line(slot: _Slot) -> int:
    return getattr(slot.node, "lineno", getattr(slot.owner, "lineno", 0))


def _shown(node: ast.AST) -> str:
    """The node in one line; of a block only its head."""
    if isinstance(node, ast.comprehension):
        node = _with(node, is_async=0)
    return " ".join(ast.unparse(ast.fix_missing_locations(node)).split("\n")[0].split())[:120]
