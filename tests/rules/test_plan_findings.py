"""What the check says of the plan's own data: every finding is listed here, and there is no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.rules.check import check
from ocop_xl.sheets.reading.read import read_book

DAY = date(2026, 11, 23)

EXPECTED = """
error   DL-001 Thông tin xã!B15  the plan does not print the signer's position
error   SP-002 Sản phẩm!E5       Thực phẩm chế biến is a group of Thực phẩm
error   CT-001 Chủ thể!C5        «Cơ sở» is not an eligible form
warning KH-001 Thông tin xã!B24  148/QĐ-TTg has lapsed
warning KH-001 Thông tin xã!B24  1489/QĐ-TTg has lapsed
warning KH-002 Thông tin xã!B25  2025-2030 in the title, 2026-2030 in V.2
warning SP-003 Sản phẩm!B5       Tương hột và chao: two products in a row
warning SP-015 Sản phẩm!F5       no set chosen, for none of the seven
warning SP-010 Sản phẩm!L5       the road map of all seven is the whole period
warning CN-011 Sản phẩm!J10      Gạo is said to have 3 stars, no decision recorded
warning CN-011 Sản phẩm!J11      Tôm khô likewise
warning CT-003 Chủ thể!D6        household business without its registration number
warning CT-003 Chủ thể!D7
warning CT-003 Chủ thể!D8
warning KH-004 Chỉ tiêu!G7       three 4-star candidates against the target of 1–2
info    KC-004 Sản phẩm!K9       Tôm càng xanh: 4 stars wanted, nothing scored yet
info    KC-004 Sản phẩm!K10      Gạo: 4 stars wanted, nothing scored yet
info    KC-004 Sản phẩm!K11
"""


def test_the_plans_findings_are_these_and_no_other(demo_file: Path) -> None:
    found = [f"{f.severity.value:7} {f.code} {f.where}" for f in check(read_book(demo_file), DAY)]
    assert found == [line[:14].rstrip() + " " + line[15:].partition("  ")[0] for line in EXPECTED.strip().splitlines()]


def test_before_the_decisions_lapsed_they_are_not_reported(demo_file: Path) -> None:
    codes = {f.code for f in check(read_book(demo_file), date(2026, 7, 21))}
    assert "KH-001" not in codes


def test_the_most_telling_ones_in_full(demo_file: Path) -> None:
    said = {(f.code, f.cell): str(f) for f in check(read_book(demo_file), DAY)}
    assert said["SP-002", "E5"] == (
        "[Sản phẩm!E5] «Nhóm sản phẩm» đang là “Thực phẩm chế biến” — đây là tên một phân nhóm của nhóm “Thực phẩm”. "
        "Hãy chọn “Thực phẩm” ở cột này và ghi phân nhóm bằng cột «Bộ sản phẩm». (SP-002)"
    )
    assert said["KH-004", "G7"] == (
        "[Chỉ tiêu!G7] «Mức phấn đấu» đang là “2” — nhưng phụ lục ghi 3 sản phẩm tiềm năng từ 4 sao: Tôm càng xanh "
        "đóng hộp (SP05), Gạo (SP06), Tôm khô (SP07). Hãy chọn sản phẩm làm trước, hoặc điều chỉnh chỉ tiêu, để chỉ "
        "tiêu và phụ lục khớp nhau. (KH-004)"
    )
