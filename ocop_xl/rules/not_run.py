"""Rules that met a fault of ours: their findings are wanting, which is said in one line; the others' stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ocop_xl.faults import fault_in_words
from ocop_xl.model import FindingLine, spec_of
from ocop_xl.rules.finding import Finding, Severity

CODE = "PM-001"
_FIX = "Hãy gửi tệp nhật ký lỗi cho người phụ trách phần mềm; trong lúc chờ, hãy tự xem lại điều quy tắc ấy kiểm tra."


def rules_not_run(faults: Mapping[str, Exception]) -> Iterator[Finding]:
    """One finding for all rules that raised, by code; what they raised goes to the log of faults."""
    if not faults:
        return
    codes = ", ".join(faults)
    error = next(iter(faults.values())) if len(faults) == 1 else ExceptionGroup(codes, list(faults.values()))
    told = fault_in_words(error, f"Quy tắc {codes}", "các quy tắc khác vẫn được kiểm tra")
    sheet = spec_of(FindingLine).sheet
    yield Finding(CODE, Severity.WARNING, sheet, "", "", "", "", codes, told, _FIX, "phần mềm ocop_xl", (sheet,))
