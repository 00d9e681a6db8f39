"""Which exceptions of the package already carry the sentence for the user."""

from __future__ import annotations


def sentence_of(error: Exception) -> str:
    """The sentence of a known refusal, "" for a fault of ours."""
    from ocop_xl.errors import WorkbookError
    from ocop_xl.papers.errors import PaperError

    if isinstance(error, WorkbookError | PaperError):
        return str(error)
    if isinstance(error, PermissionError):
        return f"Không ghi được tệp «{_name(error)}»: tệp đang mở hoặc bị khóa. Hãy đóng tệp trong Excel rồi chạy lại."
    if isinstance(error, FileNotFoundError):
        return f"Không thấy «{_name(error)}». Hãy kiểm tra lại tên tệp và thư mục."
    if isinstance(error, OSError):
        return f"Không đọc hoặc ghi được «{_name(error)}». Hãy kiểm tra ổ đĩa còn chỗ và thư mục cho phép ghi."
    return ""


def _name(error: OSError) -> str:
    from pathlib import PurePath

    return PurePath(str(error.filename)).name if error.filename else "tệp"
