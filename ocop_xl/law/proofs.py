"""Which lines of Mẫu 02's evidence list stand behind a criterion, so that advice to climb can say what to prepare.

The decision lists 15 kinds of papers and 26 scoring sheets, but no table that joins them: the one below is
**our reading** (“cách hiểu của phần mềm”) of the levels' wording, and the one place to correct it.
"""

from __future__ import annotations

from functools import cache

from ocop_xl.law.criteria import Criterion
from ocop_xl.law.evidence import EVIDENCE_LINES, EvidenceLine
from ocop_xl.vietnamese import fold

_NAMES: dict[tuple[int, ...], tuple[str, ...]] = {
    (1,): (
        "Loại hình tổ chức sản xuất - kinh doanh",
        "Đại diện pháp luật của chủ thể là nữ; hoặc đồng bào dân tộc thiểu số; hoặc người khuyết tật",
    ),
    (1, 2): ("Đáp ứng điều kiện kinh doanh dịch vụ",),
    (2,): (
        "Gia tăng giá trị",
        "Năng lực sản xuất để đáp ứng yêu cầu phân phối",
        "Năng lực sản xuất đáp ứng yêu cầu phân phối",
        "ĐIỀU KIỆN ĐẢM BẢO AN TOÀN CHẤT LƯỢNG SẢN PHẨM",
    ),
    (2, 4): ("Đảm bảo an toàn và an ninh trật tự",),
    (2, 14): ("ĐẢM BẢO CHẤT LƯỢNG SẢN PHẨM", "CHẤT LƯỢNG AN TOÀN THỰC PHẨM"),
    (3,): (
        "Nguồn gốc sản phẩm",
        "Nguồn nguyên liệu",
        "Vùng nguyên liệu được cấp chứng nhận chất lượng",
        "Vùng sản xuất được cấp chứng nhận chất lượng",
        "Liên kết chuỗi trong sản xuất",
        "Liên kết sản xuất",
        "Chất lượng của nguyên liệu/thành phần",
    ),
    (4,): (
        "Bảo vệ môi trường trong quá trình sản xuất",
        "Sử dụng công nghệ theo hướng bền vững trong sản xuất",
        "Bảo vệ môi trường trong cộng đồng làm du lịch/điểm du lịch",
        "Sử dụng năng lượng tiết kiệm",
    ),
    (5,): ("Sử dụng lao động địa phương",),
    (6,): ("Tăng trưởng sản xuất kinh doanh",),
    (7,): ("Sở hữu trí tuệ",),
    (7, 10): ("Nguồn gốc ý tưởng sản phẩm",),
    (8,): (
        "Khu vực phân phối chính",
        "Tổ chức phân phối (Gồm: Tổ chức kinh doanh, phân phối sản phẩm)",
        "Tổ chức phân phối",
        "Tổ chức dịch vụ theo thị trường mục tiêu",
        "Liên kết vùng và chuỗi giá trị trong sản phẩm dịch vụ du lịch",
    ),
    (8, 9): (
        "Quảng bá sản phẩm",
        "Tổ chức quảng bá, bán hàng",
        "Liên kết chuỗi giá trị trong quảng bá sản phẩm du lịch",
    ),
    (8, 14): ("CƠ HỘI THỊ TRƯỜNG TOÀN CẦU",),
    (9,): ("Bộ nhận diện quảng bá sản phẩm",),
    (10,): (
        "Nguồn gốc ý tưởng sản phẩm dịch vụ du lịch",
        "Câu chuyện sản phẩm",
        "Cấu trúc câu chuyện sản phẩm",
        "Trình bày câu chuyện sản phẩm",
        "Trí tuệ/bản sắc địa phương",
    ),
    (11, 12): (
        "CÔNG BỐ CHẤT LƯỢNG",
        "CÔNG BỐ SẢN PHẨM",
        "CÔNG BỐ CHẤT LƯỢNG SẢN PHẨM",
        "CÔNG BỐ CHẤT LƯỢNG SẢN PHẨM Áp dụng bắt buộc đối với các sản phẩm phải công bố chất lượng theo quy định; "
        "khuyến khích các sản phẩm còn lại để nâng cao chất lượng sản phẩm.",
        "Hàng hóa dịch vụ (ăn uống, đồ lưu niệm...)",
    ),
    (12,): (
        "DINH DƯỠNG",
        "KIỂM TRA ĐỊNH KỲ (Hồ sơ kiểm tra định kỳ các chỉ tiêu an toàn)",
        "TÍNH AN TOÀN (Theo hồ sơ nghiên cứu, thử nghiệm,...)",
    ),
    (13,): (
        "Phong cách, ghi nhãn hàng hóa",
        "Phong cách, ghi nhãn sản phẩm (tem, nhãn gắn trên sản phẩm)",
        "Bao bì, ghi nhãn sản phẩm",
        "Ghi nhãn hàng hóa có sử dụng song ngữ (Việt - Anh hoặc ngôn ngữ nước ngoài khác)",
    ),
    (15,): ("Chất lượng sản phẩm dịch vụ du lịch", "Chất lượng phục vụ"),
}
"""Numbers of evidence lines → names of the criteria they prove, as the 26 sheets print them."""


@cache
def proven_by() -> dict[str, tuple[EvidenceLine, ...]]:
    """By the folded name: a criterion keeps its name from sheet to sheet, its code moves."""
    return {
        fold(name): tuple(EVIDENCE_LINES[number - 1] for number in numbers)
        for numbers, names in _NAMES.items()
        for name in names
    }


def proofs_of(criterion: Criterion) -> tuple[EvidenceLine, ...]:
    """Evidence lines in the list's order; empty where the council looks and tastes or the list has no line for it."""
    return proven_by().get(fold(criterion.name), ())
