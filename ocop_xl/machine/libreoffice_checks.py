"""LibreOffice: needed for PDF, and the second home of the buttons."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl import __version__
from ocop_xl.machine.diagnosis import Diagnosis, care, good
from ocop_xl.machine.libreoffice import extension_version, office_version
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.shipped import in_order
from ocop_xl.papers.pdf import find_office

_OLDEST = "7.0"
_INSTALL = "Hãy chạy «ocop-xl install --libreoffice»."


def check_libreoffice(machine: Machine) -> Iterator[Diagnosis]:
    office = find_office()
    if office is None:
        yield care(
            "libreoffice",
            "Không thấy LibreOffice nên không lập được bản PDF; văn bản Word vẫn lập được.",
            "Nếu cần PDF, hãy cài LibreOffice (miễn phí, libreoffice.org).",
        )
        return
    number = office_version(machine, office)
    if not number:
        yield care("libreoffice", f"LibreOffice ở «{office}» không trả lời.", "Hãy mở thử LibreOffice, hoặc cài lại.")
    elif in_order(number) < in_order(_OLDEST):
        yield care("libreoffice", f"LibreOffice {number} cũ quá.", f"Hãy cài LibreOffice từ {_OLDEST} trở lên.")
    else:
        yield good("libreoffice", f"LibreOffice {number} ở «{office}».")


def check_extension(machine: Machine) -> Iterator[Diagnosis]:
    """Excel's buttons do without it, so it is only a matter of care where there is no Excel."""
    if find_office() is None:
        return
    there = extension_version(machine)
    if there is None:
        yield care(
            "extension",
            "Không xem được phần mở rộng của LibreOffice.",
            "Hãy đóng LibreOffice rồi khám lại.",
        )
    elif there and in_order(there) < in_order(__version__):
        yield care(
            "extension",
            f"Nút lệnh trong LibreOffice là bản {there}, cũ hơn ocop_xl {__version__}.",
            f"Hãy đóng LibreOffice. {_INSTALL}",
        )
    elif there:
        yield good("extension", f"Nút lệnh bản {there} đã có trong LibreOffice.")
    elif not machine.windows:
        yield care("extension", "Chưa cài nút lệnh OCOP vào LibreOffice.", _INSTALL)
