"""What a duty says, for Python and for the workbook alike: a text with facts in braces, `Gửi tỉnh hồ sơ {id}`.

A fact is a column of the row by its attribute, else one of `FACTS`: its formula for a row of the table beside the
function that comes to the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.law.clocks import commune_deadline, working_days_after, working_days_between
from ocop_xl.model import Book, Dossier, Evidence, Producer, Product, Row, Support, Task, spec_of
from ocop_xl.model import choices as c
from ocop_xl.model.due.dossiers import PAUSED
from ocop_xl.programme.measure import tenths
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import figure

OFFICER, PROVINCE, ACCOUNTANT = "Cán bộ OCOP", "Tỉnh", "Kế toán xã"
"""The officer does what no row gives to somebody."""
NO_PRODUCT, SOME_SUBJECT = "sản phẩm chưa ghi mã", "Chủ thể"
PRODUCT, MAKER = "product", "maker"
"""Facts that «Việc cần làm» works out once a line: the product of whatever row it is, and who makes it."""
_PUBLIC = frozenset(
    [
        "product",
        "part",
        "id",
        "dossier_id",
        "task_id",
        "section",
        "year",
        "source",
        "left",
        "missing",
        "line_number",
        "step_name",
        "content",
        "pause",
    ]
)
"""Facts for everybody: keys, days, products, what a list or the law words."""
_LONGEST = 70  # letters of a task's text that fit beside its unit
_BRACES = re.compile(r"\{(\w+)\}")
_KEYS = re.compile(r" \(giấy \{id\}\)| \{(?:id|dossier_id|task_id)\}(?: –)?")


class Fact(NamedTuple):
    """`formula` is an expression over `[@[Header]]` of the row."""

    formula: str
    text: Callable[[Any, Book, date], str]


def product_id_of(row: Row, book: Book) -> str:
    """The product that a row is about: its own, or that of its dossier."""
    if isinstance(row, Evidence):
        dossier = book.by_id(Dossier).get(row.dossier_id or "")
        return (dossier.product_id if dossier else None) or ""
    return getattr(row, "product_id", None) or ""


def product_name(book: Book, product_id: str | None) -> str:
    """Its name, else its key."""
    product = book.by_id(Product).get(product_id or "")
    return (product.name if product else None) or product_id or NO_PRODUCT


def maker_of(book: Book, product_id: str) -> str:
    """The subject that makes a product, by name."""
    product = book.by_id(Product).get(product_id)
    producer = book.by_id(Producer).get(product.producer_id or "") if product else None
    return (producer.name if producer else None) or SOME_SUBJECT


def said(words: str, row: Row, book: Book, on: date, part: str = "") -> str:
    """The words with their facts."""
    return _BRACES.sub(lambda found: _fact(found[1], row, book, on, part), words)


def said_publicly(words: str, row: Row, book: Book, on: date, part: str = "") -> str:
    """The words without what somebody typed about people or in their own words: dots stand for it."""
    return _BRACES.sub(lambda found: _fact(found[1], row, book, on, part) if found[1] in _PUBLIC else "…", words)


def said_on_paper(words: str, row: Row, book: Book, on: date, part: str = "") -> str:
    """The words without keys of rows, which a reader of a paper cannot look up."""
    return said(_KEYS.sub("", words), row, book, on, part)


def _fact(name: str, row: Row, book: Book, on: date, part: str) -> str:
    if name == "part":
        return part
    if name in (PRODUCT, MAKER):
        product_id = product_id_of(row, book)
        return product_name(book, product_id) if name == PRODUCT else maker_of(book, product_id)
    return FACTS[name].text(row, book, on) if name in FACTS else str(getattr(row, name) or "")


def pieces(words: str, kind: type[Row]) -> list[tuple[str, str]]:
    """The words taken apart: texts, and facts with their formula; those of the line by name, without one."""
    spec, found = spec_of(kind), []
    for number, piece in enumerate(_BRACES.split(words)):
        if number % 2 == 0:
            found += [("", piece)] if piece else []
        elif piece in (PRODUCT, MAKER, "part"):
            found.append((piece, ""))
        else:
            formula = FACTS[piece].formula if piece in FACTS else f"[@[{spec.column(piece).header}]]"
            found.append((piece, formula))
    return found


# --- facts that are no column -------------------------------------------------------------------------------


def _either(header: str, other: str) -> str:
    return f'IF([@[{header}]]="",[@[{other}]],[@[{header}]])'


def _cut(text: str | None) -> str:
    return text if text and len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…" if text else ""


def _task(row: Any, book: Book, on: date) -> str:
    if isinstance(row, Task):
        return _cut(row.content)
    task = book.by_id(Task).get(row.task_id or "")
    return _cut(task.content if task else None)


def _whom(row: Support, book: Book, on: date) -> str:
    if row.product_id:
        return product_name(book, row.product_id)
    producer = book.by_id(Producer).get(row.producer_id or "")
    return (producer.name if producer else None) or row.producer_id or ""


def day_formula(day: str) -> str:
    """A day in words, whatever the language of the PC."""
    return f'TEXT(DAY({day}),"00")&"/"&TEXT(MONTH({day}),"00")&"/"&YEAR({day})'


def _pause(row: Dossier, book: Book, on: date) -> str:
    """Our reading: a supplement stops no clock; when one was owed, both days are told."""
    later = paused_by(row, on)
    return f"; nếu trừ thời gian chờ bổ sung thì đến {later:%d/%m/%Y}" if later else ""


def paused_by(row: Dossier, on: date) -> date | None:
    """The end of the 15 working days if those in which a supplement was waited for did not count."""
    if not (row.received and row.asked and row.supplied and row.received <= row.asked < row.supplied <= on):
        return None
    due, waited = commune_deadline(row.received), working_days_between(row.asked, row.supplied)
    return working_days_after(due, waited) if waited else due


def _missing(row: Dossier, book: Book, on: date) -> str:
    return str(sum(line.dossier_id == row.id and line.state == c.EVIDENCE_MISSING for line in book[Evidence]))


FACTS: dict[str, Fact] = {
    "step_name": Fact(_either("Bước", "Mã bước"), lambda row, book, on: row.step or row.id or ""),
    "subject": Fact(_either("Tên chủ thể", "Mã CT"), lambda row, book, on: row.name or row.id or ""),
    "task": Fact(f'IF(LEN([@[Nhiệm vụ]])>{_LONGEST},LEFT([@[Nhiệm vụ]],{_LONGEST - 1})&"…",[@[Nhiệm vụ]])', _task),
    "line_number": Fact("LEFT([@[Minh chứng]],2)", lambda row, book, on: (row.line or "")[:2]),
    "content": Fact("LOWER([@[Nội dung hỗ trợ]])", lambda row, book, on: (row.kind or "").lower()),
    "whom": Fact(
        'IF([@[Mã SP]]="",IF([@[Tên chủ thể]]="",[@[Mã CT]],[@[Tên chủ thể]]),'
        'IF([@[Tên sản phẩm]]="",[@[Mã SP]],[@[Tên sản phẩm]]))',
        _whom,
    ),
    "left": Fact(
        'SUBSTITUTE(ROUND([@[Được giao]]-[@[Đã chi]],1)&"",".",",")',
        lambda row, book, on: figure(tenths((row.allocated or 0) - (row.spent or 0))).replace(".", ""),
    ),
    "pause": Fact(
        f'IF([@[{PAUSED}]]="","","; nếu trừ thời gian chờ bổ sung thì đến "&{day_formula(f"[@[{PAUSED}]]")})',
        _pause,
    ),
    "remark": Fact(
        f'IF(LEN([@[Ý kiến]])>{_LONGEST},LEFT([@[Ý kiến]],{_LONGEST - 1})&"…",[@[Ý kiến]])',
        lambda row, book, on: _cut(row.text),
    ),
    "missing": Fact('COUNTIFS(tblMinhChung[Mã HS],[@[Mã HS]],tblMinhChung[Có minh chứng],"Thiếu")', _missing),
}
