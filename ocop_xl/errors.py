"""Why something was not done. `str(error)` is one Vietnamese sentence for the officer, and every door catches only the
root:

    Refusal                     nothing was done, or the sentence says what was
    ├── WorkbookError           a file: its name (never its folder), what it turned out to be, what to do next
    │   ├── WorkbookNotFound · NotAFile · WorkbookUnreadable · EmptyWorkbookFile · NotOcopBook
    │   ├── NotAWorkbook
    │   │   └── UnknownFile
    │   ├── OtherProgramFile
    │   │   └── PlainText
    │   ├── OtherArchive · ProvinceWorkbook · EncryptedWorkbook · TruncatedWorkbook
    │   ├── WorkbookTooLarge · UnsafeWorkbook
    │   ├── WorkbookLocked
    │   │   ├── WorkbookOpen    another program left its mark beside the file
    │   │   └── WorkbookBusy    another command of ours is writing it
    │   ├── FolderClosed · ReadOnlyFile · NotWritten        `office.safe_write`
    │   ├── CannotChange        the file no longer is what the author of a change saw
    │   │   └── ChangedMeanwhile    it was saved between our reading and our writing
    │   └── SourceUnreadable    an old list that cannot be read
    │       └── NoTableFound
    ├── PaperError              a paper; no paper was written
    │   └── TemplateError       its Word template is at fault
    ├── ExchangeError           a package for or from outside; nothing was written
    │   └── NewerProgram        a later version of this program has made it
    ├── CannotInstall           the add-in or the extension
    └── Stopped                 the user asked to stop: what is finished stays, whole

A refusal crosses processes: `pickle` gives back the same class, facts and sentence.
"""

from __future__ import annotations


class Refusal(Exception):
    """What was asked for cannot be done; the text is the sentence that the user reads."""


class PaperError(Refusal):
    """A paper could not be made; no paper was written."""


class TemplateError(PaperError):
    """The Word template is at fault: an unknown name, a broken tag, a file that is no Word document."""


class ExchangeError(Refusal):
    """A package could not be made or read; nothing was written."""


class NewerProgram(ExchangeError):
    """What a later version of this program has made: it is sound, and this one must be renewed."""


class CannotInstall(Refusal):
    """The buttons could not be put in place: nothing was changed, or the sentence says what was."""


class Stopped(Refusal):
    """The user asked to stop on the way; the sentence says how far it came."""


class WorkbookError(Refusal):
    """A file that cannot be read as the commune's workbook. `name` is the file's name without its folder."""

    sentence = "Tệp «{name}» không đọc được: {what}."

    def __init__(self, name: str, what: str = "") -> None:
        self.name = name
        self.what = what
        super().__init__(self.sentence.format(name=name, what=what))

    def __reduce__(self) -> tuple[type[WorkbookError], tuple[str, str]]:
        """Made anew from its facts: the sentence must not be put into itself."""
        return type(self), (self.name, self.what)


class WorkbookNotFound(WorkbookError):
    """No file of this name."""

    sentence = "Không thấy tệp «{name}»; hãy kiểm tra lại tên tệp và thư mục."


class NotAFile(WorkbookError):
    """A folder, a device or another thing that has no content of its own; `what` says which, and what to choose."""

    sentence = "«{name}» không phải là tệp{what}."


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


class UnknownFile(NotAWorkbook):
    """Of no kind that we know, or a workbook that is damaged from its first byte on."""


class OtherArchive(WorkbookError):
    """Files packed by a program whose archives we do not open; `what` names the kind."""

    sentence = "Tệp «{name}» là {what}; hãy mở nén bằng chương trình của nó rồi dùng các tệp ở trong."


class NotOcopBook(WorkbookError):
    """A sound workbook with none of our tables."""

    sentence = (
        "Tệp «{name}» là sổ Excel nhưng không phải sổ OCOP: không có bảng nào của sổ; "
        "hãy chọn đúng tệp, hoặc tạo sổ mới bằng lệnh ocop-xl new."
    )


class ProvinceWorkbook(WorkbookError):
    """What `consolidate` has made of many books: it looks like one of them and is none."""

    sentence = "Tệp «{name}» là bảng tổng hợp của nhiều xã, không phải sổ của một xã; hãy chọn sổ hoặc gói xã gửi."


class OtherProgramFile(WorkbookError):
    """A spreadsheet, but in another program's or an older Excel's format; `what` names it."""

    sentence = (
        "Tệp «{name}» là {what}, chưa phải dạng .xlsx; "
        "hãy mở bằng Excel hoặc LibreOffice và lưu thành «Excel Workbook (.xlsx)»."
    )


class PlainText(OtherProgramFile):
    """A list as csv or txt, or a letter."""


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


class NotWritten(WorkbookError):
    """The new content did not survive the proof before it took the old one's place; the old file stands unchanged."""

    sentence = "Chưa ghi được vào tệp «{name}» ({what}); tệp cũ còn nguyên, hãy thử lại."


class WorkbookOpen(WorkbookLocked):
    """Another program left its mark beside the file; `what` names the mark."""

    sentence = (
        "Tệp «{name}» đang mở ở chương trình khác; hãy đóng tệp rồi chạy lại. "
        "Nếu không còn ai mở, hãy xóa tệp khóa «{what}» nằm cùng thư mục."
    )


class WorkbookBusy(WorkbookLocked):
    """Another command of ours is writing it; `what` names machine and time."""

    sentence = (
        "Tệp «{name}» đang được lệnh khác ghi ({what}) nên chưa ghi gì; hãy chờ lệnh kia xong rồi chạy lại, "
        "hoặc thêm --wait 60 để lệnh tự chờ."
    )


class FolderClosed(WorkbookError):
    """The folder is not there or does not let files be written; `what` says which."""

    sentence = "Không ghi được tệp «{name}»: {what}; hãy chọn thư mục khác hoặc xin quyền ghi."


class ReadOnlyFile(WorkbookError):
    """Somebody has marked the file as not to be changed."""

    sentence = "Tệp «{name}» được đặt chỉ đọc nên không ghi; hãy bỏ dấu chỉ đọc hoặc làm việc trên bản sao."


class CannotChange(WorkbookError):
    """The change does not fit the file as it is now; nothing was written. `what` says why and what to do."""

    sentence = "Chưa ghi vào tệp «{name}»: {what}."


class ChangedMeanwhile(CannotChange):
    """Somebody else has saved the file between our reading and our writing: what was decided may no longer be right."""


class SourceUnreadable(WorkbookError):
    """`what` says what is wrong with the file and what to do."""

    sentence = "Tệp «{name}» {what}"


class NoTableFound(SourceUnreadable):
    """The file was read, but no table of products is in it."""
