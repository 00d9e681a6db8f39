"""Telephone numbers, e-mail addresses and links that would reach nobody (LH-…)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

SOURCE = "khuôn sổ OCOP (ocop_xl)"
_PHONE = r"(?:0|\+84)(?:[35789]\d{8}|2\d{8,9})"
_PHONE_MARKS = str.maketrans("", "", " .-()\xa0")
_EMAIL = r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@.,;<>]+"
_LINK = r"(?i:https?)://[^\s/?#]+\.[^\s/?#]+(?:[/?#]\S*)?"


def _broken(view: View, kind: Kind, good: Callable[[str], object]) -> Iterable[Saw]:
    for table in INPUT_TABLES:
        for column in spec_of(table).inputs if view[table] else ():
            if column.kind is kind:
                for row in view.having(table, column.attribute, broken=lambda text: text and not good(text)):
                    yield saw(row, column.attribute)


@rule(
    "LH-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — số di động có 10 chữ số, số cố định có 10 hoặc 11 chữ số, bắt đầu bằng 0.",
    fix="Hãy gõ lại số điện thoại, giữ số 0 ở đầu.",
    source="Quy hoạch kho số viễn thông; cách kiểm tra là cách hiểu của phần mềm",
)
def phone(view: View, on: date) -> Iterable[Saw]:
    """Excel drops the leading 0 of a number; the form then carries a telephone that rings nowhere."""
    return _broken(view, Kind.PHONE, lambda text: re.fullmatch(_PHONE, text.translate(_PHONE_MARKS)))


@rule(
    "LH-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — không phải là một địa chỉ thư điện tử.",
    fix="Hãy gõ một địa chỉ dạng ten@tenmien.vn, hoặc để trống.",
    source=SOURCE,
)
def email(view: View, on: date) -> Iterable[Saw]:
    """Mẫu 01 asks for the address at which the subject is told the result."""
    return _broken(view, Kind.EMAIL, lambda text: re.fullmatch(_EMAIL, text))


@rule(
    "LH-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — không phải là một đường dẫn.",
    fix="Hãy dán cả đường dẫn, bắt đầu bằng “https://”.",
    source=SOURCE,
)
def link(view: View, on: date) -> Iterable[Saw]:
    """Whoever checks the target on e-commerce must be able to open the shop."""
    return _broken(view, Kind.URL, lambda text: re.fullmatch(_LINK, text))
