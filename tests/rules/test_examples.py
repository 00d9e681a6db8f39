"""Every example under `examples/` gives exactly the findings it quotes, from its own rule alone."""

from __future__ import annotations

import pytest

from ocop_xl.rules.check import catalogue
from tests.rules.example_files import Example, examples
from tests.rules.markdown_book import read


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.code} {e.title}")
def test_example(example: Example) -> None:
    book, on = read(example.text)
    assert [str(finding) for finding in catalogue()[example.code].findings(book, on)] == example.expected


def test_wrong_examples_expect_findings_and_right_ones_none() -> None:
    for example in examples():
        assert example.title.startswith(("Sai", "Đúng")), example
        assert bool(example.expected) == example.title.startswith("Sai"), f"{example.code} {example.title}"
