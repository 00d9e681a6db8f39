"""The answers to what the communes have sent: a workbook for each, ready to be filled in and mailed back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.answers.answer import About, NewRemark, about_package
from ocop_xl.exchange.answers.workbook import answer_workbook
from ocop_xl.exchange.received import Received, received
from ocop_xl.model import table_called
from ocop_xl.office.safe_write import create_file
from ocop_xl.papers.paper_files import safe_stem
from ocop_xl.province.arrivals import arrivals
from ocop_xl.province.comments import comments_in


class Made(NamedTuple):
    """An answer that waits to be filled in; `remarks` are those that it has already, from comments."""

    path: Path
    about: About
    remarks: int


class Aside(NamedTuple):
    """A file that is not answered, and why."""

    name: str
    why: str


class _Package(NamedTuple):
    name: str
    found: Received
    about: About

    @property
    def age(self) -> tuple[int, str, str]:
        """The later package is the greater."""
        made = self.found.manifest.made if self.found.manifest else ""
        return self.about.sequence, made, self.about.package


class _Noted(NamedTuple):
    """A package's workbook with comments."""

    name: str
    code: str
    remarks: list[NewRemark]


def make_answers(places: Iterable[Path], out: Path, on: date) -> tuple[list[Made], list[Aside]]:
    """For the last package of each commune in these places, one file in the folder `out`; comments of
    the commune's workbooks that lie beside it are in it as remarks. One bad file does not stop the others."""
    packages, noted, aside = _sorted_out(places)
    made: list[Made] = []
    for one in packages:
        mine = [note for note in noted if note.code == one.about.commune_code]
        try:
            made.append(_made(one, mine, out, on, aside))
        except Refusal as reason:
            aside.append(Aside(one.name, str(reason)))
    answered = {one.about.commune_code for one in packages}
    aside += [Aside(one.name, "Không có gói nào của xã này để trả lời.") for one in noted if one.code not in answered]
    return made, aside


def _sorted_out(places: Iterable[Path]) -> tuple[list[_Package], list[_Noted], list[Aside]]:
    """The last package of each commune, workbooks with comments, and the rest with its reason."""
    packages: dict[str, _Package] = {}
    noted: list[_Noted] = []
    aside: list[Aside] = []
    for arrival in arrivals(places):
        try:
            found = _understood(arrival.name, arrival.read())
        except Refusal as reason:
            aside.append(Aside(arrival.name, str(reason)))
            continue
        if isinstance(found, _Noted):
            noted.append(found)
            continue
        earlier, later = sorted((packages.get(found.about.commune_code, found), found), key=lambda one: one.age)
        if earlier is not later:
            aside.append(Aside(earlier.name, "Đã có gói sau của cùng xã; chỉ trả lời gói sau."))
        packages[found.about.commune_code] = later
    return list(packages.values()), noted, aside


def _understood(name: str, raw: bytes) -> _Package | _Noted:
    found = received(name, raw)
    code = found.book.commune.commune_code
    if not code:
        raise ExchangeError("Sổ chưa ghi mã xã nên không biết trả lời ai; hãy hỏi nơi gửi.")
    if found.manifest is not None:
        return _Package(name, found, about_package(found, name))
    if not found.book.is_copy:
        raise ExchangeError("Là sổ gửi rời, không phải gói; chỉ trả lời được gói. Hãy xin xã gửi gói.")
    return _Noted(name, code, list(comments_in(raw, found.book)))


def _made(package: _Package, noted: list[_Noted], out: Path, on: date, aside: list[Aside]) -> Made:
    about, book = package.about, package.found.book
    remarks = []
    for note in noted:
        for remark in note.remarks:
            if _is_of(remark, about):
                remarks.append(remark)
            else:
                aside.append(Aside(note.name, f"Ghi chú ở dòng {remark.place.row_id}: gói không có dòng ấy."))
    content = answer_workbook(about, book, on, remarks)
    stem = safe_stem("tra-loi", about.commune_code or about.commune, f"lan-{about.sequence}")
    path = out / f"{stem}.xlsx"
    if path.exists():
        raise ExchangeError(f"Đã có tệp «{path.name}» ở nơi ghi, có thể đã gõ dở; hãy dời tệp ấy hoặc chọn --out khác.")
    out.mkdir(parents=True, exist_ok=True)
    create_file(path, content)
    return Made(path, about, len(remarks))


def _is_of(remark: NewRemark, about: About) -> bool:
    spec = table_called(remark.place.sheet)
    return spec is None or not remark.place.row_id or remark.place.row_id in about.said.get(spec.row_type, {})
