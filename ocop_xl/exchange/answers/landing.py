"""What an answer of the province changes in the commune's book: each result and remark at its row, wherever that stands
now, and nothing but what an answer may write.

A cell that the commune has changed since the package was made is left to the commune: the difference is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.changes.contents import UNSAID, Cells, Contents, contents, same
from ocop_xl.changes.whereabouts import Whereabouts, whereabouts
from ocop_xl.changes.wording import in_words
from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.answers.answer import Answer, NewRemark, Place, Result
from ocop_xl.exchange.answers.remarks import seen_in_words, was_changed
from ocop_xl.law.clocks import certificate_end
from ocop_xl.model import Book, Dossier, Recognition, Remark, spec_of, table_called
from ocop_xl.model.choices import DOSSIER_RECOGNISED, DOSSIER_RETURNED
from ocop_xl.model.column import Column
from ocop_xl.model.keys import FreeKeys
from ocop_xl.model.table import TableSpec
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.topics.results import enter_decision, enter_return, next_code
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold

_DECIDED = ("decision_number", "decision_date", "issued")
"""Without these no recognition can be entered: its days follow from them."""
_MOST_LOST = 0.5
"""Share of a package's rows that a book must still know to be the one that was sent (cách hiểu của phần mềm)."""
_TOO_FEW = 4


class Landed(NamedTuple):
    """`told` are sentences on what was found elsewhere, left alone or not found, for whoever receives."""

    changes: list[Change]
    told: list[str]
    results: int = 0
    remarks: int = 0
    closed: int = 0


def land(book: Book, answer: Answer, on: date) -> Landed:
    """Nothing in `book` is changed. The same answer a second time changes nothing. Raises `ExchangeError` for an answer
    to another book."""
    refuse_foreign(book, answer)
    said, now = answer.about.said, contents(book)
    places = whereabouts(said, now)
    _refuse_strange(said, places)
    return _Landing(book, answer, on, said, now, places).all()


def refuse_foreign(book: Book, answer: Answer) -> None:
    """By the commune's code and the workbook's id; one side may not know its own."""
    about, identity = answer.about, book.identity
    code = book.commune.commune_code or ""
    if about.commune_code != code:
        raise ExchangeError(
            f"Tệp trả lời này gửi cho {about.commune or 'xã khác'} (mã xã {about.commune_code or 'chưa ghi'}), sổ này "
            f"của {book.commune.name or 'xã chưa ghi tên'} (mã xã {code or 'chưa ghi'}); "
            "hãy chọn đúng tệp hoặc đúng sổ."
        )
    if about.book_id and identity and identity.book_id != about.book_id:
        raise ExchangeError(
            f"Tệp trả lời này nói về gói {about.package}, lập từ một sổ khác của cùng xã; "
            "hãy mở đúng sổ đã đóng gói ấy."
        )


def _refuse_strange(said: Contents, places: Whereabouts) -> None:
    """A book in which hardly anything of the package is left: an answer would land beside what it means."""
    rows = sum(len(of_kind) for kind, of_kind in said.items() if kind in places and spec_of(kind).key)
    found = sum(len(of_kind) for kind, of_kind in places.items() if spec_of(kind).key)
    if rows >= _TOO_FEW and found < _MOST_LOST * rows:
        raise ExchangeError(
            f"Sổ này chỉ còn {found} trong {rows} dòng của gói đã gửi, có vẻ là một sổ khác; "
            "hãy mở đúng sổ đã đóng gói."
        )


class _Landing:
    """One answer on its way into one book."""

    def __init__(
        self, book: Book, answer: Answer, on: date, said: Contents, now: Contents, places: Whereabouts
    ) -> None:
        self._book, self._answer, self._on = book, answer, on
        self._said, self._now, self._places = said, now, places
        self._why = f"tỉnh trả lời gói {answer.about.package}"
        self._changes: list[Change] = []
        self._told: list[str] = []
        self._settled = Draft(book, self._why)
        self._free = FreeKeys(book.by_id(Remark))

    def all(self) -> Landed:
        results = sum([self._result(one) for one in self._answer.results])
        remarks = sum([self._remark(one) for one in self._answer.remarks])
        closed = sum([self._close(mark) for mark in self._answer.closed])
        return Landed([*self._changes, *self._settled.changes], self._told, results, remarks, closed)

    # --- results -----------------------------------------------------------------------------------------------

    def _result(self, result: Result) -> bool:
        before, spec = self._written(), spec_of(Dossier)
        row_id = self._places.get(Dossier, {}).get(result.row_id)
        if row_id is None:
            self._told.append(
                f"Kết quả của hồ sơ {result.row_id} chưa ghi được: sổ không còn hồ sơ ấy, hoặc mã của nó bị trùng."
            )
            return False
        if row_id != result.row_id:
            self._told.append(f"Hồ sơ {result.row_id} của gói nay là {row_id}.")
        was, row = self._said[Dossier][result.row_id], self._now[Dossier][row_id]
        for attribute, value in result.cells.items():
            stands = self._set(spec, row_id, spec.column(attribute), value, (was, row))
            if stands and (attribute, value) == ("state", DOSSIER_RETURNED):
                enter_return(self._settled, self._book.by_id(Dossier)[row_id])
        self._decision(result, row_id, _cell(spec, row, "product_id"))
        return self._written() > before

    def _written(self) -> int:
        return len(self._changes) + len(self._settled.changes)

    def _set(self, spec: TableSpec, row_id: str, column: Column, value: Any, rows: tuple[Cells | None, Cells]) -> bool:
        """Only where nobody has typed something else since the package was made; whether the book says it by now."""
        was, row = rows
        now = _cell(spec, row, column.attribute)
        if same(now, value) and now is not UNSAID:
            return True
        if now is UNSAID:
            self._told.append(f"Sổ không có cột «{column.header}» ở trang «{spec.sheet}» nên chưa ghi được.")
        elif now is None or (was is not None and same(now, _cell(spec, was, column.attribute))):
            self._changes.append(Change(spec.name, row_id, column.header, now, value, self._why))
            return True
        else:
            self._told.append(
                f"«{spec.sheet}» {row_id}, cột «{column.header}»: sổ ghi “{in_words(now, column)}”, tỉnh ghi "
                f"“{in_words(value, column)}”; sổ giữ nguyên, hãy xem lại."
            )
        return False

    def _decision(self, result: Result, row_id: str, product_id: Any) -> None:
        if not result.decision:
            return
        cells = {"stars": result.cells.get("province_stars"), **result.decision}
        lacking = [name for name in ("stars", *_DECIDED) if cells.get(name) is None]
        spec = spec_of(Recognition)
        if result.cells.get("state") != DOSSIER_RECOGNISED or lacking:
            headers = ", ".join(f"«{spec.column(name).header}»" for name in lacking) or f"«{DOSSIER_RECOGNISED}»"
            self._told.append(f"Quyết định công nhận của hồ sơ {row_id} chưa ghi được: tỉnh chưa ghi {headers}.")
            return
        if cells.setdefault("ends", certificate_end(cells["issued"])) != certificate_end(cells["issued"]):
            self._told.append(f"Giấy của hồ sơ {row_id} ghi thời hạn khác 36 tháng kể từ ngày cấp; sổ ghi như tỉnh.")
        known = self._recognised(product_id, cells["decision_number"])
        if known is None:
            dossier = self._book.by_id(Dossier)[row_id]
            enter_decision(self._settled, dossier, cells, next_code(self._book, dossier, self._on))
            return
        row = self._now[Recognition][known]
        del cells["decision_number"]  # the same but for its letters
        for name, value in cells.items():
            self._set(spec, known, spec.column(name), value, (None, row))

    def _recognised(self, product_id: Any, number: str) -> str | None:
        """The row of this decision, if the commune has typed it already."""
        return next(
            (
                row.id
                for row in self._book[Recognition]
                if row.id in self._now.get(Recognition, {})
                and row.product_id == product_id
                and fold(row.decision_number or "") == fold(number)
            ),
            None,
        )

    # --- remarks -----------------------------------------------------------------------------------------------

    def _remark(self, remark: NewRemark) -> bool:
        package = self._answer.about.package
        mark = remark.mark(package)
        if any(row.mark == mark for row in self._book[Remark]):
            return False
        cells = {"day": self._answer.day, "by": self._answer.by or None, "text": remark.text}
        cells |= self._placed(remark.place) | {"package": package, "mark": mark}
        self._new(spec_of(Remark), self._free.like("YK00"), cells)
        return True

    def _placed(self, place: Place) -> dict[str, Any]:
        """Where the remark stands now, what the province saw there, and the day if that has been changed already."""
        about: dict[str, Any] = {"sheet": place.sheet or None, "header": place.header or None}
        spec = table_called(place.sheet)
        if spec is None or not (place.row_id or spec.form):
            return about
        seen = seen_in_words(spec, self._said[spec.row_type][place.row_id], place.header)
        row_id = self._places.get(spec.row_type, {}).get(place.row_id)
        row = None if row_id is None else self._book.row(spec.row_type, row_id)
        if row is None:
            self._told.append(
                f"Ý kiến về dòng {place.row_id} trang «{spec.sheet}»: sổ không còn dòng ấy, hoặc mã của nó bị trùng."
            )
            return about | {"value": f"(dòng {place.row_id} của gói, sổ không còn) {seen}".strip()}
        fixed = self._on if was_changed(row, place.header, seen) else None
        return about | {"row_id": row_id or None, "value": seen or None, "fixed": fixed}

    def _close(self, mark: str) -> bool:
        row = next((row for row in self._book[Remark] if row.mark == mark and row.id), None)
        if row is None:
            self._told.append("Tỉnh đóng một ý kiến mà sổ không còn; không phải làm gì.")
            return False
        if row.closed:
            return False
        spec = spec_of(Remark)
        self._changes.append(
            Change(spec.name, row.id or "", spec.column("closed").header, None, self._answer.day, self._why)
        )
        return True

    def _new(self, spec: TableSpec, row_id: str, cells: Mapping[str, Any]) -> None:
        self._changes += (
            Change(spec.name, row_id, column.header, None, cells[column.attribute], self._why)
            for column in spec.inputs
            if cells.get(column.attribute) is not None
        )


def _cell(spec: TableSpec, row: Cells, attribute: str) -> Any:
    return row[spec.inputs.index(spec.column(attribute))]
