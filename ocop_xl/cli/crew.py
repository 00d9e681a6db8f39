"""Who reads the files of a province: options that its commands share."""

from __future__ import annotations

import gc
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from ocop_xl.cli.parser import processes


def add_crew(command: ArgumentParser) -> None:
    command.add_argument(
        "--processes", type=processes, metavar="SỐ", help="đọc bằng nhiều nhất bấy nhiêu tiến trình (mặc định: tùy máy)"
    )
    command.add_argument("--dask", metavar="ĐỊA_CHỈ", help="đọc trên cụm Dask, ví dụ tcp://10.0.0.5:8786")
    command.add_argument("--no-keep", action="store_true", help="không giữ kết quả đọc cho lần sau")


def add_places(command: ArgumentParser) -> None:
    command.add_argument(
        "places", type=Path, nargs="+", metavar="NƠI", help="thư mục, gói .zip, sổ .xlsx, tệp nén chứa nhiều gói"
    )


def for_many_books() -> None:
    """A command switches the collection of garbage off, which is right for one book and wrong for a thousand."""
    gc.enable()


@contextmanager
def crew(options: Namespace) -> Iterator[Executor | None]:
    """The workers of a Dask cluster, if one is named."""
    for_many_books()
    if options.dask is None:
        yield None
        return
    from ocop_xl.province.dask_crew import dask_crew

    with dask_crew(options.dask) as executor:
        yield executor
