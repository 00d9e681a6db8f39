"""A workbook is replaced in one step or not at all, and what it was is kept."""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ocop_xl.errors import NotWritten, WorkbookLocked, WorkbookUnreadable
from ocop_xl.office.archive import ArchiveError, read_directory
from ocop_xl.office.safe_write import back_up, create_file, replace_safely
from tests.office.small_packages import package


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Sổ OCOP.xlsx"
    path.write_bytes(package("cũ"))
    return path


def names(folder: Path) -> set[str]:
    return {item.name for item in folder.iterdir()}


def test_new_content_and_a_backup_of_the_old(book: Path) -> None:
    old = book.read_bytes()
    backup = replace_safely(book, package("mới"))
    assert book.read_bytes() == package("mới")
    assert backup.read_bytes() == old
    assert backup.parent == book.parent / "saoluu"
    assert re.fullmatch(r"Sổ OCOP\.saoluu-\d{8}-\d{6}\.xlsx", backup.name)
    assert names(book.parent) == {book.name, "saoluu"}


def test_backups_never_replace_one_another(book: Path) -> None:
    made = {back_up(book) for _ in range(3)}
    assert len(made) == 3 and all(path.exists() for path in made)


@pytest.mark.parametrize("mark", ["~$Sổ OCOP.xlsx", ".~lock.Sổ OCOP.xlsx#"])
def test_an_open_workbook_is_left_alone(book: Path, mark: str) -> None:
    (book.parent / mark).touch()
    old = book.read_bytes()
    with pytest.raises(WorkbookLocked, match=r"Sổ OCOP\.xlsx"):
        replace_safely(book, package("mới"))
    assert book.read_bytes() == old
    assert names(book.parent) == {book.name, mark}


def test_content_that_is_no_archive_is_not_put_in_place(book: Path) -> None:
    old = book.read_bytes()
    for content in (b"PK broken", package("mới" * 1000)[:-40], b""):
        with pytest.raises(NotWritten, match="tệp cũ còn nguyên"):
            replace_safely(book, content)
        assert book.read_bytes() == old
        assert names(book.parent) == {book.name}


def test_content_that_does_not_pass_its_proof_is_not_put_in_place(book: Path) -> None:
    def refuse(content: bytes) -> None:
        assert content == package("mới")
        raise WorkbookUnreadable("", "thử")

    old = book.read_bytes()
    with pytest.raises(NotWritten, match=r"Sổ OCOP\.xlsx"):
        replace_safely(book, package("mới"), verify=refuse)
    assert book.read_bytes() == old
    assert names(book.parent) == {book.name}


def test_a_link_to_a_workbook_stays_a_link(book: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien-ket.xlsx"
    link.symlink_to(book)
    replace_safely(link, package("mới"))
    assert link.is_symlink() and book.read_bytes() == package("mới")


def test_a_backup_folder_that_is_a_file_stops_the_write(book: Path) -> None:
    (book.parent / "saoluu").write_text("không phải thư mục", encoding="utf-8")
    old = book.read_bytes()
    with pytest.raises(NotWritten, match="«saoluu» cạnh sổ là một tệp"):
        replace_safely(book, package("mới"))
    assert book.read_bytes() == old


def test_where_there_was_no_file_there_is_no_backup(tmp_path: Path) -> None:
    assert replace_safely(tmp_path / "moi.xlsx", package("mới")) is None
    create_file(tmp_path / "nua.xlsx", package("mới"))
    assert names(tmp_path) == {"moi.xlsx", "nua.xlsx"}


def test_create_never_replaces(book: Path) -> None:
    with pytest.raises(NotWritten, match="đã có tệp cùng tên"):
        create_file(book, package("mới"))
    assert book.read_bytes() == package("cũ")


def test_the_new_file_may_be_read_by_those_who_could_read_the_old(book: Path) -> None:
    book.chmod(0o664)
    replace_safely(book, package("mới"))
    assert book.stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_part_is_proved_a_piece_at_a_time(method: int) -> None:
    """Forty thousand bytes are more than one piece, however they are packed."""
    memory, content = BytesIO(), random.Random(1).randbytes(40_000)
    with zipfile.ZipFile(memory, "w", method) as package:
        package.writestr("a", content)
    (part,) = read_directory(memory.getvalue(), 10).values()
    part.prove()
    broken = bytearray(part.data)
    broken[20_000] ^= 1
    for damaged in (bytes(broken), bytes(part.data)[:-9], b""):
        with pytest.raises(ArchiveError):
            part._replace(data=damaged).prove()
