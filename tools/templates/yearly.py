"""What the two reports on a year say alike: addressee and bases, activities, money, what is left, what comes."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.forms.ruled import MIDDLE, add_heading, add_ruled
from tools.templates.layout import BODY, CELL
from tools.templates.parts import add_bases, add_each

SUBJECT = "Kết quả thực hiện Chương trình mỗi xã một sản phẩm (OCOP) năm {{ nam }}, phương hướng năm {{ nam_sau }}"


def add_opening(document: WordDocument) -> None:
    """To whom, if it goes to a superior, and on what it rests."""
    document.add_paragraph("{%p if noi_nhan.co_kinh_gui %}", BODY)
    document.add_paragraph("Kính gửi: {{ van_ban.kinh_gui }}", "Kính gửi")
    document.add_paragraph("{%p endif %}", BODY)
    add_bases(document)


def add_activities(document: WordDocument) -> None:
    columns = (("STT", 11, "stt", MIDDLE), ("Hoạt động", 60, "ten", CELL), ("Kết quả", 94, "ket_qua", CELL))
    add_ruled(document, "hoat_dong", columns)


def add_money(document: WordDocument, number: int) -> None:
    add_heading(document, f"{number}. Kinh phí thực hiện", after_table=True)
    document.add_paragraph(
        "Kinh phí năm {{ nam }}: dự kiến {{ kinh_phi.du_kien }} triệu đồng, được giao {{ kinh_phi.duoc_giao }} triệu "
        "đồng, đã chi {{ kinh_phi.da_chi }} triệu đồng.",
        BODY,
    )
    document.add_paragraph("{%p if kinh_phi.nguon %}", BODY)
    document.add_paragraph("(Đơn vị tính: triệu đồng)", "Kèm theo").paragraph_format.keep_with_next = True
    add_ruled(
        document,
        "kinh_phi.nguon",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Nguồn kinh phí", 76, "nguon", CELL),
            ("Dự kiến", 26, "du_kien", MIDDLE),
            ("Được giao", 26, "duoc_giao", MIDDLE),
            ("Đã chi", 26, "da_chi", MIDDLE),
        ),
    )
    document.add_paragraph("{%p endif %}", BODY)


def add_outlook(document: WordDocument) -> None:
    """What was not reached and why, next year's work, what is proposed."""
    add_heading(document, "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", after_table=True)
    document.add_paragraph("1. Tồn tại, hạn chế", "Mục")
    document.add_paragraph("{%p for viec in ton_tai %}", BODY)
    document.add_paragraph("- {{ viec }}.", BODY)
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Không có chỉ tiêu chưa đạt, thủ tục hoặc nhiệm vụ quá hạn.", BODY)
    document.add_paragraph("{%p endfor %}", BODY)
    document.add_paragraph("2. Nguyên nhân", "Mục")
    document.add_paragraph("{{ nguyen_nhan }}", BODY)
    document.add_paragraph("III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {{ nam_sau }}", "Mục")
    add_each(document, "viec_nam_sau", "- {{ doan }}.")
    document.add_paragraph("IV. ĐỀ XUẤT, KIẾN NGHỊ", "Mục")
    document.add_paragraph("{{ de_xuat }}", BODY)
