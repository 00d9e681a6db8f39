"""The «Căn cứ» of a paper: what holds on its date, as NĐ 30/2020/NĐ-CP prints it.

A paper must not stand on a decision that has lapsed, so the lines are worked out from the paper's date and never copied
from an older paper.
"""

from __future__ import annotations

import re
from datetime import date

from ocop_xl.law.documents import cite, document, find_citations
from ocop_xl.model import Book
from ocop_xl.papers.context import gap
from ocop_xl.papers.facts import ByHand, Gap
from ocop_xl.papers.wording import full_date, lower_first

OCOP = ("148/QĐ-TTg", "1489/QĐ-TTg", "26/2026/QĐ-TTg")
"""The decisions on assessing and ranking products, oldest first; from 22/5 to 21/7/2026 old and new stand together."""


def bases(book: Book, on: date, *codes: str, plan: bool = True, own: bool = False) -> list[str]:
    """«Căn cứ …» lines, each ending in `;`, the last in `.`: the documents of `codes` (none given: `OCOP`) that hold on
    that day, then the commune's plan unless `plan` is false or the plan is younger than the paper. `own`: a plan itself
    stands also on what its «Căn cứ» name besides decisions that we know, such as a programme of the Party committee.

    A plan whose number, date or title is blank is a gap in its line's place; so is a paper left without any basis.
    KeyError for a code that `law.documents` does not know.
    """
    found = [cite(held) for held in map(document, codes or OCOP) if held.holds_on(on)]
    plan_line = _plan(book, on) if plan else ""
    found += _other_bases(book) if own else []
    lines: list[str] = [f"Căn cứ {text};" for text in found]
    if plan_line and not isinstance(plan_line, Gap):
        lines.append(f"Căn cứ {plan_line};")
    if lines:
        lines[-1] = f"{lines[-1][:-1]}."
    if isinstance(plan_line, Gap):
        lines.append(plan_line)
    return lines or [ByHand("Chưa có căn cứ pháp lý nào có hiệu lực vào ngày của văn bản: người soạn ghi vào văn bản")]


def _other_bases(book: Book) -> list[str]:
    """Parts of «Căn cứ của kế hoạch» without a decision whose days we know: those are worked out from the date."""
    parts = re.split(r"[;\n]", book.commune.plan_bases or "")
    named = (part.strip().removeprefix("Căn cứ ").rstrip(".") for part in parts)
    return [part for part in named if part and not find_citations(part)]


def _plan(book: Book, on: date) -> str:
    """The plan as another paper cites it; empty if it was issued later."""
    commune = book.commune
    for attribute in ("plan_number", "plan_date", "agency", "plan_title"):
        if not getattr(commune, attribute):
            return gap(book, commune, attribute)
    signed = commune.plan_date
    if signed is None or signed > on:
        return ""
    subject = lower_first(commune.plan_title or "").removeprefix("về ").rstrip(" .;")
    return f"Kế hoạch số {commune.plan_number} ngày {full_date(signed)} của {commune.agency} về {subject}"
