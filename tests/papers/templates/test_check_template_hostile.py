"""`check-template` on what was made to hurt: judged in time, in sentences of a readable length, or refused."""

from __future__ import annotations

import pytest

from ocop_xl.errors import TemplateError
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.rules.finding import Severity
from tests.papers.templates.checked_template import check
from tests.papers.templates.hostile_tags import ENDLESS, ESCAPES
from tests.papers.word_files import word
from tests.processor_time import within

BOMBS = {
    "openings": ["{{" * 400_000],
    "closings": ["}} " * 300_000],
    "many tags": ["{{ xa.tenxa }} " * 150_000],
    "many names": [" ".join(f"{{{{ ten_{n} }}}}" for n in range(20_000))],
    "open blocks": ["{% if ds %}" * 30_000],
    "a long name": ["{{ " + "a" * 5_000_000 + " }}"],
    "calls": ["{{ xa" + ".items()" * 3_000 + " }}"],
    "sums": ["{{ 1" + "+1" * 20_000 + " }}"],
    "10 MB of text": ["Tương hột & chao " * 600_000],
}


_SLOW = ("many tags", "10 MB of text")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.thorough if name in _SLOW else ()) for name in BOMBS]
)
def test_a_hostile_template_is_judged_in_time(name: str) -> None:
    template = word(*BOMBS[name])
    with within(5):
        found = check(template)
    assert bool(found) is (name != "10 MB of text")
    assert max((len(one.message) for one in found), default=0) < 1000


@pytest.mark.parametrize("tag", ENDLESS + ESCAPES)
def test_endless_work_and_escapes_are_errors_in_time(tag: str) -> None:
    sample = PaperFacts("x", {"o": {"ten": "Gạo"}, "ds": [{"ten": "Gạo"}]})
    with within(5):
        found = check(word(tag), sample)
    assert any(one.severity is Severity.ERROR for one in found)


@pytest.mark.parametrize("content", [b"", b"khong phai zip", word("x")[:-300]])
def test_a_file_that_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateError, match="không phải tệp Word"):
        check(content)
