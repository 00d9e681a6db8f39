"""Tables as pandas frames, typed from the model: also an empty column has its type, and a code stays a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ocop_xl.errors import ExchangeError
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import spec_of
from ocop_xl.province.export.plain import FRACTION, UNREAD, UNREAD_COLUMNS, WHOLE, Plain, PlainTable

if TYPE_CHECKING:
    import pandas as pd


class Frames(Mapping[str, Any]):
    """A frame for each table by its name (`product`, `score_sheet` …), and `unread`: values that are not of their
    column's type. The index of a frame is its key, in a folder the commune's code and the key."""

    def __init__(self, plain: Plain) -> None:
        self._frames = {table.name: _frame(table) for table in plain.tables} | {UNREAD: _unread(plain)}

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def __repr__(self) -> str:
        """`Frames(product: 7, producer: 6)`: the tables that have rows."""
        return f"Frames({', '.join(f'{name}: {len(frame)}' for name, frame in self.items() if len(frame))})"


def dtype_of(column: Column) -> str:
    """One that can hold a blank, whatever the rows say, so that frames of two days fit together."""
    if column.kind in WHOLE:
        return "Int64"
    if column.kind in FRACTION:
        return "Float64"
    return "datetime64[s]" if column.kind is Kind.DATE else "string"


def _frame(table: PlainTable) -> pd.DataFrame:
    """`attrs` say what the table is and in which unit its columns are."""
    pandas = pandas_or_refusal()
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    series = {
        column.attribute: pandas.Series(list(values), dtype=dtype_of(column))
        for column, values in zip(table.columns, cells, strict=True)
    }
    frame = pandas.DataFrame(series)
    frame.attrs = {
        "title": spec_of(table.row_type).sheet,
        "labels": {column.attribute: column.header for column in table.columns},
        "units": {column.attribute: column.unit for column in table.columns if column.unit},
    }
    return frame.set_index(list(table.keys)) if table.keys else frame


def _unread(plain: Plain) -> pd.DataFrame:
    names = ("commune_code", *UNREAD_COLUMNS) if plain.many else UNREAD_COLUMNS
    return pandas_or_refusal().DataFrame(plain.unread, columns=list(names), dtype="string")


def pandas_or_refusal() -> Any:
    """Refused where it is not installed: it is wanted by analysts only."""
    try:
        import pandas
    except ImportError as error:
        raise ExchangeError('Máy này chưa cài pandas; hãy cài: pip install "ocop-xl[province]".') from error
    return pandas
