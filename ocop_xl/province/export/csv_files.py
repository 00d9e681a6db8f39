"""A folder of CSV files for Power Query and other programs: one a table, the same columns always, also when empty.

UTF-8 with a mark that Excel knows, days as YYYY-MM-DD, a point in decimals. A text that a spreadsheet would take for a
formula gets an apostrophe before it: no cell of a commune becomes a formula at the province.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.model.column import Column
from ocop_xl.province.export.datapackage import DATAPACKAGE, datapackage
from ocop_xl.province.export.plain import COMMUNE, UNREAD, UNREAD_COLUMNS, Plain, Value, columns_of
from ocop_xl.province.export.power_query import POWER_QUERY, power_query
from ocop_xl.web.pages import write_page

LABELS = "labels"
_LABEL_COLUMNS = ("table", "column", "label", "kind", "unit", "help")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(plain: Plain, folder: Path) -> list[Path]:
    """Every table, what could not be read, what the columns mean, the package that says how they belong together, and
    the text for Power Query. Files of an earlier export are replaced; refused where a folder holds anything else."""
    files = dict(_files(plain))
    _refuse_others(folder, files)
    for name, content in files.items():
        write_page(folder / name, content)
    return [folder / name for name in files]


def _files(plain: Plain) -> Iterator[tuple[str, bytes]]:
    for table in plain.tables:
        yield f"{table.name}.csv", _csv(columns_of(table), table.rows)
    whose = (COMMUNE.attribute,) if plain.many else ()
    yield f"{UNREAD}.csv", _csv((*whose, *UNREAD_COLUMNS), plain.unread)
    yield f"{LABELS}.csv", _csv(_LABEL_COLUMNS, _labels(plain))
    yield DATAPACKAGE, (json.dumps(datapackage(plain), ensure_ascii=False, indent=1) + "\n").encode()
    yield POWER_QUERY, power_query(plain).encode()


def _labels(plain: Plain) -> Iterator[tuple[str, ...]]:
    for table in plain.tables:
        for column in table.columns:
            yield (table.name, column.attribute, column.header, str(column.kind), column.unit, _help(column))


def _help(column: Column) -> str:
    return " ".join(column.help.split())


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value.isoformat() if isinstance(value, date) else value


def _refuse_others(folder: Path, files: Iterable[str]) -> None:
    """A folder that is new, empty, or an earlier export."""
    if not folder.exists() or (folder / DATAPACKAGE).exists():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise ExchangeError(
            f"«{folder.name}» đang có thứ khác; hãy chọn thư mục mới, thư mục trống hoặc thư mục xuất lần trước."
        )
