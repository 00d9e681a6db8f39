"""docs/python.md and docs/phan-tich.md: their blocks do what they say, and every name that a program may rely on is shown in
the first."""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pytest

import ocop_xl

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "least"), [("python.md", 20), ("phan-tich.md", 12)])
def test_the_blocks_do_what_they_say(name: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, as a reader would type them."""
    shutil.copy(ROOT / "workbook" / "OCOP_VinhPhong.xlsx", tmp_path)
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    page = doctest.DocTestParser().get_doctest(blocks, {}, name, None, 0)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(page, out=said.append)
    assert result.attempted > least and not result.failed, "".join(said)


@pytest.mark.parametrize("name", ocop_xl.__all__)
def test_every_public_name_is_shown(name: str) -> None:
    assert re.search(rf"\bocop_xl\.{name}\b|`{name}`", PAGE)
