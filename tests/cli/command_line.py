"""Runs `ocop-xl` as other programs and officers do: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def ocop(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ocop_xl", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},  # an old console must not break Vietnamese
        timeout=60,
    )
