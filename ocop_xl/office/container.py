"""The zip of a package: written so that the same files give the same bytes, read as if somebody hostile had made it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ocop_xl.errors import ExchangeError
from ocop_xl.office import archive
from ocop_xl.office.archive import Limits, deflated, pack, stored
from ocop_xl.office.sniff import ZIP_MAGIC

MAX_FILE = 100 * 2**20
"""A package, with its papers; mail and the province's systems take less."""
PACKAGE_LIMITS = Limits(parts=2000, part=100 * 2**20, content=400 * 2**20)
_OFFICE_LIMITS = Limits(parts=2000, part=100 * 2**20, content=160 * 2**20)
"""All parts are in memory at once."""
_PACKED_ALREADY = (".xlsx", ".docx", ".pdf", ".png", ".jpeg", ".jpg")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files in their order."""
    return pack(
        {name: stored(file) if name.endswith(_PACKED_ALREADY) else deflated(file) for name, file in files.items()}
    )


class Opened(Mapping[str, bytes]):
    """The files of an archive by name, each inflated when it is asked for: in memory is one of them, not all.

    Refusal with an `ExchangeError`: no zip, damaged or encrypted, names that lead outside, parts that overlap or
    inflate beyond belief. `name` is what messages call the archive.
    """

    def __init__(self, name: str, raw: bytes, limits: Limits = PACKAGE_LIMITS) -> None:
        if not raw.startswith(ZIP_MAGIC):
            raise ExchangeError(f"«{name}» không phải tệp nén .zip hoặc chép chưa xong; hãy xin lại tệp từ người gửi.")
        self._name, self._most = name, limits.part
        with _refusals(name):
            parts = archive.read_archive(raw, limits)
        self._parts = {file: part for file, part in parts.items() if not file.endswith("/")}

    def __getitem__(self, file: str) -> bytes:
        part = self._parts[file]
        with _refusals(self._name):
            return part.content(self._most)

    def prove(self) -> None:
        """Every file inflates to what its sum says."""
        for file in self:
            self[file]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def unzipped(name: str, raw: bytes) -> dict[str, bytes]:
    """The parts of an Office file, all of them; refusals as of `Opened`."""
    return dict(Opened(name, raw, _OFFICE_LIMITS))


@contextmanager
def _refusals(name: str) -> Iterator[None]:
    try:
        yield
    except archive.DamagedArchive as problem:
        raise ExchangeError(f"«{name}» bị hỏng hoặc chép thiếu ({problem}); hãy xin lại tệp từ người gửi.") from problem
    except archive.TrickedArchive as problem:
        raise ExchangeError(f"«{name}» có cấu tạo bất thường ({problem}) nên không được mở.") from problem
    except archive.LockedArchive as problem:
        raise ExchangeError(f"«{name}» có đặt mật khẩu; hãy xin lại bản không đặt mật khẩu.") from problem
    except archive.OversizedPart as problem:
        raise ExchangeError(f"«{name}» có nội dung bung ra quá lớn nên không được mở.") from problem
