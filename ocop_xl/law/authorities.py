"""Who recognised a product, in the words of decisions and lists: `Chủ tịch UBND thị xã Tân Châu` is a district level.

Until 30/6/2025 there were districts, towns and cities under a province; a city under the centre counts as a province.
"""

from __future__ import annotations

import re

from ocop_xl.law.stars import DISTRICT, MINISTRY, OLD_MINISTRY, PROVINCE
from ocop_xl.vietnamese import fold

_CENTRAL_CITIES = ("ha noi", "ho chi minh", "hcm", "hai phong", "da nang", "can tho", "hue")
_CHAIR = r"^(?:(?:pho )?chu tich |hoi dong (?:ocop |danh gia )?)?(?:uy ban nhan dan|ubnd)?\s*"
_MEANINGS = (
    (r"bo (nong nghiep (va|&) moi truong|nn ?(va )?mt|nnmt|nn mt)\b", MINISTRY),
    (r"bo (nong nghiep|nn|nnptnt)", OLD_MINISTRY),
    (r"(huyen|quan|thi xa|tx|cap huyen)\b", DISTRICT),
    (r"(tinh|cap tinh)\b", PROVINCE),
)
_CITY = r"(?:thanh pho|tp)\b ?(.*)"
"""All patterns are compiled when the first text is read: most clicks meet none."""


def authority_named(text: str) -> str | None:
    """One of `stars.AUTHORITIES`; None for a text that names no level, or a city without its name."""
    words = re.sub(_CHAIR, "", fold(text), count=1)
    found = next((authority for pattern, authority in _MEANINGS if re.match(pattern, words)), None)
    if found is not None:
        return found
    city = re.match(_CITY, words)
    if city is None or not city[1]:
        return None
    return PROVINCE if city[1].startswith(_CENTRAL_CITIES) else DISTRICT
