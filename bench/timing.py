"""Fair ratios: competitors take turns, and the median of the per-round ratios is told."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from statistics import median
from time import perf_counter


def seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def paired(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Median ratio ours/floor, and the median seconds of each, over rounds in which each runs once."""
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds)]
    return median(a / b for a, b in pairs), median(a for a, _ in pairs), median(b for _, b in pairs)


def process(*command: str) -> Callable[[], object]:
    """A process of its own; it may write byte code, whatever the caller's environment says."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def run() -> object:
        return subprocess.run(command, env=environment, capture_output=True, check=False)

    return run
