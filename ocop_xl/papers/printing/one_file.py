"""One file for the printer: a list of what is in it, then the pages of every paper, in the order of the making."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.model import Book
from ocop_xl.office.passing import passing_folder
from ocop_xl.papers.context import common_values
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.paper_files import safe_stem, write_new
from ocop_xl.papers.paper_job import PaperJob, Papers, rendered
from ocop_xl.papers.pdf import make_pdfs
from ocop_xl.papers.printing.joined import joined, page_count
from ocop_xl.papers.resources import template_path
from ocop_xl.papers.wording import count

TEMPLATE = "danh-muc-in.docx"
STEM = "in-chung"


def printed(papers: Papers) -> list[tuple[str, Path]]:
    """Title, with its number, and PDF of those just made."""
    return [(f"{one.title}{f' (số {one.number})' if one.number else ''}", one.pdf) for one in papers if one.pdf]


def one_file(
    files: Sequence[tuple[str, Path]], book: Book, on: date, out: Path, office: str, templates: Path | None = None
) -> Path:
    """Of these titles and PDFs; the file stands beside the papers. `PaperError` for none, or one not LibreOffice's."""
    if not files:
        raise PaperError("Chưa có tệp PDF nào để ghép. Hãy lập văn bản và bản PDF trước.")
    contents = [path.read_bytes() for _, path in files]
    pages = [page_count(content) for content in contents]
    front = _list(book, on, [title for title, _ in files], pages, office, templates)
    name = safe_stem(STEM, "", book.commune.name or "", on.isoformat())
    return write_new(out, name, ".pdf", joined([front, *contents]))


def _list(book: Book, on: date, titles: list[str], pages: list[int], office: str, templates: Path | None) -> bytes:
    values = common_values(book, on)
    values["danh_muc"] = [
        {"stt": str(number), "ten": title, "so_trang": str(size)}
        for number, (title, size) in enumerate(zip(titles, pages, strict=True), 1)
    ]
    values["tong"] = {"van_ban": count(len(titles)), "trang": count(sum(pages))}
    facts = PaperFacts("Danh mục văn bản in", values)
    with passing_folder() as folder:
        file = folder / f"{STEM}.docx"
        file.write_bytes(rendered(PaperJob(STEM, facts, template_path(TEMPLATE, templates), STEM)).content)
        made = make_pdfs([file], office)[file]
        if made is None:
            raise PaperError("LibreOffice không xuất được trang danh mục. Hãy in từng tệp PDF.")
        return made.read_bytes()
