"""Each column of days is of what has happened, which no later day can be, of what is planned, or the province's own."""

from __future__ import annotations

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.rules.topics.cells.days import HAPPENED

PLANNED = {
    "Thông tin xã": {"as_of"},
    "Sản phẩm": {"joined"},
    "Chu trình": {"start", "due"},
    "Hồ sơ": {"supply_due"},
    "Minh chứng": {"expires"},
    "Cuộc họp": {"held"},
    "Công nhận": {"ends"},
    "Kiểm tra": {"due", "next"},
    "Lớp tập huấn": {"held"},
    "Hỗ trợ": {"start"},
    "Xúc tiến": {"held"},
    "Kênh bán": {"since", "until"},
    "Truyền thông": {"published"},
    "Nhiệm vụ": {"due"},
    "Phân công": {"due"},
    "Nhắc việc": {"put_off"},
    "Văn bản": {"stale"},
}
OF_THE_PROVINCE = {"Ý kiến tỉnh": {"day", "closed"}}
"""Not the commune's to correct: a later day is told when the answer that brings it arrives."""


def test_every_column_of_days_has_been_thought_about() -> None:
    happened = {(spec_of(kind).sheet, attribute) for kind, attribute in HAPPENED}
    later = {(sheet, one) for sheet, names in (PLANNED | OF_THE_PROVINCE).items() for one in names}
    days = {
        (spec_of(kind).sheet, column.attribute)
        for kind in INPUT_TABLES
        for column in spec_of(kind).inputs
        if column.kind is Kind.DATE
    }
    assert days == happened | later
    assert not happened & later
