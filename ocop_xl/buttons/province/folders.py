"""Which folder holds what the communes have sent, and where the results go."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from ocop_xl.desks.desk import Desk
from ocop_xl.province.spread import Progress

RESULTS = "ket-qua"
"""The folder of results, beside the one with the files: results are never taken for something that was sent."""


def received_folder(desk: Desk) -> Path | None:
    """The folder that the user chooses; many books are read from there, so memory is given back on the way."""
    folder = desk.pick_folder("Chọn thư mục chứa các tệp xã gửi")
    if folder is not None:
        gc.enable()
    return folder


def results_of(folder: Path) -> Path:
    return folder.parent / RESULTS


def in_status_bar(desk: Desk) -> Callable[[Progress], None]:
    """How far the reading is; a word to the spreadsheet program costs more than many a file, so only every tenth."""

    def tell(now: Progress) -> None:
        if now.done % 10 == 0 or now.done == now.total:
            desk.status(f"Đã đọc {now.done}/{now.total} tệp…")

    return tell
