"""The answers to what the communes have sent: a workbook for each, ready to be filled in and mailed back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.answers.answer import About, NewRemark, about_package
from ocop_xl.exchange.answers.workbook import answer_workbook
from ocop_xl.exchange.received import received
from ocop_xl.model import table_called
from ocop_xl.office.safe_write import create_file
from ocop_xl.papers.paper_files import safe_stem
from ocop_xl.province.arrivals import Arrival, arrivals
from ocop_xl.province.board.units import plain_code
from ocop_xl.province.choosing import Fate, Judged
from ocop_xl.province.comments import comments_in
from ocop_xl.province.gathering import gather
from ocop_xl.province.head import PACKAGE, WORKBOOK
from ocop_xl.province.spread import Tell, workers
from ocop_xl.records import NamedTuple


class Made(NamedTuple):
    """An answer that waits to be filled in; `remarks` are those that it has already, from comments; `earlier` names the
    answers that the same package has got before."""

    path: Path
    about: About
    remarks: int
    earlier: tuple[str, ...] = ()


class Aside(NamedTuple):
    """A file that is not answered, and why; `to_do` is false for a letter, a second copy, what was replaced."""

    name: str
    why: str
    to_do: bool = True


class _Noted(NamedTuple):
    """A package's workbook with comments."""

    name: str
    remarks: list[NewRemark]


def make_answers(
    places: Iterable[Path],
    out: Path,
    on: date,
    commune_code: str = "",
    *,
    processes: int | None = None,
    tell: Tell | None = None,
) -> tuple[list[Made], list[Aside]]:
    """For the package of each commune that the board counts, or of one commune, a file in the folder `out`; comments of
    the commune's workbooks that lie beside it are in it as remarks. One bad file does not stop the others."""
    files = list(arrivals(places))
    with workers(len(files), processes) as crew, gather(files, on.isoformat(), crew, None, tell) as gathered:
        judged = _of(plain_code(commune_code), gathered.judged)
    made: list[Made] = []
    aside: list[Aside] = []
    for one in judged:
        if one.used and one.head.kind == PACKAGE:
            copies = [other for other in judged if _is_copy_of(other, one)]
            try:
                answer = _made(one, files, list(_notes(copies, files)), out, on, aside)
                made.append(answer._replace(earlier=tuple(_answers_to(one, judged))))
            except Refusal as reason:
                aside.append(Aside(one.name, str(reason)))
    answered = [one for one in judged if one.used and one.head.kind == PACKAGE]
    aside += (
        Aside(one.name, why, one.used or one.fate.to_do or one.head.kind == WORKBOOK)
        for one in judged
        if (why := _why_not(one, answered))
    )
    return made, aside


def _of(code: str, judged: list[Judged]) -> list[Judged]:
    """Of one commune, if its code is given; refused where it has sent no package."""
    if not code:
        return judged
    mine = [one for one in judged if plain_code(one.head.commune_code) == code]
    if not any(one.head.kind == PACKAGE for one in mine):
        raise ExchangeError(f"Không có gói nào của xã {code} ở nơi đã chọn; hãy kiểm tra mã xã, hoặc xin xã gửi gói.")
    return mine


def _answers_to(package: Judged, judged: Iterable[Judged]) -> Iterator[str]:
    return (one.name for one in judged if one.fate is Fate.ANSWER and one.head.code == package.head.code)


def _is_copy_of(one: Judged, package: Judged) -> bool:
    """The workbook of that very package: a comment in that of an earlier one has been sent to the commune before, and
    its row may be another one now."""
    same = one.head.commune_code == package.head.commune_code and one.head.content == package.head.content
    return same and one.head.is_copy and one.head.kind == WORKBOOK


def _why_not(one: Judged, answered: list[Judged]) -> str:
    """Nothing for a package that is answered, for the workbook with its comments, for what was answered before."""
    if one.head.kind != WORKBOOK or one.head.refusal:
        return "" if one.fate is Fate.ANSWER else one.why
    if not one.head.is_copy:
        return "Là sổ gửi rời, không phải gói; chỉ trả lời được gói. Hãy xin xã gửi gói."
    if any(_is_copy_of(one, package) for package in answered):
        return ""
    if any(one.head.commune_code == package.head.commune_code for package in answered):
        return "Lấy từ gói khác với gói đang trả lời, hoặc có ô đã sửa; ghi chú trong đó không vào tệp trả lời."
    return "Không có gói nào của xã này để trả lời."


def _notes(copies: Iterable[Judged], files: list[Arrival]) -> Iterator[_Noted]:
    for one in copies:
        raw = files[one.number].read()
        yield _Noted(one.name, list(comments_in(raw, received(one.name, raw).book)))


def _made(package: Judged, files: list[Arrival], noted: list[_Noted], out: Path, on: date, aside: list[Aside]) -> Made:
    found = received(package.name, files[package.number].read())
    about = about_package(found, package.name)
    remarks = []
    for note in noted:
        for remark in note.remarks:
            if _is_of(remark, about):
                remarks.append(remark)
            else:
                aside.append(Aside(note.name, f"Ghi chú ở dòng {remark.place.row_id}: gói không có dòng ấy."))
    content = answer_workbook(about, found.book, on, remarks)
    time = [f"lan-{about.sequence}"] if about.sequence else []  # a package of version 0.1 does not say
    stem = safe_stem("tra-loi", about.commune_code or about.commune, *time)
    path = out / f"{stem}.xlsx"
    if path.exists():
        raise ExchangeError(f"Đã có tệp «{path.name}» ở nơi ghi, có thể đã gõ dở; hãy dời tệp ấy hoặc chọn --out khác.")
    out.mkdir(parents=True, exist_ok=True)
    create_file(path, content)
    return Made(path, about, len(remarks))


def _is_of(remark: NewRemark, about: About) -> bool:
    spec = table_called(remark.place.sheet)
    return spec is None or not remark.place.row_id or remark.place.row_id in about.said.get(spec.row_type, {})
