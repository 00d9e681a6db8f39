"""Who sits at this computer, for the journal."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """The name of the account; "" where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
