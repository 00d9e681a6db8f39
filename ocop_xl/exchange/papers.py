"""The papers of a package: Word and PDF files of a folder, or kinds made afresh from the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.word_copy import shared_word
from ocop_xl.model import Book
from ocop_xl.office.container import MAX_FILE
from ocop_xl.office.files import PDF, WORD, read_file
from ocop_xl.office.passing import passing_folder
from ocop_xl.papers.kinds import KINDS, kind_of
from ocop_xl.papers.paper_files import PAPERS, safe_stem

ALL_KINDS = "tat-ca"
_LOCKS = ("~$", ".")


@dataclass(slots=True)
class SharedPapers:
    """`files` by their name in the package; `notices` are sentences for whoever sends."""

    files: dict[str, bytes] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    def add(self, stem: str, suffix: str, content: bytes, title: str) -> None:
        """A file that is there already, to the byte, is not added again."""
        name, number = f"{PAPERS}/{stem}{suffix}", 2
        while self.files.get(name, content) != content:
            name, number = f"{PAPERS}/{stem}-{number}{suffix}", number + 1
        self.files[name] = content
        self.titles[name] = title


def chosen_papers(chosen: Sequence[str], book: Book, on: date, templates: Path | None = None) -> SharedPapers:
    """`chosen` are folders and slugs of kinds, or `tat-ca` for every kind; raises `ExchangeError` or `PaperError`."""
    papers = SharedPapers()
    kinds: list[str] = []
    for name in chosen:
        if name == ALL_KINDS:
            kinds += [kind.slug for kind in KINDS]
        elif Path(name).is_dir():
            _from_folder(papers, Path(name))
        elif "/" in name or "\\" in name:
            raise ExchangeError(f"Không thấy thư mục văn bản «{name}»; hãy kiểm tra lại đường dẫn.")
        else:
            kinds.append(kind_of(name).slug)
    if kinds:
        _made_afresh(papers, list(dict.fromkeys(kinds)), book, on, templates)
    return papers


def _from_folder(papers: SharedPapers, folder: Path) -> None:
    found = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(_LOCKS))
    taken = 0
    for path in found:
        suffix = path.suffix.lower()
        if suffix == ".docx":
            _add_word(papers, path, f"văn bản Word, tệp gốc «{path.name}»")
        elif suffix == ".pdf":
            _add_pdf(papers, path)
        else:
            papers.notices.append(f"Không đóng gói «{path.name}»: gói chỉ nhận văn bản .docx và .pdf.")
            continue
        taken += 1
    if not taken:
        raise ExchangeError(f"Thư mục «{folder.name}» không có văn bản .docx hay .pdf nào để đóng gói.")


def _stem(path: Path) -> str:
    return safe_stem(*path.stem.split("_"))


def _add_word(papers: SharedPapers, path: Path, title: str) -> None:
    copy = shared_word(path.name, read_file(path, MAX_FILE, WORD))
    papers.add(_stem(path), ".docx", copy.content, title)
    papers.notices += copy.notices


def _add_pdf(papers: SharedPapers, path: Path) -> None:
    content = read_file(path, MAX_FILE, PDF)
    if not content.startswith(b"%PDF-"):
        raise ExchangeError(f"«{path.name}» không phải tệp PDF; hãy kiểm tra lại tệp.")
    if found := pdf_dangers(content):
        raise ExchangeError(f"Văn bản «{path.name}» có {found} nên không đóng gói; hãy xuất lại PDF từ Word.")
    papers.add(_stem(path), ".pdf", content, f"văn bản PDF, tệp gốc «{path.name}»")
    papers.notices.append(f"«{path.name}» là PDF nên được giữ nguyên, kể cả thuộc tính tệp; hãy xem trước khi gửi.")


def pdf_dangers(content: bytes) -> str:
    """Code or attached files where a PDF shows them openly; what it keeps compressed cannot be seen here."""
    marks = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
    return "mã lệnh hoặc tệp đính kèm" if any(mark in content for mark in marks) else ""


def _made_afresh(papers: SharedPapers, kinds: list[str], book: Book, on: date, templates: Path | None) -> None:
    """Drafts; one that cannot be made stops the package: half of what was asked for would mislead."""
    from ocop_xl.papers.make import make_papers

    with passing_folder() as folder:
        made = make_papers(book, on, kinds, folder, templates)
        if made.failed:
            first = made.failed[0]
            raise ExchangeError(f"Chưa lập được văn bản «{first.title}»: {first.sentence}")
        for paper in made:
            _add_word(papers, paper.path, paper.title)
            papers.notices += [f"Văn bản «{paper.title}» còn thiếu: {gap}" for gap in paper.missing]
    papers.notices += [f"«{name}»: không có gì để lập." for name in made.nothing]
