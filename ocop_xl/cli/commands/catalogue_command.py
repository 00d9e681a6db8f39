"""`ocop-xl catalogue BOOK|FOLDER --out DIR`: product pages that open by double click."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.jobs.catalogue import FOLDER, made_in_words, make_catalogue, notices_in_words


def add(command: ArgumentParser) -> None:
    command.add_argument("source", type=Path, metavar="SỔ|THƯ_MỤC", help="sổ .xlsx, hoặc thư mục sổ và gói các xã gửi")
    command.add_argument(
        "--out",
        type=Path,
        default=Path(FOLDER),
        metavar="THƯ_MỤC",
        help=f"nơi ghi trang (mặc định: {FOLDER})",
    )
    command.add_argument(
        "--base-url",
        default="",
        metavar="ĐỊA_CHỈ",
        help="địa chỉ https://… của trang trên mạng, để có mã QR (mặc định: như «Thông tin xã» ghi)",
    )
    add_on(command)
    add_json(command)


def run(options: Namespace) -> int:
    made = make_catalogue(options.source, options.out, options.on, options.base_url)
    for notice in notices_in_words(made):
        print(notice, file=sys.stderr)
    if options.json:
        print_json(made._asdict() | {"folder": str(made.folder)})
    else:
        for line in made_in_words(made):
            print(line)
    return DONE
