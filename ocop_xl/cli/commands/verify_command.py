"""`ocop-xl verify FILE.zip`: what the province asks of a package before anybody opens a file of it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json
from ocop_xl.exchange.verify import Verified, shown, verify_package


def add(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="TỆP.zip", help="gói do lệnh share lập")
    add_json(command)


def run(options: Namespace) -> int:
    found = verify_package(options.file)
    if options.json:
        print_json(as_json(found))
    else:
        _tell(found)
    return ERRORS_FOUND if found.problems else DONE


def as_json(found: Verified) -> dict[str, object]:
    manifest = found.manifest
    return {
        "code": found.code,
        "problems": list(found.problems),
        "commune": dict(manifest.commune),
        "profile": dict(manifest.profile),
        "made": manifest.made,
        "reckoned": manifest.reckoned,
        "findings": dict(manifest.findings),
        "files": [one.path for one in manifest.files],
        "left_out": list(manifest.left_out),
    }


def _tell(found: Verified) -> None:
    commune = found.manifest.commune
    name = shown(f"{commune.get('kind', '')} {commune.get('name', '')}".strip())
    for problem in found.problems:
        print(f"✘ {problem}")
    if found.problems:
        print(f"Gói của {name}: {len(found.problems)} điều không đúng; chưa dùng được.")
        return
    print(f"✔ Gói của {name} còn nguyên: {len(found.manifest.files)} tệp khớp danh mục, không có mã lệnh.")
    print(f"Mã gói: {found.code}; hãy so với mã ghi trên văn bản gửi kèm.")
