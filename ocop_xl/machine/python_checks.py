"""Python, ocop_xl and the libraries: is everything there that a button starts?"""

from __future__ import annotations

import platform
import struct
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from ocop_xl import __version__
from ocop_xl.machine.bytecode import requirements, uncompiled
from ocop_xl.machine.diagnosis import Diagnosis, bad, care, good
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.shipped import PACKAGE, in_order

_OLDEST_XLWINGS = "0.33"
_AGAIN = "Hãy cài lại: «pip install --force-reinstall» với tệp .whl của ocop-xl."


def check_python(machine: Machine) -> Iterator[Diagnosis]:
    facts = f"Python {platform.python_version()} ({8 * struct.calcsize('P')} bit) ở «{machine.python}»"
    if machine.store_python:
        yield bad(
            "python",
            f"{facts} là bản từ Microsoft Store; Windows giấu những gì nó ghi nên Excel không tìm thấy nút lệnh.",
            "Hãy cài Python từ python.org rồi cài lại ocop-xl bằng Python đó.",
        )
    else:
        yield good("python", f"{facts}.")


def check_package(machine: Machine) -> Iterator[Diagnosis]:
    missing = sorted(name for name, found in requirements().items() if found is None and name != "xlwings")
    if missing:
        yield bad("package", f"ocop_xl {__version__} thiếu thư viện {', '.join(missing)}.", _AGAIN)
    else:
        yield good("package", f"ocop_xl {__version__} ở «{PACKAGE}», đủ thư viện.")


def check_xlwings(machine: Machine) -> Iterator[Diagnosis]:
    """Read from the packages' records: importing xlwings here would cost more than all other checks."""
    if not machine.windows:
        return
    advice = f'Hãy chạy: «py -m pip install "xlwings>={_OLDEST_XLWINGS},<1"».'
    found = {name: _version(name) for name in ("xlwings", "pywin32")}
    missing = [name for name, number in found.items() if not number]
    if missing:
        yield bad("xlwings", f"Chưa có {' và '.join(missing)} nên nút lệnh không nói chuyện được với Excel.", advice)
    elif in_order(found["xlwings"]) < in_order(_OLDEST_XLWINGS):
        yield bad("xlwings", f"xlwings {found['xlwings']} cũ quá, cần từ {_OLDEST_XLWINGS}.", advice)
    else:
        yield good("xlwings", f"xlwings {found['xlwings']}.")


def check_compiled(machine: Machine) -> Iterator[Diagnosis]:
    count = len(uncompiled())
    if count:
        yield care(
            "compiled",
            f"{count} tệp chương trình chưa được biên dịch sẵn nên mỗi lần bấm nút chờ lâu hơn.",
            "Hãy chạy lại «ocop-xl install» (thêm «--libreoffice» nếu dùng LibreOffice) bằng tài khoản đã cài ocop-xl.",
        )
    else:
        yield good("compiled", "Chương trình đã biên dịch sẵn.")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
