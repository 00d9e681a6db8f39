"""Text that staff typed into one cell, as the paragraphs of a paper."""

from __future__ import annotations

_ENDS = (".", "!", "?", "…", ":", ";")


def paragraphs(typed: str) -> list[str]:
    """One paragraph for each line that is not blank, as typed; a line that ends in no mark gets its full stop."""
    lines = [line.strip() for line in typed.splitlines()]
    return [line if line.endswith(_ENDS) else f"{line}." for line in lines if line]


def clause(typed: str) -> str:
    """The text inside a sentence or a list, where the mark after it is the paper's."""
    return " ".join(typed.split()).rstrip(" .;,")


def listed(names: list[str]) -> str:
    """`a`, `a và b`, `a, b và c`."""
    return " và ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
