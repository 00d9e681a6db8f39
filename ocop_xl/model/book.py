"""The workbook in memory: rows of every table, and where each stands on its sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import PurePath
from typing import Any, TypeVar

from ocop_xl.model.column import Column
from ocop_xl.model.identity import Identity
from ocop_xl.model.rows.commune import Commune
from ocop_xl.model.table import HEADER_ROW, R, Row, TableSpec, spec_of
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.records import NamedTuple


class Placement(NamedTuple):
    """Where a table was found. `letters` maps an attribute to its column letters; in a form table, `rows` maps an
    attribute to its row and the value stands in `value_letters`."""

    sheet: str
    letters: Mapping[str, str]
    header_row: int = HEADER_ROW
    rows: Mapping[str, int] | None = None
    value_letters: str = "B"

    def cell(self, row: Row, attribute: str) -> str:
        """`G5`; just the row's number when the sheet lacks the column."""
        if self.rows is not None:
            return f"{self.value_letters}{self.rows[attribute]}" if attribute in self.rows else ""
        return f"{self.letters.get(attribute, '')}{row.at}"


class UnreadCell(NamedTuple):
    """A cell whose text could not become the column's type. The row holds None there; the text is kept here so that
    nothing is lost and the rule can quote it. `problem` is one of `PROBLEMS`."""

    row: Row
    column: Column
    text: str
    problem: str


T = TypeVar("T")

PROBLEMS = (
    "not_a_number",
    "not_whole",
    "not_a_date",
    "ambiguous_date",
    "not_stars",
    "not_a_set",
    "error_cell",
    "no_value",
    "became_date",
    "became_boolean",
    "became_number",
)


UNSEEN = ("text_number", "text_date", "untidy_text", "outside_table", "below_table")


FRAME_FAULTS = (
    "overwritten",
    "other_formula",
    "lost_formula",
    "figure_lost",
    "name_lost",
    "plain_range",
    "copied_table",
    "identity_lost",
    "identity_foreign",
)


class FrameFault(NamedTuple):
    """What makes the workbook's own figures part from the program's: one of `FRAME_FAULTS`, on which sheet of which
    table, the cells in the order of the rows, and what else is to be named (headers, names, sheets)."""

    problem: str
    sheet: str
    table: str = ""
    cells: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Missing(NamedTuple):
    """A table, sheet or column of the model that the file does not have."""

    spec: TableSpec
    column: Column | None = None

    def __str__(self) -> str:
        sheet = f"trang «{self.spec.sheet}»"
        return sheet if self.column is None else f"cột «{self.column.header}» của {sheet}"


class Book:
    """All rows by table. `book[Product]` is the list of products; an absent table is an empty list.

    Invalid choices stay in their row as typed (they are text); other unreadable cells are None and listed in `unread`.
    `unseen` are cells that are read here although the workbook's own formulas do not see them, by `UNSEEN` kind; a row
    outside its table is not among the rows. `version` is the shape of the workbook that it came from, `identity` who
    that workbook is. `is_copy`: it is the copy that goes outside, without formulas and without what its profile leaves
    out.
    """

    def __init__(
        self, tables: dict[type[Row], list[Row]] | None = None, *, source: str = "", identity: Identity | None = None
    ) -> None:
        self.tables = {} if tables is None else tables
        self.placements: dict[type[Row], Placement] = {}
        self.unread: list[UnreadCell] = []
        self.unseen: list[UnreadCell] = []
        self.missing: list[Missing] = []
        self.frame: list[FrameFault] = []
        self.source, self.version, self.identity = source, MODEL_VERSION, identity
        self.is_copy = False
        self._indexes: dict[type[Row], dict[str, Row]] = {}
        self._derived: dict[Any, Any] = {}

    def __repr__(self) -> str:
        """`Book(‹so.xlsx›, 7 Product, 6 Producer)`: where it came from and how many rows, not the rows."""
        facts = [f"‹{PurePath(self.source).name}›"] if self.source else []
        facts += [f"{len(rows)} {kind.__name__}" for kind, rows in self.tables.items() if rows]
        return f"Book({', '.join(facts)})"

    def with_tables(self, tables: dict[type[Row], list[Row]]) -> Book:
        """The same workbook with other rows; what was worked out from its own is left behind."""
        made = Book(tables)
        vars(made).update(vars(self) | {"tables": tables, "_indexes": {}, "_derived": {}})
        return made

    def __getitem__(self, kind: type[R]) -> list[R]:
        return self.tables.get(kind, [])  # type: ignore[return-value]

    def __setitem__(self, kind: type[R], rows: list[R]) -> None:
        self.tables[kind] = rows  # type: ignore[assignment]
        self._indexes.pop(kind, None)
        self._derived.clear()

    def __iter__(self) -> Iterator[type[Row]]:
        return iter(self.tables)

    @property
    def commune(self) -> Commune:
        """The one row of «Thông tin xã», empty if the sheet is."""
        rows = self[Commune]
        return rows[0] if rows else Commune()

    def by_id(self, kind: type[R]) -> dict[str, R]:
        """Rows by key, first row wins; rows without a key are left out. Kept until the table is set anew."""
        index = self._indexes.get(kind)
        if index is None:
            key = spec_of(kind).key
            assert key is not None, f"{kind.__name__} has no key column"
            index = {}
            for row in self[kind]:
                name = getattr(row, key.attribute)
                if name is not None:
                    index.setdefault(name, row)
            self._indexes[kind] = index
        return index  # type: ignore[return-value]

    def row(self, kind: type[R], row_id: str) -> R | None:
        """The row that a `Change` means: by its key, of a form its one row."""
        if spec_of(kind).form:
            return next(iter(self[kind]), None)
        return self.by_id(kind).get(row_id)

    def value(self, spec: TableSpec, row_id: str, column: Column) -> Any:
        """What was read of a cell; None for a row that is not there, and for what the workbook computes itself."""
        row = self.row(spec.row_type, row_id)
        return None if row is None or column.live else getattr(row, column.attribute)

    def derived(self, make: Callable[[Book], T]) -> T:
        """What `make` works out from the whole book, such as all its scores. Kept until a table is set anew: change
        rows before the first call, not after."""
        if make not in self._derived:
            self._derived[make] = make(self)
        found: T = self._derived[make]
        return found

    def lay_out(self) -> None:
        """Give every row the place where the builder will write it, for a book that did not come from a file."""
        for rows in self.tables.values():
            for at, row in enumerate(rows, HEADER_ROW + 1):
                row.at = at

    def placement(self, kind: type[Row]) -> Placement:
        """Where the table stands; as the builder lays it out, if the book did not come from a file."""
        found = self.placements.get(kind)
        if found is None:
            found = self.placements[kind] = default_placement(spec_of(kind))
        return found

    def lacking(self) -> str:
        """Tables and required columns that are not there, for a sentence: `trang «Hồ sơ», cột «Tiềm năng» của trang
        «Sản phẩm»`; "" for a whole book."""
        return ", ".join(str(gap) for gap in self.missing if gap.column is None or gap.column.required)

    def day(self, asked: date | None) -> date:
        """The day on which everything is reckoned: the one asked for, else the one in «Ngày tính», else today."""
        return asked or self.commune.as_of or date.today()


def default_placement(spec: TableSpec) -> Placement:
    """Headers in row `HEADER_ROW`, first column A; a form has a row for each field, values in column B."""
    if spec.form:
        rows = {c.attribute: HEADER_ROW + 1 + i for i, c in enumerate(spec.columns)}
        return Placement(spec.sheet, {}, rows=rows)
    return Placement(spec.sheet, {c.attribute: column_letters(i) for i, c in enumerate(spec.columns)})


def column_letters(index: int) -> str:
    """0 → A, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
