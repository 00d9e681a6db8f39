"""Numbers of papers: from 01 again every calendar year, for each symbol by itself (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ocop_xl.errors import PaperError
from ocop_xl.model import Book, Paper
from ocop_xl.papers.facts import GAP_TEXT, PaperFacts
from ocop_xl.papers.paper_job import PaperJob, rendered
from ocop_xl.papers.register_row import rows_text, text_of


class NumberedPaper(NamedTuple):
    """A paper with its number printed in it, not yet on disk."""

    task: PaperJob
    number: int
    dated: date
    content: bytes
    missing: tuple[str, ...]

    @property
    def sign(self) -> str:
        """`12/BC-UBND`"""
        return f"{printed_number(self.number)}/{self.task.symbol}"

    @property
    def stem(self) -> str:
        return f"{self.task.stem}_so-{self.number:02d}-{self.task.symbol.lower()}"


class Numbers:
    """The numbers still free, by what the register «Văn bản» holds; a paper's year is that of the date it bears.

    A number without a date is taken as one of the year of `on`: better a gap than a number twice.
    """

    def __init__(self, book: Book, on: date) -> None:
        self._on = on
        self._last: dict[tuple[str, int], int] = {}
        self._entered: set[tuple[object, ...]] = {
            (row.symbol, row.issued, row.title, row.rows or "") for row in book[Paper]
        }
        for row in book[Paper]:
            if row.number and row.symbol:
                key = _key(row.symbol, row.issued or on)
                self._last[key] = max(row.number, self._last.get(key, 0))

    def number(self, task: PaperJob) -> NumberedPaper:
        """The paper with the next number, which `take` makes its own; raises `PaperError` if it shall have none."""
        if self._identity(task) in self._entered:
            raise PaperError(
                f"Văn bản này đã vào sổ ngày {self._dated(task):%d/%m/%Y}, không lấy thêm số. Muốn lập lại, hãy xóa "
                "dòng của nó ở trang «Văn bản»; cần bản để xem thì lập dự thảo, không lấy số."
            )
        if GAP_TEXT in task.symbol:
            raise PaperError(
                "Chưa ghi «Ký hiệu đơn vị soạn thảo» (trang Thông tin xã) nên chưa lấy số. Hãy ghi rồi lập lại văn bản."
            )
        dated = self._dated(task)
        number = self._last.get(_key(task.symbol, dated), 0) + 1
        filled = rendered(task._replace(facts=_with_number(task.facts, printed_number(number))))
        paper = NumberedPaper(task, number, dated, filled.content, filled.gaps)
        if paper.sign not in text_of(filled.content):
            raise PaperError(
                f"Mẫu «{task.template.name}» không in số {paper.sign} nên chưa lấy số. "
                f"Hãy mở mẫu bằng Word, ghi dòng số là: Số: {{{{ van_ban.so }}}}/{task.symbol}"
            )
        return paper

    def take(self, paper: NumberedPaper) -> None:
        self._last[_key(paper.task.symbol, paper.dated)] = paper.number
        self._entered.add(self._identity(paper.task))

    def _identity(self, task: PaperJob) -> tuple[object, ...]:
        """What tells one paper of a day from another, whatever number it has."""
        return task.symbol, self._dated(task), task.facts.title, rows_text(task.facts)

    def _dated(self, task: PaperJob) -> date:
        return task.facts.dated or self._on


def printed_number(number: int) -> str:
    """`07`, `12`: below ten with a zero before it (khoản 3 mục II, Phụ lục I)."""
    return f"{number:02d}"


def _with_number(facts: PaperFacts, so: str) -> PaperFacts:
    return replace(facts, values={**facts.values, "van_ban": {**facts.values["van_ban"], "so": so}})


def _key(symbol: str, dated: date) -> tuple[str, int]:
    return "".join(symbol.split()).casefold(), dated.year
