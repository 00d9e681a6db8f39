"""How an error is told: a refusal by its own sentence, a fault of ours by a code, with the rest in a log file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePath

from ocop_xl.errors import Refusal


def sentence_of(error: BaseException) -> str:
    """The sentence that an expected error carries; "" for a fault of ours."""
    match error:
        case Refusal():
            return str(error)
        case PermissionError():
            return (
                f"Không ghi được tệp «{_name(error)}»: tệp đang mở hoặc bị khóa. Hãy đóng tệp trong Excel rồi chạy lại."
            )
        case FileNotFoundError():
            return f"Không thấy «{_name(error)}». Hãy kiểm tra lại tên tệp và thư mục."
        case OSError():
            return f"Không đọc hoặc ghi được «{_name(error)}». Hãy kiểm tra ổ đĩa còn chỗ và thư mục cho phép ghi."
    return ""


def _name(error: OSError) -> str:
    return PurePath(str(error.filename)).name if error.filename else "tệp"


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
