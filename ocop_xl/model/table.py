"""How a class becomes a table of the workbook."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import repeat
from typing import Any, Self, TypeVar, dataclass_transform

from ocop_xl.model.column import Column, Kind
from ocop_xl.model.version import FIRST_VERSION
from ocop_xl.records import NamedTuple


class Role(StrEnum):
    """Who writes a table: staff, the program, or the law."""

    INPUT = "nhập liệu"
    OUTPUT = "kết quả"
    REFERENCE = "tra cứu"


class Row:
    """A row of any table. `at` is its Excel row number when it came from a workbook (0 otherwise): for messages
    only, since sorting moves it; a row is known by its key."""

    __slots__ = ("at",)
    at: int

    def __init__(self, at: int = 0, **cells: Any) -> None:
        """A row that is blank but for these cells."""
        self.at = at
        for attribute in self.__slots__:
            setattr(self, attribute, cells.pop(attribute, None))
        if cells:
            raise TypeError(f"{type(self).__name__} has no column {', '.join(cells)}")

    @classmethod
    def from_columns(cls, numbers: Sequence[int], columns: Mapping[str, Iterable[Any]]) -> list[Self]:
        """Rows by their Excel row numbers, filled a column at a time: half the time of filling each by itself."""
        rows = [cls.__new__(cls) for _ in numbers]
        given = {"at": numbers, **columns}
        for attribute in ("at", *cls.__slots__):
            cells = given.get(attribute, repeat(None, len(rows)))
            deque(map(setattr, rows, repeat(attribute), cells), maxlen=0)
        return rows

    def __repr__(self) -> str:
        """Only what is filled in: `Product(id='SP06', name='Gạo', potential=4)`."""
        filled = [(name, getattr(self, name)) for name in self._fields()]
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in filled if v is not None)})"

    def __eq__(self, other: object) -> bool:
        """Same kind and same cells, wherever they stand."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._fields())

    __hash__ = None  # type: ignore[assignment]  # rows are changed in place

    @classmethod
    def _fields(cls) -> list[str]:
        return [column.attribute for column in spec_of(cls).inputs]


R = TypeVar("R", bound=Row)


class TableSpec(NamedTuple):
    """A table as the workbook shows it. `form` tables have one row, laid out vertically: label, value, help."""

    row_type: type[Row]
    sheet: str
    name: str  # of the Excel Table
    title: str
    purpose: str
    columns: tuple[Column, ...]
    inputs: tuple[Column, ...]  # in which people type
    role: Role
    form: bool
    since: int = FIRST_VERSION
    retired: tuple[Column, ...] = ()  # columns of older workbooks, read so that nothing of them is lost

    @property
    def key(self) -> Column | None:
        return next((c for c in self.columns if c.kind is Kind.KEY), None)

    @property
    def required(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.required)

    @property
    def read(self) -> tuple[Column, ...]:
        """What a sheet may have: today's columns, and those of older workbooks."""
        return (*self.columns, *self.retired)

    def column(self, attribute: str) -> Column:
        for candidate in self.columns:
            if candidate.attribute == attribute:
                return candidate
        raise KeyError(f"{self.name} has no column {attribute!r}")

    def by_header(self, header: str) -> Column:
        """The column of this name, as a `Change` and the journal say it."""
        for candidate in self.columns:
            if candidate.header == header:
                return candidate
        raise KeyError(f"{self.name} has no column headed {header!r}")


TODAY = "ngay_tinh"
"""Defined name of the workbook: the day on which live columns and targets are reckoned."""

ROW_STATE = "row_state"
ROW_COMPLETE = "Đủ ô bắt buộc"
"""Without a tick: a row may be complete long before what it tells of is done."""
TITLE_ROW, PURPOSE_ROW, HEADER_ROW = 1, 2, 4
"""Where every sheet built from the model puts its title, its purpose and its headers (Excel row numbers)."""


@dataclass_transform(kw_only_default=True)
def table(
    *,
    sheet: str,
    name: str,
    title: str,
    purpose: str,
    role: Role = Role.INPUT,
    form: bool = False,
    since: int = FIRST_VERSION,
) -> Callable[[type[R]], type[R]]:
    """Declare a class with columns as a table; its spec is found again with `spec_of`.

    Row's own methods serve all tables: those of a dataclass would be compiled for each of them at every start.

    Input tables get one live column more, «Tình trạng», that says in each row which required cell is still blank.
    """

    def declare(plain: type[R]) -> type[R]:
        body = dict(vars(plain))
        columns = [Column(*found[:-1], attribute=word) for word, found in body.items() if isinstance(found, Column)]
        slots = tuple(column.attribute for column in columns)
        for word in (*slots, "__dict__", "__weakref__"):
            del body[word]
        made: Any = type(plain.__name__, plain.__bases__, body | {"__slots__": slots})
        retired = tuple(column for column in columns if column.until)
        columns = [column for column in columns if not column.until]
        if role is Role.INPUT and not form:
            columns.append(_row_state(columns))
        typed = tuple(column for column in columns if not column.live)
        made.spec = TableSpec(made, sheet, name, title, purpose, tuple(columns), typed, role, form, since, retired)
        return made  # type: ignore[no-any-return]

    return declare


def spec_of(row_type: type[Row]) -> TableSpec:
    """The table that a row belongs to."""
    spec: TableSpec = row_type.spec  # type: ignore[attr-defined]
    return spec


def _row_state(columns: list[Column]) -> Column:
    """`` for an empty row, `⚠ Thiếu …` naming the first required cell that is blank, `ROW_COMPLETE` otherwise."""
    formula = f'"{ROW_COMPLETE}"'
    for column in reversed(columns):
        if column.required:
            formula = f'IF([@[{column.header}]]="","⚠ Thiếu {column.header}",{formula})'
    return Column(
        "Tình trạng",
        Kind.TEXT,
        "Ô này tự tính: cho biết dòng đã đủ các ô bắt buộc hay còn thiếu ô nào.",
        width=24,
        filled_by="tự tính",
        formula=f'=IF(COUNTA({",".join(_required_runs(columns))})=0,"",{formula})',
        attribute=ROW_STATE,
    )


def _required_runs(columns: list[Column]) -> list[str]:
    """The required columns of a row as few ranges, neighbours together: formulas are most of a workbook's bytes."""
    runs: list[list[str]] = []
    previous_required = False
    for column in columns:
        if column.required:
            if previous_required:
                runs[-1].append(column.header)
            else:
                runs.append([column.header])
        previous_required = column.required
    return [f"[@[{run[0]}]:[{run[-1]}]]" if len(run) > 1 else f"[@[{run[0]}]]" for run in runs]
