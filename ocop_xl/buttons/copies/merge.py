"""«Ghép sổ»: another copy of the workbook into the open one – what both have changed is chosen on a sheet, the rest is
shown there, and one click takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ocop_xl.buttons.copies.other_copy import mine, pick_other
from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome, unless
from ocop_xl.changes.journal import MERGE
from ocop_xl.changes.merging.conflict import Choice, answers
from ocop_xl.changes.merging.merge import Merged
from ocop_xl.desks.apply import apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.identity import write_identity
from ocop_xl.desks.page import decided, questions
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.errors import Refusal
from ocop_xl.jobs.copies import read_copy
from ocop_xl.jobs.merging import Merging, merging
from ocop_xl.jobs.merging_words import (
    apart_in_words,
    asked_in_words,
    base_in_words,
    broken_in_words,
    renumbered_in_words,
    row_in_words,
    sides_in_words,
    value_in_words,
)
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.vocabulary import PREVIEW

_HEADERS = {"Việc": 44, "Chỗ": 34, "Gốc": 24, "Bản này": 28, "Bản kia": 28, "Chọn": 12}
_NAME, _THEIRS, _CHOICE = 1, 4, 5
_FILE, _TOLD = "Tệp bản kia", "Lưu ý"


class _Pending(NamedTuple):
    """What an earlier press left on the sheet: the other copy's file, and what has been chosen since."""

    source: Path
    chosen: dict[str, Choice]


def run(desk: Desk) -> Outcome:
    pending = _pending(desk)
    source = pending.source if pending else pick_other(desk, "Chọn bản sao của sổ mà người khác đã sửa")
    if source is None:
        return NOTHING_DONE
    live = read_whole(desk)
    desk.status(f"Đang ghép «{source.name}»…")
    found = merging(mine(desk, live), read_copy(source), pending.chosen if pending else {}, folder=_folder(desk))
    if found.is_nothing:
        desk.drop_sheet(PREVIEW)
        return Outcome(
            "\n".join(
                [*apart_in_words(found.mine, found.theirs), f"«{source.name}» không có gì mới so với sổ đang mở."]
            )
        )
    asked = list(_asked(found.merged))
    rows = [[_FILE, "", "", "", str(source), ""], *asked, *_told(found)]
    choices = {Area(at, _CHOICE, at, _CHOICE): one.choices for at, one in enumerate(found.merged.conflicts, 3)}
    if left := len(found.merged.open):
        questions(desk, _HEADERS, rows, choices)
        return Outcome(
            f"Còn {left} chỗ hai bản khác nhau: chọn ở cột «Chọn» của trang «{PREVIEW}» rồi bấm lại nút. Chưa ghi gì.\n"
            "Muốn ghép tệp khác thì xóa trang ấy."
        )
    no = unless(decided(desk, _question(found), _HEADERS, rows, choices or None))
    return no or _write(desk, found, apply(desk, live, found.merged.changes, MERGE, notes=found.lost))


def _folder(desk: Desk) -> Path | None:
    """None for a workbook that has never been saved."""
    with suppress(Refusal):
        return desk.path.parent
    return None


def _question(found: Merging) -> str:
    cells = len(found.merged.changes)
    return f"Ghép {cells} ô từ «{found.theirs.name}» như ở trang «{PREVIEW}»? Ghi rồi vẫn hoàn tác được."


def _write(desk: Desk, found: Merging, done: int) -> Outcome:
    lines = [
        f"Đã ghép {done} ô từ «{found.theirs.name}». {UNDO_HINT}",
        *renumbered_in_words(found.merged),
        *broken_in_words(found.merged),
        "Từ nay hai người cùng làm trên sổ này: lưu rồi gửi cho người kia thay cho bản của họ.",
    ]
    try:
        if found.identity:
            write_identity(desk, found.identity)
    except Refusal as reason:
        lines.append(f"⚠ Sổ chưa ghi nhớ được lần ghép này, lần sau sẽ hỏi lại: {reason}")
    return Outcome("\n".join(lines))


# --- the sheet that shows it ------------------------------------------------------------------------------------


def _asked(merged: Merged) -> Iterator[list[str]]:
    for one in merged.conflicts:
        what = f"{one.clash.capitalize()}: {asked_in_words(one, merged.contents)}"
        yield [what, one.name, *sides_in_words(one), one.choice or ""]


def _told(found: Merging) -> Iterator[list[str]]:
    """What is to be known, then each cell that will be written."""
    for words in (
        *apart_in_words(found.mine, found.theirs),
        base_in_words(found),
        *renumbered_in_words(found.merged),
        *broken_in_words(found.merged),
    ):
        yield [words, _TOLD, "", "", "", ""]
    for row in found.merged.rows:
        name = row_in_words(row.spec, row.row_id, row.after, row.before)
        for change in row.changes(""):
            column = row.spec.by_header(change.column)
            before, after = (value_in_words(value, column) for value in (change.before, change.after))
            if column is not row.spec.key:
                yield [f"Ghi – {row.kind}: {name}", f"{row.spec.sheet}: {column.header}", "", before, after, ""]


def _pending(desk: Desk) -> _Pending | None:
    """The sheet that was left to be filled in, if it is one of this button's."""
    if PREVIEW not in desk.sheet_names():
        return None
    block = [[f"{cell or ''}" for cell in row] for row in desk.read(PREVIEW, desk.used(PREVIEW))]
    if not block or block[0][: len(_HEADERS)] != list(_HEADERS):
        return None
    source = next((row[_THEIRS] for row in block if row[0] == _FILE), "")
    chosen = answers((row[_NAME], row[_CHOICE]) for row in block[1:] if row[_CHOICE].strip())
    return _Pending(Path(source), chosen) if source and Path(source).is_file() else None
