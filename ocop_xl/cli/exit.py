"""How a command ends: 0 done, 1 done but the data has errors, 2 could not be done."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

DONE, ERRORS_FOUND, NOT_DONE = 0, 1, 2


def print_json(value: Any) -> None:
    """One document and nothing else; dates as YYYY-MM-DD."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return NOT_DONE


def unexpected(error: BaseException) -> int:
    """A fault of ours ends the command."""
    from ocop_xl.faults import fault_in_words

    return complain(fault_in_words(error))
