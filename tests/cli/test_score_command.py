"""`ocop-xl score`: what score sheets come to, for programs and for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ocop_xl.demo.books import DEMO_DAY, empty_commune, vinh_phong
from ocop_xl.model import ScoreSheet
from ocop_xl.model import choices as c
from tests.busy_commune import add_sheet, answer, busy_commune, untidy_commune
from tests.cli.command_line import ocop
from tests.cli.score_books import scores, write
from tests.opened import sheet_of

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

CONTRACT = [
    "dossier",
    "product",
    "product_name",
    "criteria_set",
    "scorer",
    "member",
    "sheet",
    "total",
    "parts",
    "groups",
    "stars",
    "stars_by_points",
    "stars_by_minima",
    "missed",
    "answered",
    "unanswered",
    "knocked_out",
    "bad",
    "problem",
]


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(busy_commune(DEMO_DAY), tmp_path_factory.mktemp("busy") / "so.xlsx")


@pytest.fixture(scope="module")
def untidy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(untidy_commune(DEMO_DAY), tmp_path_factory.mktemp("untidy") / "so.xlsx")


# --- for programs -------------------------------------------------------------------------------------------


def test_json_is_what_the_contract_says(busy: Path) -> None:
    done = ocop("score", busy, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert all(list(one) == CONTRACT for one in found)
    assert [(one["dossier"], one["sheet"]) for one in found] == [
        ("HS01", "HS01-XA"),
        ("HS02", "HS02-XA"),
        ("HS03", "HS03-CT"),
        ("HS03", "HS03-XA"),
        ("HS04", "HS04-XA"),
        ("HS04", "HS04-HD2"),
        ("HS04", "HS04-HD1"),
        ("HS04", None),
    ]
    (short,) = scores(busy, "--dossier", "hs02")
    groups = {"1": 18, "2": 10, "3": 10, "4": 13, "5": 12, "6": 15, "7": 5, "8": 5, "9": 5, "10": 2, "11": 3}
    assert short == {
        "dossier": "HS02",
        "product": "SP02",
        "product_name": "Chả cá phi",
        "criteria_set": "QD26-08",
        "scorer": "UBND xã rà soát",
        "member": None,
        "sheet": "HS02-XA",
        "total": 98,
        "parts": {"A": 38, "B": 25, "C": 35},
        "groups": groups,
        "stars": 3,
        "stars_by_points": 5,
        "stars_by_minima": 3,
        "missed": [{"criterion": "3.5", "name": "Sở hữu trí tuệ", "stars": 4, "wants": 2, "has": 1}],
        "answered": 32,
        "unanswered": [],
        "knocked_out": None,
        "bad": [],
        "problem": None,
    }


def test_several_members_of_the_council_get_an_entry_for_their_mean(busy: Path) -> None:
    *_, one, other, mean = scores(busy, "--dossier", "HS04")
    assert {one["member"], other["member"]} == {"Thành viên 1", "Thành viên 2"}
    assert {key: mean[key] for key in ("scorer", "sheet", "member", "total", "stars")} == {
        "scorer": "Hội đồng cấp tỉnh (trung bình)",
        "sheet": None,
        "member": None,
        "total": 99,
        "stars": 5,
    }


def test_an_answer_that_does_not_count_is_told_by_its_cell(untidy: Path) -> None:
    done = ocop("score", untidy, "--json", "--dossier", "HS09")
    assert done.returncode == 1
    own, unknown = json.loads(done.stdout)
    told = {one["criterion"]: one for one in own["bad"]}
    assert list(told) == ["1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "9.9"]
    assert told["1.3"]["message"] == (
        "«Mức được chọn» của 1.3 Gia tăng giá trị đang là “khá tốt” — không phải một mức của tiêu chí này, "
        "chỉ nhận 0, 1, 2 hoặc 3 điểm. Hãy chọn trong danh sách của ô."
    )
    sheet = sheet_of(untidy, "Chấm điểm")
    typed = ["9", "khá tốt", "*", ">0", "02", "2.0", "+3", "1*"]
    assert [sheet[told[code]["cell"]].value for code in told] == [*typed, "9.9"]
    assert [told[code]["given"] for code in told][:-1] == typed
    assert (unknown["sheet"], unknown["total"], unknown["parts"], unknown["answered"]) == ("HS09-XA", None, None, None)
    assert unknown["problem"].startswith("Sổ không có bộ tiêu chí “QD148-08”; hãy sửa")


# --- for people ---------------------------------------------------------------------------------------------


def told(*arguments: object) -> list[str]:
    return ocop("score", *arguments).stdout.splitlines()


def test_a_full_sheet_says_both_conditions_and_what_is_missing(busy: Path) -> None:
    assert told(busy, "--dossier", "HS02") == [
        "HS02 Chả cá phi – UBND xã rà soát (phiếu HS02-XA, bộ QD26-08)",
        "  98/100 điểm (A 38/40, B 25/25, C 35/35): theo điểm 5 sao, theo mức tối thiểu 3 sao → 3 sao",
        "  Thiếu mức tối thiểu của 4 sao: 3.5 Sở hữu trí tuệ cần 2 điểm, đang 1",
        "Căn cứ: khoản 3 Điều 3 và ghi chú dưới các bảng của Phụ lục II, QĐ 26/2026/QĐ-TTg; "
        "cách kết hợp hai điều kiện là cách hiểu của phần mềm.",
    ]


def test_a_sheet_begun_says_how_much_is_open(busy: Path) -> None:
    said = told(busy, "--dossier", "HS03")
    assert said[3].endswith("theo điểm 2 sao, theo mức tối thiểu 2 sao → tạm tính 2 sao")
    assert said[4].startswith("  Còn 16 tiêu chí chưa chấm, tính 0 điểm: 4.1, 4.2, ")
    assert not any("Thiếu" in line for line in said), "what nobody has answered is not missed yet"


def test_an_excluded_product_has_the_sheets_own_words(busy: Path) -> None:
    said = told(busy, "--dossier", "HS04")
    assert said[1].endswith("→ không xếp hạng")
    assert said[2] == "  Bị loại: Giống hệt sản phẩm của nhà sản xuất khác."
    assert said[3].startswith("  Bộ QD26-08 ghi: 2.1 – Ghi chú: Bị loại nếu phát hiện giống hệt sản phẩm")


def test_an_exclusion_that_the_set_does_not_know_is_doubted(tmp_path: Path) -> None:
    """Set 3 (rice) excludes nothing for being a copy."""
    book = vinh_phong()
    rice = next(row for row in book[ScoreSheet] if row.dossier_id == "HS06")
    rice.knock_out = c.KNOCK_OUT_COPY
    said = told(write(book, tmp_path / "so.xlsx"), "--dossier", "HS06")
    assert said[3] == "  ⚠ Bộ QD26-03 không ghi lý do loại này, hãy xem lại ô «Lý do bị loại»."


def test_an_exclusion_that_nobody_knows_is_given_no_note_of_the_set(tmp_path: Path) -> None:
    """The note on forged dossiers stands below the whole sheet; it is not what every other word means. What is
    unanswered no longer matters to a product without a rank."""
    book = vinh_phong()
    rice = next(row for row in book[ScoreSheet] if row.dossier_id == "HS06")
    rice.knock_out = "Nguyên liệu ngoài nước"
    said = told(write(book, tmp_path / "so.xlsx"), "--dossier", "HS06")
    assert said[1].endswith("→ không xếp hạng")
    assert said[2:-1] == [
        "  Bị loại: Nguyên liệu ngoài nước.",
        "  ⚠ Bộ QD26-03 không ghi lý do loại này, hãy xem lại ô «Lý do bị loại».",
    ]


def test_a_mean_with_a_sheet_that_is_not_finished_is_a_figure_so_far(tmp_path: Path) -> None:
    book = busy_commune(DEMO_DAY)
    answer(book, "HS04-HD2", lambda one, row: one.levels[-1].label if one.part != "C" else None)
    said = told(write(book, tmp_path / "so.xlsx"), "--dossier", "HS04")
    mean = next(at for at, line in enumerate(said) if "trung bình 2 phiếu" in line)
    assert said[mean + 1].endswith("→ tạm tính 5 sao")
    assert said[mean + 2] == (
        "  ⚠ 1/2 phiếu chưa chấm đủ; mỗi tiêu chí chỉ tính trung bình các phiếu đã chấm tiêu chí ấy"
    )


def test_a_level_that_is_a_formulas_error_is_told_by_its_cell(demo_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    book = load_workbook(demo_file)
    book["Chấm điểm"]["F5"] = "#DIV/0!"
    book.save(path)
    done = ocop("score", path, "--dossier", "HS01")
    assert done.returncode == 1
    assert done.stdout.splitlines()[3] == (
        "  ✘ [Chấm điểm!F5] «Mức được chọn» của tiêu chí 1.1 đang là “#DIV/0!” — ô bị lỗi công thức nên cả phiếu trong "
        "sổ không tính được. Hãy xóa ô, rồi chọn trong danh sách của ô."
    )


def test_seven_sheets_without_an_answer_take_seven_lines(demo_file: Path) -> None:
    said = told(demo_file)
    assert len(said) == 7
    assert said[0] == "HS01 Tương hột và chao – UBND xã rà soát (phiếu HS01-XA, bộ QD26-09): chưa chấm"


def test_points_that_lack_minima_that_lack_and_the_sets_doubts(tmp_path: Path) -> None:
    """The top levels in part A and wherever 3 sao wants something, else the first step up, nothing for 11: by hand
    A 40 - 2 (2.1), B 5+1+1 + 1+1+5, C 5 + 1+5+5+1+0. Set 8 prints no 0 at 2.1, which is doubted."""
    book = busy_commune(DEMO_DAY)
    steps = {"2.1": 1, "11": 0}
    answer(
        book,
        "HS02-XA",
        lambda one, row: one.levels[steps.get(one.code, -1 if one.part == "A" or one.minimum(3) else 1)].label,
    )
    said = told(write(book, tmp_path / "so.xlsx"), "--dossier", "HS02")
    assert said[1] == ("  69/100 điểm (A 38/40, B 14/25, C 17/35): theo điểm 3 sao, theo mức tối thiểu 3 sao → 3 sao")
    assert said[2] == "  Thiếu 7 mức tối thiểu của 4 sao:"
    assert said[3] == "    2.1 Nguồn gốc ý tưởng sản phẩm cần 3 điểm, đang 1"
    assert said[10] == "  Thiếu 1 điểm để vào khung điểm của 4 sao"
    assert said[11].startswith("  Lưu ý của bộ tiêu chí ở 2.1: Bộ này không có mức 0 điểm")


def test_scorers_far_apart_are_told_criterion_by_criterion(tmp_path: Path) -> None:
    book = busy_commune(DEMO_DAY)
    add_sheet(book, "HS02", "QD26-08", c.SCORER_SUBJECT)
    answer(book, "HS02-CT", lambda one, row: one.levels[-1].label)
    said = told(write(book, tmp_path / "so.xlsx"), "--dossier", "HS02")
    assert said[-3:-1] == [
        "HS02: Chủ thể tự chấm và UBND xã rà soát chênh từ 2 điểm trở lên ở 1 tiêu chí:",
        "  3.5 Sở hữu trí tuệ: 3 – 1",
    ]


def test_a_book_without_sheets_says_how_to_open_one(tmp_path: Path) -> None:
    path = write(empty_commune(), tmp_path / "so.xlsx")
    done = ocop("score", path)
    assert done.returncode == 0
    assert "chưa có phiếu chấm nào. Để mở phiếu: ocop-xl score SỔ --open HS01 --scorer xa" in done.stdout
    assert scores(path) == []


def test_the_manual_shows_what_the_commands_really_say(busy: Path, demo_file: Path) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "cham-diem.md").read_text(encoding="utf-8")
    opening = ("--open", "HS05", "--scorer", "hoi-dong", "--member", "Trần Thị B", "--set", "QD26-08")
    for done in (
        ocop("score", busy, "--dossier", "HS02"),
        ocop("score", demo_file, *opening),
        ocop("advise", busy, "SP02", "--stars", "4"),
    ):
        assert f"```\n{done.stdout}```" in manual
