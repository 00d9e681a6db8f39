"""Plans, requests, meeting papers, slips and lists of the office."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.blocks import Each, Heading, Rows, When, add_blocks, paper, signed_by_hand
from tools.templates.forms.form_parts import add_agency_head, add_signers
from tools.templates.forms.form_parts import add_title as add_form_title
from tools.templates.forms.ruled import MIDDLE
from tools.templates.layout import BODY, CELL, new_document
from tools.templates.parts import add_closing, add_foot, add_head, add_title


def amendment() -> WordDocument:
    return paper(
        "Kế hoạch điều chỉnh",
        "KH-UBND",
        "KẾ HOẠCH",
        "Điều chỉnh Kế hoạch số {{ ke_hoach.so }} ngày {{ ke_hoach.ngay }}",
        "{{ xa.co_quan_ban_hanh }} điều chỉnh Kế hoạch số {{ ke_hoach.so }} ngày {{ ke_hoach.ngay }} về "
        "{{ ke_hoach.trich_yeu }} như sau:",
        Heading("I. LÝ DO"),
        Each("het_hieu_luc", "- {{ doan.ten }} chỉ có hiệu lực đến hết ngày {{ doan.den }}."),
        Heading("II. NỘI DUNG ĐIỀU CHỈNH"),
        When(
            "thay_bang",
            (
                "1. Thay các căn cứ nêu tại mục I bằng:",
                Each("thay_bang", "- {{ doan }}."),
                "2. Nơi Kế hoạch dẫn các văn bản nêu tại mục I thì thực hiện theo quy định tương ứng của văn bản "
                "thay thế.",
            ),
        ),
        "3. {{ noi_dung_khac }}",
        "4. Các nội dung khác của Kế hoạch số {{ ke_hoach.so }} giữ nguyên.",
        Heading("III. TỔ CHỨC THỰC HIỆN"),
        "{{ xa.don_vi_soan_thao }} chủ trì, phối hợp với các đơn vị, ấp thực hiện và báo cáo kết quả.",
        end="Trên đây là Kế hoạch điều chỉnh của {{ xa.co_quan_ban_hanh }}./.",
    )


def money_request() -> WordDocument:
    money = (
        ("STT", 11, "stt", MIDDLE),
        ("Nguồn kinh phí", 114, "nguon", CELL),
        ("Dự kiến", 40, "du_kien", MIDDLE),
    )
    work = (
        ("STT", 11, "stt", MIDDLE),
        ("Nội dung", 34, "noi_dung_ho_tro", CELL),
        ("Chủ thể", 50, "ten_chu_the", CELL),
        ("Sản phẩm", 40, "ten_san_pham", CELL),
        ("Kinh phí", 30, "kinh_phi", MIDDLE),
    )
    return paper(
        "Tờ trình kinh phí thực hiện Chương trình OCOP",
        "TTr-UBND",
        "TỜ TRÌNH",
        "Kinh phí thực hiện Chương trình mỗi xã một sản phẩm (OCOP) năm {{ nam }}",
        "{{ xa.co_quan_ban_hanh }} trình kinh phí thực hiện Chương trình năm {{ nam }} như sau:",
        Heading("I. SỰ CẦN THIẾT"),
        "{{ thuyet_minh }}",
        Heading("II. KINH PHÍ"),
        "Tổng kinh phí dự kiến năm {{ nam }}: {{ kinh_phi.du_kien }} triệu đồng.",
        Rows("Theo nguồn (triệu đồng; dấu – là chưa có số):", "kinh_phi.nguon", money),
        Rows(
            "Việc hỗ trợ chủ thể chưa xong{% if tong_viec %} (đã có số: {{ tong_viec }} triệu đồng){% endif %}:",
            "viec",
            work,
        ),
        end="{{ xa.co_quan_ban_hanh }} kính trình xem xét, quyết định./.",
        to=True,
    )


def team_decision() -> WordDocument:
    """Mẫu 1.2, Phụ lục III, NĐ 30/2020/NĐ-CP, by the committee."""
    document = new_document("Quyết định thành lập Tổ theo dõi, rà soát sản phẩm OCOP")
    add_head(document, "Số:        /QĐ-UBND")
    add_title(document, "QUYẾT ĐỊNH", "Về việc thành lập Tổ theo dõi, rà soát sản phẩm OCOP năm {{ nam }}")
    document.add_paragraph("ỦY BAN NHÂN DÂN {{ xa.cap_hanh_chinh|upper }} {{ xa.ten_xa|upper }}", "Tên văn bản")
    document.paragraphs[-1].paragraph_format.space_before = Pt(12)
    document.add_paragraph("{{ tham_quyen }}", "Căn cứ")
    document.add_paragraph("{%p for dong in can_cu %}", "Căn cứ")
    document.add_paragraph("{{ dong[:-1] }};", "Căn cứ")
    document.add_paragraph("{%p endfor %}", "Căn cứ")
    document.add_paragraph("Theo đề nghị của {{ xa.don_vi_soan_thao }}.", "Căn cứ")
    document.add_paragraph("QUYẾT ĐỊNH:", "Tên văn bản").paragraph_format.space_before = Pt(6)
    add_blocks(
        document,
        (
            "Điều 1. Thành lập Tổ theo dõi, rà soát sản phẩm OCOP năm {{ nam }}, gồm:",
            Each("thanh_vien", "- {{ doan }}"),
            "Điều 2. Tổ có nhiệm vụ theo dõi, rà soát: {% for nd in noi_dung %}{{ nd[0]|lower }}{{ nd[1:] }}"
            "{% if not loop.last %}; {% endif %}{% endfor %}; lập biên bản, báo cáo {{ xa.co_quan_ban_hanh }}. "
            "Việc kiểm "
            "tra, kết luận thuộc thẩm quyền của cơ quan quy định tại {{ ket_luan_theo }}.",
        ),
    )
    add_closing(
        document,
        "Điều 3. {{ xa.don_vi_soan_thao }}, các đơn vị liên quan và các thành viên của Tổ chịu trách nhiệm thi "
        "hành Quyết "
        "định này./.",
    )
    add_foot(document)
    return document


def conference_invitation() -> WordDocument:
    return paper(
        "Giấy mời hội nghị đánh giá kết quả thực hiện Chương trình OCOP",
        "GM-UBND",
        "GIẤY MỜI",
        "Hội nghị đánh giá kết quả thực hiện Chương trình OCOP năm {{ nam }}",
        "{{ xa.co_quan_ban_hanh }} trân trọng kính mời: {{ hop.kinh_moi }}",
        "Tới dự Hội nghị đánh giá kết quả thực hiện Chương trình mỗi xã một sản phẩm (OCOP) năm {{ nam }}.",
        "Chủ trì: {{ hop.chu_tri }}",
        "Thời gian: {{ hop.thoi_gian }}, ngày {{ hop.ngay }}",
        "Địa điểm: {{ hop.dia_diem }}",
        Heading("Chương trình hội nghị"),
        Each("chuong_trinh", "{{ loop.index }}. {{ doan }}"),
        end="Rất mong đại biểu dự đầy đủ, đúng thời gian./.",
        bases=False,
    )


def conference_minutes() -> WordDocument:
    document = new_document("Biên bản hội nghị đánh giá kết quả thực hiện Chương trình OCOP")
    add_head(document, "Số:        /BB-UBND")
    add_title(document, "BIÊN BẢN", "Hội nghị đánh giá kết quả thực hiện Chương trình OCOP năm {{ nam }}")
    add_blocks(
        document,
        (
            "Thời gian bắt đầu: {{ hop.bat_dau }}, ngày {{ hop.ngay }}",
            "Địa điểm: {{ hop.dia_diem }}",
            "Thành phần tham dự: {{ hop.thanh_phan }}",
            "Chủ trì (chủ tọa): {{ hop.chu_tri }}",
            "Thư ký (người ghi biên bản): {{ hop.thu_ky }}",
            Heading("Ý kiến tại hội nghị:"),
            Each("hop.y_kien"),
            Heading("Kết luận:"),
            Each("hop.ket_luan"),
        ),
    )
    add_closing(
        document,
        "Hội nghị kết thúc vào {{ hop.ket_thuc }}; biên bản đã được đọc lại cho những người dự cùng nghe và "
        "thông qua./.",
    )
    return signed_by_hand(
        document,
        ("THƯ KÝ", "(Chữ ký)", "{{ hop.ten_thu_ky }}"),
        ("CHỦ TỌA", "(Chữ ký, dấu nếu có)", "{{ hop.ten_chu_tri }}"),
    )


def hand_over() -> WordDocument:
    columns = (
        ("STT", 11, "stt", MIDDLE),
        ("Sản phẩm", 50, "ten_san_pham", CELL),
        ("Chủ thể", 62, "ten_chu_the", CELL),
        ("Loại hồ sơ", 22, "loai_ho_so", MIDDLE),
        ("Số mẫu", 20, "mau", MIDDLE),
    )
    document = new_document("Biên bản giao nhận hồ sơ, sản phẩm mẫu")
    add_head(document, "Số:        /BB-UBND")
    add_title(document, "BIÊN BẢN", "Giao nhận hồ sơ, sản phẩm mẫu đề nghị đánh giá, phân hạng OCOP")
    add_blocks(
        document,
        (
            "Thời gian: {{ ghi_tay.gio }}, {{ van_ban.ngay }}.",
            "Bên giao: {{ xa.co_quan_ban_hanh }}; người giao: {{ ghi_tay.ben_giao }}.",
            "Bên nhận: {{ ghi_tay.ben_nhan }}.",
            Rows("Hai bên giao nhận {{ tong.ho_so }} hồ sơ theo {{ dieu_khoan }}, gồm:", "ho_so", columns),
            "Mỗi hồ sơ có 01 bộ giấy và 01 bộ điện tử. Tổng số sản phẩm mẫu: {{ tong.mau }}.",
        ),
    )
    add_closing(document, "Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản./.")
    return signed_by_hand(
        document,
        ("ĐẠI DIỆN BÊN GIAO", "(Ký, ghi rõ họ tên)", "{{ ghi_tay.ben_giao }}"),
        ("ĐẠI DIỆN BÊN NHẬN", "(Ký, ghi rõ họ tên)", "{{ ghi_tay.ben_nhan }}"),
    )


def follow_up() -> WordDocument:
    columns = (
        ("Bước", 12, "so", MIDDLE),
        ("Nội dung", 35, "ten", CELL),
        ("Bắt đầu", 24, "ngay_bat_dau", MIDDLE),
        ("Hạn", 24, "han_xong", MIDDLE),
        ("Xong", 24, "ngay_xong", MIDDLE),
        ("Người thực hiện", 26, "nguoi_thuc_hien", CELL),
        ("Kết quả", 20, "ket_qua", CELL),
    )
    document = _form(
        "Phiếu theo dõi chu trình OCOP", "PHIẾU THEO DÕI CHU TRÌNH OCOP", "Sản phẩm {{ san_pham.ten_san_pham }}"
    )
    add_blocks(
        document,
        (
            "Chủ thể: {{ chu_the.ten_day_du }}. Tính đến {{ van_ban.ngay }}, {% if tong.xong|int %}đã xong "
            "{{ tong.xong }}/{{ tong.buoc }} bước{% else %}chưa xong bước nào trong {{ tong.buoc }} bước{% endif %}; "
            "{% if tong.qua_han|int %}quá hạn {{ tong.qua_han }} bước{% else %}không có bước quá hạn{% endif %}.",
            Rows("Các bước của Chu trình OCOP:", "buoc", columns),
        ),
    )
    add_signers(document, ("NGƯỜI THEO DÕI", "(Ký, ghi rõ họ tên)", "{{ xa.can_bo_phu_trach }}"))
    return document


def assignment() -> WordDocument:
    columns = (
        ("STT", 11, "stt", MIDDLE),
        ("Mục", 18, "muc_ke_hoach", MIDDLE),
        ("Việc", 82, "nhiem_vu", CELL),
        ("Hạn", 26, "han", MIDDLE),
        ("Kết quả", 28, "ket_qua", CELL),
    )
    document = _form(
        "Phiếu giao việc", "PHIẾU GIAO VIỆC", "Thực hiện Kế hoạch số {{ ke_hoach.so }} ngày {{ ke_hoach.ngay }}"
    )
    add_blocks(
        document,
        (
            "Đơn vị nhận việc: {{ don_vi }}.",
            Rows("{{ tong }} việc chưa xong, tính đến {{ van_ban.ngay }}:", "viec", columns),
        ),
    )
    add_closing(document, "Đề nghị ghi kết quả và gửi lại {{ gui_ve }} khi xong việc hoặc đến hạn./.")
    add_foot(document)
    return document


def participants() -> WordDocument:
    columns = (
        ("STT", 11, "stt", MIDDLE),
        ("Họ và tên", 45, "nguoi_du", CELL),
        ("Chủ thể, đơn vị", 57, "don_vi", CELL),
        ("Thành phần", 24, "thanh_phan", MIDDLE),
        ("Ký tên", 28, "ky_ten", CELL),
    )
    document = _form("Danh sách người dự tập huấn", "DANH SÁCH", "Người dự lớp “{{ lop.ten_lop }}”")
    add_blocks(
        document,
        (
            "Đơn vị tổ chức: {{ lop.don_vi_to_chuc }}; thời gian: {{ lop.so_ngay }} ngày, từ {{ ngay_hoc }}; địa điểm: "
            "{{ lop.dia_diem }}.",
            Rows("Danh sách gồm {{ tong }} người:", "hoc_vien", columns),
        ),
    )
    add_signers(document, ("NGƯỜI LẬP DANH SÁCH", "(Ký, ghi rõ họ tên)", "{{ xa.can_bo_phu_trach }}"))
    return document


def conference_appendix() -> WordDocument:
    first = ("STT", 11.0, "stt", MIDDLE)
    tables = (
        ("1. Sản phẩm đang tham gia", "san_pham", (
            first, ("Sản phẩm", 50.0, "ten_san_pham", CELL), ("Chủ thể", 64.0, "ten_chu_the", CELL),
            ("Hạng", 20.0, "hang", MIDDLE), ("Tiềm năng", 20.0, "tiem_nang", MIDDLE))),
        ("2. Hồ sơ trong năm", "ho_so", (
            first, ("Sản phẩm", 45.0, "ten_san_pham", CELL), ("Loại hồ sơ", 24.0, "loai_ho_so", MIDDLE),
            ("Ngày nhận", 24.0, "ngay_nhan", MIDDLE), ("Ngày gửi tỉnh", 26.0, "ngay_gui_tinh", MIDDLE),
            ("Tình trạng", 35.0, "tinh_trang_ho_so", CELL))),
        ("3. Việc hỗ trợ đã xong trong năm", "ho_tro", (
            first, ("Nội dung", 40.0, "noi_dung_ho_tro", CELL), ("Chủ thể", 60.0, "ten_chu_the", CELL),
            ("Ngày xong", 26.0, "ngay_xong", MIDDLE), ("Kinh phí (triệu đồng)", 28.0, "kinh_phi", MIDDLE))),
        ("4. Điểm bán, sàn và kênh đang hoạt động", "kenh", (
            first, ("Loại kênh", 46.0, "loai_kenh", CELL), ("Tên kênh", 62.0, "ten_kenh", CELL),
            ("Sản phẩm", 46.0, "ten_san_pham", CELL))),
    )  # fmt: skip
    document = new_document("Phụ lục số liệu của báo cáo hội nghị")
    document.add_paragraph("Phụ lục", "Tên văn bản")
    document.add_paragraph("SỐ LIỆU THỰC HIỆN CHƯƠNG TRÌNH OCOP NĂM {{ nam }}", "Tên văn bản")
    document.add_paragraph(
        "(Kèm theo Báo cáo số:        /BC-UBND, {{ van_ban.ngay }} của {{ xa.co_quan_ban_hanh }})", "Kèm theo"
    )
    for lead, rows, columns in tables:
        add_blocks(
            document,
            (When(f"not {rows}", (f"{lead}: không có.",)), Rows(f"{lead}:", rows, columns)),
        )
    document.add_paragraph("", BODY)
    return document


def _form(title: str, kind: str, subject: str) -> WordDocument:
    document = new_document(title)
    add_agency_head(document)
    add_form_title(document, kind, subject)
    return document


TEMPLATES = {
    "dieu-chinh-ke-hoach.docx": amendment,
    "to-trinh-kinh-phi.docx": money_request,
    "quyet-dinh-to-kiem-tra.docx": team_decision,
    "giay-moi-hoi-nghi.docx": conference_invitation,
    "bien-ban-hoi-nghi.docx": conference_minutes,
    "giao-nhan-mau.docx": hand_over,
    "theo-doi-chu-trinh.docx": follow_up,
    "phieu-giao-viec.docx": assignment,
    "danh-sach-tap-huan.docx": participants,
    "phu-luc-hoi-nghi.docx": conference_appendix,
}
