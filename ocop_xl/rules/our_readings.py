"""Where a rule asks whether something is far, large or early enough to be a slip: no law says so, these are **our
readings** (cách hiểu của phần mềm), here and nowhere else."""

from __future__ import annotations

YEARS_BEFORE_THE_PLAN = 10
YEARS_AFTER_THE_PLAN = 10
"""How far from the plan's period a day may lie: a certificate of 2018 counts, one that ends in 2062 is a slip."""

TYPED_IN_DONG_FROM = 100_000
"""Million đồng in one cell: a hundred billion đồng is more than a commune's programme ever has, so đồng were typed."""
