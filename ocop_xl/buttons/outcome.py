"""How a button ends: what is said to the user, or why nothing was done."""

from __future__ import annotations

from ocop_xl.desks.page import Decision
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.vocabulary import PREVIEW


class Outcome(NamedTuple):
    """`text` closes the action. A quiet one stands in the status bar and asks for no click."""

    text: str
    quiet: bool = False


NOTHING_DONE = Outcome("Đã thôi, sổ không thay đổi.", quiet=True)
UNDO_HINT = "Muốn trả lại như trước: bấm «Hoàn tác»."


def unless(decision: Decision) -> Outcome | None:
    """How a button ends that has shown what it would write; None when the user agrees."""
    if decision is Decision.LOOKS_FIRST:
        return Outcome(f"Chưa ghi gì. Xem xong ở trang «{PREVIEW}» thì bấm lại nút để ghi hoặc thôi.", quiet=True)
    return None if decision is Decision.AGREED else NOTHING_DONE
