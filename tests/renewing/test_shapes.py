"""What a released version of the workbook had stays so: a column that claims to be as old would be missed in every old workbook."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.model import ALL_TABLES, spec_of
from ocop_xl.model.version import FIRST_VERSION

AS_RELEASED = Path(__file__).with_name("version_1.txt")
"""A line for each table of 0.1.0 with its columns, also those that went since."""


def test_a_new_column_says_with_which_version_it_came() -> None:
    """If this fails: give the column or table its `since` (`ocop_xl/model/version.py`); a released shape does not change."""
    specs = [spec for spec in map(spec_of, ALL_TABLES) if spec.since == FIRST_VERSION]
    shape = [
        f"{spec.name}: {'; '.join(sorted(one.header for one in spec.read if one.since == FIRST_VERSION))}"
        for spec in specs
    ]
    assert sorted(shape) == sorted(AS_RELEASED.read_text(encoding="utf-8").splitlines())
