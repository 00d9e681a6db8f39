"""Which note of a scoring sheet an officer's «Lý do bị loại» stands for."""

from __future__ import annotations

from ocop_xl.law.criteria import CriteriaSet, KnockOut
from ocop_xl.model import choices as c

_BELOW = {c.KNOCK_OUT_MATERIAL: "1.", c.KNOCK_OUT_COPY: "2.", c.KNOCK_OUT_IMPURITY: "6."}
"""Reason → the group of criteria below which sheets print it; the dossier's own reason stands below the sheet."""


def notes_of(criteria_set: CriteriaSet, reason: str) -> tuple[KnockOut, ...]:
    """The set's notes that exclude a product for that reason; none where the set does not know it, or nobody does."""
    if reason not in c.KNOCK_OUT:
        return ()
    below = _BELOW.get(reason)
    if below is None:
        return tuple(one for one in criteria_set.knock_outs if not one.at)
    return tuple(one for one in criteria_set.knock_outs if one.at.startswith(below))


def reasons_of(criteria_set: CriteriaSet) -> tuple[str, ...]:
    """The reasons that the set knows, as the drop-down names them."""
    return tuple(reason for reason in c.KNOCK_OUT.values if notes_of(criteria_set, reason))
