"""The province's side: an answer for each commune's last package, with the comments of its workbook; nothing that cannot
be answered stops the rest."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.answers.answer import Place
from ocop_xl.exchange.answers.reading import read_answer
from ocop_xl.model import Commune, Product
from ocop_xl.province.answering import make_answers
from ocop_xl.province.comments import comments_in
from ocop_xl.sheets.reading.read import read_book
from tests.province.communes import DAY, changed, package, package_of
from tests.province.planted import renamed

_THREAD = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it "
    "will get removed if the file is opened in a newer version of Excel. Learn more: "
    "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    {}"
)


def commented(comments: dict[tuple[str, str], str], number: int = 3) -> bytes:
    """The workbook of a package, with comments by sheet and address."""
    with ZipFile(BytesIO(package_of(number))) as package:
        inside = next(name for name in package.namelist() if name.endswith(".xlsx"))
        workbook = load_workbook(BytesIO(package.read(inside)))
    for (sheet, address), text in comments.items():
        workbook[sheet][address].comment = Comment(text, "Phòng")
    memory = BytesIO()
    workbook.save(memory)
    return memory.getvalue()


def test_a_comment_is_a_remark_on_its_cell_its_row_its_column_its_field_or_the_whole() -> None:
    at = 6  # the second row of each table
    plain = read_book(commented({}))
    name = plain.placement(Product).letters["name"]
    field = plain.placement(Commune).cell(plain.commune, "plan_number")
    texts = {
        ("Sản phẩm", f"{name}{at}"): "Phòng:\nGhi theo nhãn",
        ("Sản phẩm", f"A{at}"): _THREAD.format("Đã đổi chủ thể chưa?"),
        ("Sản phẩm", f"{name}4"): "Viết hoa chữ đầu",
        ("Thông tin xã", field): "Số mới",
        ("Sản phẩm", "A1"): "Trình bày tốt",
        ("Hồ sơ", "A5"): "   ",
    }
    raw = commented(texts)
    found = {(one.place, one.text) for one in comments_in(raw, read_book(raw))}
    assert found == {
        (Place("Sản phẩm", "SP02", "Tên sản phẩm"), "Ghi theo nhãn"),
        (Place("Sản phẩm", "SP02"), "Đã đổi chủ thể chưa?"),
        (Place("Sản phẩm", "", "Tên sản phẩm"), "Viết hoa chữ đầu"),
        (Place("Thông tin xã", "", "Số kế hoạch"), "Số mới"),
        (Place(), "Trình bày tốt (ghi chú ở ô A1, «Sản phẩm»)"),
    }


def test_each_commune_gets_one_answer_and_every_other_file_its_reason(tmp_path: Path) -> None:
    sent = tmp_path / "nhan"
    sent.mkdir()
    (sent / "a.zip").write_bytes(package_of(3, DAY - timedelta(days=9)))
    (sent / "b.zip").write_bytes(package_of(3))
    (sent / "c.zip").write_bytes(package_of(5))
    (sent / "d.xlsx").write_bytes(commented({("Sản phẩm", "B6"): "Ghi theo nhãn"}))
    (sent / "e.xlsx").write_bytes(commented({("Sản phẩm", "B6"): "Của xã khác"}, 7))
    (sent / "f.pdf").write_bytes(b"%PDF-1.7")
    made, aside = make_answers([sent], tmp_path / "ra", DAY)
    assert [(one.path.name, one.remarks) for one in made] == [
        ("tra-loi_31004_lan-1.xlsx", 1),
        ("tra-loi_31006_lan-1.xlsx", 0),
    ]
    assert sorted(one.name for one in aside) == ["a.zip", "e.xlsx", "f.pdf"]
    (remark,) = read_answer(made[0].path).remarks
    assert (remark.place.row_id, remark.text) == ("SP02", "Ghi theo nhãn")
    again, why = make_answers([sent / "c.zip"], tmp_path / "ra", DAY)
    assert again == [] and "Đã có tệp" in why[0].why, "what somebody may be filling in is not written over"


def test_one_commune_is_answered_alone_and_its_code_must_be_among_the_packages(tmp_path: Path) -> None:
    for number in (3, 5):
        (tmp_path / f"{number}.zip").write_bytes(package_of(number))
    made, aside = make_answers([tmp_path], tmp_path / "ra", DAY, "31006")
    assert ([one.path.name for one in made], aside) == (["tra-loi_31006_lan-1.xlsx"], [])
    with pytest.raises(ExchangeError, match="Không có gói nào của xã 31999"):
        make_answers([tmp_path], tmp_path / "ra", DAY, "31999")


def test_a_package_that_was_answered_before_says_so(tmp_path: Path) -> None:
    (tmp_path / "goi.zip").write_bytes(package_of(3))
    for out, earlier in (("lan-dau", ()), ("lan-sau", ("lan-dau/tra-loi_31004_lan-1.xlsx",))):
        (made,), aside = make_answers([tmp_path], tmp_path / out, DAY)
        assert (made.earlier, aside) == (earlier, [])


def test_a_package_of_the_first_version_can_be_answered(tmp_path: Path) -> None:
    old = Path(__file__).parents[1] / "exchange" / "goi-phien-ban-1.zip"
    (made,), aside = make_answers([old], tmp_path, DAY)
    assert (made.path.name, aside) == ("tra-loi_31051.xlsx", [])
    assert read_answer(made.path).about.book_id == ""


def test_comments_in_the_workbook_of_another_package_are_not_sent_once_more(tmp_path: Path) -> None:
    (tmp_path / "so-lay-ra.xlsx").write_bytes(commented({("Sản phẩm", "B6"): "Ghi theo nhãn"}))
    (tmp_path / "goi.zip").write_bytes(package(changed(3, renamed)))
    (made,), (aside,) = make_answers([tmp_path], tmp_path / "ra", DAY)
    assert made.remarks == 0 and "Lấy từ gói khác" in aside.why


def test_places_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="Không thấy"):
        make_answers([tmp_path / "khong-co"], tmp_path, DAY)
