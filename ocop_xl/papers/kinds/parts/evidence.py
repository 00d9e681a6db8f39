"""The 15 kinds of evidence of a dossier as a paper lists them, and which of them are wanting."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.model import Book, Dossier, Evidence
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, row_values
from ocop_xl.papers.dossier_values import code_of
from ocop_xl.papers.facts import Gap

EXPIRED = "Hết hạn"


def evidence_lines(book: Book, dossier: Dossier, on: date) -> list[Values]:
    """The 15 lines of Mẫu 02 with what the workbook says of each; a line that nobody has checked is a gap."""
    rows: dict[str, Evidence] = {}
    for row in book[Evidence]:
        if row.dossier_id == dossier.id and row.line:
            rows.setdefault(row.line, row)
    unchecked = Gap(f"Hồ sơ {code_of(dossier)}: chưa kiểm đủ {len(EVIDENCE_LINES)} minh chứng (trang Minh chứng)")
    lines = []
    for line in EVIDENCE_LINES:
        found = rows.get(line.label)
        state = (found.state if found else None) or unchecked
        if found and found.expires and found.expires < on and state != c.EVIDENCE_NOT_NEEDED:
            state = EXPIRED
        shown_line: Values = row_values(book, found, on) if found else {"tep_so_hieu": "", "ghi_chu": ""}
        shown_line["stt"], shown_line["ten"], shown_line["trang_thai"] = str(line.number), line.text, state
        lines.append(shown_line)
    return lines


def lacking(lines: list[Values]) -> list[Values]:
    """Of those lines, what is missing or out of date."""
    return [line for line in lines if line["trang_thai"] in (c.EVIDENCE_MISSING, EXPIRED)]
