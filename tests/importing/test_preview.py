"""What an officer reads before an import is written."""

from __future__ import annotations

from datetime import date

from ocop_xl.changes.change import Change
from ocop_xl.model import Recognition
from ocop_xl.sheets.importing.preview import preview


def test_new_rows_name_their_columns_and_show_values_as_the_sheet_does() -> None:
    row = Recognition(id="CN01", product_id="SP01", stars=3, issued=date(2024, 5, 17))
    assert preview([row], []) == [
        "Thêm vào trang «Công nhận» (1 dòng):",
        "  + CN01  «Mã SP»: SP01; «Số sao»: 3 sao; «Ngày cấp»: 17/05/2024",
    ]


def test_changed_cells_show_before_and_after() -> None:
    changes = [
        Change("tblCongNhan", "CN01", "Ngày cấp", date(2020, 1, 2), date(2024, 5, 17), "thử"),
        Change("tblSanPham", "SP01", "Bộ sản phẩm", None, 3, "thử"),
    ]
    assert preview([], changes) == [
        "Sửa ở trang «Công nhận» (1 ô):",
        "  ~ CN01  «Ngày cấp»: 02/01/2020 → 17/05/2024",
        "Sửa ở trang «Sản phẩm» (1 ô):",
        "  ~ SP01  «Bộ sản phẩm»: (trống) → 03. Gạo, ngũ cốc, hạt sơ chế khác",
    ]
