"""Which round of the province a dossier speaks of (khoản 1 Điều 5, QĐ 26/2026/QĐ-TTg)."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date

from ocop_xl.law.clocks import Round, commune_deadline, latest_commune_filing, provincial_rounds, round_of
from ocop_xl.model import Dossier

_NAMED = re.compile(r"([12])/(\d{4})")


def round_named(text: str | None) -> Round | None:
    """What «Đợt đánh giá» begins with: `2/2026 (30/10)`; None for anything else, such as a third round."""
    found = _NAMED.match(text or "")
    if found is None or not 1900 <= int(found[2]) < MAXYEAR:
        return None
    return provincial_rounds(int(found[2]))[int(found[1]) - 1]


def round_sent_to(row: Dossier) -> Round | None:
    """The one that the dossier names, else the first that it reached. Where no day of sending is known it is taken to
    have gone on the last of the 15 days."""
    sent = row.sent or (commune_deadline(row.received) if row.received else None)
    return round_named(row.round) or (round_of(sent) if sent else None)


def last_filing(one: Round) -> date:
    """The last day on which a subject can file for a round, so that the commune keeps its 15 working days."""
    return latest_commune_filing(one.request_before.year)[one.number - 1]


def round_reached(filed: date) -> Round | None:
    """The first round that a dossier still reaches which comes in on that day (our reading, as `last_filing`)."""
    years = (filed.year, min(filed.year + 1, MAXYEAR))
    return next((one for year in years for one in provincial_rounds(year) if last_filing(one) >= filed), None)


def label_of(one: Round | None) -> str | None:
    """As «Đợt đánh giá» names it: `1/2026 (30/4)`."""
    return (
        f"{one.number}/{one.request_before.year} ({one.request_before:%d/}{one.request_before.month})" if one else None
    )
