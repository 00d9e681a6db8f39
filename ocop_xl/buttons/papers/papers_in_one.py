"""«In chung một tệp»: papers of the commune's folder in one PDF, a list of them in front."""

from __future__ import annotations

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.buttons.papers.office_files import office, word_files
from ocop_xl.buttons.papers.papers_told import Watched
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.page import choose
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.pdf import make_pdfs
from ocop_xl.papers.printing.filed import filed_papers, handfuls
from ocop_xl.papers.printing.one_file import one_file
from ocop_xl.papers.resources import own_templates


def run(desk: Desk) -> Outcome:
    files, program = word_files(desk), office()
    book = read_whole(desk).book
    offered = handfuls(filed_papers(files, book, book.day(None)))
    chosen = choose(desk, "In văn bản nào?", [f"{one.label} ({len(one.papers)} tệp)" for one in offered])
    if chosen is None:
        return NOTHING_DONE
    papers = offered[chosen].papers
    pdfs = make_pdfs([one.path for one in papers], program, Watched(desk, "chuyển sang PDF"))
    ready = [(one.title, pdf) for one in papers if (pdf := pdfs[one.path])]
    whole = one_file(ready, book, book.day(None), desk.path.parent / PAPERS, program, own_templates(desk.path))
    lost = [one.path.name for one in papers if pdfs[one.path] is None]
    done = f"Đã ghép {len(ready)} văn bản vào «{whole.name}» trong thư mục «{PAPERS}» cạnh sổ; mở tệp và in một lần."
    return Outcome(f"{done}\n✘ Không chuyển được nên chưa có trong tệp: {', '.join(lost)}." if lost else done)
