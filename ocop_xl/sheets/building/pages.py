"""The sheets of the workbook in their order, each with what it is for: for the guide and the ways of the front."""

from __future__ import annotations

from typing import NamedTuple

from ocop_xl.model import ALL_TABLES, Producer, ScoreLine, spec_of
from ocop_xl.model.table import Role
from ocop_xl.sheets.vocabulary import FIELDS, FRONT, GUIDE, LISTS, ONE_PRODUCT, SCORE_FORM


class Page(NamedTuple):
    name: str
    purpose: str
    role: Role


def pages() -> list[Page]:
    """Every sheet but the guide itself."""
    found = [Page(FRONT, "Chỉ tiêu, biểu đồ, giấy chứng nhận sắp đến hạn.", Role.OUTPUT)]
    for kind in ALL_TABLES:
        spec = spec_of(kind)
        found.append(Page(spec.sheet, spec.purpose, spec.role))
        if kind is ScoreLine:
            found.append(Page(SCORE_FORM, "Xem và in từng phiếu, so điểm của các bên chấm.", Role.OUTPUT))
        if kind is Producer:
            found.append(Page(ONE_PRODUCT, "Chọn một sản phẩm để xem và in cả quá trình của nó.", Role.OUTPUT))
    return [
        *found,
        Page(LISTS, "Các danh sách dùng cho ô chọn.", Role.REFERENCE),
        Page(FIELDS, "Tên các trường để ghi vào mẫu Word, kèm ví dụ.", Role.REFERENCE),
    ]


def places_to_go() -> list[str]:
    """Where the front leads: the guide, then every other sheet."""
    return [GUIDE, *(page.name for page in pages() if page.name != FRONT)]
