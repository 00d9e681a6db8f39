"""The plan's book for every test here."""

from __future__ import annotations

import pytest

from ocop_xl.model import Book
from tests.papers.plan_book import vinh_phong


@pytest.fixture
def book() -> Book:
    return vinh_phong()
