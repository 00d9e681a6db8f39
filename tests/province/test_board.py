"""Who has sent what: each commune in its state, whatever it has sent and in whatever order."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.cli.main import main
from ocop_xl.errors import ExchangeError
from ocop_xl.province.answering import make_answers
from ocop_xl.province.board.board import Board, make_board
from ocop_xl.province.board.page import board_page
from ocop_xl.province.board.states import State, lines
from ocop_xl.province.board.units import Unit, units_in
from ocop_xl.province.board.workbook import board_workbook
from ocop_xl.province.board.write import write_board
from ocop_xl.province.choosing import Fate, Sent, judge
from ocop_xl.province.head import PACKAGE, WORKBOOK, Head
from tests.answers.filled import filled
from tests.conftest import EACH_OFFICE_VERSION
from tests.province.communes import DAY, code_of, commune, package_of
from tests.province.planted import (
    DUE,
    PLANTS,
    altered,
    code_with,
    cut_short,
    forked,
    late,
    of_a_newer_program,
    plant,
    repeated,
    replaced,
    today,
    workbook_only,
    write_units,
)

COUNT = len(PLANTS)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, State]]:
    folder = tmp_path_factory.mktemp("nhan")
    return folder, plant(folder, COUNT)


@pytest.fixture(scope="module")
def board(planted: tuple[Path, dict[str, State]]) -> Board:
    folder, _ = planted
    units = [Unit(code_of(n), str(commune(n).commune.name)) for n in range(COUNT)]
    return make_board([folder], units, today(), DUE)


def test_each_commune_is_in_its_state(board: Board, planted: tuple[Path, dict[str, State]]) -> None:
    assert {line.unit.code: line.state for line in board.lines} == planted[1]


@pytest.mark.thorough
def test_a_whole_province_is_told_unit_by_unit(tmp_path: Path) -> None:
    """As many communes as An Giang has; each fault many times."""
    (tmp_path / "nhan").mkdir()
    states = plant(tmp_path / "nhan", 102)
    units = [Unit(code_of(n), str(commune(n).commune.name)) for n in range(102)]
    board = make_board([tmp_path / "nhan"], units, today(), DUE)
    assert {line.unit.code: line.state for line in board.lines} == states
    assert sum(board.count(state) for state in State) == len(units)
    assert sum(len(line.files) for line in board.lines) == len(board.files)


def test_all_that_was_sent_is_used_or_set_aside_and_the_states_add_up(board: Board) -> None:
    assert sum(one.used for one in board.files) == sum(line.used is not None for line in board.lines)
    assert sum(len(line.files) for line in board.lines) == len(board.files)
    assert sum(board.count(state) for state in State) == len(board.lines) == COUNT


def test_what_has_changed_since_the_last_time_is_told_by_row(board: Board) -> None:
    (rows,) = (rows for code, rows in board.changed.items() if code == code_with(replaced))
    assert [(row.sheet, row.row_id, row.cells) for row in rows] == [
        ("Sản phẩm", "SP01", "Tên sản phẩm: Chả cá thác lác Mỹ Đức → Tôm khô loại một")
    ]


def test_late_days_versions_and_remarks(board: Board) -> None:
    told = {line.unit.code: line for line in board.lines}
    assert (told[code_with(late)].late, told[code_with(replaced)].versions, told[code_with(forked)].versions) == (
        3,
        2,
        2,
    )
    assert told[code_with(repeated)].remarks == ("1 tệp gửi trùng",)
    assert told[code_with(workbook_only)].remarks == ("gửi sổ rời, không ghi ngày gửi",)


def test_the_true_reason_stands_beside_each_file_that_is_not_used(board: Board) -> None:
    why = {one.name: one.why for one in board.files if one.fate is Fate.REFUSED}
    assert "bị hỏng hoặc chép thiếu" in why[f"goi_{code_with(cut_short)}.zip"]
    assert "không khớp mã kiểm tra" in why[f"goi_{code_with(altered)}.zip"]
    assert (
        "» theo phiên bản «92», phần mềm này đọc phiên bản 2; hãy cập nhật phần mềm"
        in why[f"goi_{code_with(of_a_newer_program)}.zip"]
    )


def test_a_commune_that_is_not_on_the_list_stands_at_the_end(planted: tuple[Path, dict[str, State]]) -> None:
    found = make_board([planted[0]], [Unit(code_of(0), "Vĩnh Phong")], today(), DUE)
    assert found.lines[0].state is State.ON_TIME
    assert {line.state for line in found.lines[1:]} == {State.STRANGER}


def test_the_board_says_what_was_answered_and_an_answer_is_nothing_that_was_sent(tmp_path: Path) -> None:
    (tmp_path / "goi.zip").write_bytes(package_of(3))
    (answer,), _ = make_answers([tmp_path], tmp_path / "tra-loi", DAY)
    answer.path.write_bytes(filled(answer.path.read_bytes(), {}, [("", "", "", "Gửi sớm hơn")]))
    make_answers([tmp_path], tmp_path / "chua-ghi", DUE)
    board = make_board([tmp_path], [Unit(code_of(3), "")], today(), DUE)
    (line,) = board.lines
    assert (line.state, line.versions, line.answer is not None) == (State.ON_TIME, 1, True)
    assert sorted(str(one.fate) for one in board.files) == ["Dùng", "Trả lời của tỉnh", "Trả lời của tỉnh"]
    assert "23/11/2026: 1 ý kiến" in board_page(board).decode()


def test_letters_and_photographs_are_no_packages_that_have_failed(tmp_path: Path) -> None:
    for name, raw in (("cv_31004.pdf", b"%PDF-1.7"), ("31004.jpg", b"\xff\xd8\xff"), ("31004.txt", b"Kinh gui")):
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "31005.rar").write_bytes(b"Rar!\x1a\x07")
    board = make_board([tmp_path], [Unit("31004", ""), Unit("31005", "")], DUE)
    assert [line.state for line in board.lines] == [State.MISSING, State.UNUSABLE]
    assert "hãy mở nén" in next(one.why for one in board.files if one.fate is Fate.REFUSED)


def test_before_the_due_day_nobody_is_late() -> None:
    (line,) = lines([], [Unit("31051", "Vĩnh Phong")], DUE, DUE)
    assert line.state is State.MISSING


_HEADS = st.builds(
    Head,
    sum=st.sampled_from("abcdef"),
    size=st.just(1),
    kind=st.sampled_from((PACKAGE, WORKBOOK)),
    refusal=st.sampled_from(("", "", "", "hỏng")),
    commune_code=st.sampled_from(("31001", "31002", "31003")),
    made=st.sampled_from(("2026-11-01", "2026-11-02")),
    code=st.sampled_from(("", "A", "B")),
    content=st.sampled_from(("x", "y")),
    book_id=st.sampled_from(("", "1", "2")),
    sequence=st.integers(0, 2),
    previous=st.sampled_from(("", "P")),
)


@settings(max_examples=50)
@given(st.lists(_HEADS, max_size=7), st.randoms())
def test_the_order_of_arrival_decides_nothing_and_the_counts_add_up(heads: list[Head], order: Any) -> None:
    files = [Sent(number, f"{number}.zip", head) for number, head in enumerate(heads)]
    judged = judge(files)
    order.shuffle(files)
    assert judge(files) == judged
    assert sorted(one.number for one in judged) == list(range(len(heads)))
    units = [Unit("31001", "Một"), Unit("31002", "Hai")]
    told = lines(judged, units, today(), DUE)
    assert len({line.unit.code for line in told}) == len(told) >= 2
    usable = {head.commune_code for head in heads if not head.refusal}
    assert {line.unit.code for line in told if line.used} == usable, (
        "whoever has sent something usable has one that counts"
    )
    assert sum(one.used for one in judged) == len(usable)


def test_the_workbook_says_the_same(board: Board, tmp_path: Path, sdk_errors: Any) -> None:
    path = tmp_path / "bang.xlsx"
    path.write_bytes(board_workbook(board))
    sheet = openpyxl.load_workbook(path, read_only=True)["Các xã"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [(row[0], row[2]) for row in rows] == [(line.unit.code, str(line.state)) for line in board.lines]
    assert board_workbook(board) == path.read_bytes(), "the same board, the same bytes"


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
def test_excel_finds_nothing_to_repair(board: Board, tmp_path: Path, sdk_errors: Any, version: str) -> None:
    (tmp_path / "bang.xlsx").write_bytes(board_workbook(board))
    assert sdk_errors(tmp_path / "bang.xlsx", version) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mã xã;Tên xã\n31051;Vĩnh Phong\n31051;Vĩnh Phong\n123;Xa Xôi\nTổng;2 xã\n", [("31051", "Vĩnh Phong"), ("00123", "Xa Xôi")]),
        ("STT,MÃ ĐVHC,TÊN ĐƠN VỊ\n1,31051,Xã Vĩnh Phong\n", [("31051", "Xã Vĩnh Phong")]),
        ("Mã xã\n31051\n", [("31051", "")]),
    ],
)  # fmt: skip
def test_a_list_of_units_in_any_usual_shape(tmp_path: Path, text: str, said: list[tuple[str, str]]) -> None:
    (tmp_path / "xa.csv").write_text(text, "utf-8")
    assert [tuple(unit) for unit in units_in(tmp_path / "xa.csv")] == said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Tên;Ghi chú\nVĩnh Phong;\n", "cần một bảng có cột «Mã xã»"),
        (
            "Mã xã;Tên xã\n31051;Vĩnh Phong\n31051;Vĩnh Thuận\n",
            "ghi mã 31051 cho hai nơi: «Vĩnh Phong» và «Vĩnh Thuận»",
        ),
    ],
)
def test_a_list_that_cannot_be_right_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "xa.csv").write_text(text, "utf-8")
    with pytest.raises(ExchangeError, match=why):
        units_in(tmp_path / "xa.csv")


def test_the_command_writes_both_files_and_only_over_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "nhan"
    folder.mkdir()
    (folder / "a.zip").write_bytes(package_of(0))
    words = [
        "board",
        str(folder),
        "--units",
        str(write_units(folder / "xa.csv", 2)),
        "--out",
        str(folder),
        "--due",
        DUE.isoformat(),
    ]
    assert main([*words, "--on", today().isoformat(), "--no-keep"]) == 1
    said = capsys.readouterr().out
    assert "✔ Bảng theo dõi 2 đơn vị, 1 tệp" in said and "✘ Quá hạn, chưa gửi – An Hòa 1 (31002). Nhắc xã gửi." in said
    first = (folder / "bang-theo-doi.xlsx").read_bytes()
    assert main([*words, "--on", (today() + timedelta(1)).isoformat(), "--no-keep", "--json"]) == 1
    assert (folder / "bang-theo-doi.xlsx").read_bytes() != first, "the board is that of the new day"
    told = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["state"]) for one in told["units"]] == [("31001", "on_time"), ("31002", "overdue")]
    (folder / "bang-theo-doi.html").write_text("<p>trang của tôi</p>", "utf-8")
    assert main([*words, "--on", today().isoformat(), "--no-keep"]) == 2
    assert "mà không phải bảng theo dõi" in capsys.readouterr().err


@pytest.mark.thorough
def test_a_hundred_and_two_communes_with_every_kind_of_fault(tmp_path: Path) -> None:
    expected = plant(tmp_path / "nhan", 102)
    units = units_in(write_units(tmp_path / "xa.csv", 102))
    found = make_board([tmp_path / "nhan"], units, date(2026, 11, 28), DUE)
    assert {line.unit.code: line.state for line in found.lines} == expected
    write_board(found, tmp_path)
