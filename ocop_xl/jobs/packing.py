"""«Đóng gói gửi tỉnh»: the package of a workbook's file written as a zip, and what the sender is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from ocop_xl.changes.change import Change
from ocop_xl.errors import Refusal
from ocop_xl.exchange.answers.remarks import now_fixed
from ocop_xl.exchange.share import Packing, SharedPackage, make_package, write_package
from ocop_xl.jobs.remembering import remember
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model import Book, Remark, Sent, table_named
from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.rules.finding import Severity

SENDING = "Đóng gói gửi tỉnh"
"""The journal's word for it."""


def pack(book: Book, source: Path, out: Path, packing: Packing) -> SharedPackage:
    """The package of a book that was read from `source`, written to `out`; refused for one that lacks a table.

    It says of each remark of the province whether its cell has been changed since: `book` is brought up to that, and
    the package's `changes` bring the workbook there.
    """
    refuse_if_incomplete(book, source.name)
    fixed = _bring_up(book, book.day(packing.on)) if packing.profile is TO_PROVINCE else ()
    package = make_package(book, source, packing)
    known = {Sent, Remark} & book.placements.keys()
    changes = [one for one in (*fixed, *package.changes) if table_named(one.table).row_type in known]
    return package._replace(path=write_package(package, out), changes=tuple(changes))


def _bring_up(book: Book, on: date) -> tuple[Change, ...]:
    fixed = tuple(now_fixed(book, on))
    for change in fixed:
        book.by_id(Remark)[change.row_id].fixed = on
    book[Remark] = book[Remark]  # what was worked out from the rows as they were is worked out anew
    return fixed


def pack_file(book: Book, source: Path, out: Path, packing: Packing) -> SharedPackage:
    """`pack` for a workbook that nobody has open: the file remembers what went out. One that cannot be written is
    packed all the same."""
    package = pack(book, source, out, packing)
    return noted(package, lambda: remember(source, package.exported, package.changes, SENDING))


def noted(package: SharedPackage, note: Callable[[], object]) -> SharedPackage:
    """The package after `note` has told the workbook of it; where that is refused, its sender is told."""
    try:
        note()
    except Refusal as reason:
        notice = f"Gói đã lập xong nhưng sổ chưa ghi nhớ được lần gửi này: {reason}"
        return package._replace(notices=(*package.notices, notice))
    return package


def errors_in(package: SharedPackage) -> int:
    """Cells of the workbook against the rules; the package is made all the same."""
    return package.manifest.findings[Severity.ERROR.value]


def code_in_words(package: SharedPackage) -> str:
    """The line for the letter that goes with it."""
    return f"Mã gói: {package.code} (ghi vào văn bản gửi kèm để nơi nhận đối chiếu)"


def notices_in_words(package: SharedPackage) -> Iterator[str]:
    """What the sender should look at; none of it is in the package."""
    return (f"⚠ {notice}" for notice in package.notices)


def made_in_words(package: SharedPackage) -> str:
    return f"✔ Đã đóng gói ({package.manifest.profile['name'].lower()}): {package.path}"


def contents_in_words(package: SharedPackage) -> Iterator[str]:
    """What is in it, what is not, and whether the workbook has errors."""
    yield "Trong gói có:"
    yield from (f"  {one.path} – {one.what}" for one in package.manifest.files)
    yield "Không có trong gói:"
    yield from (f"  {line}" for line in package.manifest.left_out)
    errors = errors_in(package)
    if errors:
        yield f"Sổ còn {errors} lỗi phải sửa, gói gửi đúng như sổ đang ghi; xem chi tiết bằng lệnh check."
