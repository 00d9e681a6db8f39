"""Why something could not be put in place: the text is the one sentence that the user reads."""

from __future__ import annotations


class CannotInstall(Exception):
    """Nothing was changed, or the sentence says what was."""
