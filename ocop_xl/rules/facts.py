"""What fills the blanks of a rule's texts: a name that nobody has told becomes a dash, never the end of a check."""

from __future__ import annotations

from typing import Any


class _Dash:
    """Stands where a fact is wanting, whatever form – `{day:%d/%m/%Y}` – the text asks for."""

    def __format__(self, form: str) -> str:
        return "–"


class Facts(dict[str, Any]):
    """For `str.format_map`. The tests take `__missing__` away: there, a slip in a text is an error."""

    def __missing__(self, name: str) -> _Dash:
        return _Dash()
