"""One file for printing: every page of every paper, a list in front; only what LibreOffice writes is joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl.errors import PaperError
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import Papers
from ocop_xl.papers.pdf import add_pdfs
from ocop_xl.papers.printing.joined import joined, page_count
from ocop_xl.papers.printing.one_file import one_file, printed
from tests.conftest import need
from tests.papers.filed_book import filed_book
from tests.papers.plan_book import ON


def plain_pdf(pages: int) -> bytes:
    """A file of the plain form: catalogue, root of the pages, that many empty pages with a stream that looks like a
    reference, and the table."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * at) for at in range(pages))
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages)]
    for at in range(pages):
        bodies += [
            b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (4 + 2 * at),
            b"<</Length 5>>\nstream\n1 0 R\nendstream",
        ]
    out, places = b"%PDF-1.6\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + b"".join(
        b"%010d 00000 n \n" % at for at in places
    )
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, table)


def test_files_are_joined_page_by_page() -> None:
    whole = joined([plain_pdf(2), plain_pdf(3)])
    assert page_count(whole) == 5
    assert whole.count(b"stream\n1 0 R\nendstream") == 5, "what is in a stream is nobody's reference"
    assert page_count(joined([whole, plain_pdf(1)])) == 6


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 %%EOF", plain_pdf(1).replace(b"xref\n0", b"XREF\n0"), plain_pdf(1)[:-9]]
)
def test_what_is_not_of_the_plain_form_is_refused(content: bytes) -> None:
    with pytest.raises(PaperError, match="Hãy in từng tệp"):
        joined([plain_pdf(1), content])


@pytest.mark.thorough
def test_the_papers_of_a_choice_in_one_file_with_a_list_in_front(tmp_path: Path) -> None:
    office = need("soffice", "LibreOffice")
    book = filed_book()
    papers: Papers = add_pdfs(make_papers(book, ON, ["phieu-dang-ky", "phieu-tiep-nhan"], tmp_path), office)
    assert papers.failed == []
    path = one_file(printed(papers), book, ON, tmp_path, office)
    own = [page_count(paper.pdf.read_bytes()) for paper in papers if paper.pdf]
    assert len(own) == 9
    assert page_count(path.read_bytes()) == sum(own) + 1


def test_nothing_to_join_is_said(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="Chưa có tệp PDF nào để ghép"):
        one_file([], filed_book(), ON, tmp_path, "soffice")
