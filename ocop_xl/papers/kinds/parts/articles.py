"""How a paper's text names an article of the decision in force on its date."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.documents import cite, document
from ocop_xl.papers.facts import ByHand, shown

RULES = "26/2026/QĐ-TTg"


def article(on: date, place: str, *, first: bool = False) -> str:
    """`khoản 2 Điều 7 Quyết định số 26/2026/QĐ-TTg`; with `first`, also its date and issuer.

    A gap before that decision is in force: the older decisions number their articles otherwise.
    """
    rules = document(RULES)
    if rules.holds_on(on):
        return f"{place} {cite(rules, first=first)}"
    return ByHand(
        f"Chưa có điều khoản viện dẫn: {rules.kind} số {rules.code} chưa có hiệu lực vào ngày {shown(on)} của văn bản, "
        "người soạn ghi điều khoản của văn bản đang có hiệu lực"
    )
