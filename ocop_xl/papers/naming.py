"""How a paper names a subject and its place: the form before a person's name, commune and province in the address."""

from __future__ import annotations

import re

from ocop_xl.law.legal_forms import legal_form
from ocop_xl.model import Book, Producer
from ocop_xl.vietnamese import fold

_PROVINCE = re.compile(r"\b(tinh|tp|thanh pho) ")
_COMMUNE = re.compile(r"\b(xa|phuong|dac khu|thi tran) ")
_PERSONS = {"Nam": "ông", "Nữ": "bà"}


def full_name(producer: Producer) -> str:
    """`Hộ kinh doanh Nguyễn Thị Kiều Diễm`: a person's name alone does not tell who is addressed. A name that tells its
    own form, and a firm's name, stay as they are; a person without a form is `bà …`."""
    name = producer.name or ""
    if not name or legal_form(name):
        return name
    form = legal_form(producer.legal_form or "")
    if form is not None and form.needs_registration:
        return f"{form.name} {name}"
    return with_title(name, producer.gender) if fold(name) == fold(producer.representative or "") else name


def with_title(name: str, gender: str | None = None) -> str:
    """`bà Nguyễn Thị Kiều Diễm`, `ông (bà) …` where the workbook does not say."""
    return f"{_PERSONS.get(gender or '', 'ông (bà)')} {name}" if name else name


def full_address(book: Book, typed: str) -> str:
    """The address as typed, with the commune and the province behind it where they are not named in it."""
    commune = book.commune
    said = fold(typed)
    parts = [typed.strip().rstrip(" ,.")]
    if commune.name and commune.kind and not _COMMUNE.search(said) and fold(commune.name) not in said.split(", ")[-1:]:
        parts.append(f"{commune.kind} {commune.name}")
    if commune.province and not _PROVINCE.search(said) and not said.endswith(fold(commune.province)):
        parts.append(f"tỉnh {commune.province}")
    return ", ".join(parts)


def in_sentence(address: str) -> str:
    """`Số 101, ấp …` inside a sentence: `số 101, ấp …`."""
    first = address.split(" ", 1)[0]
    return address[:1].lower() + address[1:] if first in ("Số", "Ấp", "Tổ", "Đường", "Khu", "Thửa") else address
