"""`datapackage.json`: types, keys and how the tables belong together, as the Frictionless specification writes them."""

from __future__ import annotations

from typing import Any

from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import spec_of
from ocop_xl.model.tables import table_named
from ocop_xl.province.export.plain import COMMUNE, FRACTION, UNREAD, UNREAD_COLUMNS, WHOLE, Plain, PlainTable, name_of

DATAPACKAGE = "datapackage.json"


def datapackage(plain: Plain) -> dict[str, Any]:
    resources = [_resource(table, plain) for table in plain.tables]
    whose = [COMMUNE.attribute] if plain.many else []
    fields = [{"name": name, "type": "string"} for name in (*whose, *UNREAD_COLUMNS)]
    resources.append(_file(UNREAD, "Giá trị không đúng kiểu của cột", {"fields": fields, "missingValues": [""]}))
    return {"name": "ocop", "title": "Sổ OCOP", "profile": "tabular-data-package", "resources": resources}


def _resource(table: PlainTable, plain: Plain) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.keys:
        schema["primaryKey"] = list(table.keys)
    if foreign := [_foreign(column, plain) for column in table.columns if column.refers_to]:
        schema["foreignKeys"] = foreign
    return _file(table.name, spec_of(table.row_type).sheet, schema)


def _file(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    facts = {"name": column.attribute, "type": _type(column), "title": column.header}
    if column.unit:
        facts["unit"] = column.unit
    return facts


def _type(column: Column) -> str:
    if column.kind in WHOLE:
        return "integer"
    if column.kind in FRACTION:
        return "number"
    return "date" if column.kind is Kind.DATE else "string"


def _foreign(column: Column, plain: Plain) -> dict[str, Any]:
    """A row of one commune never refers to one of another."""
    spec = table_named(column.refers_to)
    assert spec.key is not None
    whose = [COMMUNE.attribute] if plain.many else []
    return {
        "fields": [*whose, column.attribute],
        "reference": {"resource": name_of(spec.row_type), "fields": [*whose, spec.key.attribute]},
    }
