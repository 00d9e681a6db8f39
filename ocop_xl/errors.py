"""Why a workbook could not be opened: `str(error)` is one Vietnamese sentence for the officer.

It names the file (never its folder), says what the file turned out to be and what to do next.
"""

from __future__ import annotations


class WorkbookError(Exception):
    """A file that cannot be read as the commune's workbook. `name` is the file's name without its folder."""

    sentence = "Tệp «{name}» không đọc được: {what}."

    def __init__(self, name: str, what: str = "") -> None:
        self.name = name
        self.what = what
        super().__init__(self.sentence.format(name=name, what=what))


class WorkbookNotFound(WorkbookError):
    """No file of this name."""

    sentence = "Không thấy tệp «{name}»; hãy kiểm tra lại tên tệp và thư mục."


class NotAFile(WorkbookError):
    """A folder, a device or another thing that has no content of its own."""

    sentence = "«{name}» không phải là tệp{what}; hãy chọn tệp Excel đuôi .xlsx."


class WorkbookLocked(WorkbookError):
    """The system does not let the file be read: open elsewhere, or no right to it."""

    sentence = (
        "Tệp «{name}» đang bị khóa (có thể đang mở ở chương trình khác hoặc chưa được cấp quyền đọc); "
        "hãy đóng tệp rồi thử lại."
    )


class WorkbookUnreadable(WorkbookError):
    """The disk, the network or the content failed in a way that has no better name."""

    sentence = "Không đọc được tệp «{name}» ({what}); hãy mở tệp bằng Excel, lưu lại rồi thử lại."


class EmptyWorkbookFile(WorkbookError):
    """A file of 0 bytes: usually a download or a copy that did not finish."""

    sentence = "Tệp «{name}» rỗng (0 byte); hãy chép hoặc tải lại tệp."


class NotAWorkbook(WorkbookError):
    """A file of some other kind; `what` names the kind."""

    sentence = "Tệp «{name}» là {what}, không phải sổ Excel; hãy chọn đúng tệp sổ OCOP đuôi .xlsx."


class NotOcopBook(WorkbookError):
    """A sound workbook with none of our tables."""

    sentence = (
        "Tệp «{name}» là sổ Excel nhưng không phải sổ OCOP: không có bảng nào của sổ; "
        "hãy chọn đúng tệp, hoặc tạo sổ mới bằng lệnh ocop-xl new."
    )


class OtherProgramFile(WorkbookError):
    """A spreadsheet, but in another program's or an older Excel's format; `what` names it."""

    sentence = (
        "Tệp «{name}» là {what}, chưa phải dạng .xlsx; "
        "hãy mở bằng Excel hoặc LibreOffice và lưu thành «Excel Workbook (.xlsx)»."
    )


class EncryptedWorkbook(WorkbookError):
    """A workbook that asks for a password when opened."""

    sentence = "Tệp «{name}» có đặt mật khẩu mở; hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại."


class TruncatedWorkbook(WorkbookError):
    """The file ends too early or its content does not add up."""

    sentence = "Tệp «{name}» bị hỏng hoặc chép thiếu ({what}); hãy chép, tải lại tệp hoặc dùng bản sao lưu."


class WorkbookTooLarge(WorkbookError):
    """More than a commune's workbook can honestly hold; `what` says which limit."""

    sentence = "Tệp «{name}» quá lớn để đọc: {what}; hãy xóa phần thừa rồi lưu lại."


class UnsafeWorkbook(WorkbookError):
    """Built in a way no spreadsheet program saves: a bomb, a trick or a bad tool; `what` says which."""

    sentence = "Tệp «{name}» có cấu tạo bất thường ({what}) nên không được mở; hãy xin lại tệp từ người gửi."
