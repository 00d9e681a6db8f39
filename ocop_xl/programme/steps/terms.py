"""Days that a step proposes and no law fixes: **our readings** (cách hiểu của phần mềm), here and nowhere else. What is
proposed is shown first and may be answered otherwise."""

from __future__ import annotations

BUSINESS_PLAN = 30
"""From choosing an idea to its business plan, step 3 of the cycle."""
CARRYING_OUT = 90
"""The least that step 4, carrying out the plan, is given before the dossier is filed."""
PROMOTION = 90
"""From the result of a round to the end of step 6."""
CORRECTION = 30
"""From a visit to the day by which what it found is to be mended."""
TRAINING = 60
"""From taking in a product to its subject's first class."""
