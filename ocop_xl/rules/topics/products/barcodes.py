"""Barcodes: a number that a till reads (MV-…)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Product
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

_GTIN = r"[0-9]{8}|[0-9]{12,14}"
"""GTIN-8, GTIN-12, GTIN-13 and GTIN-14."""


@rule(
    "MV-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — {problem}.",
    fix="Hãy gõ lại dãy số in dưới mã vạch trên bao bì, viết liền.",
    source="GS1 General Specifications, cách tính số kiểm tra (mô-đun 10)",
)
def not_a_gtin(view: View, on: date) -> Iterable[Saw]:
    """A number that is one digit off is another maker's product, or none."""
    for row in view.having(Product, "gtin", broken=_problem):
        yield saw(row, "gtin", problem=_problem(row.gtin))


def _problem(gtin: str | None) -> str:
    if not gtin:
        return ""
    if not re.fullmatch(_GTIN, gtin):
        return "mã GTIN có 8, 12, 13 hoặc 14 chữ số và không có ký tự nào khác"
    digit = check_digit(gtin[:-1])
    return "" if gtin[-1] == str(digit) else f"chữ số cuối (số kiểm tra) phải là {digit}"


def check_digit(body: str) -> int:
    """GS1's modulo 10: from the right, digits weigh 3, 1, 3, 1 …; the check digit fills up to the next ten."""
    total = sum(int(digit) * (1 if at % 2 else 3) for at, digit in enumerate(reversed(body)))
    return -total % 10
