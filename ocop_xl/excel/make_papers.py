"""«Lập văn bản…»: Word papers of the kind that the user chooses, from the workbook as it stands."""

from __future__ import annotations

from ocop_xl.excel.host import Desk
from ocop_xl.excel.outcome import NOTHING_DONE, Outcome
from ocop_xl.excel.paper_folder import PAPERS, papers_of, templates_of
from ocop_xl.excel.whole_book import read_whole
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.task import Papers

_SHOWN = 12
"""Papers that a message names."""


def run(desk: Desk) -> Outcome:
    out, own = papers_of(desk), templates_of(desk)
    chosen = desk.choose("Lập loại văn bản nào?", ["Tất cả các loại", *(kind.name for kind in KINDS)])
    if chosen is None:
        return NOTHING_DONE
    slugs = [kind.slug for kind in KINDS] if chosen == 0 else [KINDS[chosen - 1].slug]
    book = read_whole(desk).book
    papers = make_papers(
        book,
        book.day(None),
        slugs,
        out,
        own,
        progress=lambda done, total: desk.status(f"Đã lập {done}/{total} văn bản…"),
    )
    return Outcome(_told(papers))


def _told(papers: Papers) -> str:
    made = list(papers)
    lines = [f"Đã lập {len(made)} văn bản trong thư mục «{PAPERS}» cạnh sổ; sổ không thay đổi."]
    for paper in made[:_SHOWN]:
        gaps = f" – còn thiếu {len(paper.missing)} chỗ, để dấu chấm" if paper.missing else ""
        lines.append(f"✔ {paper.path.name}{gaps}")
    if len(made) > _SHOWN:
        lines.append(f"… và {len(made) - _SHOWN} văn bản nữa")
    lines += [f"✘ {failed.title}: {failed.sentence}" for failed in papers.failed[:_SHOWN]]
    if papers.nothing:
        lines.append(f"Không có gì để lập: {', '.join(papers.nothing)}.")
    if made:
        lines.append("Không cần văn bản nào thì xóa tệp đó.")
    return "\n".join(lines)
