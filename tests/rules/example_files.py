"""Finds the examples in `examples/`, a file for each topic: a section `## CODE …` for each rule, in it `### Sai…` and `### Đúng…`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("examples")
_RULE = re.compile(r"^## ", re.MULTILINE)
_EXAMPLE = re.compile(r"^### ", re.MULTILINE)


class Example(NamedTuple):
    """One `### Sai…` or `### Đúng…` of the section `## CODE …` in a topic's file."""

    topic: str
    code: str
    title: str
    text: str

    @property
    def expected(self) -> list[str]:
        return [line.removeprefix("> ") for line in self.text.splitlines() if line.startswith("> ")]


@cache
def examples() -> list[Example]:
    found = []
    for path in sorted(FOLDER.rglob("*.md")):
        topic = ".".join(path.relative_to(FOLDER).with_suffix("").parts)
        for section in _RULE.split(path.read_text(encoding="utf-8"))[1:]:
            code = section.split(maxsplit=1)[0]
            for part in _EXAMPLE.split(section)[1:]:
                title, text = part.split("\n", 1)
                found.append(Example(topic, code, title.strip(), text))
    return found
