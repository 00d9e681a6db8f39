"""The lines at the top of an annex."""

from __future__ import annotations

from ocop_xl.papers.lint.letters import check_letters
from ocop_xl.papers.lint.recognise import Annex
from ocop_xl.papers.lint.report import Report


def check_annex(report: Report, annex: Annex) -> None:
    check_letters(report, "PL", [annex.word])
    check_letters(report, "TD", annex.title)
    check_letters(report, "KT", annex.attached)
    if not annex.attached:
        report.add("KT-10", "không có dòng chỉ dẫn kèm theo", annex.word)
        return
    words = " ".join(line.words for line in annex.attached)
    if not (words.startswith("(") and words.endswith(")") and "số" in words and "ngày" in words):
        report.add("KT-11", f"“{words}”", annex.attached[0])
