"""What stands, in the workbook, against sending a dossier to the province: no letter may certify otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import commune_deadline
from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.model import Book, Dossier
from ocop_xl.papers.facts import Gap
from ocop_xl.papers.kinds.parts.evidence import EXPIRED, evidence_lines, lacking
from ocop_xl.papers.kinds.parts.narrative import listed


def obstacles(book: Book, dossier: Dossier, on: date) -> Iterator[str]:
    """`thiếu minh chứng 02, 07`, `minh chứng 12 hết hạn`, `quá hạn gửi tỉnh 26/10/2026`"""
    wanting = lacking(evidence_lines(book, dossier, on))
    expired = [line["stt"] for line in wanting if line["trang_thai"] == EXPIRED]
    missing = [line["stt"] for line in wanting if line["stt"] not in expired]
    if missing:
        yield f"thiếu minh chứng {_numbers(missing)}"
    if expired:
        yield f"minh chứng {_numbers(expired)} hết hạn"
    if dossier.received and (due := commune_deadline(dossier.received)) < on:
        yield f"quá hạn gửi tỉnh {due:%d/%m/%Y}"


def unchecked(book: Book, dossier: Dossier, on: date) -> str:
    """That nobody has looked at some of the evidence: the letter says that the commune has."""
    open_lines = sum(isinstance(line["trang_thai"], Gap) for line in evidence_lines(book, dossier, on))
    return f"chưa kiểm {open_lines:02d}/{len(EVIDENCE_LINES)} minh chứng (trang Minh chứng)" if open_lines else ""


def _numbers(lines: list[str]) -> str:
    return listed([f"{int(line):02d}" for line in lines])
