"""The system: date order, fonts, room on the disk, and whether files can be written."""

from __future__ import annotations

import locale
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ocop_xl.machine.diagnosis import Diagnosis, bad, care, good
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.registry import text

_FONT = "Times New Roman"
_SAME_WIDTHS = (_FONT, "Liberation Serif", "Tinos")
"""Fonts whose letters, the Vietnamese ones included, are as wide: lines and pages break where they would in Word."""
_SCARCE, _TIGHT = 20 * 2**20, 500 * 2**20
"""Bytes free: below the first nothing can be written safely, below the second a batch of papers may not fit."""


def check_dates(machine: Machine) -> Iterator[Diagnosis]:
    pattern = _date_pattern(machine)
    if not pattern:
        return
    if (order := date_order(pattern)) == "dmy":
        yield good("dates", "Ngày của hệ thống viết ngày/tháng/năm.")
        return
    shown = {"mdy": "tháng/ngày/năm", "ymd": "năm-tháng-ngày"}.get(order, "theo cách không rõ")
    yield care(
        "dates",
        f"Ngày của hệ thống viết {shown}: gõ 05/03/2026 vào ô có thể thành ngày 3 tháng 5.",
        "Hãy đặt vùng (Region) của máy là Vietnamese (Vietnam); ngày đã gõ thì xem lại ô có ngày và tháng đều đến 12.",
    )


def date_order(pattern: str) -> str:
    """ "dmy", "mdy" or "ymd" of a pattern like `dd/MM/yyyy` or `%d/%m/%y`."""
    seen = re.sub(r"%[Ff]", "%Y-%m-%d", pattern)
    seen = re.sub(r"%D", "%m/%d/%y", seen)
    letters = [letter for letter in seen.casefold() if letter in "dmy"]
    return "".join(dict.fromkeys(letters))


def _date_pattern(machine: Machine) -> str:
    if machine.windows:
        return text(machine.registry, r"HKCU\Control Panel\International", "sShortDate")
    if sys.platform == "win32":
        return ""
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "")
        return locale.nl_langinfo(locale.D_FMT)
    except locale.Error:
        return ""
    finally:
        locale.setlocale(locale.LC_TIME, before)


def check_fonts(machine: Machine) -> Iterator[Diagnosis]:
    used = _windows_font(machine) if machine.windows else _matched_font()
    if used in _SAME_WIDTHS:
        same = "" if used == _FONT else f" (dùng {used}, cùng bề rộng chữ)"
        yield good("fonts", f"Có phông {_FONT}{same}.")
    else:
        yield care(
            "fonts",
            f"Không có phông {_FONT} hay phông cùng bề rộng chữ, nên văn bản in ra xuống dòng khác đi.",
            f"Hãy cài phông {_FONT}; trên Linux cài gói fonts-liberation.",
        )


def _windows_font(machine: Machine) -> str:
    fonts = machine.registry.values(r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts")
    return _FONT if any(name.startswith(f"{_FONT} (") for name in fonts) else ""


def _matched_font() -> str:
    """What fontconfig takes for it, which is what LibreOffice does."""
    program = shutil.which("fc-match")
    if program is None:
        return ""
    done = subprocess.run(
        [program, "--format=%{family[0]}", _FONT], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return done.stdout.strip()


def check_folder(folder: Path) -> Iterator[Diagnosis]:
    """A file is really written, since rights on Windows cannot be told otherwise; then the room that is left."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".ocop-") as file:
            file.write(b"ocop")
            file.flush()
    except OSError:
        yield bad(
            "folder",
            f"Không ghi được vào thư mục «{folder}».",
            "Hãy chuyển sổ sang thư mục của mình (ví dụ Documents), hoặc xin quyền ghi.",
        )
        return
    free = shutil.disk_usage(folder).free
    room = f"{free / 2**30:.1f} GB".replace(".", ",") if free >= 2**30 else f"{free // 2**20} MB"
    if free < _TIGHT:
        tell = bad if free < _SCARCE else care
        yield tell("disk", f"Ổ đĩa của thư mục «{folder}» chỉ còn {room}.", "Hãy xóa bớt tệp không cần.")
    else:
        yield good("folder", f"Ghi được vào thư mục «{folder}», ổ đĩa còn {room}.")
