"""Kế hoạch triển khai Chương trình OCOP, with the sections of Kế hoạch 76/KH-UBND: I to V and its annex."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.forms.form_parts import add_bases, add_lead, add_list, add_title
from tools.templates.forms.product_table import add_product_table
from tools.templates.forms.ruled import MIDDLE, add_heading, add_ruled
from tools.templates.layout import (
    BODY,
    CELL,
    TEXT_WIDTH,
    add_row,
    add_tag_row,
    begin_annex,
    grid_table,
    new_document,
    rule,
)
from tools.templates.parts import TITLE_RULE, add_closing, add_foot, add_head

TEXT: dict[str, Any] = tomllib.loads(Path(__file__).with_name("plan_text.toml").read_text(encoding="utf-8"))
_ABOUT = "thực hiện Chương trình mỗi xã một sản phẩm (OCOP) {{ ky_ke_hoach }}"
_STAR = (("STT", 11, "stt", MIDDLE), ("Chỉ tiêu", 72, "chi_tieu", CELL), ("Đơn vị tính", 22, "don_vi_tinh", MIDDLE))


def plan() -> WordDocument:
    """Kế hoạch: bases, purpose, goals, contents, money, who does what, the products in an annex."""
    document = new_document("Kế hoạch triển khai Chương trình mỗi xã một sản phẩm (OCOP)")
    add_head(document, "Số:        /KH-UBND")
    add_title(document, "KẾ HOẠCH", f"Triển khai {_ABOUT} trên địa bàn {{{{ xa.cap_hanh_chinh }}}} {{{{ xa.ten_xa }}}}")
    add_bases(document)
    document.add_paragraph(
        f"{{{{ xa.co_quan_ban_hanh }}}} ban hành Kế hoạch triển khai {_ABOUT}, cụ thể như sau:", BODY
    )
    _purpose(document)
    _goals(document)
    _contents(document)
    _money(document)
    _organisation(document)
    add_foot(document)
    _annex(document)
    return document


def _purpose(document: WordDocument) -> None:
    document.add_paragraph("I. MỤC ĐÍCH, YÊU CẦU", "Mục")
    _part(document, "1. Mục đích", TEXT["purpose"])
    _part(document, "2. Yêu cầu", TEXT["demands"])


def _goals(document: WordDocument) -> None:
    document.add_paragraph("II. MỤC TIÊU", "Mục")
    _part(document, "1. Mục tiêu chung", TEXT["goals"])
    document.add_paragraph("2. Mục tiêu cụ thể", "Mục")
    add_lead(
        document,
        "Hiện có {{ tong.san_pham }} sản phẩm của {{ tong.chu_the }} chủ thể đang tham gia Chương trình. "
        "{% if ca_nam %}Phấn đấu đến hết {{ ky_ke_hoach }} đạt mức của năm sau đây, tiến tới các chỉ tiêu của "
        "giai đoạn {{ ke_hoach.giai_doan }}{% else %}Phấn đấu {{ ky_ke_hoach }} đạt các chỉ tiêu sau đây{% endif %}:",
    )
    document.add_paragraph("{%p if ca_nam %}", BODY)
    level = ("Mức năm {{ nam }}", 20, "muc_nam", MIDDLE)
    whole = ("Mức giai đoạn", 20, "muc", MIDDLE)
    add_ruled(document, "chi_tieu", (*_STAR, level, whole, ("Hiện có", 20, "da_co", MIDDLE)))
    document.add_paragraph("{%p else %}", BODY)
    levels = (("Mức tối thiểu", 20, "muc", MIDDLE), ("Mức phấn đấu", 20, "phan_dau", MIDDLE))
    add_ruled(document, "chi_tieu", (*_STAR, *levels, ("Hiện có", 20, "da_co", MIDDLE)))
    document.add_paragraph("{%p endif %}", BODY)


def _contents(document: WordDocument) -> None:
    add_heading(document, "III. NỘI DUNG", after_table=True)
    _part(document, "1. Tuyên truyền, nâng cao nhận thức về Chương trình OCOP", TEXT["awareness"])
    _part(document, "2. Đào tạo, tập huấn nâng cao chất lượng nguồn nhân lực", TEXT["training"])
    document.add_paragraph("3. Triển khai thực hiện Chương trình OCOP đối với sản phẩm tham gia Chương trình", "Mục")
    _part(document, "a) Thực hiện Chương trình OCOP", TEXT["carrying_out"])
    _rounds(document)
    _part(document, "b) Tư vấn, hướng dẫn và hỗ trợ phát triển Chương trình", TEXT["advice"])
    _part(document, "c) Đánh giá một số nội dung của hồ sơ sản phẩm OCOP", TEXT["assessment"])
    _part(document, "4. Quảng bá, xúc tiến thương mại, kết nối cung - cầu", TEXT["trade"])
    _part(document, "5. Kiểm tra, giám sát các sản phẩm đã được xếp hạng sản phẩm OCOP", TEXT["checks"])
    _part(document, "6. Tăng cường chuyển đổi số", TEXT["digital"])
    _part(document, "7. Hội nghị đánh giá kết quả thực hiện Chương trình", TEXT["conference"])
    document.add_paragraph("{%p if nhiem_vu %}", BODY)
    add_lead(document, "8. Nhiệm vụ cụ thể theo các mục trên, đơn vị thực hiện và thời hạn:")
    add_ruled(
        document,
        "nhiem_vu",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Mục", 18, "muc", MIDDLE),
            ("Nội dung", 76, "nhiem_vu", CELL),
            ("Đơn vị thực hiện", 35, "don_vi_thuc_hien", CELL),
            ("Thời hạn", 25, "thoi_han", MIDDLE),
        ),
    )
    document.add_paragraph("{%p endif %}", BODY)


def _rounds(document: WordDocument) -> None:
    document.add_paragraph("- Chu trình OCOP gồm các bước:", BODY).paragraph_format.keep_with_next = True
    add_list(
        document, "buoc in chu_trinh", "+ Bước {{ loop.index }}: {{ buoc }}{% if loop.last %}.{% else %};{% endif %}"
    )
    add_lead(
        document,
        "- Các đợt đánh giá, phân hạng cấp tỉnh theo {{ dieu_khoan_dot }}; ngày chủ thể nộp hồ sơ được tính lùi để "
        "UBND {{ xa.cap_hanh_chinh }} có đủ 15 ngày làm việc theo {{ dieu_khoan_xa }}:",
    )
    document.add_paragraph("{%p if dot %}", BODY)
    add_ruled(
        document,
        "dot",
        (
            ("Đợt", 45, "ten", MIDDLE),
            ("Chủ thể nộp hồ sơ chậm nhất", 40, "chu_the_nop", MIDDLE),
            ("UBND {{ xa.cap_hanh_chinh }} gửi đề nghị trước", 40, "xa_gui_truoc", MIDDLE),
            ("Có kết quả trước", 40, "ket_qua_truoc", MIDDLE),
        ),
    )
    document.add_paragraph("{%p endif %}", BODY)


def _money(document: WordDocument) -> None:
    add_heading(document, "IV. KINH PHÍ THỰC HIỆN", after_table=True)
    add_list(document, "nguon in nguon_kinh_phi", "- {{ nguon }}{% if loop.last %}.{% else %};{% endif %}")
    document.add_paragraph("{%p if kinh_phi.nguon %}", BODY)
    add_lead(document, "Dự kiến kinh phí {{ ky_ke_hoach }} (đơn vị tính: triệu đồng; dấu – là chưa có số):")
    table = grid_table(document, (11, 22, 92, 40), ("STT", "Năm", "Nguồn kinh phí", "Dự kiến"))
    add_tag_row(table, "{%tr for kp in kinh_phi.nguon %}")
    names = ("stt", "nam", "nguon", "du_kien")
    row = add_row(table, [f"{{{{ kp.{name} }}}}" for name in names], (MIDDLE, MIDDLE, CELL, MIDDLE))
    for cell in row.cells:  # the total never stands alone on a page
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    add_tag_row(table, "{%tr endfor %}")
    add_row(table, ("", "", "Tổng cộng", "{{ kinh_phi.du_kien }}"), (MIDDLE, MIDDLE, "Mục bảng", "Đầu bảng"))
    document.add_paragraph("{%p endif %}", BODY)


def _organisation(document: WordDocument) -> None:
    add_heading(document, "V. TỔ CHỨC THỰC HIỆN", after_table=True)
    for number, unit in enumerate(TEXT["units"], 1):
        _unit(document, number, unit["key"], unit["heading"], unit["lines"])
    document.add_paragraph("{%p for nhom in phan_v.khac %}", BODY)
    document.add_paragraph(f"{{{{ loop.index + {len(TEXT['units'])} }}}}. {{{{ nhom.ten }}}}", "Mục")
    add_list(document, "v in nhom.viec", "- {{ v.noi_dung }}")
    document.add_paragraph("{%p endfor %}", BODY)
    document.add_paragraph(
        "Các đơn vị khác, các ấp báo cáo kết quả thực hiện về {{ xa.don_vi_soan_thao }} để tổng hợp, tham mưu "
        "{{ xa.co_quan_ban_hanh }} báo cáo định kỳ, đột xuất khi có yêu cầu.",
        BODY,
    )
    add_closing(document, f"Trên đây là Kế hoạch triển khai {_ABOUT} của {{{{ xa.co_quan_ban_hanh }}}}./.")


def _unit(document: WordDocument, number: int, key: str, heading: str, lines: Sequence[str]) -> None:
    document.add_paragraph(f"{number}. {heading}", "Mục")
    document.add_paragraph(f"{{%p if phan_v.{key}.viec %}}", BODY)
    add_list(document, f"v in phan_v.{key}.viec", "- {{ v.noi_dung }}")
    document.add_paragraph(f"{{%p elif phan_v.{key}.co %}}", BODY)
    document.add_paragraph("- Tiếp tục thực hiện các nhiệm vụ thường xuyên đã được giao.", BODY)
    document.add_paragraph("{%p else %}", BODY)
    for line in lines:
        document.add_paragraph(f"- {line}", BODY)
    document.add_paragraph("{%p endif %}", BODY)


def _annex(document: WordDocument) -> None:
    """On a page of its own: a year's work by product, the period's products by section as in the plan's own annex."""
    begin_annex(document)
    document.add_paragraph("Phụ lục", "Tên văn bản")
    document.add_paragraph(
        "{% if ca_nam %}SẢN PHẨM VÀ VIỆC TRONG {{ ky_ke_hoach|upper }}{% else %}SẢN PHẨM DỰ KIẾN THAM GIA OCOP "
        "{{ ky_ke_hoach|upper }}{% endif %}",
        "Tên văn bản",
    )
    document.add_paragraph(
        "(Kèm theo Kế hoạch số: {{ van_ban.so }}/KH-UBND, {{ van_ban.ngay }} của {{ xa.co_quan_ban_hanh }})", "Kèm theo"
    )
    rule(document.add_paragraph(), TEXT_WIDTH, TITLE_RULE)
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)
    document.add_paragraph("{%p if ca_nam %}", BODY)
    document.add_paragraph("{%p if san_pham_nam %}", BODY)
    add_ruled(
        document,
        "san_pham_nam",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Sản phẩm", 34, "ten_san_pham", CELL),
            ("Chủ thể", 40, "ten_chu_the", CELL),
            ("Hiện trạng", 16, "hien_trang", MIDDLE),
            ("Tiềm năng", 16, "tiem_nang", MIDDLE),
            ("Việc trong năm", 48, "viec", CELL),
        ),
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph(
        "Không có sản phẩm nào theo lộ trình hoặc đến kỳ phân hạng lại trong {{ ky_ke_hoach }}.", BODY
    )
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph("{%p else %}", BODY)
    add_product_table(document)
    document.add_paragraph("{%p endif %}", BODY)


def _part(document: WordDocument, heading: str, lines: Sequence[str]) -> None:
    document.add_paragraph(heading, "Mục")
    for line in lines:
        document.add_paragraph(f"- {line}", BODY)


TEMPLATES = {"ke-hoach.docx": plan}
