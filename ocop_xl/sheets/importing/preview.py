"""Proposed rows, questions and notes as an officer reads them in a console: two screens at most, whatever the list.

What is of one kind is one line with a count and the first cells; every single one stands in `--json` and on the sheet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from textwrap import wrap
from typing import TypeVar

from ocop_xl.changes.change import Change
from ocop_xl.model import Producer, Product, Recognition, table_named
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.rules.rule import shown
from ocop_xl.sheets.importing.proposal import Note, Proposal, Question, Unplaced

_WIDTH = 100  # characters
_NO_BREAK = "\xa0"
_ALWAYS_COUNTED: tuple[type[Row], ...] = (Product, Producer, Recognition)
_IN_FULL = 12
"""Rows or changed cells of one sheet that are all shown; of more, the first few."""
_FIRST = 3
_GROUPS = 10
"""Kinds of notes, and of cells without a place, that are shown."""
_SPECIFIC = re.compile(r"“[^”]*”|\([^)]*\)|\b[A-Z]{2}\d+\b|\d+(?:/\d+)*")
T = TypeVar("T")


def summary(proposal: Proposal) -> str:
    """First what enters and what does not, then what is asked, then what would be written and what needs a look."""
    lines = [_first_line(proposal), _counts(proposal)]
    if proposal.already_known:
        lines.append(f"Đã có trong sổ: {proposal.already_known} dòng {_what_is_known(proposal)}.")
    lines += _unused(proposal.unused_answers)
    lines += question_lines(proposal.questions)
    lines += preview(proposal.rows, proposal.changes)
    lines += _grouped(
        "Gợi ý bộ sản phẩm (chưa ghi vào sổ)", proposal.suggestions, lambda note: note.assumed, _suggestion
    )
    lines += left_lines(proposal)
    lines += _around(proposal.around)
    return "\n".join(lines)


def left_lines(proposal: Proposal) -> list[str]:
    """What was not written, or written on an assumption: for the end of an import."""
    return [
        *_grouped("Cần xem lại", proposal.unsure, lambda note: f"{note.assumed} {note.why}", _note_line),
        *_grouped("Chưa xếp được vào đâu", proposal.unplaced, lambda cell: cell.why, _cell_line),
    ]


def _first_line(proposal: Proposal) -> str:
    total = proposal.entered + proposal.kept_out.total()
    if not proposal.kept_out:
        return f"Nhập từ «{proposal.source}»: {total} dòng của nguồn, tất cả vào sổ."
    whys = "; ".join(f"{count} {why}" for why, count in proposal.kept_out.most_common())
    out = proposal.kept_out.total()
    entered = f"{total} dòng của nguồn, {proposal.entered} dòng vào sổ"
    return f"Nhập từ «{proposal.source}»: {entered}; {out} dòng không vào ({whys})."


def _counts(proposal: Proposal) -> str:
    counts = Counter(type(row) for row in proposal.rows)
    kinds = [*_ALWAYS_COUNTED, *(kind for kind in counts if kind not in _ALWAYS_COUNTED)]
    new = ", ".join(f"{counts[kind]} dòng «{spec_of(kind).sheet}»" for kind in kinds)
    return f"Nếu ghi: thêm {new}; {len(proposal.changes)} ô sẽ được ghi."


def _what_is_known(proposal: Proposal) -> str:
    return "sản phẩm" if "tblTapHuan" not in {change.table for change in proposal.changes} else "của danh sách"


def _unused(answers: Sequence[str]) -> list[str]:
    """Told: an answer that meets no question has done nothing."""
    return (
        [f"Câu trả lời không dùng đến (không có câu hỏi hoặc lựa chọn như vậy): {'; '.join(answers)}"]
        if answers
        else []
    )


def question_lines(questions: Iterable[Question]) -> list[str]:
    """One line a kind of question, with how to answer it."""
    groups: dict[str, list[Question]] = {}
    for question in questions:
        if not question.answer:
            groups.setdefault(question.group, []).append(question)
    if not groups:
        return []
    lines = [f"Cần trả lời ({sum(map(len, groups.values()))} câu; câu chưa trả lời thì làm như dòng «chưa trả lời»):"]
    for group, asked in groups.items():
        cells = "; ".join(f"{question.address} {question.text}" for question in asked[:_FIRST])
        more = f"; và {len(asked) - _FIRST} ô nữa" if len(asked) > _FIRST else ""
        choices = " | ".join(dict.fromkeys(choice for question in asked[:_FIRST] for choice in question.choices))
        lines += _wrapped("  ? ", f"{group} – {asked[0].about} ({len(asked)}): {cells}{more}.")
        example = choices.split(" | ", 1)[0]
        lines += _wrapped(
            "      ", f'Trả lời: {choices}; chưa trả lời: {asked[0].otherwise}. Ví dụ: --answer "{group}={example}"'
        )
    return lines


# --- rows and cells to be written -------------------------------------------------------------------------------


def preview(rows: Iterable[Row], changes: Iterable[Change]) -> list[str]:
    """Lines: the new rows under the name of their sheet, then what changes in rows that the book has."""
    new: dict[str, dict[str, Row]] = {}
    for row in rows:
        new.setdefault(spec_of(type(row)).name, {})[f"{getattr(row, 'id', '')}"] = row
    changed: dict[str, list[Change]] = {}
    for change in changes:
        if change.row_id not in new.get(change.table, {}):
            changed.setdefault(change.table, []).append(change)
    lines = []
    for table, added in new.items():
        lines.append(f"Thêm vào trang «{table_named(table).sheet}» ({len(added)} dòng):")
        for row_id, row in _first_of(list(added.items())):
            lines += _item("+", row_id, _cells(table_named(table), row))
        lines += _and_more(added, "dòng")
    for table, found in changed.items():
        lines.append(f"Sửa ở trang «{table_named(table).sheet}» ({len(found)} ô):")
        lines += [line for change in _first_of(found) for line in _item("~", change.row_id, [_before_after(change)])]
        lines += _and_more(found, "ô")
    return lines


def _first_of(found: Sequence[T]) -> Sequence[T]:
    return found if len(found) <= _IN_FULL else found[:_FIRST]


def _and_more(found: Sequence[object] | dict[str, Row], what: str) -> list[str]:
    rest = len(found) - _FIRST
    return (
        [f"  … và {rest} {what} nữa (xem đủ: --json, hoặc trang xem trước của nút «Nhập phụ lục cũ»)"]
        if len(found) > _IN_FULL
        else []
    )


def _cells(spec: TableSpec, row: Row) -> Iterator[str]:
    for column in spec.inputs:
        value = getattr(row, column.attribute)
        if value is not None and column is not spec.key:
            yield f"«{column.header}»: {shown(value, column.kind)}"


def _before_after(change: Change) -> str:
    column = table_named(change.table).by_header(change.column)
    return f"«{column.header}»: {shown(change.before, column.kind)} → {shown(change.after, column.kind)}"


def _item(sign: str, row_id: str, cells: Iterable[str]) -> list[str]:
    """One entry; what is too long for a line goes on below, broken between cells as far as they are short."""
    glued = "; ".join(cell.replace(" ", _NO_BREAK) if len(cell) < _WIDTH // 2 else cell for cell in cells)
    return _wrapped("  ", f"{sign} {row_id}{_NO_BREAK * 2}{glued}")


def _wrapped(indent: str, text: str) -> list[str]:
    lines = wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=" " * 6, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(_NO_BREAK, " ") for line in lines]


# --- notes by their kind ----------------------------------------------------------------------------------------


def _grouped(title: str, found: Sequence[T], kind: Callable[[T], str], line: Callable[[T], str]) -> list[str]:
    """One line a kind, the most frequent first; of a kind that is rare, every cell."""
    if not found:
        return []
    lines = [f"{title} ({len(found)}):"]
    groups: dict[str, list[T]] = {}
    for one in found:
        groups.setdefault(_SPECIFIC.sub("…", kind(one)), []).append(one)
    by_count = sorted(groups.values(), key=len, reverse=True)
    for group in by_count[:_GROUPS]:
        shown_of_it = group if len(group) <= _FIRST else group[:1]
        more = f" – và {len(group) - 1} ô cùng loại" if len(group) > _FIRST else ""
        lines += [found for one in shown_of_it for found in _wrapped("  - ", f"{line(one)}{more}")]
    if rest := sum(map(len, by_count[_GROUPS:])):
        lines.append(f"  … và {rest} ô thuộc loại khác (xem đủ: --json)")
    return lines


def _note_line(note: Note) -> str:
    return f"{note.address} «{_one_line(note.text)}»: {note.assumed} ({note.why})"


def _suggestion(note: Note) -> str:
    return f"«{_one_line(note.text)}»: {note.assumed}"


def _cell_line(cell: Unplaced) -> str:
    return f"{cell.address} «{_one_line(cell.text)}»: {cell.why}"


def _around(lines: Sequence[Unplaced]) -> list[str]:
    if not lines:
        return []
    first = "; ".join(f"{line.address} «{_one_line(line.text)}»" for line in lines[:_FIRST])
    more = " …" if len(lines) > _FIRST else ""
    return _wrapped("", f"Chữ quanh bảng không dùng đến ({len(lines)} dòng): {first}{more}")


def _one_line(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else f"{text[:77]}…"
