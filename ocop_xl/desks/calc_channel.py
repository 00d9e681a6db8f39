"""Orders to the LibreOffice extension that started us: a line of JSON out, a line of JSON back."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import Any, BinaryIO

from ocop_xl.changes.change import Formula


class NotDone(Exception):
    """LibreOffice could not do what was ordered; the argument says which order and why."""


class Channel:
    def __init__(self, answers: BinaryIO, orders: BinaryIO) -> None:
        self._answers, self._orders = answers, orders

    @classmethod
    def to_caller(cls) -> Channel:
        """Over stdin and stdout; from now on a stray `print` goes to stderr, where it breaks nothing."""
        channel = cls(sys.stdin.buffer, sys.stdout.buffer)
        sys.stdout = sys.stderr
        return channel

    def order(self, do: str, *what: Any) -> Any:
        order = json.dumps({"do": do, "with": what}, default=_marked)
        self._orders.write(order.encode("ascii") + b"\n")
        self._orders.flush()
        line = self._answers.readline()
        if not line:
            raise NotDone(f"{do}: LibreOffice is gone")
        answer = json.loads(line)
        if "failed" in answer:
            raise NotDone(f"{do}: {answer['failed']}")
        return answer["value"]


def marked(value: Any) -> Any:
    """A cell's value for `order`: a formula is told apart from a text that looks like one."""
    return {"formula": str(value)} if type(value) is Formula else value


def unmarked(value: Any) -> Any:
    """A cell's value as LibreOffice tells it; an error stays the text that Excel would show."""
    if not isinstance(value, dict):
        return value
    if "error" in value:
        return value["error"]
    return datetime.fromisoformat(value.get("day") or value["moment"])


def _marked(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return float(value)
