"""Why an old file could not be read: one sentence for the person who chose it."""

from __future__ import annotations

from ocop_xl.errors import WorkbookError


class SourceUnreadable(WorkbookError):
    """`what` says what is wrong with the file and what to do."""

    sentence = "Tệp «{name}» {what}"


class NoTableFound(SourceUnreadable):
    """The file was read, but no table of products is in it."""
