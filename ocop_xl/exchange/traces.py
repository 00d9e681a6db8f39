"""What a Word file tells beside its text: everything that rebuilding it would leave behind."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.office_parts import is_signed
from ocop_xl.exchange.word.keep import NotDrawn
from ocop_xl.exchange.word.left_behind import told_by
from ocop_xl.exchange.word.rebuild import rebuilt
from ocop_xl.office.part_links import Parts


def traces(parts: Parts) -> Iterator[str]:
    """Noun phrases for a sentence, none for a copy as `word_copy` makes it; a signed file may not be changed."""
    if is_signed(parts) or "word/document.xml" not in parts:
        return
    try:
        new = rebuilt(parts)
    except NotDrawn as unknown:
        yield str(unknown)
    except ExchangeError as problem:
        yield f"phần bên trong {problem}"
    else:
        yield from told_by(new.left_parts, new.dropped)
