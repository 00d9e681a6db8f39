"""Kế hoạch triển khai Chương trình OCOP."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.form_parts import add_bases, add_lead, add_list, add_title
from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document
from tools.templates.parts import add_foot, add_head

_PURPOSE = (
    "Khuyến khích các chủ thể sản xuất, kinh doanh ở nông thôn khai thác tiềm năng, lợi thế và giá trị truyền thống "
    "của địa phương để nâng cao giá trị sản phẩm, tăng thu nhập, cải thiện đời sống vật chất và tinh thần.",
    "Phát triển kinh tế nông thôn theo hướng tổ chức sản xuất hàng hóa, hình thành chuỗi giá trị đối với các sản phẩm "
    "đặc sản có lợi thế của địa phương.",
)
_DEMANDS = (
    "Bám sát mục tiêu Chương trình OCOP của Trung ương, của tỉnh và thực tế tại địa phương; xác định rõ nội dung, "
    "nhiệm vụ, đơn vị thực hiện và thời hạn hoàn thành.",
    "Thực hiện Chu trình OCOP theo đúng quy định; chủ thể đóng vai trò quyết định, cơ quan nhà nước định hướng, hỗ "
    "trợ.",
)


def plan() -> WordDocument:
    """Kế hoạch: bases, purpose, targets, tasks, the provincial rounds, money, who does what."""
    document = new_document("Kế hoạch triển khai Chương trình mỗi xã một sản phẩm (OCOP)")
    add_head(document, "Số:        /KH-UBND")
    add_title(
        document,
        "KẾ HOẠCH",
        "Triển khai thực hiện Chương trình mỗi xã một sản phẩm (OCOP) {{ ky_ke_hoach }} "
        "trên địa bàn {{ xa.cap_hanh_chinh }} {{ xa.ten_xa }}",
    )
    add_bases(document)
    document.add_paragraph(
        "{{ xa.co_quan_ban_hanh }} ban hành Kế hoạch triển khai thực hiện Chương trình mỗi xã một sản phẩm (OCOP) "
        "{{ ky_ke_hoach }}, cụ thể như sau:",
        BODY,
    )
    _purpose(document)
    _targets(document)
    _tasks(document)
    _rounds(document)
    _money(document)
    _organisation(document)
    add_foot(document)
    return document


def _purpose(document: WordDocument) -> None:
    document.add_paragraph("I. MỤC ĐÍCH, YÊU CẦU", "Mục")
    for heading, lines in (("1. Mục đích", _PURPOSE), ("2. Yêu cầu", _DEMANDS)):
        document.add_paragraph(heading, "Mục")
        for line in lines:
            document.add_paragraph(f"- {line}", BODY)


def _targets(document: WordDocument) -> None:
    document.add_paragraph("II. CHỈ TIÊU", "Mục")
    add_lead(
        document,
        "{% if ca_nam %}Phấn đấu trong {{ ky_ke_hoach }} hoàn thành các chỉ tiêu của Kế hoạch giai đoạn "
        "{{ ke_hoach.giai_doan }}{% else %}Phấn đấu {{ ky_ke_hoach }} đạt các chỉ tiêu{% endif %} sau đây; hiện có "
        "{{ tong.san_pham }} sản phẩm của {{ tong.chu_the }} chủ thể đang tham gia Chương trình:",
    )
    table = grid_table(
        document,
        (11, 72, 22, 20, 20, 20),
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Mức tối thiểu", "Mức phấn đấu", "Hiện có"),
    )
    add_tag_row(table, "{%tr for ct in chi_tieu %}")
    names = ("stt", "chi_tieu", "don_vi_tinh", "muc", "phan_dau", "da_co")
    add_row(table, [f"{{{{ ct.{name} }}}}" for name in names], ("Ô giữa", CELL, *["Ô giữa"] * 4))
    add_tag_row(table, "{%tr endfor %}")


def _tasks(document: WordDocument) -> None:
    document.add_paragraph("III. NHIỆM VỤ", "Mục").paragraph_format.space_before = Pt(12)
    table = grid_table(
        document,
        (11, 20, 75, 35, 24),
        ("STT", "Mục của Kế hoạch", "Nội dung", "Đơn vị thực hiện", "Hạn"),
    )
    add_tag_row(table, "{%tr for nv in nhiem_vu %}")
    section = "{{ nv.muc_ke_hoach }}{% if nv.doan %}, đoạn {{ nv.doan }}{% endif %}"
    names = ("nhiem_vu", "don_vi_thuc_hien", "han")
    add_row(
        table,
        ("{{ nv.stt }}", section, *[f"{{{{ nv.{name} }}}}" for name in names]),
        ("Ô giữa", "Ô giữa", CELL, CELL, "Ô giữa"),
    )
    add_tag_row(table, "{%tr endfor %}")


def _rounds(document: WordDocument) -> None:
    document.add_paragraph(
        "IV. CHU TRÌNH OCOP VÀ THỜI GIAN ĐÁNH GIÁ, PHÂN HẠNG", "Mục"
    ).paragraph_format.space_before = Pt(12)
    document.add_paragraph("1. Chu trình OCOP gồm các bước:", BODY).paragraph_format.keep_with_next = True
    add_list(
        document, "buoc in chu_trinh", "- Bước {{ loop.index }}: {{ buoc }}{% if loop.last %}.{% else %};{% endif %}"
    )
    add_lead(
        document,
        "2. Các đợt đánh giá, phân hạng cấp tỉnh theo {{ dieu_khoan_dot }}; ngày chủ thể nộp hồ sơ được tính lùi để "
        "UBND {{ xa.cap_hanh_chinh }} có đủ 15 ngày làm việc theo {{ dieu_khoan_xa }}:",
    )
    document.add_paragraph("{%p if dot %}", BODY)
    table = grid_table(
        document,
        (45, 40, 40, 40),
        (
            "Đợt",
            "Chủ thể nộp hồ sơ chậm nhất",
            "UBND {{ xa.cap_hanh_chinh }} gửi đề nghị trước",
            "Có kết quả trước",
        ),
    )
    add_tag_row(table, "{%tr for d in dot %}")
    names = ("ten", "chu_the_nop", "xa_gui_truoc", "ket_qua_truoc")
    add_row(table, [f"{{{{ d.{name} }}}}" for name in names], ["Ô giữa"] * 4)
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph("{%p endif %}", BODY)


def _money(document: WordDocument) -> None:
    document.add_paragraph("V. KINH PHÍ THỰC HIỆN", "Mục").paragraph_format.space_before = Pt(12)
    table = grid_table(document, (11, 22, 92, 40), ("STT", "Năm", "Nguồn kinh phí", "Dự kiến (triệu đồng)"))
    add_tag_row(table, "{%tr for kp in kinh_phi %}")
    names = ("stt", "nam", "nguon_kinh_phi", "du_kien")
    row = add_row(table, [f"{{{{ kp.{name} }}}}" for name in names], ("Ô giữa", "Ô giữa", CELL, "Ô giữa"))
    for cell in row.cells:  # the total never stands alone on a page
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    add_tag_row(table, "{%tr endfor %}")
    add_row(table, ("", "", "Tổng cộng", "{{ tong_kinh_phi }}"), ("Ô giữa", "Ô giữa", "Mục bảng", "Đầu bảng"))


def _organisation(document: WordDocument) -> None:
    document.add_paragraph("VI. TỔ CHỨC THỰC HIỆN", "Mục").paragraph_format.space_before = Pt(12)
    add_list(
        document,
        "dv in don_vi",
        "{{ loop.index }}. {{ dv.ten }}: thực hiện {% if dv.nhieu %}các {% endif %}nhiệm vụ số {{ dv.nhiem_vu }} tại "
        "mục III Kế hoạch này; báo cáo kết quả về {{ xa.don_vi_soan_thao }} để tổng hợp.",
    )
    document.add_paragraph(
        "{{ xa.don_vi_soan_thao }} theo dõi, đôn đốc, tổng hợp, tham mưu {{ xa.co_quan_ban_hanh }} báo cáo định kỳ, "
        "đột xuất khi có yêu cầu.",
        BODY,
    )
    document.add_paragraph(
        "Trên đây là Kế hoạch triển khai thực hiện Chương trình mỗi xã một sản phẩm (OCOP) {{ ky_ke_hoach }} của "
        "{{ xa.co_quan_ban_hanh }}./.",
        BODY,
    ).paragraph_format.keep_with_next = True


TEMPLATES = {"ke-hoach.docx": plan}
