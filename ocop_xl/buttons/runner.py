"""Pressing a button: its work is done, and whatever happens the user reads one sentence and Excel is as she left it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from ocop_xl.buttons.action import Action
from ocop_xl.buttons.actions import action_of
from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.faults import fault_in_words, sentence_of

_MESSAGE_WIDTH, _MESSAGE_HEIGHT = 80, 22
"""Letters and lines of a message that a small screen shows whole."""
TOLD, NOT_TOLD = 0, 1
"""What the launcher gets back: it speaks only when nobody else could."""


def press_from(desk_of_caller: Callable[[], Desk], arguments: list[str]) -> int:
    """What a launcher has asked for, at the desk that it asks from."""
    try:
        action = wanted(arguments)
        desk = desk_of_caller()
    except Exception as error:
        return complain(sentence_of(error) or unexpected(error, None))
    return press(desk, action)


def press(desk: Desk, action: Action) -> int:
    """Run one action and tell how it ended."""
    try:
        outcome = _work(desk, action)
    except Exception as error:
        outcome = Outcome(sentence_of(error) or unexpected(error, action))
    try:
        desk.status(outcome.text if outcome.quiet else "")
        if not outcome.quiet:
            _tell(desk, outcome.text)
    except Exception as error:
        unexpected(error, action)
        return NOT_TOLD
    return TOLD


def _tell(desk: Desk, text: str) -> None:
    """In a message, or on a sheet when the message would be higher than the screen."""
    lines = text.split("\n")
    if sum(1 + len(line) // _MESSAGE_WIDTH for line in lines) > _MESSAGE_HEIGHT:
        from ocop_xl.desks.page import show_result
        from ocop_xl.sheets.vocabulary import RESULT

        try:
            with desk.at_work():
                show_result(desk, lines)
        except Refusal:  # no sheet can be added to this workbook
            return desk.tell(text)
        text = f"{lines[0]}\n… Xem đủ ở trang «{RESULT}»; trang này chỉ để xem và in, xóa đi cũng được."
    desk.tell(text)


def _work(desk: Desk, action: Action) -> Outcome:
    """Only what the action needs is imported."""
    desk.status(f"{action.label}: đang chuẩn bị…")
    module = import_module(f"ocop_xl.buttons.{action.module}")
    with desk.at_work():
        if not action.anywhere:
            _refuse_if_foreign(desk)
        outcome: Outcome = module.run(desk)
    return outcome


def _refuse_if_foreign(desk: Desk) -> None:
    """Whatever else it holds, an OCOP workbook has one of our tables, or a sheet of that name if tables were undone."""
    from ocop_xl.model import INPUT_TABLES, spec_of

    specs = [spec_of(kind) for kind in INPUT_TABLES]
    there, sheets = desk.tables(), desk.sheet_names()
    if not any(spec.name.casefold() in there or spec.sheet in sheets for spec in specs):
        raise Refusal(f"«{desk.name}» không phải sổ OCOP; hãy mở sổ OCOP của xã rồi bấm lại.")


def wanted(arguments: list[str]) -> Action:
    """The action that the launcher named, its other arguments being for xlwings; refused if there is none of it."""
    name = next((argument for argument in arguments if not argument.startswith("--")), "")
    action = action_of(name)
    if action is None:
        raise Refusal(f"Phần mềm không có nút «{name}»; hãy cài lại phần mềm và bổ trợ OCOP cùng một bản.")
    return action


def unexpected(error: BaseException, action: Action | None) -> str:
    """The sentence for a fault of ours, which is written to the log."""
    what = f"«{action.label}»" if action else "Phần mềm"
    return fault_in_words(error, what, "sổ chưa được lưu; nếu «Nhật ký» có dòng «đang ghi» thì bấm «Hoàn tác»")


def complain(sentence: str) -> int:
    """For who starts the program by hand; a button's Python has nowhere to print."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
    return NOT_TOLD
