"""The house itself: no code that nobody calls, no file and no folder that nobody can take in at a glance."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ocop_xl"
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
LONGEST_FILE, FULLEST_FOLDER = 320, 24
_FOR_EXCEL = ("excel/functions.py",)  # its functions stand in the cells of workbooks

_CALLED_BY_OTHERS = {
    "handle_data", "handle_endtag", "handle_starttag",  # html.parser
    "intercepted_binops",  # jinja2's sandbox
    "_prepare_formula",  # XlsxWriter
}  # fmt: skip


def _words() -> Counter[str]:
    """How often each word stands where code is asked for: the package, its pages' designs, the tools, the macros."""
    callers = [path for folder in ("tools", "bench", "macros") for path in (ROOT / folder).rglob("*.*")]
    callers += [path for ending in ("html", "css", "js") for path in PACKAGE.rglob(f"*.{ending}")]
    texts = [path.read_text(encoding="utf-8") for path in callers if path.suffix in (".py", ".bas", ".html", ".js")]
    return Counter(word for text in (*SOURCES.values(), *texts) for word in re.findall(r"\w+", text))


def _defined(tree: ast.AST) -> Iterator[str]:
    """Functions that no decorator hands to somebody, classes, and names of a module or a class."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield from (node.name, *_defined(node))
        elif isinstance(node, ast.FunctionDef) and not any(isinstance(by, ast.Call) for by in node.decorator_list):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def test_every_name_is_asked_for_somewhere() -> None:
    """Tests do not count: what only they call is dead. The workbook's columns are asked for by their headers."""
    words = _words()
    unused = {
        name: path.relative_to(ROOT).as_posix()
        for path, text in SOURCES.items()
        if path.relative_to(PACKAGE).as_posix() not in _FOR_EXCEL and path.parent.name != "rows"
        for name in _defined(ast.parse(text))
        if words[name] < 2 and not name.startswith("__") and name not in _CALLED_BY_OTHERS
    }
    assert unused == {}


def test_a_file_is_one_topic() -> None:
    assert {path.name: lines for path, text in SOURCES.items() if (lines := text.count("\n")) > LONGEST_FILE} == {}


def test_a_folder_is_one_room() -> None:
    files = [path for top in ("ocop_xl", "tests", "tools", "bench") for path in (ROOT / top).rglob("*.py")]
    folders = Counter(path.parent.relative_to(ROOT).as_posix() for path in files)
    assert {folder: count for folder, count in folders.items() if count > FULLEST_FOLDER} == {}
