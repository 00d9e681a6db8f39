"""`ocop-xl advise`: which product is meant, where it stands, and the steps with the papers that prove them."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.demo.books import DEMO_DAY, vinh_phong
from ocop_xl.law import criteria_set
from ocop_xl.model import Dossier, Product, ScoreLine, ScoreSheet
from ocop_xl.model import choices as c
from tests.busy_commune import add_sheet, answer, busy_commune
from tests.cli.command_line import ocop
from tests.cli.score_books import write

NOT_A_PROMISE = (
    "  Đây là đường ngắn nhất tính theo điểm của bảng chấm, không phải lời bảo đảm được công nhận "
    "(cách hiểu của phần mềm)."
)


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(busy_commune(DEMO_DAY), tmp_path_factory.mktemp("busy") / "so.xlsx")


def told(*arguments: object) -> list[str]:
    return ocop("advise", *arguments).stdout.splitlines()


def advised(*arguments: object) -> dict[str, Any]:
    done = ocop("advise", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


# --- the steps ----------------------------------------------------------------------------------------------


def test_one_minimum_is_missed_and_one_step_mends_it(busy: Path) -> None:
    """98 points, 3.5 one level below the minimum of 4 sao."""
    levels = [level.label for level in criteria_set("QD26-08").criteria[15].levels]
    assert told(busy, "SP02", "--stars", "4") == [
        "Chả cá phi (SP02, hồ sơ HS02): đường lên 4 sao",
        "  Hiện nay: 98/100 điểm, 3 sao (theo UBND xã rà soát, phiếu HS02-XA, bộ QD26-08).",
        "  Cần 1 bước:",
        "  1. 3.5 Sở hữu trí tuệ: thêm 1 điểm (mức tối thiểu của 4 sao là 2 điểm)",
        f"     Đang: {levels[1]}",
        f"     Cần: {levels[2]}",
        "     Minh chứng (Mẫu 02): 07. Sở hữu trí tuệ",
        "  Xong các bước: 99/100 điểm, đủ hai điều kiện của 4 sao.",
        NOT_A_PROMISE,
    ]


def test_json_is_what_the_contract_says(busy: Path) -> None:
    assert advised(busy, "SP02", "--stars", "4") == {
        "product": "SP02",
        "product_name": "Chả cá phi",
        "dossier": "HS02",
        "sheet": "HS02-XA",
        "scorer": "UBND xã rà soát",
        "criteria_set": "QD26-08",
        "answered": 32,
        "stars": 3,
        "wanted": 4,
        "reachable": True,
        "reason": None,
        "total_before": 98,
        "total_after": 99,
        "steps": [
            {
                "criterion": "3.5",
                "name": "Sở hữu trí tuệ",
                "has": 1,
                "to_points": 2,
                "to_level": criteria_set("QD26-08").criteria[15].levels[2].label,
                "gain": 1,
                "for_rank": 4,
                "evidence": [7],
            }
        ],
    }


def test_a_step_beyond_its_minimum_says_so_and_what_has_no_paper_too(busy: Path) -> None:
    """HS03 has all of part A (40 points) and nothing else; ten points more make 3 sao."""
    said = told(busy, "HS03")
    assert said[1].endswith("bộ QD26-08); còn 16 tiêu chí chưa chấm, tính 0 điểm.")
    heads = [line for line in said if line[2:3].isdigit()]
    assert heads == [
        "  1. 4.1 Khu vực phân phối chính: thêm 2 điểm (mức tối thiểu của 3 sao là 2 điểm)",
        "  2. 5.3 Trí tuệ/bản sắc địa phương: thêm 5 điểm (mức tối thiểu của 3 sao là 1 điểm; cao hơn để đủ tổng điểm)",
        "  3. 8 CÔNG BỐ CHẤT LƯỢNG SẢN PHẨM: thêm 2 điểm (mức tối thiểu của 3 sao là 2 điểm)",
        "  4. 9 ĐẢM BẢO CHẤT LƯỢNG SẢN PHẨM: thêm 1 điểm (mức tối thiểu của 3 sao là 1 điểm)",
    ]
    assert said[said.index(heads[0]) + 1] == "     Đang: chưa chấm"
    tasted = told(busy, "HS03", "--stars", "4")
    at = next(number for number, line in enumerate(tasted) if "6.3 Màu sắc" in line)
    assert tasted[at + 3] == "     Minh chứng: Mẫu 02 không có giấy tờ cho tiêu chí này, hội đồng xem trực tiếp"


def test_from_scratch_it_shows_the_levels_to_reach_and_says_that_nothing_is_scored(demo_file: Path) -> None:
    said = told(demo_file, "SP07")
    assert said[0] == "Tôm khô (SP07, hồ sơ HS07): đường lên 4 sao"  # «Hạng đề nghị» of the dossier
    assert said[1] == "  Hiện nay: chưa tiêu chí nào được chấm (bộ QD26-08)."
    assert said[2].startswith("  Những mức cần đạt, ở ")
    assert not any("Đang:" in line for line in said)
    left_alone = [line for line in said if line.startswith("  Không tính đến ")]
    assert [line.split()[3] for line in left_alone] == ["3.1", "3.2"]
    assert said[-1] == NOT_A_PROMISE


def test_a_rank_that_is_there_needs_nothing(busy: Path) -> None:
    said = told(busy, "SP01")
    assert said[-1] == "  Sản phẩm đang ở mức 5 sao với 100 điểm, không cần nâng tiêu chí nào để được 3 sao."


def test_an_excluded_product_has_no_way(tmp_path: Path) -> None:
    book = busy_commune(DEMO_DAY)
    book.by_id(ScoreSheet)["HS02-XA"].knock_out = c.KNOCK_OUT_MATERIAL
    found = advised(write(book, tmp_path / "so.xlsx"), "SP02", "--stars", "4")
    assert (found["reachable"], found["steps"], found["total_after"]) == (False, [], 98)
    assert found["reason"].startswith("Sản phẩm bị loại (Nguyên liệu nhập khẩu")


# --- where it stands ----------------------------------------------------------------------------------------


def test_the_councils_mean_decides_before_the_communes_review(tmp_path: Path) -> None:
    """Members give 3.5 three, one and one point: 1,666667 is below the 2 that 4 sao wants."""
    book = busy_commune(DEMO_DAY)
    add_sheet(book, "HS04", "QD26-08", c.SCORER_COUNCIL, "Thành viên 3")
    answer(book, "HS04-HD3", lambda one, row: one.levels[1 if one.code == "3.5" else -1].label)
    path = write(book, tmp_path / "so.xlsx")
    said = told(path, "HS04", "--stars", "4")
    assert said[1] == ("  Hiện nay: 98,6667/100 điểm, 3 sao (theo Hội đồng cấp tỉnh, trung bình 3 phiếu, bộ QD26-08).")
    assert said[4] == "     Đang: 1,66667 điểm (trung bình)"
    found = advised(path, "HS04", "--stars", "4")
    assert (found["sheet"], found["total_before"], found["total_after"]) == (None, 98.666667, 99)


def test_the_latest_dossier_that_is_begun_counts(tmp_path: Path) -> None:
    book = busy_commune(DEMO_DAY)
    book[Dossier] += [
        Dossier(id="HS08", product_id="SP02", received=DEMO_DAY, stars=5),
        Dossier(id="HS09", product_id="SP02", received=DEMO_DAY + timedelta(days=1)),  # nothing scored
    ]
    add_sheet(book, "HS08", "QD26-08", c.SCORER_SUBJECT)
    answer(book, "HS08-CT", lambda one, row: one.levels[-1 if one.code != "7" else 2].label)
    found = advised(write(book, tmp_path / "so.xlsx"), "SP02")
    assert (found["dossier"], found["sheet"], found["wanted"]) == ("HS08", "HS08-CT", 5)
    assert [(step["criterion"], step["has"], step["to_points"]) for step in found["steps"]] == [("7", 3, 5)]


def test_a_sheet_with_cases_is_advised_for_the_case_it_answers(tmp_path: Path) -> None:
    """By hand: 100 less 3 (3.1), 1 (3.2), 3 (6) – which nobody is told to change – and 2 (8), 1 (9), 2 (15): 88.
    8 or 15 alone gives the 2 that 5 sao needs; the first of the two, at the level of case b."""
    book = busy_commune(DEMO_DAY)
    book[ScoreSheet] = [row for row in book[ScoreSheet] if row.id != "HS03-XA"]
    places = {"3.1": 0, "3.2": 0, "6": 0, "8": -2, "9": -2, "15": -2}
    answer(
        book,
        "HS03-CT",
        lambda one, row: [o for o in one.levels if o.case_letter in ("", "b")][places.get(one.code, -1)].label,
    )
    found = advised(write(book, tmp_path / "so.xlsx"), "HS03", "--stars", "5")
    assert (found["total_before"], found["total_after"]) == (88, 90)
    assert [(step["criterion"], step["has"], step["to_level"][:9]) for step in found["steps"]] == [
        ("8", 1, "b) 3 điểm")
    ]


def test_a_level_that_does_not_count_is_told(tmp_path: Path) -> None:
    book = busy_commune(DEMO_DAY)
    line = next(row for row in book[ScoreLine] if row.sheet_id == "HS02-XA" and row.criterion == "1.7")
    line.level = "có"
    done = ocop("advise", write(book, tmp_path / "so.xlsx"), "SP02", "--stars", "4")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("⚠ 1 mức chọn chưa đúng nên chưa được tính; lệnh ocop-xl score")


def test_without_any_sheet_the_products_set_gives_the_levels_to_reach(tmp_path: Path) -> None:
    book = vinh_phong()
    book[Dossier], book[ScoreSheet], book[ScoreLine] = [], [], []
    book.by_id(Product)["SP06"].product_set = 3
    found = advised(write(book, tmp_path / "so.xlsx"), "SP06", "--on", "2026-11-23")
    assert (found["dossier"], found["sheet"], found["scorer"]) == (None, None, None)
    assert (found["criteria_set"], found["wanted"], found["answered"]) == ("QD26-03", 4, 0)  # «Tiềm năng»
    assert found["steps"]


# --- which product ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "product"),
    [
        ("SP03", "SP03"),
        ("sp03", "SP03"),
        ("HS03", "SP03"),
        ("Mắm lóc", "SP03"),
        ("mam loc", "SP03"),
        ("mắm cá lóc đóng hộp", "SP04"),
        ("cá phi", "SP02"),
        ("tôm khô", "SP07"),
    ],
)
def test_a_product_by_its_keys_or_its_name(asked: str, product: str, demo_file: Path) -> None:
    assert advised(demo_file, asked, "--stars", "3")["product"] == product


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["mắm"], "“mắm” có thể là 2 sản phẩm: SP03 Mắm lóc; SP04 Mắm cá lóc đóng hộp; hãy ghi Mã SP."),
        (["cà phê"], "Trang «Sản phẩm» không có “cà phê”; hãy ghi Mã SP, Mã HS hoặc tên như trong sổ."),
        (["?"], "Trang «Sản phẩm» không có “?”"),
        (["SP01", "--stars", "6"], "không có 6 (chọn một trong: 3, 4, 5)"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: list[str], sentence: str, demo_file: Path) -> None:
    done = ocop("advise", demo_file, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_no_set_and_no_rank_are_said(tmp_path: Path) -> None:
    book = vinh_phong()
    book[Dossier], book[ScoreSheet], book[ScoreLine] = [], [], []
    products = book.by_id(Product)
    products["SP02"].product_set, products["SP02"].potential = 8, None
    path = write(book, tmp_path / "so.xlsx")
    assert "chưa chọn «Bộ sản phẩm»" in ocop("advise", path, "SP01").stderr
    assert "chưa ghi «Hạng đề nghị» hay «Tiềm năng»" in ocop("advise", path, "SP02").stderr
