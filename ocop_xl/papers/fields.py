"""The fields that a Word template may print: what each is, and a sample of it, taken from the papers themselves."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ocop_xl.model import INPUT_TABLES, Book, spec_of
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.shapes import Leaf, leaves, merged, shape_of
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import ascii_name

ALL_KINDS = "mọi loại"
_MADE = "Phần mềm tính hoặc ghép từ sổ"
_SAMPLE_SHOWN = 80
_CELL = re.compile(r" \(ô [^)]*\)")
_WORDS = {
    "ke_hoach.so": "Số và ký hiệu của Kế hoạch",
    "ke_hoach.ngay": "Ngày ký Kế hoạch, ghi đầy đủ",
    "ke_hoach.ngay_ngan": "Ngày ký Kế hoạch, ghi bằng số",
    "ke_hoach.trich_yeu": "Trích yếu của Kế hoạch, viết tiếp sau chữ «về»",
    "ke_hoach.giai_doan": "Giai đoạn của Kế hoạch",
    "van_ban.ngay": "Ngày của văn bản, ghi đầy đủ, đặt sau địa danh",
    "van_ban.ngay_ngan": "Ngày của văn bản, ghi bằng số",
    "van_ban.kinh_gui": "Cơ quan nhận ở dòng «Kính gửi»",
    "van_ban.so": "Số của văn bản; dự thảo để trống chỗ ghi tay",
    "ky.quyen_han[]": "Các dòng quyền hạn, chức vụ trên chữ ký",
    "ky.ho_ten": "Họ và tên người ký",
    "noi_nhan.cac_dong[]": "Các dòng «Nơi nhận»",
    "noi_nhan.co_kinh_gui": "Văn bản có dòng «Kính gửi» hay không; dùng trong lệnh if",
}
"""What is in the values of every kind without being a column of a sheet."""


class Field(NamedTuple):
    """`tag` is written between `{{ }}`; `muc[].ten` is `ten` of each item of the list `muc`, inside a for."""

    tag: str
    what: str
    sample: str


class ListedField(NamedTuple):
    """One line of the list of fields; `kinds` are the slugs of those that offer it, or `ALL_KINDS`."""

    kinds: str
    tag: str
    what: str
    sample: str


def fields_of(kind: PaperKind, book: Book, on: date) -> list[Field]:
    """In the order of the values; `book` should have a row for everything, or its lists stay unknown."""
    shape = merged([shape_of(facts.values) for facts in kind.facts(book, on)])
    return [Field(leaf.path, _what(leaf), _sample(leaf)) for leaf in leaves(shape)]


def all_fields(book: Book, on: date) -> list[ListedField]:
    """Every field once, with the kinds that offer it; what all kinds have comes first."""
    found: dict[tuple[str, str], tuple[Field, list[str]]] = {}
    for kind in KINDS:
        for field in fields_of(kind, book, on):
            found.setdefault((field.tag, field.what), (field, []))[1].append(kind.slug)
    lines = [
        ListedField(ALL_KINDS if len(slugs) == len(KINDS) else "; ".join(slugs), field.tag, field.what, field.sample)
        for field, slugs in found.values()
    ]
    return sorted(lines, key=lambda line: line.kinds != ALL_KINDS)


def _what(leaf: Leaf) -> str:
    if leaf.path in _WORDS:
        return _WORDS[leaf.path]
    if leaf.column is not None:
        return f"{leaf.column.header}. {leaf.column.help}".rstrip(". ")
    if leaf.gap:
        return _CELL.sub("", leaf.gap)
    return _headers().get(leaf.path.rpartition(".")[2], _MADE)


def _sample(leaf: Leaf) -> str:
    if leaf.gap:
        return leaf.sample
    words = " ".join(leaf.sample.split())
    return words if len(words) <= _SAMPLE_SHOWN else words[:_SAMPLE_SHOWN].rstrip() + "…"


@cache
def _headers() -> dict[str, str]:
    """Tag → header, for names that mean the same in every table."""
    found: dict[str, str] = {}
    for kind in INPUT_TABLES:
        for column in spec_of(kind).columns:
            found[ascii_name(column.header)] = column.header
    return found
