"""Makes the house templates in `templates/` from nothing: `python -m tools.make_templates [FOLDER]`.

For developers. Staff edit the templates in Word; run this again only to start over from the house form.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docx.document import Document as WordDocument
from docx.shared import Pt

from ocop_xl.papers.facts import ChartData
from tools.template_chart import add_bar_chart
from tools.template_layout import (
    BODY,
    CELL,
    TEXT_WIDTH,
    add_row,
    add_tag_row,
    grid_table,
    keep_on_one_page,
    new_document,
    plain_table,
    rule,
    save,
    write,
)

AGENCY_WIDTH, NATION_WIDTH = 60.0, 105.0
AGENCY_RULE, MOTTO_RULE, TITLE_RULE = 20.0, 60.4, 50.0
"""Lengths in mm: a third to a half of the agency's and the title's text, all of the motto's."""


def annex() -> WordDocument:
    """Phụ lục: the plan's own columns, sections and order."""
    document = new_document("Phụ lục sản phẩm dự kiến tham gia OCOP")
    document.add_paragraph("Phụ lục", "Tên văn bản")
    document.add_paragraph("SẢN PHẨM DỰ KIẾN THAM GIA OCOP GIAI ĐOẠN {{ ke_hoach.giai_doan }}", "Tên văn bản")
    document.add_paragraph(
        "(Ban hành kèm theo Kế hoạch số: {{ ke_hoach.so }}, ngày {{ ke_hoach.ngay_ngan }}\n"
        "của UBND {{ xa.cap_hanh_chinh }} {{ xa.ten_xa }})",
        "Kèm theo",
    )
    rule(document.add_paragraph(), TEXT_WIDTH, TITLE_RULE)
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)
    headers = (
        "STT",
        "Tên sản phẩm",
        "Nhóm sản phẩm",
        "Loại hình",
        "Tên cơ sở",
        "Hiện trạng",
        "Tiềm năng",
        "Lộ trình đăng ký sản phẩm OCOP",
    )
    table = grid_table(document, (11, 31, 21, 22, 31, 14, 14, 21), headers)
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
            "{{ sp.ten_san_pham }}",
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
    return document


def progress() -> WordDocument:
    """Báo cáo: header, what was reached, chart, how it was counted, what is still to be done, signature."""
    document = new_document("Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch")
    _head(document, "Số:        /BC-UBND")
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
    _opening(document)
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
    _foot(document)
    return document


def _head(document: WordDocument, number: str) -> None:
    """Agency and number at the left, Quốc hiệu, Tiêu ngữ, place and date at the right."""
    table = plain_table(document, (AGENCY_WIDTH, NATION_WIDTH), 2)
    agency, nation = table.rows[0].cells
    write(agency, "ỦY BAN NHÂN DÂN", "Quốc hiệu")
    agency.add_paragraph("{{ xa.cap_hanh_chinh|upper }} {{ xa.ten_xa|upper }}", "Quốc hiệu")
    rule(agency.add_paragraph(), AGENCY_WIDTH, AGENCY_RULE)
    write(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu")
    nation.add_paragraph("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ")
    rule(nation.add_paragraph(), NATION_WIDTH, MOTTO_RULE)
    left, right = table.rows[1].cells
    write(left, number, "Số ký hiệu").paragraph_format.space_before = Pt(4)
    write(right, "{{ xa.dia_danh }}, {{ van_ban.ngay }}", "Ngày tháng").paragraph_format.space_before = Pt(4)


def _opening(document: WordDocument) -> None:
    document.add_paragraph(
        "Căn cứ Kế hoạch số {{ ke_hoach.so }} ngày {{ ke_hoach.ngay }} của {{ xa.co_quan_ban_hanh }} "
        "về {{ ke_hoach.trich_yeu }}.",
        "Căn cứ",
    )
    document.add_paragraph(
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


def _foot(document: WordDocument) -> None:
    """Nơi nhận at the left, the signature at the right, never torn apart."""
    table = plain_table(document, (75, TEXT_WIDTH - 75), 1)
    keep_on_one_page(table.rows[0])
    recipients, signature = table.rows[0].cells
    write(recipients, "Nơi nhận:", "Nơi nhận").paragraph_format.space_before = Pt(12)
    recipients.add_paragraph("{%p for dong in noi_nhan.cac_dong %}", "Dòng nơi nhận")
    recipients.add_paragraph("{{ dong }}", "Dòng nơi nhận")
    recipients.add_paragraph("{%p endfor %}", "Dòng nơi nhận")
    write(signature, "", "Người ký").paragraph_format.line_spacing = Pt(12)
    signature.add_paragraph("{%p for dong in ky.quyen_han %}", "Người ký")
    signature.add_paragraph("{{ dong }}", "Người ký")
    signature.add_paragraph("{%p endfor %}", "Người ký")
    for _ in range(4):  # room for the signature and the seal
        signature.add_paragraph("", "Người ký")
    signature.add_paragraph("{{ ky.ho_ten }}", "Người ký")


TEMPLATES = {"phu-luc-san-pham.docx": annex, "bao-cao-tien-do.docx": progress}


def make_templates(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in TEMPLATES.items():
        save(make(), folder / name)


if __name__ == "__main__":
    make_templates(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "templates")
