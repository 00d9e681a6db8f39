"""What a merge needs to know of every table stands in the model."""

from __future__ import annotations

import pytest

from ocop_xl.model.table import Row, spec_of
from ocop_xl.model.tables import INPUT_TABLES, by_reference, table_named

KEYED = [kind for kind in INPUT_TABLES if spec_of(kind).key is not None]


@pytest.mark.parametrize("kind", KEYED, ids=lambda kind: kind.__name__)
def test_a_row_says_what_it_is_about_and_where_its_key_comes_from(kind: type[Row]) -> None:
    spec = spec_of(kind)
    assert spec.key is not None
    assert any(column.names for column in spec.inputs), "two new rows of one key could not be told apart"
    assert bool(spec.key.prefix) != bool(spec.key.derived_from)
    if spec.key.derived_from:
        assert spec.column(spec.key.derived_from).refers_to


def test_a_table_comes_behind_those_that_it_refers_to() -> None:
    order = by_reference()
    assert set(order) == set(INPUT_TABLES)
    for kind in order:
        for column in spec_of(kind).inputs:
            if column.refers_to:
                assert order.index(table_named(column.refers_to).row_type) < order.index(kind)
    citing = [any(column.cites for column in spec_of(kind).inputs) for kind in order]
    assert citing == sorted(citing)
