"""A text to paste into Power Query: every table of the folder, typed, with all its columns whatever the files have."""

from __future__ import annotations

from ocop_xl.model.column import Column, Kind
from ocop_xl.province.export.plain import FRACTION, WHOLE, Plain

POWER_QUERY = "power-query.txt"
_HEAD = """// Power Query: Data > Get Data > Blank Query > Advanced Editor, dán toàn bộ, sửa dòng Folder rồi bấm Done.
// Mỗi trường của bản ghi là một bảng: bấm «Table» để mở. Cột nào tệp không có thì để trống (null).
let
    Folder = "C:\\ocop\\xuat\\",
    Read = (name as text, schema as list) as table =>
        let
            Columns = List.Transform(schema, each _{0}),
            Content = File.Contents(Folder & name & ".csv"),
            File = Csv.Document(Content, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
            Headed = Table.PromoteHeaders(File, [PromoteAllScalars = true]),
            Whole = Table.SelectColumns(Headed, Columns, MissingField.UseNull),
            Blank = Table.ReplaceValue(Whole, "", null, Replacer.ReplaceValue, Columns)
        in
            Table.TransformColumnTypes(Blank, schema, "en-US"),
"""


def power_query(plain: Plain) -> str:
    tables = []
    for table in plain.tables:
        schema = ", ".join(f'{{"{column.attribute}", {_type(column)}}}' for column in table.columns)
        tables.append(f'        {table.name} = Read("{table.name}", {{{schema}}})')
    listed = ",\n".join(tables)
    return f"{_HEAD}    Tables = [\n{listed}\n    ]\nin\n    Tables\n"


def _type(column: Column) -> str:
    if column.kind in WHOLE:
        return "Int64.Type"
    if column.kind in FRACTION:
        return "type number"
    return "type date" if column.kind is Kind.DATE else "type text"
