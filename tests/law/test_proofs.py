"""Papers behind the criteria: the table is our reading, so every criterion of the 26 sets is accounted for here."""

import pytest

from ocop_xl.law import criteria_set
from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.law.proofs import proofs_of, proven_by
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.vietnamese import fold

ALL_CRITERIA = [one for item in PRODUCT_SETS for one in criteria_set(item.code).criteria]

SEEN_ON_THE_SAMPLE = """
    Đóng gói, bao bì sản phẩm
    Tạp chất
    Tạp chất lạ
    Kích thước, hình dạng bề ngoài
    Kích thước, độ đồng đều
    Độ đồng đều của sản phẩm
    Ngoại hình, đồng đều
    Hình dạng
    Hình dạng, thể chất
    Hình dạng, màu sắc cánh chè
    Hình dạng (Của ngoại hình trà, trà thảo mộc,...)
    Hình dáng so với loại sản phẩm
    Trạng thái/hình dạng
    Thể chất
    Màu sắc
    Màu sắc, độ chín
    Màu sắc, thể chất
    Màu nước
    Mùi
    Mùi nước
    Mùi, vị
    Vị
    Vị nước
    Tính đầy đủ về sản phẩm, sạch
    CHỈ TIÊU CẢM QUAN (Kiểm tra theo tiêu chuẩn công bố)
    TÍNH ĐỘC ĐÁO
    TÍNH ĐỘC ĐÁO Chất lượng (màu sắc, mùi thơm,...): Có nét riêng, khác biệt, có dấu hiệu nhận biết rõ ràng \
so với sản phẩm khác, tiềm năng thành thương hiệu của địa phương
    TÍNH ĐỘC ĐÁO Chất lượng: (mùi thơm, màu sắc, chất lượng sử dụng...): Có nét riêng, khác biệt, có dấu hiệu \
nhận biết rõ ràng so với sản phẩm khác, tiềm năng thành thương hiệu của địa phương
    TÍNH ĐỘC ĐÁO Chất lượng: Có nét riêng, khác biệt, có dấu hiệu nhận biết rõ ràng so với sản phẩm khác, \
tiềm năng thành thương hiệu của địa phương
    SỰ TIỆN LỢI KHI SỬ DỤNG, BẢO QUẢN
    HIỆU QUẢ SỬ DỤNG
    HƯỚNG DẪN SỬ DỤNG ĐỂ ĐẢM BẢO SẢN PHẨM CÓ CHẤT LƯỢNG TỐT NHẤT CHO NGƯỜI TIÊU DÙNG
    Mức độ tinh xảo/sắc nét của sản phẩm
    Thiết kế độc đáo
    Các yếu tố tích hợp lên giá trị của sản phẩm
    Các tính năng của sản phẩm
    Thiết kế sản phẩm (bao gói, chậu trồng,...)
    Thiết kế sản phẩm (chậu trồng, phụ kiện kèm theo...)
    Kiểu dáng, tạo hình, mỹ thuật
"""

SEEN_ON_THE_SPOT = """
    Bộ phận điều phối quản lý và điều hành dịch vụ
    Cơ chế quản lý/quy định
    Bảo vệ, bảo tồn các di sản văn hóa, thiên nhiên, đa dạng sinh học liên quan đến sản phẩm dịch vụ du lịch
    Sản phẩm dịch vụ du lịch trên địa bàn đạt chuẩn nông thôn mới
    Vị trí
    Kiến trúc và cảnh quan môi trường
    Tính hoàn thiện của quá trình dịch vụ
    Hoạt động trải nghiệm
    Quản lý và nhân viên
    Tiện nghi
    Hoạt động thu hút khách du lịch
"""

EXAMPLES = """
| set     | criterion | name                          | lines  |
| QD26-08 | 1.1       | Nguồn nguyên liệu             | 3      |
| QD26-01 | 1.6       | Bảo vệ môi trường             | 4      |
| QD26-09 | 1.5       | Bảo vệ môi trường             | 4      |
| QD26-08 | 2.1       | Nguồn gốc ý tưởng sản phẩm    | 7, 10  |
| QD26-08 | 2.3       | Phong cách, ghi nhãn hàng hóa | 13     |
| QD26-08 | 3.1       | Loại hình tổ chức             | 1      |
| QD26-08 | 3.3       | Sử dụng lao động địa phương   | 5      |
| QD26-08 | 3.4       | Tăng trưởng                   | 6      |
| QD26-08 | 3.5       | Sở hữu trí tuệ                | 7      |
| QD26-08 | 4.1       | Khu vực phân phối chính       | 8      |
| QD26-08 | 4.3       | Quảng bá sản phẩm             | 8, 9   |
| QD26-08 | 5.1       | Câu chuyện sản phẩm           | 10     |
| QD26-08 | 6.5       | Vị                            |        |
| QD26-08 | 8         | CÔNG BỐ CHẤT LƯỢNG SẢN PHẨM   | 11, 12 |
| QD26-08 | 9         | ĐẢM BẢO CHẤT LƯỢNG SẢN PHẨM   | 2, 14  |
| QD26-21 | 7         | CÔNG BỐ CHẤT LƯỢNG SẢN PHẨM   | 11, 12 |
| QD26-18 | 10        | KIỂM TRA ĐỊNH KỲ              | 12     |
| QD26-26 | 8         | Đáp ứng điều kiện kinh doanh  | 1, 2   |
| QD26-26 | 13        | Chất lượng sản phẩm dịch vụ   | 15     |
"""


@pytest.mark.parametrize("row", EXAMPLES.strip().splitlines()[1:])
def test_a_criterion_has_its_papers_whatever_its_code(row: str) -> None:
    code, at, name, lines = (cell.strip() for cell in row.strip("|").split("|"))
    criterion = next(one for one in criteria_set(code).criteria if one.code == at)
    assert criterion.name.startswith(name)
    assert ", ".join(str(line.number) for line in proofs_of(criterion)) == lines


def test_every_criterion_without_a_paper_is_known_to_be_one_that_the_council_sees() -> None:
    """A new or renamed criterion fails here until somebody says what proves it."""
    seen = {line.strip() for line in (SEEN_ON_THE_SAMPLE + SEEN_ON_THE_SPOT).splitlines() if line.strip()}
    without = {fold(one.name) for one in ALL_CRITERIA if not proofs_of(one)}
    assert without == {fold(name) for name in seen}


def test_the_table_names_only_criteria_that_a_sheet_prints() -> None:
    assert set(proven_by()) <= {fold(one.name) for one in ALL_CRITERIA}


def test_every_line_of_the_evidence_list_proves_something() -> None:
    assert {line for lines in proven_by().values() for line in lines} == set(EVIDENCE_LINES)


def test_lines_come_in_the_order_of_the_list_and_once() -> None:
    for name, lines in proven_by().items():
        numbers = [line.number for line in lines]
        assert numbers == sorted(set(numbers)), name
