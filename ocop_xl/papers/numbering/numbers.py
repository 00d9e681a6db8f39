"""Numbers of papers: from 01 again every calendar year, for each symbol by itself (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.model import Book, Paper
from ocop_xl.papers.facts import GAP_TEXT, PaperFacts
from ocop_xl.papers.numbering.last_numbers import LastNumbers, file_symbol
from ocop_xl.papers.numbering.register_row import rows_text, text_of
from ocop_xl.papers.paper_job import PaperJob, rendered
from ocop_xl.records import NamedTuple

WAITING = "cho-so"
"""In the name of a file that waits for văn thư's number."""


class Numbering(Enum):
    """Where a registered paper's number comes from."""

    NEXT = auto()
    LATER = auto()  # «chờ số»: văn thư gives it


class Taking(NamedTuple):
    """How numbers are taken: `told` is what văn thư said of the last number of a symbol; `anyway` also for a paper that
    lacks facts, or that has its number already."""

    numbering: Numbering = Numbering.NEXT
    told: Mapping[str, int] = {}
    anyway: bool = False


NEXT = Taking()


class NumberedPaper(NamedTuple):
    """A paper for the register, not yet on disk; `number` is None while văn thư has not given it."""

    task: PaperJob
    number: int | None
    dated: date
    content: bytes
    missing: tuple[str, ...]
    notices: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """`12/BC-UBND`, `…/BC-UBND`"""
        return sign(self.number, self.task.symbol)

    @property
    def stem(self) -> str:
        return numbered_stem(self.task.stem, self.number, self.task.symbol)


class Numbers:
    """Gives numbers, by what the book holds and the folder of papers shows; a paper's year is that of the date that it
    bears."""

    def __init__(self, book: Book, on: date, out: Path | None = None, taking: Taking = NEXT) -> None:
        self._on = on
        self._taking = taking
        self.last = LastNumbers(book, on, taking.told, out)
        self._entered: dict[tuple[str, str, str], list[tuple[date | None, int | None]]] = {}
        for row in book[Paper]:
            self._enter((row.symbol or "", row.title or "", row.rows or ""), row.issued, row.number)

    def number(self, task: PaperJob) -> NumberedPaper:
        """The paper with the next number, which `take` makes its own; raises `PaperError` if it shall have none."""
        self._refuse_again(task)
        if GAP_TEXT in task.symbol:
            raise PaperError(
                "Chưa ghi «Ký hiệu đơn vị soạn thảo» (trang Thông tin xã) nên chưa lấy số. Hãy ghi rồi lập lại văn bản."
            )
        dated = task.facts.dated or self._on
        waits = self._taking.numbering is Numbering.LATER
        number = None if waits else self.last.next(task.symbol, dated)
        filled = rendered(task if number is None else task._replace(facts=_with_number(task.facts, number)))
        paper = NumberedPaper(task, number, dated, filled.content, filled.gaps, self._notices(task, dated))
        _refuse_without_room(paper)
        if filled.lacking and not self._taking.anyway:
            raise PaperError(
                f"Văn bản còn thiếu {len(filled.lacking)} chỗ lấy từ sổ nên chưa lấy số: {'; '.join(filled.lacking)}. "
                "Hãy ghi đủ vào sổ rồi lập lại; vẫn lấy số khi còn thiếu thì thêm --van-lay-so."
            )
        return paper

    def take(self, paper: NumberedPaper) -> None:
        if paper.number is not None:
            self.last.take(paper.task.symbol, paper.dated, paper.number)
        self._enter(_identity(paper.task), paper.dated, paper.number)

    def _refuse_again(self, task: PaperJob) -> None:
        """What is finished, or has its number, gets another one only when somebody wants it so."""
        dated = task.facts.dated or self._on
        before = self._entered.get(_identity(task), [])
        if any(day == dated for day, _ in before):
            raise PaperError(
                f"Văn bản này đã vào sổ ngày {dated:%d/%m/%Y}, không lấy thêm số. Muốn lập lại, hãy xóa "
                "dòng của nó ở trang «Văn bản»; cần bản để xem thì lập dự thảo, không lấy số."
            )
        if self._taking.anyway:
            return
        why = task.facts.settled
        if before:
            day, number = before[-1]
            why = f"văn bản này đã vào sổ, số {sign(number, task.symbol)}{f' ngày {day:%d/%m/%Y}' if day else ''}"
        if why:
            raise PaperError(
                f"{why[:1].upper()}{why[1:]}, không lấy thêm số. Cần bản để xem thì lập dự thảo; vẫn ban hành lại thì "
                "thêm --van-lay-so."
            )

    def _notices(self, task: PaperJob, dated: date) -> tuple[str, ...]:
        later = self.last.out_of_order(task.symbol, dated) if self._taking.numbering is Numbering.NEXT else None
        if later is None:
            return task.facts.told
        said = (
            f"Số và ngày không theo thứ tự: văn bản ghi ngày {dated:%d/%m/%Y} mà số liền trước đã cấp đến ngày "
            f"{later:%d/%m/%Y}. Hãy hỏi văn thư trước khi ký."
        )
        return (*task.facts.told, said)

    def _enter(self, identity: tuple[str, str, str], dated: date | None, number: int | None) -> None:
        self._entered.setdefault(identity, []).append((dated, number))


def _identity(task: PaperJob) -> tuple[str, str, str]:
    """What tells one paper from another, whatever number and day it has."""
    return task.symbol, task.facts.title, rows_text(task.facts)


def _refuse_without_room(paper: NumberedPaper) -> None:
    """A number that the register holds has to stand in the paper, now or when văn thư has given it."""
    from ocop_xl.papers.numbering.late_number import has_room  # only who registers pays

    symbol, content = paper.task.symbol, paper.content
    if has_room(content, symbol) if paper.number is None else paper.sign in text_of(content):
        return
    what = f"in số {paper.sign}" if paper.number is not None else f"có chỗ ghi số trước /{symbol}"
    raise PaperError(
        f"Mẫu «{paper.task.template.name}» không {what} nên chưa lấy số. "
        f"Hãy mở mẫu bằng Word, ghi dòng số là: Số: {{{{ van_ban.so }}}}/{symbol}"
    )


def sign(number: int | None, symbol: str) -> str:
    return f"{GAP_TEXT if number is None else printed_number(number)}/{symbol}"


def numbered_stem(stem: str, number: int | None, symbol: str) -> str:
    """`…_so-07-bc-ubnd`, `…_cho-so-bc-ubnd`"""
    return f"{stem}_{WAITING if number is None else f'so-{printed_number(number)}'}-{file_symbol(symbol)}"


def printed_number(number: int) -> str:
    """`07`, `12`: below ten with a zero before it (khoản 3 mục II, Phụ lục I)."""
    return f"{number:02d}"


def _with_number(facts: PaperFacts, number: int) -> PaperFacts:
    return facts._replace(values={**facts.values, "van_ban": {**facts.values["van_ban"], "so": printed_number(number)}})
