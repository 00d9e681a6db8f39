"""Notes on cells, and what Excel writes into one that stands for a conversation."""

from __future__ import annotations

import re

from ocop_xl.records import NamedTuple

_THREAD = re.compile(r"\A\[[^\]]*\][^\n]*\n.*?fwlink[^\n]*\n\s*[^\n:]{1,40}:[ \t]*\n?", re.DOTALL)
"""What Excel puts before the first words of a conversation, for programs that know only notes."""


class Note(NamedTuple):
    """`author` as Excel keeps it; `thread` is a conversation, whose authors stand in a part of their own."""

    text: str
    author: str = ""
    thread: bool = False


_NOBODY = (None, "None")
"""As openpyxl reads a note that names no author."""


def note_of(text: str, author: str | None) -> Note:
    """As it stands in a file; of a conversation the words alone."""
    told = text.replace("\r\n", "\n")
    words = _THREAD.sub("", told)
    thread = words != told
    nobody = thread or author in _NOBODY
    return Note(words.strip() if thread else told, "" if nobody else str(author), thread)
