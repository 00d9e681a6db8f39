"""A list of findings in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ocop_xl.rules.check import counts
from ocop_xl.rules.finding import Finding, Severity

_NAMES = {Severity.ERROR: "lỗi phải sửa", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}


def summary(findings: Sequence[Finding], on: date) -> str:
    """For a person, with the day that was taken for today."""
    if not findings:
        return f"✔ Sổ đúng, không có gì phải sửa (tính đến ngày {on:%d/%m/%Y})."
    set_aside = sum(found.set_aside for found in findings)
    apart = f"; {set_aside} điều đã xem, để nguyên" if set_aside else ""
    return f"Tính đến ngày {on:%d/%m/%Y}: {counts_in_words(counts(findings))}{apart}."


def counts_in_words(numbers: Mapping[Severity, int]) -> str:
    """`3 lỗi phải sửa, 19 cảnh báo, 0 lưu ý`."""
    return ", ".join(f"{numbers[severity]} {name}" for severity, name in _NAMES.items())
