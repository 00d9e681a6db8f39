"""What is covered in the texts of a workbook, spelling by spelling, and what looks alike and stays."""

from __future__ import annotations

import time

import pytest

from ocop_xl.privacy.masking import masked, names_in, personal_names

PHONES = """
SĐT0912345678                   | SĐT…
zalo0912345678 nhé              | zalo… nhé
zalo.me/0912345678              | zalo.me/…
912345678                       | …
SĐT 377 123 456                 | SĐT …
gọi 0377.123.456 hay 0377123457 | gọi … hay …
09 1234 5678                    | …
0912,345,678                    | …
0912/345/678                    | …
0912 . 345 . 678                | …
0912_345_678                    | …
o912345678                      | …
0 9 1 2 3 4 5 6 7 8             | …
ĐT 09 12 10 11 12               | ĐT …
0912 345\\n678                   | …
0912345678\\n0987654321          | …\\n…
０９１２３４５６７８            | …
٠٩١٢٣٤٥٦٧٨                      | …
0168 1234 567                   | …
+84 1681234567                  | …
+1 202 555 0123                 | …
anh Ba(0912345678)              | anh Ba(…)
số 12, 0912345678               | số 12, …
0912345678zalo                  | …zalo
ngày 20/03/2026 0912345678      | ngày 20/03/2026 …
0912\xad345\xad678              | …
0297/3862999                    | …
ĐT 84.912.345.678               | ĐT …
SĐT: 0912345678/UBND xã         | SĐT: …/UBND xã
https://wa.me/84912345678       | https://wa.me/…
anh_0912345678.jpg              | anh_….jpg
gọi chị Thu 912345678           | gọi chị Thu …
09l2345678                      | …
0912…345…678                    | …
0912•345*678                    | …
0912..345..678                  | …
⓪⑨①②③④⑤⑥⑦⑧                      | …
"""
OTHER_NUMBERS = """
ccCD087190001234                | ccCD…
087_190_001_234                 | …
CCCD: 087 19 0001234            | CCCD: …
căn cước công dân số 087190001234 | căn cước công dân số …
CCCD\t087190001234              | CCCD\t…
０８７１９０００１２３４        | …
Hộ chiếu B1234567               | Hộ chiếu …
passport no. P01234567          | passport no. …
MST cá nhân 087190001234        | MST cá nhân …
087190001234/CA                 | …/CA
Hộ chiếu: C 1234567             | Hộ chiếu: …
Ngân hàng Agribank chi nhánh Vĩnh Thuận 7713205012345 | Ngân hàng Agribank chi nhánh Vĩnh Thuận …
STK 1234567890123               | STK …
Số tài khoản: 0101 2345 6789 0  | Số tài khoản: …
Agribank 7100205123456          | Agribank …
chuyển vào TK 123456789 BIDV    | chuyển vào TK … BIDV
Sổ hộ khẩu số 123456789         | Sổ hộ khẩu số …
thẻ BHYT DN4797932112345        | thẻ BHYT DN…
số BHXH 8912345678              | số BHXH …
GPLX 790123456789               | GPLX …
"""
MAILS = """
a @ gmail.com                   | …
a(at)gmail.com                  | …
a [at] gmail [dot] com          | …
lan.tran＠gmail.com              | …
lan at gmail dot com            | …
lan@gmail,com                   | …
lan@ gmail.com và 20 hộ         | … và 20 hộ
lan @ vinhphong . gov . vn      | …
OneDrive/NguyenVanA/x.doc       | x.doc
lan(a)gmail.com                 | …
lan@@gmail.com                  | …
D:/Tai lieu/Nguyen Van A/hs.pdf | hs.pdf
"""


def _pairs(*tables: str) -> list[tuple[str, str]]:
    lines = [line for table in tables for line in table.strip().splitlines()]
    return [(typed.rstrip(" "), sent) for typed, sent in (line.replace("\\n", "\n").split(" | ") for line in lines)]


@pytest.mark.parametrize(("typed", "sent"), _pairs(PHONES, OTHER_NUMBERS, MAILS))
def test_it_is_covered_however_it_is_typed(typed: str, sent: str) -> None:
    assert masked(typed, "note")[0] == sent.replace("…", "(đã che)")


STAYS = """
912345678 đồng
thu 912345678
Doanh thu năm 2025: 912345678
vay Agribank 500.000.000
vay Agribank 500.000.000 đồng
sản lượng 987654321 kg
912.345.678
1.912.345.678 đ
98 triệu 765 nghìn
năm 2020 2025 2030
năm 2021-2025 và 2026-2030
ngày 09/12/2026 12
các ngày 09 10 11 12 13
07 08 09 10 11
20-03-2026 08:30
05/9/2026 123
2026-09-05 12345
Quyết định 4512/QĐ-UBND
Quyết định số 0912345678/QĐ-UBND ngày 05/9/2026
Giấy chứng nhận 0912345678/2026/ATTP-AG
MST 0312345678
mã số thuế 0912345678
MST 0912345678-001
0312345678-001
0912345678-001
Số ĐKKD: 0912345678
1900 1234
1800 6060
1900.545.481
Mã vạch 8930912345678
893 0912 345 678
4901234567894
GTIN 08930912345678
mã vạch 012345678905
ISBN 978 0912 345 678
20 x 30 x 45 cm
500 g x 12 hộp; 0,5 kg; 250 ml
40.5 x 30.25 x 20.125
tọa độ 9.912345, 105.123456
tỉ lệ 0,912345678
SP0912345678
lô L0912345678A
91-31051-3-2026
Mẫu số 03, Phụ lục 2
họp at nhà văn hóa. com bo
giá @ 5.000
a@b
mục (a)khoản 2
100l2 thùng
tỷ lệ 20*30*40
hộ khẩu thường trú ấp 12
http://ocop.gov.vn/a/b
từ 1234…5678 sản phẩm
②③ bước
"""


@pytest.mark.parametrize("typed", STAYS.strip().splitlines())
def test_what_is_no_persons_number_stays(typed: str) -> None:
    assert masked(typed, "note") == (typed, ())


def test_a_short_residence_and_a_name_of_one_word_are_recognised() -> None:
    """«Ấp Kín» is a residence of two short words; a word alone is known by its capital only."""
    names = personal_names(["Ấp Kín", "Kín", "0912345678", "nhà"])
    assert names_in("Làm ở ap kin từ 2020", names) == ["Ấp Kín"]
    assert names_in("Bà Kín làm", names) == ["Kín"]
    assert names_in("hộp kín, nhà xưởng", names) == []


PIECES = (
    *("a", "a.", "\\a", "0 ", "file:/a ", "file:a/", "C:/Users/a ", "CCCD ", "+84 (0)", "(09)", "0912 ", "09 - "),
    *(
        "9",
        "09",
        "0912345678 ",
        "CCCD 09",
        "a@",
        "a @ ",
        "a at ",
        "1/",
        "1,",
        "1_",
        "0\n",
        "OneDrive/",
        "０",
        "đt",
        "gọi ",
    ),
    *("[at]", "a.b@c.", "(((", "+", "893 ", "01/01/2026 ", "o0", "stk. "),
)


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_are_covered_in_no_time(piece: str) -> None:
    """An Excel cell holds 32.767 letters; a pattern that tries everything twice would take minutes."""
    started = time.process_time()
    masked(piece * (32_000 // len(piece)), "note")
    masked(piece * (16_000 // len(piece)) + "@" + "/" * 16_000, "note")
    assert time.process_time() - started < 2
