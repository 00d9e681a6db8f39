"""The plan's book for every test here."""

from __future__ import annotations

import pytest
from papers.plan_book import vinh_phong

from ocop_xl.model import Book


@pytest.fixture
def book() -> Book:
    return vinh_phong()
