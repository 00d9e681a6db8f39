"""How far a long work is, with the time that is left: the same words on the screen and in the status bar."""

from __future__ import annotations

from time import monotonic

from ocop_xl.errors import Stopped

_PATIENCE = 1.0
"""Seconds in which nobody wonders how far it is."""


class Pace:
    """Of one work: `done` says what is done with each piece, `pieces` what they are; a line that is written over may
    be `repeated` while nothing has been done since."""

    def __init__(
        self, done: str, pieces: str = "văn bản", often: float = _PATIENCE / 5, *, repeated: bool = True
    ) -> None:
        self._done, self._pieces, self._often, self._repeated = done, pieces, often, repeated
        self._begun = self._told = monotonic()
        self._so_far = ""

    def due(self, done: int, total: int) -> str:
        """The words for the moment; "" while nobody wonders, or has just been told."""
        now = monotonic()
        before, self._so_far = self._so_far, f"{done}/{total} {self._pieces}"
        if before == self._so_far and not self._repeated:
            return ""
        if now - self._begun < _PATIENCE or (now - self._told < self._often and done < total):
            return ""
        self._told = now
        left = (now - self._begun) / done * (total - done) if done else 0.0
        return f"Đã {self._done} {self._so_far}{f', còn khoảng {duration(left)}' if left else ''}…"

    def stopped(self) -> Stopped:
        """For who asked to stop: what is there, and that the rest can be had."""
        so_far = f"đã {self._done} {self._so_far}" if self._so_far else "chưa làm được gì"
        return Stopped(f"Đã dừng theo yêu cầu: {so_far}; tệp đã có đều trọn vẹn, làm lại thì làm tiếp phần còn thiếu.")


def duration(seconds: float) -> str:
    """`8 giây`, `2 phút`; never none while something is left."""
    return f"{seconds / 60:.0f} phút" if seconds >= 90 else f"{max(1, round(seconds))} giây"
