"""The one way to have a Word file looked at."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.office.files import WORD, read_file
from ocop_xl.papers.lint.catalogue import PaperFinding
from ocop_xl.papers.lint.check_annex import check_annex
from ocop_xl.papers.lint.check_body import check_body
from ocop_xl.papers.lint.check_foot import check_recipients, check_signatures
from ocop_xl.papers.lint.check_head import check_head, check_title
from ocop_xl.papers.lint.formats import Formats
from ocop_xl.papers.lint.letters import check_ink
from ocop_xl.papers.lint.page import check_page_numbers, check_pages
from ocop_xl.papers.lint.recognise import PaperSort, recognise
from ocop_xl.papers.lint.report import Report
from ocop_xl.papers.lint.story import read_story
from ocop_xl.papers.lint.word_parts import MAX_FILE_BYTES, read_parts


def lint_paper(path: Path) -> list[PaperFinding]:
    """The faults of form of a .docx, in the order of the page; raises a `Refusal` for a file that cannot be read."""
    return lint_content(read_file(path, MAX_FILE_BYTES, WORD))


def lint_content(content: bytes) -> list[PaperFinding]:
    """What a paper's bytes break of the decree. A form that is no official paper is held only to what it has; a
    paper of the Party is refused, since other rules hold for it."""
    parts = read_parts(content)
    formats = Formats(parts)
    story = read_story(parts, formats)
    report = Report()
    check_pages(report, story)
    check_page_numbers(report, parts, formats, story)
    check_ink(report, story.paragraphs)
    paper = recognise(story)
    if paper.kind is PaperSort.PARTY:
        raise PaperError("Văn bản của Đảng có thể thức riêng; phần mềm chỉ soát theo Nghị định số 30/2020/NĐ-CP.")
    if paper.kind is not PaperSort.ANNEX:
        check_head(report, paper)
    if paper.official:
        check_title(report, paper)
        check_body(report, paper)
    if paper.official or paper.foot.word is not None:
        check_signatures(report, paper)
    check_recipients(report, paper)
    for annex in paper.annexes:
        check_annex(report, annex)
    return report.findings()
