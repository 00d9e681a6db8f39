"""`ocop-xl consolidate FOLDER|FILE… --out FILE.xlsx`: one workbook of what many communes have sent."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_json, add_on
from ocop_xl.cli.parser import processes
from ocop_xl.cli.progress import on_screen
from ocop_xl.province.choosing import Judged
from ocop_xl.province.consolidate import Consolidated, consolidate

_SHOWN = 20
"""Files set aside that are told on the screen; the workbook tells all."""


def add(command: ArgumentParser) -> None:
    command.add_argument(
        "places", type=Path, nargs="+", metavar="NƠI", help="thư mục, gói .zip, sổ .xlsx, tệp nén chứa nhiều gói"
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="TỆP.xlsx", help="bảng tổng hợp; có rồi thì làm mới"
    )
    command.add_argument(
        "--processes", type=processes, metavar="SỐ", help="đọc bằng nhiều nhất bấy nhiêu tiến trình (mặc định: tùy máy)"
    )
    command.add_argument("--dask", metavar="ĐỊA_CHỈ", help="đọc trên cụm Dask, ví dụ tcp://10.0.0.5:8786")
    command.add_argument("--no-keep", action="store_true", help="không giữ kết quả đọc cho lần sau")
    add_on(command)
    add_json(command)


def run(options: Namespace) -> int:
    with _crew(options.dask) as executor:
        made = consolidate(
            options.places,
            options.out,
            options.on,
            executor=executor,
            processes=options.processes,
            keep=not options.no_keep,
            tell=None if options.json else on_screen("Đã đọc"),
        )
    if options.json:
        print_json({"path": str(made.path), "files": [_facts(one) for one in made.files]})
    else:
        for line in _in_words(made):
            print(line)
    return ERRORS_FOUND if made.set_aside else DONE


def _facts(file: Judged) -> dict[str, str]:
    head = file.head
    return {"name": file.name, "sum": head.sum, "commune": head.commune_code, "fate": str(file.fate), "why": file.why}


def _in_words(made: Consolidated) -> Iterator[str]:
    yield f"✔ Đã tổng hợp {made.used} xã vào {made.path}"
    aside = made.set_aside
    yield f"Nhận {len(made.files)} tệp: dùng {made.used}, không dùng {len(aside)}."
    for one in aside[:_SHOWN]:
        yield f"  {one.fate}: {one.name}. {one.why}"
    if len(aside) > _SHOWN:
        yield f"  … và {len(aside) - _SHOWN} tệp nữa, xem trang «Không nhận được»."


@contextmanager
def _crew(address: str | None) -> Iterator[Executor | None]:
    """The workers of a Dask cluster, if one is named."""
    if address is None:
        yield None
        return
    from ocop_xl.province.dask_crew import dask_crew

    with dask_crew(address) as executor:
        yield executor
