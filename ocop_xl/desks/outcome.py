"""How a button ends: what is said to the user, or why nothing was done."""

from __future__ import annotations

from typing import NamedTuple


class Outcome(NamedTuple):
    """`text` closes the action. A quiet one stands in the status bar and asks for no click."""

    text: str
    quiet: bool = False


NOTHING_DONE = Outcome("Đã thôi, sổ không thay đổi.", quiet=True)
UNDO_HINT = "Muốn trả lại như trước: bấm «Hoàn tác»."
