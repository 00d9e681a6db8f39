"""One thing that was looked at: how it stands, in a sentence, and what to do about it."""

from __future__ import annotations

from enum import StrEnum

from ocop_xl.records import NamedTuple


class State(StrEnum):
    """`CARE` works, with a snag; `BAD` does not work until something is done."""

    GOOD = "good"
    CARE = "warning"
    BAD = "error"


class Diagnosis(NamedTuple):
    """`check` names what was looked at, for programs. A path or file name in `sentence` or `advice` stands in «»."""

    check: str
    state: State
    sentence: str
    advice: str = ""


def good(check: str, sentence: str) -> Diagnosis:
    return Diagnosis(check, State.GOOD, sentence)


def care(check: str, sentence: str, advice: str) -> Diagnosis:
    return Diagnosis(check, State.CARE, sentence, advice)


def bad(check: str, sentence: str, advice: str) -> Diagnosis:
    return Diagnosis(check, State.BAD, sentence, advice)
