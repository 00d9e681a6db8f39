"""What an import would do, shown to a person before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from ocop_xl.changes.change import Change
from ocop_xl.model import Producer, Product, Recognition
from ocop_xl.model.table import R, Row, spec_of
from ocop_xl.sheets.importing.preview import preview


class Note(NamedTuple):
    """Something read with an assumption: the cell, its text, what it was taken for and why."""

    address: str
    text: str
    assumed: str
    why: str


class Unplaced(NamedTuple):
    """A source cell that no proposed row uses."""

    address: str
    text: str
    why: str


class Placed(NamedTuple):
    """A source cell and what it became; `row_id` is empty for headers and section titles."""

    address: str
    text: str
    table: str
    row_id: str
    column: str


@dataclass(slots=True)
class Proposal:
    """`rows` are new rows only, with ids that continue the book's. `changes` is all that would be written, new rows
    included. Every filled cell of the source's tables is in `placed` or in `unplaced`."""

    source: str
    rows: list[Row] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unsure: list[Note] = field(default_factory=list)
    suggestions: list[Note] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    already_known: int = 0

    def of(self, row_type: type[R]) -> list[R]:
        """The new rows of one table."""
        return [row for row in self.rows if isinstance(row, row_type)]

    def summary(self) -> str:
        """For the preview: counts first, then every row and cell to be written, then what needs a look."""
        counts = Counter(spec_of(type(row)).sheet for row in self.rows)
        new = ", ".join(f"{counts[spec_of(kind).sheet]} dòng «{spec_of(kind).sheet}»" for kind in _KINDS)
        lines = [f"Nhập từ «{self.source}»: thêm {new}; {len(self.changes)} ô sẽ được ghi."]
        if self.already_known:
            lines.append(f"Đã có trong sổ: {self.already_known} dòng sản phẩm.")
        lines += preview(self.rows, self.changes)
        looks = [f"{note.address} «{_one_line(note.text)}»: {note.assumed} ({note.why})" for note in self.unsure]
        lines += _listed("Cần xem lại", looks)
        lines += _listed(
            "Gợi ý bộ sản phẩm (chưa ghi vào sổ)", [f"«{note.text}»: {note.assumed}" for note in self.suggestions]
        )
        lines += _listed(
            "Chưa xếp được vào đâu", [f"{cell.address} «{_one_line(cell.text)}»: {cell.why}" for cell in self.unplaced]
        )
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Plain values for `--json`; dates as ISO text."""
        return {
            "source": self.source,
            "rows": [_as_dict(row) for row in self.rows],
            "changes": [
                change._asdict() | {"before": _plain(change.before), "after": _plain(change.after)}
                for change in self.changes
            ],
            "unsure": [note._asdict() for note in self.unsure],
            "suggestions": [note._asdict() for note in self.suggestions],
            "unplaced": [cell._asdict() for cell in self.unplaced],
            "already_known": self.already_known,
        }


_KINDS: tuple[type[Row], ...] = (Product, Producer, Recognition)


def _listed(title: str, lines: list[str]) -> list[str]:
    return [f"{title} ({len(lines)}):", *(f"  - {line}" for line in lines)] if lines else []


def _as_dict(row: Row) -> dict[str, Any]:
    spec = spec_of(type(row))
    values = {column.header: _plain(getattr(row, column.attribute)) for column in spec.inputs}
    return {"table": spec.name} | {header: value for header, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _one_line(text: str) -> str:
    return " ".join(text.split())
