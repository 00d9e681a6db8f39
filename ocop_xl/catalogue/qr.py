"""The QR of a page: its address on the web, nothing else.

It leads to the catalogue; a registered traceability code (Thông tư 02/2024/TT-BKHCN) is something else, and every sheet
with a QR says so. Without the address under which the folder will stand on the web none can be made.
"""

from __future__ import annotations

import re
from io import BytesIO

from ocop_xl.errors import Refusal

_MOST = 300
_BASE = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:/[\w.~%-]+)*/?", re.ASCII | re.IGNORECASE)
_MASK = 2
"""One mask for all: a scanner reads any, and the search for the prettiest takes four fifths of the time."""


def proven_base(base: str) -> str:
    """The address of the folder on the web, ending in a slash; refused if a label with it could not be scanned."""
    if not base:
        return ""
    if len(base) > _MOST or not _BASE.fullmatch(base):
        raise Refusal(
            f"Địa chỉ trang «{base[:80]}» không dùng được cho mã QR: phải bắt đầu bằng https://, có tên miền, không có "
            f"dấu cách, không quá {_MOST} ký tự. Ví dụ https://vinhphong.angiang.gov.vn/ocop/."
        )
    return base.rstrip("/") + "/"


def qr_svg(address: str) -> bytes:
    """A drawing of its own size (viewBox), level M, four modules of quiet around; same address, same bytes."""
    import segno

    drawing = BytesIO()
    code = segno.make(address, micro=False, error="m", boost_error=False, mask=_MASK)
    code.save(drawing, kind="svg", border=4, omitsize=True, xmldecl=False, light="#fff", title=address)
    return drawing.getvalue()
