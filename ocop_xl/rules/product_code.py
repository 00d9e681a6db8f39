"""The product code of the scoring sheet, (T)-(X)-(STT)-20.., against the commune's own unit codes."""

from __future__ import annotations

import re

_CODE = r"(\d{2})-(\d{5})-\d{1,4}-20\d\d"
_OLD_CODE = r"\d{2}-\d{3}-\d{5}-\d{1,4}-20(?:1\d|2[0-5])"
"""With a district part, as printed until 2025: `83-829-28780-3-2022`."""


def problem_of_code(province: str | None, commune: str | None, code: str | None) -> str:
    """What is wrong with a code, in Vietnamese; empty for a good, an old or a blank one, and while the commune has not
    entered its own codes. How STT is padded is not laid down, so it may have one to four digits."""
    if code is None:
        return ""
    parts = re.fullmatch(_CODE, code)
    if parts is None:
        return "" if re.fullmatch(_OLD_CODE, code) else "mã gồm bốn phần cách nhau bằng dấu “-”"
    if province and parts[1] != province:
        return f"mã tỉnh phải là {province}"
    if commune and parts[2] != commune:
        return f"mã xã phải là {commune}"
    return ""
