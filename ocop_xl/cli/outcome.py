"""How a command ends: 0 done, 1 done but the data has errors, 2 could not be done."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

DONE, ERRORS_FOUND, NOT_DONE = 0, 1, 2


class CannotDo(Exception):
    """The command cannot be done; the text is the one sentence that the user reads."""


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
    return complain(fault_in_words(error))


def fault_in_words(
    error: BaseException, what: str = "Phần mềm", then: str = "hãy xem lại kết quả trước khi làm tiếp"
) -> str:
    """A fault of ours: the traceback goes to a log file, the user gets a sentence with a code."""
    import traceback

    code = f"{datetime.now():%y%m%d-%H%M%S}"
    sentence = f"{what} gặp lỗi ngoài dự kiến (mã {code}); {then}."
    try:
        log = log_file()
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as out:
            out.write(f"== {code} {what} ==\n{''.join(traceback.format_exception(error))}\n")
    except OSError:
        return sentence
    return f"{sentence} Chi tiết ở tệp {log}."


def log_file() -> Path:
    """Where faults are written: the user's own folder for application data."""
    import os

    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_STATE_HOME")
    return Path(base or Path.home() / ".local" / "state") / "ocop_xl" / "loi.log"
