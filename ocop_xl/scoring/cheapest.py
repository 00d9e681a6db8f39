"""The cheapest set of climbs that gains enough points, found exactly: greedy choices miss it.

Cheaper is, in this order (**our reading** of what is easiest for a subject; no article says so):

1. fewer steps, a step being one criterion that changes;
2. fewer rungs climbed, a rung being one level of a criterion;
3. more points: of equal effort the one that leaves a margin, should the council score a little lower;
4. more rungs on the choice that stands earlier, compared choice by choice – so that one answer is the answer.

Nothing here knows of law: `advice` turns a score into choices and a plan into steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ocop_xl.records import NamedTuple


class Rise(NamedTuple):
    """A way to climb one criterion. `gain` is in any whole unit of points."""

    rungs: int
    gain: int


class Choice(NamedTuple):
    """One criterion: its rises, of which rungs and gains both rise. With `must` one of them is taken in any case."""

    rises: tuple[Rise, ...]
    must: bool


class Plan(NamedTuple):
    """`picks` says for each choice which of its rises is taken, None for none."""

    steps: int
    rungs: int
    gain: int
    picks: tuple[int | None, ...]

    @property
    def cost(self) -> tuple[int, int, int]:
        """The order's first three, the lowest being the cheapest."""
        return self.steps, self.rungs, -self.gain


_Table = list[dict[int, int]]
"""For every number of free steps: rungs climbed → the most that can be gained."""


def cheapest(choices: Sequence[Choice], need: int) -> Plan | None:
    """The plan that gains at least `need`; None if there is none. Fastest with the `must` choices first."""
    steps = _fewest(choices, need)
    if steps is None:
        return None
    tables = _tables(choices, steps)
    reached = tables[0][steps]
    rungs = min(rungs for rungs, gain in reached.items() if gain >= need)
    picks = _walk(choices, tables, steps, rungs)
    return Plan(sum(pick is not None for pick in picks), rungs, reached[rungs], picks)


def _fewest(choices: Sequence[Choice], need: int) -> int | None:
    """How many free steps it takes, each as high as it goes."""
    given = sum(one.rises[-1].gain for one in choices if one.must)
    free = sorted((one.rises[-1].gain for one in choices if not one.must), reverse=True)
    return next((steps for steps, gain in enumerate(accumulate(free, initial=given)) if gain >= need), None)


def _tables(choices: Sequence[Choice], steps: int) -> list[_Table]:
    """`tables[i]` is about the choices from the i-th on; steps that those before it cannot make up are left empty."""
    table: _Table = [{0: 0}, *({} for _ in range(steps))]
    tables = [table]
    free_before = sum(not one.must for one in choices)
    for one in reversed(choices):
        free_before -= not one.must
        least = max(0, steps - free_before)
        table = [_best(table, one, taken) if taken >= least else {} for taken in range(steps + 1)]
        tables.append(table)
    return tables[::-1]


def _best(later: _Table, choice: Choice, steps: int) -> dict[int, int]:
    best = {} if choice.must else dict(later[steps])
    for rungs, gain in _after(later, choice, steps).items():
        for rise in choice.rises:
            climbed, gained = rungs + rise.rungs, gain + rise.gain
            if gained > best.get(climbed, -1):
                best[climbed] = gained
    return best


def _after(later: _Table, choice: Choice, steps: int) -> dict[int, int]:
    """What is open to the later choices once a rise of this one is taken."""
    if choice.must:
        return later[steps]
    return later[steps - 1] if steps else {}


def _walk(choices: Sequence[Choice], tables: Sequence[_Table], steps: int, rungs: int) -> tuple[int | None, ...]:
    """From the first choice to the last, always the highest rise with which the best is still reached."""
    picks: list[int | None] = []
    for choice, table, later in zip(choices, tables, tables[1:], strict=False):
        gain, after = table[steps][rungs], _after(later, choice, steps)
        pick = next(
            (
                number
                for number, rise in reversed([*enumerate(choice.rises)])
                if after.get(rungs - rise.rungs) == gain - rise.gain
            ),
            None,
        )
        picks.append(pick)
        if pick is not None:
            rungs -= choice.rises[pick].rungs
            steps -= not choice.must
    return tuple(picks)
