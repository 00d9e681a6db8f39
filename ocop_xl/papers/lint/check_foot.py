"""Who signs, and who receives."""

from __future__ import annotations

import re
from itertools import zip_longest

from ocop_xl.law.paper_form import SIGNING_FOR
from ocop_xl.papers.lint.letters import check_letters
from ocop_xl.papers.lint.recognise import Recognised
from ocop_xl.papers.lint.report import Report
from ocop_xl.papers.lint.story import Line

_MINUTES = "BB"
_SIGNING = re.compile(r"(T[/.]?M|K[/.]?T|T[/.]?L|TUQ|Q)(?=[./ ])")
_RIGHT = re.compile(rf"(?:{'|'.join(SIGNING_FOR)})\. \S.*")
_HONOURS = re.compile(
    r"(?:Ông|Bà|Đồng chí|Đ/c|GS|PGS|TS|ThS|Ths|BS|KS|CN|CV|Tiến sĩ|Thạc sĩ|Kỹ sư|Cử nhân|Bác sĩ)(?:[. ]|(?<=Đ/c))"
)


def check_signatures(report: Report, paper: Recognised) -> None:
    signatures = paper.foot.signatures
    if not signatures and paper.official:
        report.add("QC-10", "không có phần ký")
    elif paper.official and paper.abbreviation != _MINUTES and all(signature.name is None for signature in signatures):
        report.add("HT-10", "không có họ tên người ký", signatures[0].authority[-1])
    for signature in signatures:
        check_letters(report, "QC", signature.authority)
        _check_authority(report, signature.authority)
        if signature.name is not None:
            check_letters(report, "HT", [signature.name])
            if _HONOURS.match(signature.name.words):
                report.add("HT-11", f"“{signature.name.words}”", signature.name)


def _check_authority(report: Report, lines: list[Line]) -> None:
    replaced = any(line.words.startswith("KT. ") for line in lines)
    for line in lines:
        if _SIGNING.match(line.words) and not _RIGHT.fullmatch(line.words):
            report.add("QC-11", f"“{line.words}”", line)
        first = line is lines[0] or line.words.startswith("PHÓ")
        if first and line.words.startswith("PHÓ CHỦ TỊCH") and not replaced:
            report.add("QC-12", f"“{line.words}” mà không có “KT.”", line)


def check_recipients(report: Report, paper: Recognised) -> None:
    foot = paper.foot
    if foot.word is None:
        if paper.official and paper.abbreviation != _MINUTES:
            report.add("NN-10", "không có Nơi nhận")
        return
    check_letters(report, "NN", [foot.word])
    if foot.word.words.casefold() != "nơi nhận:":
        report.add("NN-11", f"“{foot.word.words}”", foot.word)
    lines = [line for line in foot.recipients if line.telling]
    check_letters(report, "DN", lines)
    for line, following in zip_longest(lines, lines[1:]):
        goes_on = following is not None and _goes_on(line, following)
        if not line.words.startswith("- ") and not (
            line is not lines[0] and _goes_on(lines[lines.index(line) - 1], line)
        ):
            report.add("DN-11", f"“{line.words[:20]}”", line)
        elif following is not None and not goes_on and not line.words.endswith(";"):
            report.add("DN-12", _ending(line), line)
    if lines and not re.fullmatch(r"- Lưu: ?VT(?:\b.*[^.])?\.", lines[-1].words):
        report.add("DN-13", f"“{lines[-1].words}”", lines[-1])
    if paper.addressees and lines and lines[0].key != "nhu tren":
        report.add("DN-14", f"“{lines[0].words}”", lines[0])


def _goes_on(line: Line, following: Line) -> bool:
    """A recipient that is told in two lines: the first has no end yet, the second begins no recipient."""
    return not line.words.endswith((";", ".")) and not following.words.startswith(("-", "–", "+"))


def _ending(line: Line) -> str:
    last = line.words[-1]
    return "cuối dòng không có dấu" if last.isalnum() or last == ")" else f"cuối dòng là “{last}”"
