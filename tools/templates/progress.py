"""Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from ocop_xl.papers.facts import ChartData
from tools.templates.chart import add_bar_chart
from tools.templates.layout import BODY, CELL, TEXT_WIDTH, add_row, add_tag_row, grid_table, new_document, rule
from tools.templates.parts import TITLE_RULE, add_foot, add_head


def on_request() -> WordDocument:
    """The report «đột xuất», which names the request that it answers."""
    return progress(asked_by="{{ yeu_cau }}")


def progress(asked_by: str = "") -> WordDocument:
    """Báo cáo: header, what was reached, chart, how it was counted, what is still to be done, signature."""
    document = new_document("Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch")
    add_head(document, "Số:        /BC-UBND")
    document.add_paragraph("BÁO CÁO", "Tên văn bản").paragraph_format.space_before = Pt(12)
    document.add_paragraph(
        "Kết quả thực hiện các chỉ tiêu Chương trình mỗi xã một sản phẩm (OCOP) "
        "giai đoạn {{ ke_hoach.giai_doan }} tính đến {{ van_ban.ngay }}",
        "Tên văn bản",
    )
    rule(document.add_paragraph(), TEXT_WIDTH, TITLE_RULE)
    document.add_paragraph("{%p if noi_nhan.co_kinh_gui %}", BODY)
    document.add_paragraph("Kính gửi: {{ van_ban.kinh_gui }}", "Kính gửi")
    document.add_paragraph("{%p endif %}", BODY)
    _opening(document, asked_by)
    document.add_paragraph("I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "Mục")
    _results(document)
    document.add_paragraph("II. NHỮNG NỘI DUNG CÒN PHẢI THỰC HIỆN", "Mục")
    _outstanding(document)
    document.add_paragraph("III. ĐỀ XUẤT, KIẾN NGHỊ", "Mục")
    document.add_paragraph("{{ de_xuat }}", BODY)
    document.add_paragraph(
        "Trên đây là báo cáo của {{ xa.co_quan_ban_hanh }} về kết quả thực hiện các chỉ tiêu của Kế hoạch số "
        "{{ ke_hoach.so }}./.",
        BODY,
    ).paragraph_format.keep_with_next = True
    add_foot(document)
    return document


def _opening(document: WordDocument, asked_by: str) -> None:
    document.add_paragraph(
        "Căn cứ Kế hoạch số {{ ke_hoach.so }} ngày {{ ke_hoach.ngay }} của {{ xa.co_quan_ban_hanh }} "
        "về {{ ke_hoach.trich_yeu }}.",
        "Căn cứ",
    )
    document.add_paragraph(
        f"{f'Thực hiện yêu cầu của {asked_by}, ' if asked_by else ''}"
        "{{ xa.co_quan_ban_hanh }} báo cáo kết quả thực hiện các chỉ tiêu của Kế hoạch "
        "tính đến {{ van_ban.ngay }} như sau:",
        BODY,
    )


def _results(document: WordDocument) -> None:
    document.add_paragraph("1. Đánh giá chung", "Mục")
    document.add_paragraph(
        "Toàn {{ xa.cap_hanh_chinh }} có {{ tong.san_pham }} sản phẩm của {{ tong.chu_the }} chủ thể đang tham gia "
        "Chương trình. Trong {{ tong.so_chi_tieu }} chỉ tiêu của Kế hoạch, có {{ tong.dat }} chỉ tiêu đạt mức tối "
        "thiểu, {{ tong.chua_dat }} chỉ tiêu chưa đạt{% if tong.co_chua_ro %}, {{ tong.chua_ro }} chỉ tiêu chưa đủ số "
        "liệu để đánh giá{% endif %}.",
        BODY,
    )
    document.add_paragraph("2. Kết quả từng chỉ tiêu", "Mục")
    table = grid_table(
        document,
        (11, 56, 20, 20, 20, 18, 20),
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Mức tối thiểu", "Mức phấn đấu", "Thực hiện", "Kết quả"),
    )
    add_tag_row(table, "{%tr for ct in chi_tieu %}")
    names = ("stt", "chi_tieu", "don_vi_tinh", "muc_toi_thieu", "muc_phan_dau", "thuc_hien", "ket_qua")
    add_row(
        table,
        [f"{{{{ ct.{name} }}}}" for name in names],
        ("Ô giữa", CELL, *["Ô giữa"] * 5),
    )
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph("3. Biểu đồ thực hiện so với mức tối thiểu", "Mục").paragraph_format.space_before = Pt(12)
    caption = document.add_paragraph("(Đơn vị: %; vượt mức tối thiểu vẫn ghi 100)", "Kèm theo")
    caption.paragraph_format.keep_with_next = True
    sample = ChartData(("Sản phẩm tham gia", "Đạt từ 3 sao", "Lên sàn"), ((100.0, 40.0, 0.0),))
    add_bar_chart(
        document,
        document.add_paragraph(),
        "chi_tieu",
        "Biểu đồ tỷ lệ thực hiện so với mức tối thiểu của từng chỉ tiêu",
        "Tỷ lệ đạt (%)",
        sample,
    )
    document.add_paragraph("4. Cách tính số liệu", "Mục")
    document.add_paragraph("{%p for ct in chi_tieu %}", BODY)
    document.add_paragraph("- Chỉ tiêu {{ ct.stt }} ({{ ct.ten_gon }}): {{ ct.cach_tinh }}", BODY)
    document.add_paragraph("{%p endfor %}", BODY)


def _outstanding(document: WordDocument) -> None:
    document.add_paragraph("{%p for viec in viec_con_lai %}", BODY)
    document.add_paragraph("- {{ viec }}.", BODY)
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Không có chỉ tiêu chưa đạt, thủ tục hoặc nhiệm vụ quá hạn.", BODY)
    document.add_paragraph("{%p endfor %}", BODY)


TEMPLATES = {"bao-cao-tien-do.docx": progress, "bao-cao-dot-xuat.docx": on_request}
