"""Makes the house templates in `templates/` from nothing: `python -m tools.make_templates [FOLDER]`.

For developers. Staff edit the templates in Word; run this again only to start over from the house form.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from docx.document import Document as WordDocument

import tools.templates
from tools.templates.layout import save


def templates() -> dict[str, Callable[[], WordDocument]]:
    """File name → what makes it, from every file in `tools/templates` that has `TEMPLATES`."""
    found = walk_packages(tools.templates.__path__, "tools.templates.")
    modules = [import_module(one.name) for one in found]
    return {name: make for module in modules for name, make in getattr(module, "TEMPLATES", {}).items()}


def make_templates(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in templates().items():
        save(make(), folder / name)


if __name__ == "__main__":
    make_templates(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "templates")
