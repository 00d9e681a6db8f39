"""What the user is told of papers that a button has made."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.desks.desk import Desk
from ocop_xl.jobs.pace import Pace
from ocop_xl.jobs.papers_words import gathered, waiting
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.paper_job import MadePaper, Papers


class Watched:
    """A long work at a desk: the status bar says how far it is, Esc ends it."""

    def __init__(self, desk: Desk, done: str) -> None:
        self._desk, self._pace = desk, Pace(done)
        desk.stopping()  # what was pressed before does not count

    def __call__(self, done: int, total: int) -> None:
        words = self._pace.due(done, total)
        if words:
            self._desk.status(f"{words} (Esc: dừng)")
            if self._desk.stopping():
                raise self._pace.stopped()


def told(papers: Papers, book: str) -> str:
    made = list(papers)
    lines = [f"Đã lập {len(made)} văn bản trong thư mục «{PAPERS}» cạnh sổ; {book}."]
    if not made:
        lines = ["Chưa lập được văn bản nào; sổ không thay đổi."]
    for paper in made:
        number = f" – số {paper.number}" if paper.number else ""
        gaps = f" – còn thiếu {len(paper.missing)} chỗ, để dấu chấm" if paper.missing else ""
        lines.append(f"✔ {paper.path.name}{number}{gaps}")
        lines += _missing(paper)
    lines += [f"✘ {failed.title}: {failed.sentence}" for failed in papers.failed]
    lines += [_nothing(kind) for kind in waiting(papers)]
    if any(paper.number for paper in made):
        lines.append("Muốn bỏ số: bấm «Hoàn tác», lưu sổ, rồi xóa tệp.")
    elif made:
        lines.append("Không cần văn bản nào thì xóa tệp đó.")
    return "\n".join(lines)


def _missing(paper: MadePaper) -> Sequence[str]:
    """What shows as dots, and what whoever signs has to know."""
    notices = (f"Lưu ý: {notice}" for notice in paper.notices)
    return [f"    {line}" for line in (*gathered(paper.missing), *notices)]


def _nothing(kind: PaperKind) -> str:
    return f"– {kind.name}: chưa có gì để lập" + (f"; loại này lập cho {kind.made_for}." if kind.made_for else ".")
