"""`ocop-xl export BOOK|FOLDER --csv DIR | --parquet DIR | --ptnt FILE`: for analysts and for the national table."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ocop_xl.cli.crew import for_many_books
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.cli.parser import year
from ocop_xl.errors import Refusal
from ocop_xl.privacy.profiles import PROFILES, TO_PROVINCE, profile_of
from ocop_xl.province.export.books import Books, books_at
from ocop_xl.province.export.csv_files import write_csv
from ocop_xl.province.export.parquet import write_parquet
from ocop_xl.province.export.plain import Plain, plain_tables
from ocop_xl.province.export.ptnt import DOCUMENT, codes_in, in_short, national, write_national


def add(command: ArgumentParser) -> None:
    command.add_argument("source", type=Path, metavar="SỔ|GÓI|THƯ_MỤC", help="một sổ, một gói, hoặc thư mục các xã gửi")
    command.add_argument("--csv", type=Path, metavar="THƯ_MỤC", help="mỗi bảng một tệp CSV, kèm datapackage.json")
    command.add_argument("--parquet", type=Path, metavar="THƯ_MỤC", help="mỗi bảng một tệp Parquet (cần pyarrow)")
    command.add_argument("--ptnt", type=Path, metavar="TỆP.csv", help=f"bảng PTNT_OCOP theo {DOCUMENT}")
    command.add_argument("--codes", type=Path, metavar="TỆP", help="danh sách mã do hệ thống quốc gia cấp, cho --ptnt")
    command.add_argument("--year", type=year, metavar="NĂM", help="năm của doanh thu, cho --ptnt (mặc định: năm trước)")
    codes = ", ".join(one.code for one in PROFILES)
    command.add_argument("--profile", default=TO_PROVINCE.code, metavar="CHẾ_ĐỘ", help=f"một trong: {codes}")
    add_on(command)
    add_json(command)


def run(options: Namespace) -> int:
    if not (options.csv or options.parquet or options.ptnt):
        raise Refusal("Hãy chọn xuất gì: --csv THƯ_MỤC, --parquet THƯ_MỤC hoặc --ptnt TỆP.csv.")
    for_many_books()
    profile = profile_of(options.profile)
    wanted = [one for one in (options.csv, options.parquet) if one]
    books = books_at(options.source, options.on or date.today(), ours=[options.ptnt] if options.ptnt else [])
    on = books.books[0].day(options.on)
    written, said = [], []
    plain = plain_tables(books, on, profile) if wanted else Plain((), [], books.many)
    if options.csv:
        written += write_csv(plain, options.csv)
    if options.parquet:
        written += write_parquet(plain, options.parquet)
    if options.ptnt:
        made = national(books.books, on, options.year or on.year - 1, codes_in(options.codes) if options.codes else {})
        written += [options.ptnt, write_national(made, options.ptnt)]
        said = list(in_short(made))
    if options.json:
        print_json({"files": [str(path) for path in written], "unread": plain.unread, "open": said})
    else:
        for line in _in_words(books, plain, written, said):
            print(line)
    return ERRORS_FOUND if any(one.fate.to_do for one in books.aside) or plain.unread or said else DONE


def _in_words(books: Books, plain: Plain, written: list[Path], said: list[str]) -> Iterator[str]:
    whose = f"{len(books.books)} xã" if books.many else "sổ"
    yield f"✔ Đã xuất {whose}: {len(written)} tệp, vào {written[0].parent}"
    if plain.unread:
        yield f"⚠ {len(plain.unread)} ô không đúng kiểu của cột nên để trống; nội dung ở bảng unread."
    if said:
        yield "Bảng PTNT_OCOP còn trống (danh sách đầy đủ ở tệp _con-thieu.csv):"
        yield from (f"  {line}" for line in said)
    yield from (f"  {one.fate}: {one.name}. {one.why}" for one in books.aside)
