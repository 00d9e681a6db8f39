"""The catalogue is complete: every rule has its words, its source, its reason, and examples both ways."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

import pytest

from ocop_xl.rules.check import TOPICS, catalogue
from ocop_xl.rules.rule import Rule
from tests.rules.example_files import examples

RULES = list(catalogue().values())


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_words(rule: Rule) -> None:
    for text in (rule.message, rule.fix, rule.source):
        assert text.strip() and unicodedata.is_normalized("NFC", text)
    assert rule.message.endswith((".", ";")) and ("«" in rule.message or "Lộ trình" in rule.message)
    assert rule.fix.startswith("Hãy ")
    assert rule.why, f"{rule.code} does not say why it exists"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_has_a_wrong_and_a_right_example_in_the_file_of_its_topic(rule: Rule) -> None:
    mine = [e for e in examples() if e.code == rule.code]
    assert {e.topic for e in mine} == {rule.topic}
    assert any(e.expected for e in mine), "no failing example"
    assert any(not e.expected for e in mine), "no passing example"


def test_one_prefix_a_topic_and_one_topic_or_room_a_prefix() -> None:
    prefixes, topics = defaultdict(set), defaultdict(set)
    for rule in RULES:
        prefixes[rule.topic].add(rule.code.partition("-")[0])
        topics[rule.code.partition("-")[0]].add(rule.topic)
    assert list(prefixes) == list(TOPICS)
    assert all(len(found) == 1 for found in prefixes.values())
    rooms = {prefix: {topic.rpartition(".")[0] for topic in found} for prefix, found in topics.items()}
    assert all(len(topics[prefix]) == 1 or (len(found) == 1 and "" not in found) for prefix, found in rooms.items())
