"""Tập huấn (khoản 2 mục III, Kế hoạch 76/KH-UBND): the letter that calls to a class, and the list of who takes part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Book, Producer, Training, TrainingClass
from ocop_xl.papers.context import Values, common_values, gap, row_values
from ocop_xl.papers.dossier_values import asked
from ocop_xl.papers.facts import ByHand, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import address
from ocop_xl.papers.naming import full_name
from ocop_xl.papers.wording import count, full_date

_SUBJECT = "Chủ thể"


def letter_facts(book: Book, on: date) -> list[PaperFacts]:
    """One for each class that is still to come."""
    return [_letter(book, row, on) for row in book[TrainingClass] if row.held is not None and row.held >= on]


def list_facts(book: Book, on: date) -> list[PaperFacts]:
    """One for each class that somebody is entered for."""
    return [_list(book, row, on) for row in book[TrainingClass] if _entered(book, row)]


def _letter(book: Book, row: TrainingClass, on: date) -> PaperFacts:
    values = _common(book, row, on)
    people = values["hoc_vien"]
    called = list(dict.fromkeys(str(line["don_vi"]) for line in people if line["don_vi"]))
    nobody = ByHand("Chưa có chủ thể, đơn vị được mời ở dòng «Kính gửi» (trang Tập huấn): người soạn ghi vào văn bản")
    address(book, values, "; ".join(called) if called else nobody)
    return _facts("Công văn cử người dự tập huấn", row, values, on)


def _list(book: Book, row: TrainingClass, on: date) -> PaperFacts:
    return _facts("Danh sách người dự tập huấn", row, _common(book, row, on), on)


def _common(book: Book, row: TrainingClass, on: date) -> Values:
    values = common_values(book, on)
    values["lop"] = asked(book, row, row_values(book, row, on), "organiser", "place", "days")
    if row.days is not None and float(row.days).is_integer():
        values["lop"]["so_ngay"] = count(int(row.days))
    values["ngay_hoc"] = f"ngày {full_date(row.held)}" if row.held else gap(book, row, "held")
    values["hoc_vien"] = [_person(book, one, on, number) for number, one in enumerate(_entered(book, row), 1)]
    values["tong"] = count(len(values["hoc_vien"]))
    return values


def _person(book: Book, row: Training, on: date, number: int) -> Values:
    line = row_values(book, row, on)
    producer = book.by_id(Producer).get(row.producer_id or "")
    place = f"ấp {row.hamlet}" if row.hamlet else ""
    line["stt"] = str(number)
    line["don_vi"] = full_name(producer) if producer else place
    line["thanh_phan"] = row.who or _SUBJECT
    line["ky_ten"] = ""
    return line


def _entered(book: Book, row: TrainingClass) -> list[Training]:
    return [one for one in book[Training] if row.id and one.class_id == row.id]


def _facts(title: str, row: TrainingClass, values: Values, on: date) -> PaperFacts:
    words: Iterable[str | None] = (row.id, row.course)
    subject = " ".join(word for word in words if word)
    return PaperFacts(f"{title}: {subject}", values, subject=subject, year=(row.held or on).year)


KINDS = (
    PaperKind(
        "cu-nguoi-tap-huan",
        "Công văn cử người dự tập huấn",
        "cu-nguoi-tap-huan.docx",
        letter_facts,
        register_kind="Công văn",
        symbol="UBND",
        made_for="mỗi lớp sắp mở (trang Lớp tập huấn)",
    ),
    PaperKind(
        "danh-sach-tap-huan",
        "Danh sách người dự tập huấn",
        "danh-sach-tap-huan.docx",
        list_facts,
        made_for="mỗi lớp đã có người dự (trang Tập huấn)",
    ),
)
