"""The zip of a package: written so that the same files give the same bytes, read as if somebody hostile had made it."""

from __future__ import annotations

from collections.abc import Mapping

from ocop_xl.errors import ExchangeError
from ocop_xl.office import archive
from ocop_xl.office.archive import Limits, deflated, pack, stored
from ocop_xl.office.sniff import ZIP_MAGIC

MAX_FILE = 100 * 2**20
"""A package, with its papers; mail and the province's systems take less."""
_LIMITS = Limits(parts=2000, part=100 * 2**20, content=400 * 2**20)
_PACKED_ALREADY = (".xlsx", ".docx", ".pdf", ".png", ".jpeg", ".jpg")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files in their order."""
    return pack(
        {name: stored(file) if name.endswith(_PACKED_ALREADY) else deflated(file) for name, file in files.items()}
    )


def unzipped(name: str, raw: bytes) -> dict[str, bytes]:
    """The files of an archive by name; `name` is what messages call it.

    Refusal with an `ExchangeError`: no zip, damaged or encrypted, names that lead outside, parts that overlap or
    inflate beyond belief.
    """
    if not raw.startswith(ZIP_MAGIC):
        raise ExchangeError(f"«{name}» không phải tệp nén .zip hoặc chép chưa xong; hãy xin lại tệp từ người gửi.")
    try:
        parts = archive.read_archive(raw, _LIMITS)
        return {name: part.content(_LIMITS.part) for name, part in parts.items() if not name.endswith("/")}
    except archive.DamagedArchive as problem:
        raise ExchangeError(f"«{name}» bị hỏng hoặc chép thiếu ({problem}); hãy xin lại tệp từ người gửi.") from problem
    except archive.TrickedArchive as problem:
        raise ExchangeError(f"«{name}» có cấu tạo bất thường ({problem}) nên không được mở.") from problem
    except archive.LockedArchive as problem:
        raise ExchangeError(f"«{name}» có đặt mật khẩu; hãy xin lại bản không đặt mật khẩu.") from problem
    except archive.OversizedPart as problem:
        raise ExchangeError(f"«{name}» có nội dung bung ra quá lớn nên không được mở.") from problem
