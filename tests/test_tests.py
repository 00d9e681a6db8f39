"""The tests themselves: what they share stands in plain modules, so that any of them can run alone."""

from __future__ import annotations

import ast
from pathlib import Path

FOLDER = Path(__file__).parent


def _imported(path: Path) -> set[str]:
    """The last name of every module that the file imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.rpartition(".")[2] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {(node.module or "").rpartition(".")[2], *(alias.name for alias in node.names)}
    return names


def test_no_test_module_is_imported() -> None:
    modules = {path.stem for path in FOLDER.rglob("test_*.py")}
    assert len(modules) > 100
    found = {path.name: wrong for path in FOLDER.rglob("*.py") if (wrong := _imported(path) & modules)}
    assert found == {}


def test_every_folder_is_a_package() -> None:
    folders = {path.parent for path in FOLDER.rglob("test_*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []
