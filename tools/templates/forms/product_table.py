"""The table of products by section, with the columns of the annex of Kế hoạch 76/KH-UBND."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.layout import CELL, add_row, add_tag_row, grid_table

_HEADERS = (
    "STT",
    "Tên sản phẩm",
    "Nhóm sản phẩm",
    "Loại hình",
    "Tên cơ sở",
    "Hiện trạng",
    "Tiềm năng",
    "Lộ trình đăng ký sản phẩm OCOP",
)


def add_product_table(document: WordDocument) -> None:
    """The rows of `muc`, each section under its heading."""
    table = grid_table(document, (11, 31, 21, 22, 31, 14, 14, 21), _HEADERS)
    add_tag_row(table, "{%tr for m in muc %}")
    section = add_row(table, ("{{ m.ky_hieu }}", "{{ m.ten }}", *[""] * 6), ("Đầu bảng", *["Mục bảng"] * 7))
    name = section.cells[1].merge(section.cells[7])
    for blank in name.paragraphs[1:]:
        blank._p.getparent().remove(blank._p)
    add_tag_row(table, "{%tr for sp in m.san_pham %}")
    add_row(
        table,
        (
            "{{ sp.stt }}",
            "{{ sp.ten_san_pham }}{% if sp.ngung %} ({{ sp.ngung }}){% endif %}",
            "{{ sp.nhom_san_pham }}",
            "{{ sp.loai_hinh_chu_the }}",
            "{{ sp.ten_chu_the }}",
            "{{ sp.hien_trang }}",
            "{{ sp.tiem_nang }}",
            "{{ sp.lo_trinh }}",
        ),
        ("Ô giữa", CELL, CELL, CELL, CELL, "Ô giữa", "Ô giữa", "Ô giữa"),
    )
    add_tag_row(table, "{%tr endfor %}")
    add_tag_row(table, "{%tr endfor %}")
