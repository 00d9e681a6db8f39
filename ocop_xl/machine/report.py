"""What the doctor saw, as text for the command line and for the button «Khám máy»."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.machine.diagnosis import Diagnosis, State

_SIGNS = {State.GOOD: "✔", State.CARE: "⚠", State.BAD: "✘"}


def report(found: Sequence[Diagnosis]) -> str:
    """A line for each look, what to do below it, and a closing line."""
    return "\n".join([*looks(found), verdict(found)])


def looks(found: Sequence[Diagnosis]) -> list[str]:
    """A line for each look, and what to do below it."""
    lines = []
    for one in found:
        lines.append(f"{_SIGNS[one.state]} {one.sentence}")
        if one.advice:
            lines.append(f"  ► {one.advice}")
    return lines


def verdict(found: Sequence[Diagnosis]) -> str:
    """How the PC stands, in one line."""
    counts = {state: sum(one.state is state for one in found) for state in State}
    if counts[State.BAD]:
        return f"Có {counts[State.BAD]} điều phải sửa (✘) và {counts[State.CARE]} điều cần lưu ý (⚠)."
    if counts[State.CARE]:
        return f"Máy dùng được; có {counts[State.CARE]} điều cần lưu ý (⚠)."
    return "Máy dùng tốt."
