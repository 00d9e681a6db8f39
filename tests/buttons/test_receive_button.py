"""«Nhận trả lời»: the province's answer into the open workbook, and back out of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.exchange.answers.answer import about_package
from ocop_xl.exchange.answers.workbook import answer_workbook
from ocop_xl.exchange.received import received
from ocop_xl.exchange.share import Packing, make_package
from ocop_xl.model import Dossier, Product, Remark
from ocop_xl.sheets.reading.read import read_book
from tests.answers.filled import RECOGNISED, WHEN, filled
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


@pytest.mark.thorough
def test_an_answer_is_shown_written_at_its_rows_and_taken_back(
    live: Live, live_app: Any, demo_file: Path, tmp_path: Path
) -> None:
    package = received("goi.zip", make_package(read_book(demo_file), demo_file, Packing()).content)
    raw = answer_workbook(about_package(package, "goi.zip"), package.book, WHEN)
    answer = tmp_path / "tra-loi.xlsx"
    remark = ("Sản phẩm", "SP02", "Tên sản phẩm", "+Ghi theo nhãn")
    answer.write_bytes(filled(raw, {"HS01": RECOGNISED}, [remark]))
    book = live(Path(shutil.copy(demo_file, tmp_path / "so.xlsx")))
    cell(book, Product, 2, "id").value, cell(book, Product, 1, "id").value = "SP01", "SP02"
    before = rows(book, Dossier)
    live_app.api.answers.append(str(answer))
    outcome, _ = press(book, "receive")
    assert "Đã nhận 1 kết quả, 1 ý kiến mới" in outcome.text
    [line] = rows(book, Remark)
    assert (line["row_id"], line["text"], line["state"]) == ("SP01", "+Ghi theo nhãn", "Mới")
    live_app.api.answers.append(str(answer))
    assert "không có gì mới" in press(book, "receive")[0].text
    press(book, "undo")
    assert rows(book, Remark) == [] and rows(book, Dossier) == before
