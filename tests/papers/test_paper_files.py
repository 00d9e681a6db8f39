"""Names and places of the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl.errors import PaperError
from ocop_xl.papers.paper_files import MAX_NAME, safe_stem, write_new


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Tôm khô", "tom-kho"),
        ("Đậu nành – loại 1", "dau-nanh-loai-1"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\system32", "c-windows-system32"),
        ("CON", "tep-con"),
        ("lpt1", "tep-lpt1"),
        ("a\x00b\nc", "a-b-c"),
        ("{{ xa.ten_xa }}", "xa-ten-xa"),
        ("… ? * | < >", "van-ban"),
        ("茶", "van-ban"),
        ("dài " * 100, ("dai-" * 100)[:MAX_NAME].rstrip("-")),
    ],
)
def test_any_text_gives_a_safe_name(text: str, stem: str) -> None:
    assert safe_stem(text) == stem


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    first = write_new(tmp_path, "bao-cao", ".docx", b"1")
    second = write_new(tmp_path, "bao-cao", ".docx", b"2")
    assert [first.name, second.name] == ["bao-cao.docx", "bao-cao-2.docx"]
    assert [first.read_bytes(), second.read_bytes()] == [b"1", b"2"]


def test_the_very_same_paper_is_not_written_twice(tmp_path: Path) -> None:
    assert write_new(tmp_path, "a", ".docx", b"1") == write_new(tmp_path, "a", ".docx", b"1")
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")
    with pytest.raises(PaperError, match="Không ghi được vào thư mục"):
        write_new(tmp_path / "tep" / "con", "a", ".docx", b"1")
