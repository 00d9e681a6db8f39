"""How the answer's workbook is laid out: its sheets, and the columns that the province fills in."""

from __future__ import annotations

from ocop_xl.model import Dossier, Recognition, spec_of
from ocop_xl.model.choices import DOSSIER_SETTLED, Choices
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.rows.province import Remark

FRONT, RESULTS, REMARKS, EARLIER = "Trả lời", "Kết quả", "Ý kiến", "Ý kiến trước"
HIDDEN, LISTS = "_tra_loi", "_danh_muc"
FIRST = 5
"""Row of the first line of a list, from 0; its headers stand above it."""
BY, DAY = "Người trả lời", "Ngày trả lời"
BY_AT, DAY_AT = 6, 7
"""Their rows on the front, from 0."""
MOST_REMARKS, LONGEST_REMARK = 2000, 10_000
BLANK_REMARKS = 300
"""Lines that are laid out for remarks."""

_DOSSIER, _RECOGNITION, _REMARK = spec_of(Dossier), spec_of(Recognition), spec_of(Remark)
RESULT = Column("Kết quả", Kind.CHOICE, choices=Choices("Kết quả", DOSSIER_SETTLED), width=18, attribute="state")

DOSSIER_SHOWN = tuple(map(_DOSSIER.column, ("id", "product_id", "product_name", "kind", "stars", "state")))
"""What the package says of a dossier, for whoever answers; the key first."""
DOSSIER_CELLS = (RESULT, *map(_DOSSIER.column, ("province_score", "province_stars", "returned", "return_reason")))
"""The only cells of a dossier that an answer may write."""
DECISION_CELLS = tuple(
    map(_RECOGNITION.column, ("decision_number", "decision_date", "authority", "authority_name", "issued", "ends"))
)
"""Of the recognition that follows from it; its product and its stars are the dossier's."""
RESULT_COLUMNS = (*DOSSIER_SHOWN, *DOSSIER_CELLS, *DECISION_CELLS)

PLACE = tuple(map(_REMARK.column, ("sheet", "row_id", "header")))
REMARK_COLUMNS = (*PLACE, _REMARK.column("text"))
CLOSE = Column("Đóng", Kind.CHOICE, choices=Choices("Đóng", ("Đóng",)), width=9, attribute="close")
EARLIER_SHOWN = tuple(map(_REMARK.column, ("mark", "sheet", "row_id", "header", "value", "text", "state", "reply")))
EARLIER_COLUMNS = (*EARLIER_SHOWN, CLOSE)
