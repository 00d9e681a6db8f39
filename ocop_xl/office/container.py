"""The zip of a package: written so that the same files give the same bytes, read as if somebody hostile had made it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.office import archive
from ocop_xl.office.guard import MIN_RATIO, RATIO_FROM
from ocop_xl.office.sniff import ZIP_MAGIC

MAX_FILE = 100 * 2**20
"""A package, with its papers; mail and the province's systems take less."""
MAX_FILES = 2000
MAX_CONTENT = 400 * 2**20
MAX_PART = 100 * 2**20
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".xlsx", ".docx", ".pdf", ".png", ".jpeg", ".jpg")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files in their order, without times, users or the name of the system."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED_ALREADY) else zipfile.ZIP_DEFLATED
            package.writestr(info, content)
    return memory.getvalue()


def read_file(path: Path) -> bytes:
    """The bytes of a file of bearable size; raises `ExchangeError`."""
    try:
        if not path.is_file():
            raise ExchangeError(f"Không thấy tệp «{path.name}»; hãy kiểm tra lại tên tệp và thư mục.")
        if path.stat().st_size > MAX_FILE:
            raise ExchangeError(f"Tệp «{path.name}» lớn hơn {MAX_FILE // 2**20} MB nên không được mở.")
        return path.read_bytes()
    except OSError:
        raise ExchangeError(
            f"Không đọc được tệp «{path.name}» (tệp đang mở hoặc chưa được cấp quyền); hãy đóng tệp rồi thử lại."
        ) from None


def unzipped(name: str, raw: bytes) -> dict[str, bytes]:
    """The files of an archive by name; `name` is what messages call it.

    Refusal with an `ExchangeError`: no zip, damaged or encrypted, names that lead outside, parts that overlap or
    inflate beyond belief.
    """
    if not raw.startswith(ZIP_MAGIC):
        raise ExchangeError(f"«{name}» không phải tệp nén .zip hoặc chép chưa xong; hãy xin lại tệp từ người gửi.")
    try:
        entries = archive.read_directory(raw, MAX_FILES)
        _refuse_bombs(entries)
        return {part: archive.inflate(raw, entry, MAX_PART) for part, entry in entries.items() if part[-1] != "/"}
    except archive.DamagedArchive as problem:
        raise ExchangeError(f"«{name}» bị hỏng hoặc chép thiếu ({problem}); hãy xin lại tệp từ người gửi.") from problem
    except archive.TrickedArchive as problem:
        raise ExchangeError(f"«{name}» có cấu tạo bất thường ({problem}) nên không được mở.") from problem
    except archive.LockedArchive as problem:
        raise ExchangeError(f"«{name}» có đặt mật khẩu; hãy xin lại bản không đặt mật khẩu.") from problem
    except archive.OversizedPart as problem:
        raise ExchangeError(f"«{name}» có nội dung bung ra quá lớn nên không được mở.") from problem


def _refuse_bombs(entries: Mapping[str, archive.Entry]) -> None:
    if sum(entry.size for entry in entries.values()) > MAX_CONTENT:
        raise archive.OversizedPart
    if any(entry.size > RATIO_FROM and entry.packed < entry.size * MIN_RATIO for entry in entries.values()):
        raise archive.TrickedArchive("có phần nén chặt đến mức không thể là dữ liệu thật")
