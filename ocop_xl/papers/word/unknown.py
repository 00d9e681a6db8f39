"""Names that a template uses and the facts do not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import UndefinedError
from jinja2.utils import missing


class UnknownNameError(UndefinedError):
    """The template names what there is not; `known` are the names at that spot (None: at the top)."""

    def __init__(self, name: str, known: list[str] | None) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class Unknown(StrictUndefined):
    """Printing, testing or looping over an unknown name raises `UnknownNameError`."""

    __slots__ = ()

    def __new__(
        cls, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> Any:
        """What has no name – the item before the first, the first of none – is empty, not unknown."""
        return Undefined(hint) if name is None else super().__new__(cls)

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        known = [str(key) for key in obj] if isinstance(obj, Mapping) else None if obj is missing else []

        def fail(_: str | None) -> UnknownNameError:
            return UnknownNameError(name or "", known)

        super().__init__(hint, obj, name, exc)
        self._undefined_exception = fail  # type: ignore[assignment]
