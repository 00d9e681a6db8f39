"""Kính gửi, căn cứ, headings and the text: words, marks at line ends, room between and before."""

from __future__ import annotations

import re
from itertools import pairwise

from ocop_xl.law.paper_form import FIRST_LINE_INDENTS, LEAST_GAP, MOST_LINES
from ocop_xl.papers.lint.letters import check_letters
from ocop_xl.papers.lint.recognise import PaperSort, Recognised
from ocop_xl.papers.lint.report import Report
from ocop_xl.papers.lint.story import Paragraph
from ocop_xl.papers.lint.units import decimal

_SECTION = re.compile(r"[IVXL]+\.\s+\S.*")
_CHAPTER = re.compile(r"(?:phan|chuong) (?:[ivxlc]+|\d+|thu \w+)")
_BASIS, _ALSO_BASIS = "can cu ", ("theo ", "xet ")
_GOES_ON = re.compile(
    r", (?:Ủy ban|UBND|Chủ tịch|Hội đồng|Đoàn|Tổ|Phòng|Trung tâm|Ban)\b.*"
    r"\b(?:báo cáo|ban hành|xây dựng|thông báo|đề nghị|mời|tổ chức|tiến hành|xác nhận|lập|yêu cầu|trình)\b"
)
_SUBMISSION, _REPORT = "TTr", "BC"
_OF_A_COMMUNE = re.compile(r"\b(?:xa|phuong|thi tran|dac khu)\b")
_ABOVE_A_COMMUNE = re.compile(
    r"nhu tren|(?:(?:ubnd|uy ban nhan dan|hdnd) (?:tinh|thanh pho|huyen|tp)|so|tinh uy)\b.* (?:b c|bao cao)"
)
"""The first recipient of a report that is sent upwards: «như trên», or an office above it «(b/c)» (our reading)."""
_MAU_03 = "danh gia mot so noi dung cua ho so"
"""A form of QĐ 26/2026/QĐ-TTg, which has no «Kính gửi»."""
_LONGEST_HEADING = 200
_LONGEST_BASIS = 2000
_MORE_THAN_A_LINE = 80
_INDENT_TOLERANCE = 0.3
_RIGHT = ("right", "end")
_SINGLE = 1.1
"""Least exact line spacing that we take for single, in sizes of type: Times New Roman itself asks for 1.15."""
_TALLEST = 1.15 * MOST_LINES


def check_body(report: Report, paper: Recognised) -> None:
    """Only for papers of a named type and công văn; forms follow their own pattern."""
    _check_addressees(report, paper)
    text = [p for p in paper.body if p.place is None and p.words]
    bases = _bases(text) if paper.kind is PaperSort.NAMED else []
    _check_bases(report, bases, text)
    headings = _check_headings(report, text)
    prose = [p for p in text if p not in bases and p not in headings]
    check_letters(report, "ND", [line for p in prose for line in p.lines])
    justified = [p for p in prose if not _is_label(p)]
    for paragraph in justified:
        _check_alignment(report, paragraph)
    for paragraph in [*bases, *justified]:
        _check_indent(report, paragraph)
        _check_line_spacing(report, paragraph)
    _check_gaps(report, paper.body)
    _check_end(report, paper.body)


def _check_addressees(report: Report, paper: Recognised) -> None:
    lines = paper.addressees
    check_letters(report, "KG", lines)
    if not lines and (paper.abbreviation == _SUBMISSION or _reports_upwards(paper)):
        report.add("KG-10", "không có Kính gửi", next(iter(paper.title), None))
    if lines and not re.match(r"Kính gửi\s*:", lines[0].words, re.IGNORECASE):
        report.add("KG-11", "không có dấu hai chấm", lines[0])


def _reports_upwards(paper: Recognised) -> bool:
    """A commune's report that is sent to an office above it, or to those «như trên» who stand nowhere."""
    local = any(_OF_A_COMMUNE.search(line.key) for line in paper.head.agency)
    first = next((line.key for line in paper.foot.recipients if line.telling), "")
    prescribed = any(line.key.startswith(_MAU_03) for line in paper.summary)
    return paper.abbreviation == _REPORT and local and not prescribed and _ABOVE_A_COMMUNE.match(first) is not None


def _bases(text: list[Paragraph]) -> list[Paragraph]:
    """The căn cứ at the beginning; a sentence that goes on after its căn cứ is text (our reading)."""
    found: list[Paragraph] = []
    begun = False
    for paragraph in text:
        key = paragraph.key
        if not begun and paragraph.centred:
            continue  # «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ» of a Quyết định
        begun = True
        if not key.startswith((_BASIS, *_ALSO_BASIS) if found else _BASIS) or _runs_on(paragraph):
            break
        found.append(paragraph)
    return found


def _runs_on(paragraph: Paragraph) -> bool:
    """Only so far as a căn cứ may be long: a hostile text must not be searched to its end again and again."""
    return paragraph.words.endswith(":") or _GOES_ON.search(paragraph.words[:_LONGEST_BASIS]) is not None


def _check_bases(report: Report, bases: list[Paragraph], text: list[Paragraph]) -> None:
    """The last one ends with a dot, unless the sentence that it belongs to goes on."""
    check_letters(report, "CU", [line for paragraph in bases for line in paragraph.lines])
    for paragraph in bases[:-1]:
        if not paragraph.words.endswith(";"):
            report.add("CU-11", _ending(paragraph.words), paragraph)
    following = text[text.index(bases[-1]) + 1 :][:1] if bases else []
    goes_on = any(p.key.startswith((_BASIS, *_ALSO_BASIS)) for p in following)
    if bases and not goes_on and not bases[-1].words.endswith("."):
        report.add("CU-12", _ending(bases[-1].words), bases[-1])


def _ending(words: str) -> str:
    return "cuối dòng không có dấu" if words[-1].isalnum() else f"cuối dòng là “{words[-1]}”"


def _check_headings(report: Report, text: list[Paragraph]) -> list[Paragraph]:
    """Phần, chương with their titles, and «I. …»; the paragraphs that are such headings."""
    found: list[Paragraph] = []
    for at, paragraph in enumerate(text):
        if _CHAPTER.fullmatch(paragraph.key):
            check_letters(report, "PC", paragraph.lines)
            found.append(paragraph)
            if at + 1 < len(text) and _stands_out(text[at + 1]):
                check_letters(report, "TP", text[at + 1].lines)
                found.append(text[at + 1])
        elif len(paragraph.words) <= _LONGEST_HEADING and (
            _SECTION.fullmatch(paragraph.words) or paragraph.format.numbered == "upperRoman"
        ):
            check_letters(report, "MU", paragraph.lines)
            found.append(paragraph)
    return found


def _stands_out(paragraph: Paragraph) -> bool:
    words = paragraph.words
    return paragraph.centred or words == words.upper() or all(line.has_style(bold=True) for line in paragraph.lines)


def _check_alignment(report: Report, paragraph: Paragraph) -> None:
    """A single line looks the same either way."""
    if len(paragraph.words) > _MORE_THAN_A_LINE and paragraph.format.alignment not in ("both", "distribute"):
        report.add("ND-11", "canh phải" if paragraph.format.alignment in _RIGHT else "canh trái", paragraph)


def _is_label(paragraph: Paragraph) -> bool:
    """A caption or unit of a table, in the middle or at the right: no paragraph of the text."""
    return paragraph.centred or (paragraph.format.alignment in _RIGHT and len(paragraph.words) <= _MORE_THAN_A_LINE)


def _check_indent(report: Report, paragraph: Paragraph) -> None:
    """A tab typed at the start does the same; deeper automatic lists may stand further in."""
    begin = paragraph.format.first_line
    if paragraph.lines[0].runs[:1] and paragraph.lines[0].runs[0].text.startswith("\t"):
        return
    if paragraph.format.numbered and begin > FIRST_LINE_INDENTS[-1]:
        return
    if all(abs(begin - wanted) > _INDENT_TOLERANCE for wanted in FIRST_LINE_INDENTS):
        report.add("ND-12", f"lùi vào {decimal(begin)} mm", paragraph)


def _check_line_spacing(report: Report, paragraph: Paragraph) -> None:
    form = paragraph.format
    if form.line_rule == "auto":
        lines = form.line / 12
        if not 0.99 <= lines <= MOST_LINES + 0.01:
            report.add("ND-14", f"giãn dòng {decimal(lines, 2)} dòng", paragraph)
        return
    size = max((run.format.size for line in paragraph.lines for run in line.telling), default=0.0)
    too_low = form.line_rule == "exact" and form.line < size * _SINGLE
    if size and (too_low or form.line > size * _TALLEST):
        report.add("ND-14", f"giãn dòng {decimal(form.line)} pt cho cỡ chữ {decimal(size)}", paragraph)


def _check_gaps(report: Report, body: list[Paragraph]) -> None:
    for above, below in pairwise(body):
        if all(p.place is None and p.words and not _is_label(p) for p in (above, below)):
            squeezed = above.format.style == below.format.style
            after = 0.0 if squeezed and above.format.contextual else above.format.after
            before = 0.0 if squeezed and below.format.contextual else below.format.before
            if after + before < LEAST_GAP - 0.05:
                report.add("ND-13", f"cách đoạn trên {decimal(after + before)} pt", below)


def _check_end(report: Report, body: list[Paragraph]) -> None:
    """A paper may end with a table, which takes no mark."""
    last = next((paragraph for paragraph in reversed(body) if paragraph.words), None)
    if last is not None and last.place is None and not last.words.endswith("./."):
        tail = last.words[-12:]
        report.add("ND-15", f"“…{tail}”", last)
