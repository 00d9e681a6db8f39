"""No file, whatever its bytes, does more than give a book or one Vietnamese sentence – soon, and in little memory."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop_xl import errors
from ocop_xl.model import Product
from ocop_xl.sheets.reading.read import read_book
from tests.sheets import hostile
from tests.sheets.small_books import column_of, write_table

MOST_SECONDS, MOST_MEGABYTES = 5, 300

# Reads one file in a process of its own and tells how many processor seconds it took and how much memory the process ever had.
_READ_ALONE = """
import json, sys, time
from pathlib import Path
import ocop_xl
begin = time.process_time()
try:
    refused, rows = "", sum(map(len, ocop_xl.read(sys.argv[1]).tables.values()))
except ocop_xl.Refusal as error:
    refused, rows = str(error), 0
seconds = time.process_time() - begin
status = Path("/proc/self/status")  # Linux tells the most memory that there ever was
megabytes = int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024 if status.exists() else 0
print(json.dumps({"refused": refused, "rows": rows, "seconds": seconds, "megabytes": megabytes}))
"""


def read_alone(path: Path) -> tuple[str, int]:
    """The refusal's sentence and the number of rows; fails if the file cost too much or crashed the process."""
    done = subprocess.run([sys.executable, "-c", _READ_ALONE, str(path)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert told["seconds"] < MOST_SECONDS
    assert told["megabytes"] < MOST_MEGABYTES
    return told["refused"], told["rows"]


def is_one_sentence(text: str, name: str) -> bool:
    """About this file, and without its folder; a sheet of a hostile file may itself have a name with a slash."""
    own_words = re.sub(rf"«(?![^»]*{re.escape(name)})[^»]*»", "", text).replace(name, "")
    return f"«{name}»" in text and text.endswith(".") and "\n" not in text and "/" not in own_words


@pytest.mark.parametrize("maker", hostile.HOSTILE, ids=lambda maker: maker.__name__)
def test_a_hostile_file_is_refused_in_one_sentence(tmp_path: Path, maker: Callable[[], bytes]) -> None:
    path = tmp_path / "nhận về.xlsx"
    path.write_bytes(maker())
    refused, _ = read_alone(path)
    assert is_one_sentence(refused, "nhận về.xlsx"), refused


@pytest.mark.parametrize("maker", hostile.BEARABLE, ids=lambda maker: maker.__name__)
def test_a_strange_file_costs_little(tmp_path: Path, maker: Callable[[], bytes]) -> None:
    path = tmp_path / "lạ.xlsx"
    path.write_bytes(maker())
    refused, _ = read_alone(path)
    assert not refused or is_one_sentence(refused, "lạ.xlsx"), refused


def test_the_sound_workbook_under_the_hostile_ones_is_read(tmp_path: Path) -> None:
    """Or else the refusals above would prove nothing."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(hostile.sound())
    assert column_of(read_book(path)[Product], "id") == ["SP01"]


@pytest.mark.thorough
def test_a_hundred_thousand_rows_are_read(tmp_path: Path) -> None:
    headers = (
        "Mã SP",
        "Tên sản phẩm",
        "STT",
        "Hiện trạng",
        "Tiềm năng",
        "Lộ trình từ năm",
        "Lộ trình đến năm",
        "Ghi chú",
    )
    headers += tuple(f"Cột thêm {n}" for n in range(7))
    rows = [(f"SP{n}", f"Khô cá lóc số {n}", n, 3, 4, 2026, 2028, "mẫu mã mới", *range(7)) for n in range(100_000)]
    refused, count = read_alone(write_table(tmp_path / "lon.xlsx", headers, rows))
    assert (refused, count) == ("", 100_000)


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + stream.encode("utf-16-le") + b"\0" * 500


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", errors.EmptyWorkbookFile, "rỗng"),
        (ole("EncryptedPackage"), errors.EncryptedWorkbook, "mật khẩu"),
        (ole("Workbook"), errors.OtherProgramFile, "Excel cũ (.xls)"),
        (ole("WordDocument"), errors.NotAWorkbook, "Word cũ (.doc)"),
        (b"%PDF-1.7\n...", errors.NotAWorkbook, "PDF"),
        ("Mã SP,Tên sản phẩm\nSP01,Khô cá\n".encode(), errors.OtherProgramFile, "csv"),
        ("Mã SP\tTên\n".encode("utf-16"), errors.OtherProgramFile, "csv"),
        (b"<html><table><tr><td>1</td></tr></table>", errors.OtherProgramFile, "HTML"),
        (b'<?xml version="1.0"?><Workbook/>', errors.OtherProgramFile, "XML"),
        (b"\x89PNG\r\n\x1a\n", errors.NotAWorkbook, "ảnh"),
        (bytes(range(256)) * 20, errors.NotAWorkbook, "hỏng"),
        (hostile.archive({"word/document.xml": "<w/>", "[Content_Types].xml": "<T/>"}), errors.NotAWorkbook, "Word"),
        (hostile.archive({"ppt/presentation.xml": "<p/>"}), errors.NotAWorkbook, "PowerPoint"),
        (hostile.archive({"xl/workbook.bin": "x"}), errors.OtherProgramFile, ".xlsb"),
        (
            hostile.archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<o/>"}, 0),
            errors.OtherProgramFile,
            ".ods",
        ),
        (hostile.archive({"a.txt": "x"}), errors.NotAWorkbook, "ZIP"),
        (hostile.sound()[:-40], errors.TruncatedWorkbook, "chép thiếu"),
        (hostile.sound()[:600], errors.TruncatedWorkbook, "chép thiếu"),
        (hostile.archive(hostile.parts(book="<workbook><sheets>")), errors.TruncatedWorkbook, "workbook.xml"),
        (
            hostile.archive(hostile.parts(sheet=hostile.sheet("<row><c></row>"))),
            errors.TruncatedWorkbook,
            "trang «Sản phẩm»",
        ),
    ],
)
def test_a_file_of_another_kind_is_named(
    tmp_path: Path, content: bytes, kind: type[errors.WorkbookError], words: str
) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(content)
    with pytest.raises(kind) as refused:
        read_book(path)
    assert words in str(refused.value)
    assert is_one_sentence(str(refused.value), "so.xlsx")


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(errors.WorkbookNotFound, match=r"«chưa có\.xlsx»"):
        read_book(tmp_path / "chưa có.xlsx")
    with pytest.raises(errors.NotAFile, match="thư mục"):
        read_book(tmp_path)
    with pytest.raises(errors.WorkbookUnreadable):
        read_book(tmp_path / "a\0b.xlsx")


def test_the_owner_file_of_an_open_workbook(tmp_path: Path) -> None:
    path = tmp_path / "~$so.xlsx"
    path.write_bytes(b"\x07Officer".ljust(165, b" "))
    with pytest.raises(errors.NotAWorkbook, match="sổ đang mở"):
        read_book(path)


def test_damage_inside_a_part_is_noticed(tmp_path: Path) -> None:
    """One changed byte in the compressed sheet."""
    raw = bytearray(hostile.sound())
    at = raw.index(b"xl/worksheets/sheet1.xml") + 60
    raw[at] ^= 0xFF
    path = tmp_path / "so.xlsx"
    path.write_bytes(raw)
    with pytest.raises(errors.TruncatedWorkbook):
        read_book(path)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_no_mutation_of_the_container_raises_anything_else(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(hostile.sound())
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(raw))
        match chance.randrange(4):
            case 0:
                raw[at] = chance.randrange(256)
            case 1:
                del raw[at : at + chance.randint(1, 30)]
            case 2:
                raw[at:at] = chance.randbytes(chance.randint(1, 30))
            case _:
                raw[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"PK\5\6", b"PK\1\2"))
    assert is_answered(tmp_path, bytes(raw))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_no_mutation_of_the_xml_raises_anything_else(tmp_path: Path, seed: int) -> None:
    """The container is sound, what is written in its parts is not."""
    chance = random.Random(seed)
    content = hostile.parts(
        strings="<sst><si><t>SP01</t></si><si><r><t>Khô</t></r></si></sst>",
        styles='<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        sheet=hostile.sheet(
            hostile.HEADERS
            + '<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" s="1"><v>46101</v></c></row>'
            + '<row r="6"><c r="A6" t="s"><v>1</v></c><c r="B6" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        ),
    )
    names = [name for name in content if name.endswith((".xml", ".rels")) and name.startswith("xl/")]
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(names)
        data = content[name]
        text = bytearray(data.encode() if isinstance(data, str) else data)
        at = chance.randrange(len(text))
        match chance.randrange(4):
            case 0:
                text[at] = chance.randrange(256)
            case 1:
                del text[at : at + chance.randint(1, 20)]
            case 2:
                text[at:at] = chance.choice(
                    (b"<c>", b"</c>", b'r="ZZ99"', b"-1", b"99999999999", b"&#0;", b"1e999", b"NaN")
                )
            case _:
                other = chance.randrange(len(text))
                text[at:at] = text[other : other + 25]
        content[name] = bytes(text)
    assert is_answered(tmp_path, hostile.archive(content))


def is_answered(folder: Path, raw: bytes) -> bool:
    """A book, or one sentence; anything else that is raised fails the test by itself."""
    path = folder / "so.xlsx"
    path.write_bytes(raw)
    try:
        read_book(path)
    except errors.WorkbookError as error:
        return is_one_sentence(str(error), "so.xlsx")
    return True


@pytest.mark.parametrize("size", [0, 1, 3, 4, 22, 30, 100])
def test_a_beginning_of_a_workbook_is_no_workbook(tmp_path: Path, size: int) -> None:
    assert is_answered(tmp_path, hostile.sound()[:size])
