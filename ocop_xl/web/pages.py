"""Pages as bytes: an escaping Jinja2 environment for a folder of designs, and the search that works without tones.

Nothing a page carries leads out of its folder unless its maker puts it there; there is no cookie, no font, no request.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_xl.errors import ExchangeError

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
SEARCH = "tim.js"
"""Filters what has `data-tim` by the words and lists of the form «tim», counts in `data-dem` of «dem»."""


@cache
def environment(design: Path) -> Environment:
    """Templates of the folder, and of this room."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader([design, _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def search_script() -> bytes:
    return (_HERE / SEARCH).read_bytes()


def write_page(path: Path, content: bytes) -> bool:
    """Whether the file had to be written; it is whole or as it was before."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.moi")
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        raise ExchangeError(
            f"Không ghi được «{path.name}» vào thư mục «{path.parent.name}»; hãy kiểm tra ổ đĩa, quyền ghi rồi làm lại."
        ) from error
    return True
