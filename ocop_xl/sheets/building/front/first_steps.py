"""What a new workbook wants first: a step for each sheet that the rest counts on, open while nothing stands there.

Open steps follow the duties of the day, so that the first screen of an empty workbook says how to begin.
"""

from __future__ import annotations

from ocop_xl.model import Book, Budget, Commune, CycleStep, Hamlet, Producer, Product, Row, Target, Task, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.agenda.settings import setting
from ocop_xl.sheets.building.front.block import HIDDEN, Block, Field, Live, link_to

_NUMBERS = (Kind.DECIMAL, Kind.MONEY, Kind.DATE)


class FirstStep(NamedTuple):
    """Done when a row of the table holds the column `attribute`; the commune's one row, when all that is required."""

    kind: type[Row]
    attribute: str
    what: str

    @property
    def sheet(self) -> str:
        return spec_of(self.kind).sheet

    @property
    def formula(self) -> str:
        """How many rows hold it."""
        spec = spec_of(self.kind)
        if spec.form:
            blank = "+".join(f'IF({setting(one)}="",1,0)' for one in _required())
            return f"IF({blank}=0,1,0)"
        column = spec.column(self.attribute)
        cells = f"{spec.name}[{column.header}]"
        return f"COUNT({cells})" if column.kind in _NUMBERS else f'COUNTIF({cells},"?*")'

    def count(self, book: Book) -> int:
        if spec_of(self.kind).form:
            return int(all(getattr(book.commune, one) not in (None, "") for one in _required()))
        return sum(getattr(row, self.attribute) not in (None, "") for row in book[self.kind])


def _required() -> list[str]:
    return [column.attribute for column in spec_of(Commune).columns if column.required]


STEPS = (
    FirstStep(Commune, "", "Khai tên xã, người ký, kế hoạch (ô có chữ «Bắt buộc»)"),
    FirstStep(Hamlet, "name", "Ghi các ấp của xã, mỗi dòng một ấp"),
    FirstStep(Producer, "id", "Ghi các chủ thể, mỗi dòng một chủ thể"),
    FirstStep(Product, "id", "Ghi các sản phẩm của kế hoạch"),
    FirstStep(Target, "minimum", "Đặt mức tối thiểu cho từng chỉ tiêu"),
    FirstStep(Task, "due", "Đặt hạn cho các nhiệm vụ của kế hoạch"),
    FirstStep(CycleStep, "due", "Đặt hạn cho các bước của chu trình"),
    FirstStep(Budget, "planned", "Ghi kinh phí dự kiến từng nguồn"),
)
"""In the order in which one sheet needs the other."""


def first_steps(book: Book, at: int) -> Block:
    """How many rows each step has brought; an open one says so, and which of the open ones it is in a hidden column."""
    fields = (
        Field("M", "Trang"),
        Field("N", "Dòng", {"bold": True, "align": "left"}, signal=True),
        Field(HIDDEN, ""),
    )
    return Block("SỔ ĐÃ GHI", at, "M", "N", fields, [*_lines(book, at)])


def _lines(book: Book, at: int) -> list[list[Live]]:
    lines, still_open = [], 0
    for row, step in enumerate(STEPS, at + 2):
        count = step.count(book)
        still_open += not count
        words = f'"{step.sheet}"'
        lines.append(
            [
                Live(f"={link_to(step.sheet, words)}", step.sheet),
                Live(f'=IF({step.formula}=0,"► 0",""&({step.formula}))', str(count) if count else "► 0"),
                Live(f'=IF(LEFT($N{row},1)="►",COUNTIF($N${at + 2}:$N{row},"►*"),"")', "" if count else still_open),
            ]
        )
    return lines


def open_steps(book: Book) -> list[FirstStep]:
    return [step for step in STEPS if not step.count(book)]


def step_values(step: FirstStep) -> tuple[object, ...]:
    """What a line of duties shows of an open step: its sign, no days, what to do, nobody."""
    return f"► Bước {STEPS.index(step) + 1}", "", step.what, ""


def step_formulas(place: str, at: int) -> tuple[str, ...]:
    """Of the open step of that `place`, an expression; blank beyond the last. `at` is the row of the heading."""

    def column(letters: str) -> str:
        return f"${letters}${at + 2}:${letters}${at + 1 + len(STEPS)}"

    found = f"MATCH({place},{column(HIDDEN)},0)"
    words = ",".join(f'"{step.what}"' for step in STEPS)
    link = f'HYPERLINK("#\'"&INDEX({column("M")},{found})&"\'!A1",CHOOSE({found},{words}))'
    return f'IFERROR("► Bước "&{found},"")', '""', f'IFERROR({link},"")', '""'
