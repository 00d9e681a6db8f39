"""Which word of a list a mistyped one means; for keys see `keys`, where being alike says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ocop_xl.model import choices as c
from ocop_xl.vietnamese import fold

_CLOSE_ENOUGH = 0.75
"""How alike two folded words must be, 0 to 1, to be proposed for each other."""
_TELLING = 4
"""Letters from which the beginning of a word of a list tells which is meant."""
_ALSO_CALLED = {"xong": c.WORK_DONE, "da xong": c.WORK_DONE, "da lam": c.WORK_DONE, "chua": c.WORK_TODO}
"""What people type for words of the lists, folded: our reading."""


def meant_word(value: str, candidates: Sequence[str]) -> str | None:
    """The candidate that was probably meant: begun, called so by people, or the most alike; None if none is."""
    return _in_other_words(value, candidates) or nearest(value, candidates)


def _in_other_words(value: str, candidates: Sequence[str]) -> str | None:
    """The only candidate that begins with what was typed (“12. Phiếu kiểm nghiệm”), or that people call so (“xong”)."""
    wanted = fold(value)
    begun = [one for one in candidates if len(wanted) >= _TELLING and fold(one).startswith(wanted)]
    called = [one for one in candidates if one == _ALSO_CALLED.get(wanted)]
    return (begun or called)[0] if len(begun) == 1 or called else None


def nearest(value: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant: the same without marks and case, else the most alike; None if none is."""
    folded = {fold(candidate): candidate for candidate in candidates}
    wanted = fold(value)
    if wanted in folded:
        return folded[wanted]
    from difflib import get_close_matches

    close = get_close_matches(wanted, folded, n=1, cutoff=_CLOSE_ENOUGH)
    return folded[close[0]] if close else None
