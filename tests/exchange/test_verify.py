"""The receiving side: a package as it was made passes, every harm done to it is named."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from ocop_xl.demo.books import vinh_phong
from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.share import Packing, make_package
from ocop_xl.exchange.verify import verify_package
from ocop_xl.office.container import zipped
from ocop_xl.sheets.reading.read import read_book
from tests.built_books import built
from tests.exchange import word_papers as word
from tests.exchange.planted import ON
from tests.sheets import hostile

BOOK, PAPER = "so-ocop_31051_2026.xlsx", "van-ban/bao-cao-tien-do_vinh-phong_2026-11-23.docx"
Files = dict[str, bytes]


@cache
def _made(folder: Path) -> Files:
    path = folder / "so.xlsx"
    path.write_bytes(built(vinh_phong, ON))
    package = make_package(read_book(path), path, Packing(ON, papers=["bao-cao-tien-do"]))
    with zipfile.ZipFile(io.BytesIO(package.content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return _made(tmp_path_factory.mktemp("xa"))


@pytest.fixture
def verify(tmp_path: Path) -> Callable[[bytes], list[str]]:
    def problems(content: bytes) -> list[str]:
        path = tmp_path / "goi.zip"
        path.write_bytes(content)
        return list(verify_package(path).problems)

    return problems


def relisted(files: Files, **changes: object) -> Files:
    """The files with a list that is true again, as somebody would make who can count: only the contents betray it."""
    listing = json.loads(files["manifest.json"]) | changes
    listing["files"] = [
        {"path": name, "what": "x", "size": len(content), "sha256": sha256(content).hexdigest()}
        for name, content in files.items()
        if name != "manifest.json"
    ]
    return files | {"manifest.json": json.dumps(listing).encode()}


def test_a_package_as_it_was_made_has_no_problem(made: Files, verify: Callable[[bytes], list[str]]) -> None:
    assert verify(zipped(made)) == []


def test_the_order_and_the_packing_do_not_matter(made: Files, verify: Callable[[bytes], list[str]]) -> None:
    """A mail program or an archive may pack it anew."""
    assert verify(word.zip_of(dict(reversed(made.items())))) == []


def test_a_changed_file_is_named(made: Files, verify: Callable[[bytes], list[str]]) -> None:
    assert verify(zipped(made | {"DANH-MUC.txt": made["DANH-MUC.txt"] + b" "})) == [
        "Tệp «DANH-MUC.txt» không khớp mã kiểm tra: đã bị sửa hoặc hỏng sau khi đóng gói; hãy xin lại gói."
    ]


def test_a_lost_and_an_added_file_are_named(made: Files, verify: Callable[[bytes], list[str]]) -> None:
    files = {name: content for name, content in made.items() if name != PAPER} | {"mo-toi.exe": b"MZ"}
    assert verify(zipped(files)) == [
        "Tệp «mo-toi.exe» không có trong danh mục: đừng mở, hãy hỏi lại người gửi.",
        f"Thiếu tệp «{PAPER}» có ghi trong danh mục; hãy xin lại gói.",
    ]


def _book_with(made: Files, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(made[BOOK])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in parts.get(part, b"")
    return zipped(parts | {part: parts.get(part, b"").replace(old, new, 1)})


@pytest.mark.parametrize(
    ("part", "old", "new", "what"),
    [
        ("xl/vbaProject.bin", b"", b"x", "mã lệnh (macro)"),
        ("xl/externalLinks/externalLink1.xml", b"", b"x", "liên kết ra tệp khác"),
        ("xl/worksheets/sheet2.xml", b"<v>", b"<f>1+1</f><v>", "công thức"),
        ("xl/workbook.xml", b"<sheet ", b'<sheet state="veryHidden" ', "trang ẩn"),
        ("xl/comments1.xml", b"", b"x", "ghi chú gắn vào ô"),
    ],
)
def test_a_workbook_that_could_act_is_named_though_its_sum_is_right(
    made: Files, verify: Callable[[bytes], list[str]], part: str, old: bytes, new: bytes, what: str
) -> None:
    files = relisted(made | {BOOK: _book_with(made, part, old, new)})
    assert verify(zipped(files)) == [f"Tệp «{BOOK}» có {what}: đừng mở, hãy hỏi lại người gửi."]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("van-ban/a.docx", word.with_part("word/vbaProject.bin", b"x"), "có mã lệnh (macro)"),
        ("van-ban/a.docx", word.with_words(f"<w:p><w:rPrChange {word.CHANGED}/></w:p>"), "tên người sửa"),
        (
            "van-ban/a.docx",
            word.told_by_word(),
            "có biến ẩn của văn bản, dữ liệu XML kèm theo, dữ liệu không hiện ra khi đọc, lời mô tả ảnh, bảng, phần không hiện ra khi đọc, "
            "thiết lập máy in, tên người sửa, tên người trong thuộc tính tệp, ảnh thu nhỏ của trang đầu",
        ),
        ("van-ban/a.pdf", b"%PDF-1.7 /Launch", "có mã lệnh hoặc tệp đính kèm"),
        ("van-ban/a.exe", b"MZ", "thuộc loại gói không được chứa"),
        ("van-ban/a.docx", b"xin chao", "không phải tệp nén"),
        ("van-ban/a.xlsx", hostile.bomb_of_spaces(), "cấu tạo bất thường"),
    ],
)
def test_a_listed_file_that_could_act_is_named(
    made: Files, verify: Callable[[bytes], list[str]], name: str, content: bytes, what: str
) -> None:
    (problem,) = verify(zipped(relisted(made | {name: content})))
    assert name in problem
    assert what in problem


def _bomb(made: Files) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (made | {"x.txt": b" " * 50_000_000}).items():
            package.writestr(name, content)
    return memory.getvalue()


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda made: b"", "không phải tệp nén"),
        (lambda made: zipped(made)[:-400], "bị hỏng hoặc chép thiếu"),
        (lambda made: zipped({"x.txt": b"x"}), "trong gói không có danh mục manifest.json"),
        (lambda made: word.zip_of(made | {"../../x.txt": b"x"}), "trỏ ra ngoài"),
        (lambda made: word.zip_of(made | {"C:/x.txt": b"x"}), "trỏ ra ngoài"),
        (lambda made: word.zip_of(made | {"danh-muc.TXT": b"x"}), "hai phần cùng tên"),
        (_bomb, "nén chặt đến mức không thể"),
        (lambda made: word.zip_of(made | {f"{n}.txt": b"" for n in range(2100)}), "có hơn 2000 phần"),
        (lambda made: hostile.lying_size(), "khai dung lượng ít hơn thực có"),
        (lambda made: hostile.overlapping_parts(), "chồng lên nhau"),
        (lambda made: hostile.encrypted_entry(), "có đặt mật khẩu"),
        (lambda made: zipped(made | {"manifest.json": b"{"}), "Danh mục của gói «goi.zip» bị hỏng"),
        (lambda made: zipped(made | {"manifest.json": b"[" * 100_000}), "Danh mục của gói «goi.zip» bị hỏng"),
        (lambda made: zipped(made | {"manifest.json": b"[]"}), "không phải gói gửi của sổ OCOP"),
        (lambda made: zipped(relisted(made, version=3)), "hãy cập nhật phần mềm"),
        (lambda made: zipped(relisted(made, findings={"error": "nhiều"})), "Danh mục của gói «goi.zip» bị hỏng"),
        (lambda made: zipped(relisted(made | {"../x": b"x"}) | {}), "trỏ ra ngoài"),
    ],
)
def test_what_is_no_package_is_refused_with_one_sentence(
    made: Files, verify: Callable[[bytes], list[str]], harm: Callable[[Files], bytes], why: str
) -> None:
    with pytest.raises(ExchangeError) as refused:
        verify(harm(made))
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_list_that_names_a_path_outside_is_no_list(made: Files, verify: Callable[[bytes], list[str]]) -> None:
    listing = json.loads(made["manifest.json"])
    listing["files"][0]["path"] = "../../so.xlsx"
    with pytest.raises(ExchangeError, match="Danh mục"):
        verify(zipped(made | {"manifest.json": json.dumps(listing).encode()}))


def test_names_of_strangers_cannot_write_on_the_screen(made: Files, verify: Callable[[bytes], list[str]]) -> None:
    (problem,) = verify(word.zip_of(made | {"a\x1b[2Jb.txt": b"x"}))
    assert problem.startswith("Tệp «a?[2Jb.txt»")


@pytest.mark.parametrize(("name", "why"), [("thu-muc", "mà là thư mục"), ("khong-co.zip", "Không thấy tệp")])
def test_a_folder_or_nothing_is_refused(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "thu-muc").mkdir()
    with pytest.raises(Refusal, match=why):
        verify_package(tmp_path / name)


def test_the_code_changes_with_every_letter(made: Files, tmp_path: Path) -> None:
    codes = set()
    for files in (made, relisted(made | {"DANH-MUC.txt": made["DANH-MUC.txt"] + b"."})):
        path = tmp_path / "goi.zip"
        path.write_bytes(zipped(files))
        codes.add(verify_package(path).code)
    assert len(codes) == 2
