"""Báo cáo tự đánh giá – Mẫu 02, Phụ lục III, QĐ 26/2026/QĐ-TTg."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.forms.form_parts import add_lead, add_nation_head, add_signer_at_the_right, add_title
from tools.templates.forms.ruled import MIDDLE, add_heading, add_ruled
from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document
from tools.templates.parts import add_each

_ABOUT = (
    "1. Tên chủ thể: {{ chu_the.ten_chu_the }}",
    "2. Loại hình tổ chức: {{ chu_the.loai_hinh }}",
    "3. Địa chỉ: {{ chu_the.dia_chi }}",
    "4. Điện thoại: {{ chu_the.dien_thoai }}; email: {{ chu_the.thu_dien_tu }}",
    "5. Người đại diện theo pháp luật: {{ chu_the.nguoi_dai_dien }}; giới tính: {{ chu_the.gioi_tinh }}; dân tộc: "
    "{{ chu_the.dan_toc }}; địa chỉ thường trú: {{ chu_the.noi_thuong_tru }}",
    "6. Ngày thành lập, đăng ký kinh doanh: {{ ghi_tay.ngay_thanh_lap }}; số giấy: {{ chu_the.so_dkkd }}",
    "7. Sản phẩm, dịch vụ: {{ san_pham.ten_san_pham }}; quy cách: {{ san_pham.quy_cach }}; tiêu chuẩn: "
    "{{ ghi_tay.tieu_chuan }}",
)


def self_report() -> WordDocument:
    """Parts I to IV of the form; the subject adds what the workbook does not hold, and signs."""
    document = new_document("Báo cáo tự đánh giá (Mẫu 02)")
    document.add_paragraph("({{ bieu_mau }})", "Kèm theo").paragraph_format.space_after = Pt(6)
    add_nation_head(document)
    add_title(document, "BÁO CÁO TỰ ĐÁNH GIÁ", "Sản phẩm đăng ký đánh giá, phân hạng OCOP")
    _general(document)
    _business(document)
    _scores(document)
    document.add_paragraph("PHẦN IV. KẾ HOẠCH SẢN XUẤT KINH DOANH", "Mục")
    document.add_paragraph("{{ ghi_tay.ke_hoach }}", BODY)
    add_signer_at_the_right(
        document,
        "……, ngày …… tháng …… năm ……",
        "ĐẠI DIỆN THEO PHÁP LUẬT CỦA CƠ SỞ",
        "(Ký, ghi rõ họ tên, đóng dấu nếu có)",
        "{{ chu_the.nguoi_dai_dien }}",
    )
    return document


def _general(document: WordDocument) -> None:
    document.add_paragraph("PHẦN I. THÔNG TIN CHUNG", "Mục")
    for line in _ABOUT:
        document.add_paragraph(line, BODY)
    add_lead(document, "Giấy tờ của sản phẩm (đánh dấu “x” vào ô tương ứng):")
    table = grid_table(document, (135, 30), ("Giấy tờ", "Đánh dấu"))
    add_tag_row(table, "{%tr for dong in danh_dau %}")
    add_row(table, ("{{ dong.ten }}", "{{ dong.chon }}"), (CELL, MIDDLE))
    add_tag_row(table, "{%tr endfor %}")
    add_tag_row(table, "{%tr for ten in tri_tue %}")
    add_row(table, ("- {{ ten }}", ""), (CELL, MIDDLE))
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph("8. Lịch sử hình thành: {{ ghi_tay.lich_su }}", BODY).paragraph_format.space_before = Pt(12)
    document.add_paragraph("9. Cơ cấu tổ chức: {{ ghi_tay.co_cau }}", BODY)


def _business(document: WordDocument) -> None:
    document.add_paragraph("PHẦN II. KẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT KINH DOANH", "Mục")
    document.add_paragraph("1. Vùng nguyên liệu và công nghệ: {{ ghi_tay.nguyen_lieu }}", BODY)
    document.add_paragraph(
        "2. Thay đổi về chất lượng, bao bì, nhãn mác{% if phan_lai %} trong thời gian được công nhận{% endif %}: "
        "{{ ghi_tay.thay_doi }}",
        BODY,
    )
    document.add_paragraph("3. Thị trường:{% if not thi_truong %} ……{% endif %}", BODY)
    add_each(document, "thi_truong", "- {{ doan }}.")
    document.add_paragraph("4. Doanh thu, lợi nhuận:", BODY).paragraph_format.keep_with_next = True
    document.add_paragraph("{%p if nam %}", BODY)
    add_ruled(
        document,
        "nam",
        (
            ("Năm", 25, "nam", MIDDLE),
            ("Doanh thu (triệu đồng)", 50, "doanh_thu", MIDDLE),
            ("Sản lượng", 50, "luong", MIDDLE),
            ("Lao động", 40, "lao_dong", MIDDLE),
        ),
    )
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph("Lợi nhuận: {{ ghi_tay.loi_nhuan }}", BODY).paragraph_format.space_before = Pt(6)


def _scores(document: WordDocument) -> None:
    add_heading(document, "PHẦN III. TỰ ĐÁNH GIÁ THEO BỘ TIÊU CHÍ")
    document.add_paragraph(
        "Bộ tiêu chí: {{ bo }}. Tổng điểm tự chấm: {{ tong_diem }}/100; hạng tự đánh giá: {{ hang }}.", BODY
    )
    document.add_paragraph("{%p if dong %}", BODY)
    add_ruled(
        document,
        "dong",
        (
            ("Mã", 14, "ma", MIDDLE),
            ("Tiêu chí", 46, "noi_dung", CELL),
            ("Điểm tối đa", 15, "diem", MIDDLE),
            ("Điểm tự chấm", 17, "diem_cham", MIDDLE),
            ("Mô tả", 45, "mo_ta", CELL),
            ("Minh chứng", 28, "minh_chung", CELL),
        ),
    )
    document.add_paragraph("{%p endif %}", BODY)
    add_heading(document, "Danh mục minh chứng kèm theo", after_table=True)
    add_ruled(
        document,
        "minh_chung",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Minh chứng", 84, "ten", CELL),
            ("Có / thiếu", 24, "trang_thai", MIDDLE),
            ("Tệp, số hiệu", 46, "tep_so_hieu", CELL),
        ),
    )
    document.add_paragraph("", BODY)


TEMPLATES = {"mau-02.docx": self_report}
