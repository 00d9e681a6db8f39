"""`ocop-xl share BOOK`: the package for the province, and what it leaves out."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book
from ocop_xl.exchange.share import Package, make_package, write_package
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.papers.resources import own_templates
from ocop_xl.privacy.profiles import PROFILES, TO_PROVINCE, profile_of
from ocop_xl.rules.finding import Severity
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


def run(options: Namespace) -> int:
    profile = profile_of(options.profile)
    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    templates = own_templates(options.book)
    package = make_package(book, options.book, options.on, profile, options.papers, templates)
    path = write_package(package, options.out)
    for notice in package.notices:
        print(f"⚠ {notice}", file=sys.stderr)
    if options.json:
        print_json(as_json(package, path))
    else:
        _tell(package, path)
    return ERRORS_FOUND if package.manifest.findings[Severity.ERROR.value] else DONE


def as_json(package: Package, path: Path) -> dict[str, object]:
    manifest = package.manifest
    return {
        "path": str(path),
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


def _tell(package: Package, path: Path) -> None:
    manifest = package.manifest
    print(f"✔ Đã đóng gói ({manifest.profile['name'].lower()}): {path}")
    print(f"Mã gói: {package.code} (ghi vào văn bản gửi kèm để nơi nhận đối chiếu)")
    print("Trong gói có:")
    for one in manifest.files:
        print(f"  {one.path} – {one.what}")
    print("Không có trong gói:")
    for line in manifest.left_out:
        print(f"  {line}")
    errors = manifest.findings[Severity.ERROR.value]
    if errors:
        print(f"Sổ còn {errors} lỗi phải sửa, gói gửi đúng như sổ đang ghi; xem chi tiết bằng lệnh check.")
