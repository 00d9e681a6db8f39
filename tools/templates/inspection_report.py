"""Báo cáo kết quả theo dõi, kiểm tra, rà soát."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document
from tools.templates.parts import add_bases, add_closing, add_each, add_foot, add_head, add_space, add_title


def report() -> WordDocument:
    """The year's visits, faults with their days, and what is proposed to the province."""
    document = new_document("Báo cáo kết quả theo dõi, kiểm tra, rà soát sản phẩm OCOP")
    add_head(document, "Số:        /BC-UBND")
    add_title(document, "BÁO CÁO", "Kết quả theo dõi, kiểm tra, rà soát sản phẩm OCOP năm {{ nam }}")
    document.add_paragraph("{%p if noi_nhan.co_kinh_gui %}", BODY)
    document.add_paragraph("Kính gửi: {{ van_ban.kinh_gui }}", "Kính gửi")
    document.add_paragraph("{%p endif %}", BODY)
    add_bases(document)
    document.add_paragraph(
        "{{ xa.co_quan_ban_hanh }} báo cáo kết quả theo dõi, kiểm tra, rà soát sản phẩm OCOP trên địa bàn năm {{ "
        "nam }} "
        "(tính đến {{ van_ban.ngay }}) như sau:",
        BODY,
    )
    document.add_paragraph("I. KẾT QUẢ", "Mục")
    _results(document)
    document.add_paragraph("II. TỒN TẠI VÀ VIỆC KHẮC PHỤC", "Mục").paragraph_format.space_before = Pt(12)
    _faults(document)
    document.add_paragraph("III. KIẾN NGHỊ", "Mục").paragraph_format.space_before = Pt(12)
    document.add_paragraph("{%p if de_nghi_tinh %}", BODY)
    document.add_paragraph(
        "Đề nghị cơ quan có thẩm quyền quy định tại {{ tham_quyen }} xem xét, kiểm tra và kết luận đối với sản phẩm: "
        "{% for ten in de_nghi_tinh %}{{ ten }}{% if not loop.last %}, {% endif %}{% endfor %}.",
        BODY,
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Không có nội dung kiến nghị cơ quan cấp tỉnh kiểm tra, kết luận.", BODY)
    document.add_paragraph("{%p endif %}", BODY)
    add_closing(
        document,
        "Trên đây là báo cáo của {{ xa.co_quan_ban_hanh }} về kết quả theo dõi, kiểm tra, rà soát sản phẩm OCOP năm "
        "{{ nam }}./.",
    )
    add_foot(document)
    return document


def _results(document: WordDocument) -> None:
    document.add_paragraph(
        "Tổng số {{ tong.luot }} lượt theo dõi, kiểm tra, rà soát đối với {{ tong.san_pham }} sản phẩm"
        "{% if tong.theo_hinh_thuc %}, gồm: {{ tong.theo_hinh_thuc }}{% endif %}.",
        BODY,
    )
    add_each(
        document,
        "ket_qua",
        "- {{ doan.ten }}: {{ doan.dat }} đạt, {{ doan.chua_dat }} chưa đạt"
        "{% if doan.khac %}, {{ doan.khac }} lượt không kiểm tra hoặc chưa ghi{% endif %}.",
    )
    add_space(document)
    headers = (
        "STT",
        "Ngày",
        "Sản phẩm",
        "Chủ thể",
        "Hình thức",
        "Điều kiện sản xuất",
        "Chất lượng",
        "Duy trì tiêu chí",
        "Nhãn OCOP",
    )
    table = grid_table(document, (12, 23, 22, 24, 22, 16, 15, 16, 15), headers)
    add_tag_row(table, "{%tr for kt in kiem_tra %}")
    names = ("stt", "ngay_kiem_tra", "ten_san_pham", "ten_chu_the", "hinh_thuc_kiem_tra")
    add_row(
        table,
        [*(f"{{{{ kt.{name} }}}}" for name in names), *(f"{{{{ kt.noi_dung[{at}] }}}}" for at in range(4))],
        ("Ô giữa", "Ô giữa", CELL, CELL, CELL, *["Ô giữa"] * 4),
    )
    add_tag_row(table, "{%tr endfor %}")


def _faults(document: WordDocument) -> None:
    document.add_paragraph("{%p if ton_tai %}", BODY)
    document.add_paragraph(
        "Có {{ tong.ton_tai }} lượt phát hiện tồn tại{% if tong.can_khac_phuc|int %}, {{ tong.can_khac_phuc }} lượt "
        "phải khắc phục; {% if tong.da_khac_phuc|int %}đã khắc phục xong {{ tong.da_khac_phuc }} lượt{% else %}chưa "
        "lượt nào khắc phục xong{% endif %}{% endif %}.",
        BODY,
    ).paragraph_format.keep_with_next = True
    add_space(document)
    headers = ("STT", "Sản phẩm", "Nội dung ghi nhận", "Kiến nghị", "Hạn khắc phục", "Kết quả")
    table = grid_table(document, (12, 25, 42, 40, 23, 23), headers)
    add_tag_row(table, "{%tr for tt in ton_tai %}")
    names = ("stt", "ten_san_pham", "noi_dung_ghi_nhan", "kien_nghi", "han_khac_phuc", "ket_qua")
    styles = ("Ô giữa", CELL, CELL, CELL, "Ô giữa", CELL)
    add_row(table, [f"{{{{ tt.{name} }}}}" for name in names], styles)
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Không phát hiện tồn tại phải khắc phục.", BODY)
    document.add_paragraph("{%p endif %}", BODY)


TEMPLATES = {"bao-cao-kiem-tra.docx": report}
