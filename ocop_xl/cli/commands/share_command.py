"""`ocop-xl share BOOK`: the package for the province, and what it leaves out."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book
from ocop_xl.exchange.share import Packing, SharedPackage
from ocop_xl.jobs.packing import code_in_words, contents_in_words, errors_in, made_in_words, notices_in_words, pack_file
from ocop_xl.papers.resources import own_templates
from ocop_xl.privacy.profiles import PROFILES, TO_PROVINCE, profile_of
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument(
        "--out",
        type=Path,
        default=Path(),
        metavar="TỆP.zip",
        help="tệp .zip sẽ tạo, hoặc thư mục (mặc định: thư mục đang đứng)",
    )
    command.add_argument(
        "--papers",
        action="append",
        default=[],
        metavar="VĂN_BẢN",
        help="thư mục có tệp .docx, .pdf; hoặc loại văn bản lập mới (xem papers --list), tat-ca; ghi được nhiều lần",
    )
    command.add_argument(
        "--profile",
        choices=[profile.code for profile in PROFILES],
        default=TO_PROVINCE.code,
        help=f"mặc định {TO_PROVINCE.code}. {' '.join(f'{one.code}: {one.purpose}' for one in PROFILES)}",
    )
    command.add_argument("--period", default="", metavar="KỲ", help="kỳ báo cáo ghi trong gói, ví dụ «Quý IV/2026»")


def run(options: Namespace) -> int:
    packing = Packing(
        on=options.on,
        profile=profile_of(options.profile),
        papers=options.papers,
        templates=own_templates(options.book),
        period=options.period,
    )
    package = pack_file(read_book(options.book), options.book, options.out, packing)
    for notice in notices_in_words(package):
        print(notice, file=sys.stderr)
    if options.json:
        print_json(as_json(package))
    else:
        for line in (made_in_words(package), code_in_words(package), *contents_in_words(package)):
            print(line)
    return ERRORS_FOUND if errors_in(package) else DONE


def as_json(package: SharedPackage) -> dict[str, object]:
    manifest = package.manifest
    return {
        "path": str(package.path),
        "code": package.code,
        "profile": manifest.profile["code"],
        "made": manifest.made,
        "reckoned": manifest.reckoned,
        "findings": dict(manifest.findings),
        "files": [
            {"path": one.path, "what": one.what, "size": one.size, "sha256": one.sha256} for one in manifest.files
        ],
        "left_out": list(manifest.left_out),
        "notices": list(package.notices),
    }
