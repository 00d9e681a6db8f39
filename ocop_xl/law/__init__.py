"""The law as data with dates: decisions, sectors, criteria, stars, clocks. Ask “what holds on this date?”.

Each topic is a module of its own, so that a command pays only for what it uses; the two questions asked from
outside most often are answered here and load their module on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocop_xl.law.criteria import criteria_set, criteria_set_for

__all__ = ["criteria_set", "criteria_set_for"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ocop_xl.law import criteria

    return getattr(criteria, name)
