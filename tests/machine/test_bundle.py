"""The support bundle carries what a helper needs and nothing of a person."""

from __future__ import annotations

import io
import json
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from openpyxl import load_workbook

from ocop_xl.errors import CannotInstall
from ocop_xl.faults import fault_in_words, log_file
from ocop_xl.machine.bundle import bundle, frame_of, write_bundle
from ocop_xl.machine.diagnosis import bad, good
from ocop_xl.machine.mask import Mask, masked_log
from tests.machine.windows_pc import windows_pc

LOG = r"""== 261123-081500 «Nhập hồ sơ bà Trần Thị Bưởi» ==
Traceback (most recent call last):
  File "C:\Users\Nguyễn Thị Ánh\Python\Lib\site-packages\ocop_xl\sheets\reading\read.py", line 41, in read_book
    value = coerce(column, cell)
            ^^^^^^^^^^^^^^^^^^^^
  File "C:\Users\Nguyễn Thị Ánh\viec rieng\thu.py", line 3, in <module>
    day(text)
ValueError: không đọc được ngày «sinh 01/02/1980 của bà Trần Thị Bưởi»
Trần Thị Bưởi, điện thoại 0912345678

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "C:\ocop_xl\ocop_xl\cli\main.py", line 28, in main
    return run(options)
ocop_xl.errors.NotAWorkbook: Tệp «Danh sách hộ nghèo.docx» là văn bản Word
"""
KEPT = """== 261123-081500 ==
Traceback (most recent call last):
  File "ocop_xl/sheets/reading/read.py", line 41, in read_book
    value = coerce(column, cell)
            ^^^^^^^^^^^^^^^^^^^^
  File "…", line 3, in <module>
ValueError

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "ocop_xl/cli/main.py", line 28, in main
    return run(options)
ocop_xl.errors.NotAWorkbook
"""
PERSONAL = ("Ánh", "Bưởi", "0912345678", "hộ nghèo", "Vĩnh Phong")


def test_a_log_keeps_where_it_broke_and_not_what_was_in_the_cell() -> None:
    assert list(masked_log(LOG.splitlines())) == KEPT.splitlines()


def test_the_code_that_the_user_was_told_is_found_in_the_log_that_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    told = fault_in_words(ValueError("bà Bưởi"), "«Kiểm tra toàn bộ»")
    code = told.split("mã ")[1][:13]
    assert list(masked_log(log_file().read_text(encoding="utf-8").splitlines())) == [f"== {code} ==", ""]


def test_a_line_of_a_template_is_not_sent(tmp_path: Path) -> None:
    """A commune's own template holds names; where in it the error is may be told."""
    (tmp_path / "giấy mời.txt").write_text("Kính gửi bà Trần Thị Bưởi: {{ 1 // không }}", encoding="utf-8")
    template = Environment(autoescape=True, loader=FileSystemLoader(tmp_path)).get_template("giấy mời.txt")
    log = _traceback(lambda: template.render(không=0))
    assert any("Bưởi" in line for line in log)
    sent = list(masked_log(log))
    assert sent[-2:] == ['  File "…", line 1, in top-level template code', "ZeroDivisionError"]
    assert not any("Bưởi" in line or "giấy mời" in line for line in sent)


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (r"C:\Python312\Lib\site-packages\ocop_xl\sheets\reading\read.py", ("ocop_xl/sheets/reading/read.py", True)),
        (r"C:\Python312\Lib\json\decoder.py", ("json/decoder.py", True)),
        ("/usr/lib/python3.11/json/decoder.py", ("json/decoder.py", True)),
        (r"C:\Python312\Lib\site-packages\openpyxl\cell\cell.py", ("openpyxl/cell/cell.py", False)),
        (r"D:\ocop_xl\ho so\ba-buoi.py", ("…", False)),
        (r"D:\lib\ba-buoi.py", ("…", False)),
        (r"D:\lib\..\ba-buoi.py", ("…", False)),
        ("<string>", ("<string>", False)),
        ("<bà Bưởi>", ("…", False)),
    ],
)
def test_only_lines_that_everybody_has_are_sent(file: str, shown: tuple[str, bool]) -> None:
    name, line = shown
    log = [f'  File "{file}", line 3, in <module>', "    goi('bà Bưởi')", "KeyError: 'bà Bưởi'"]
    assert list(masked_log(log)) == [f'  File "{name}", line 3, in <module>', *log[1:2] * line, "KeyError"]


def test_a_function_of_a_script_of_ones_own_is_not_named() -> None:
    assert list(masked_log(['  File "thu.py", line 3, in ho_ba_buoi'])) == ['  File "…", line 3']


def _traceback(action: Callable[[], object]) -> list[str]:
    with pytest.raises(ArithmeticError) as caught:
        action()
    return "".join(traceback.format_exception(caught.value)).splitlines()


@pytest.mark.parametrize(
    ("sentence", "sent"),
    [
        (r"Python 3.12.1 (64 bit) ở «C:\Users\Nguyễn Thị Ánh\Python\python.exe».", "Python 3.12.1 (64 bit) ở «…/python.exe»."),
        ("Ghi được vào thư mục «/home/anh/Hồ sơ chị Bưởi».", "Ghi được vào thư mục «…»."),
        ("Đọc được sổ «OCOP Vĩnh Phong.xlsx», 29 trang.", "Đọc được sổ «….xlsx», 29 trang."),
        ("Hãy xóa tệp khóa «~$OCOP Vĩnh Phong.xlsx» cạnh sổ.", "Hãy xóa tệp khóa «~$….xlsx» cạnh sổ."),
        ("Tài khoản Nguyễn Thị Ánh không ghi được.", "Tài khoản … không ghi được."),
    ],
)  # fmt: skip
def test_sentences_lose_folders_files_and_names(tmp_path: Path, sentence: str, sent: str) -> None:
    assert Mask(windows_pc(tmp_path)[0], Path("x/OCOP Vĩnh Phong.xlsx")).sentence(sentence) == sent


def test_the_frame_of_a_workbook_without_a_value_of_a_cell(tmp_path: Path, demo_file: Path) -> None:
    book = load_workbook(demo_file)
    book.create_sheet("Hộ bà Bưởi")
    book.save(tmp_path / "sổ.xlsx")
    frame = frame_of(tmp_path / "sổ.xlsx")
    sheets = {sheet["sheet"]: sheet["tables"] for sheet in frame["sheets"]}
    assert sheets["Sản phẩm"][0]["rows"] >= 7
    assert "khác" in sheets and "Hộ bà Bưởi" not in sheets


def test_a_workbook_that_cannot_be_read_is_told_by_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    assert frame_of(tmp_path / "a.xlsx") == {"unreadable": "NotAWorkbook"}


def test_nothing_personal_stands_anywhere_in_the_bundle(tmp_path: Path, demo_file: Path) -> None:
    machine, _ = windows_pc(tmp_path)
    book = tmp_path / "OCOP Vĩnh Phong.xlsx"
    book.write_bytes(demo_file.read_bytes())
    log = tmp_path / "loi.log"
    log.write_text(LOG, encoding="utf-8")
    found = [good("python", f"Python ở «{machine.python}»."), bad("book", f"Sổ «{book.name}» khóa.", f"Xem «{book}».")]
    with zipfile.ZipFile(io.BytesIO(bundle(machine, found, book, [log]))) as package:
        texts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    assert set(texts) == {"doc-truoc.txt", "may.json", "kham.json", "so.json", "nhat-ky-1.txt"}
    everything = "\n".join([*texts, *texts.values()])
    assert [word for word in PERSONAL if word in everything] == []
    assert [one["check"] for one in json.loads(texts["kham.json"])] == ["python", "book"]
    assert json.loads(texts["may.json"])["libraries"]["jinja2"]
    assert "NotAWorkbook" in texts["nhat-ky-1.txt"]


def test_no_other_file_is_written_over(tmp_path: Path) -> None:
    out = tmp_path / "ho-tro.zip"
    out.write_text("của người khác", encoding="utf-8")
    with pytest.raises(CannotInstall, match="đã có nên không ghi đè"):
        write_bundle(out, windows_pc(tmp_path)[0], [], None, [])
    assert out.read_text(encoding="utf-8") == "của người khác"
