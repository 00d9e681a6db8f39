"""A file for whoever helps from afar: what the doctor saw, the ends of the logs, the frame of the workbook.

No values of cells, no names of people, folders or files: an officer can send it without asking anybody.
"""

from __future__ import annotations

import io
import json
import platform
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ocop_xl import __version__
from ocop_xl.errors import CannotInstall, WorkbookError
from ocop_xl.machine.bytecode import requirements
from ocop_xl.machine.diagnosis import Diagnosis
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.mask import Mask, masked_log
from ocop_xl.model import ALL_TABLES, spec_of
from ocop_xl.office.guard import open_package
from ocop_xl.sheets.reading.outline import SheetPlan, outline

LAST_LINES = 400
_READ_ME = (
    "Gói hỗ trợ của ocop_xl: phiên bản, kết quả khám máy, phần cuối nhật ký lỗi, tên trang và số dòng của sổ.\n"
    "Không có giá trị ô, tên người, tên máy, tên thư mục hay tên tệp. Có thể mở từng tệp để xem trước khi gửi.\n"
)


def write_bundle(
    out: Path, machine: Machine, found: Sequence[Diagnosis], book: Path | None, logs: Sequence[Path]
) -> None:
    """A new zip at `out`, never over another file; `CannotInstall` when it cannot be written."""
    content = bundle(machine, found, book, logs)
    try:
        with out.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise CannotInstall(f"Tệp «{out.name}» đã có nên không ghi đè. Hãy chọn tên khác.") from error
    except OSError as error:
        raise CannotInstall(f"Không ghi được tệp «{out.name}». Hãy chọn thư mục khác hoặc xin quyền ghi.") from error


def bundle(machine: Machine, found: Sequence[Diagnosis], book: Path | None, logs: Sequence[Path]) -> bytes:
    """A zip for who helps: the checks, the workbook's frame without a typed cell, the ends of the logs, all masked."""
    mask = Mask(machine, book)
    files = {"doc-truoc.txt": _READ_ME, "may.json": _as_json(_system()), "kham.json": _as_json(_checks(found, mask))}
    if book is not None:
        files["so.json"] = _as_json(frame_of(book))
    for number, log in enumerate(logs, 1):
        files[f"nhat-ky-{number}.txt"] = "".join(f"{line}\n" for line in masked_log(_last_lines(log)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return out.getvalue()


def frame_of(book: Path) -> dict[str, Any]:
    """Sheets and tables of ours by name with rows and columns; those of others counted, since a name may tell."""
    try:
        plan = outline(open_package(book))
        size = book.stat().st_size
    except (WorkbookError, OSError) as error:
        return {"unreadable": type(error).__name__}
    return {"bytes": size, "date1904": plan.date1904, "sheets": [_sheet(one) for one in plan.sheets]}


_SHEETS = frozenset(spec_of(kind).sheet for kind in ALL_TABLES)
_TABLES = frozenset(spec_of(kind).name.casefold() for kind in ALL_TABLES)


def _sheet(plan: SheetPlan) -> dict[str, Any]:
    return {
        "sheet": plan.name if plan.name in _SHEETS else "khác",
        "tables": [
            {
                "table": table.name if table.name.casefold() in _TABLES else "khác",
                "rows": table.area.bottom - table.area.top + 1 - table.headers - table.totals,
                "columns": table.area.right - table.area.left + 1,
            }
            for table in plan.tables
        ],
    }


def _system() -> dict[str, Any]:
    return {
        "ocop_xl": __version__,
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "libraries": {name: library.version if library else None for name, library in requirements().items()},
    }


def _checks(found: Sequence[Diagnosis], mask: Mask) -> list[dict[str, str]]:
    return [
        {
            "check": one.check,
            "state": one.state,
            "sentence": mask.sentence(one.sentence),
            "advice": mask.sentence(one.advice),
        }
        for one in found
    ]


def _last_lines(log: Path) -> list[str]:
    try:
        return log.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
    except OSError:
        return []


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
