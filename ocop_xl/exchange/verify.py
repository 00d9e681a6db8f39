"""The receiving side: is the package whole, is nothing in it that was not listed, can nothing in it run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.manifest import LIST, Manifest, PackedFile, code_of, read_manifest
from ocop_xl.exchange.office_parts import dangers, not_plain_values, unfinished
from ocop_xl.exchange.papers import pdf_dangers
from ocop_xl.exchange.traces import traces
from ocop_xl.office.container import MAX_FILE, Opened, unzipped
from ocop_xl.office.files import PACKAGE, read_file
from ocop_xl.office.part_links import Parts
from ocop_xl.records import NamedTuple

_ALLOWED = (".xlsx", ".docx", ".pdf", ".txt")


class Verified(NamedTuple):
    """`problems` are Vietnamese sentences, none for a package as it was made; `code` is what the sender can confirm."""

    manifest: Manifest
    code: str
    problems: tuple[str, ...]


def verify_package(source: str | Path | bytes, name: str = "gói") -> Verified:
    """Looks at every byte of the package, writes and runs nothing; raises a `Refusal` for what is no package. `name` is
    what its sentences call bytes."""
    if isinstance(source, bytes):
        name, raw = shown(name), source
    else:
        path = Path(source)
        name, raw = shown(path.name), read_file(path, MAX_FILE, PACKAGE)
    files, manifest, code = _opened(name, raw)
    return Verified(manifest, code, tuple(_problems(manifest, files)))


def shown(text: str) -> str:
    """A text of unknown origin made fit for a terminal: one line, no control characters, not too long."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:200])


def _opened(name: str, raw: bytes) -> tuple[Opened, Manifest, str]:
    files = Opened(name, raw)
    files.prove()
    if LIST not in files:
        raise ExchangeError(f"«{name}» không phải gói gửi của sổ OCOP: trong gói không có danh mục {LIST}.")
    listing = files[LIST]
    return files, read_manifest(name, listing), code_of(listing)


def _problems(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[str]:
    listed = {one.path: one for one in manifest.files}
    for path in files:
        if path not in listed and path != LIST:
            yield f"Tệp «{shown(path)}» không có trong danh mục: đừng mở, hãy hỏi lại người gửi."
    for path, one in listed.items():
        if path not in files:
            yield f"Thiếu tệp «{path}» có ghi trong danh mục; hãy xin lại gói."
            continue
        content = files[path]
        if len(content) != one.size or sha256(content).hexdigest() != one.sha256:
            yield f"Tệp «{path}» không khớp mã kiểm tra: đã bị sửa hoặc hỏng sau khi đóng gói; hãy xin lại gói."
        else:
            yield from _unfit(one, content)


def _unfit(file: PackedFile, content: bytes) -> Iterator[str]:
    """What a listed, unchanged file still must not carry."""
    suffix = f".{file.path.rpartition('.')[2]}".lower()
    if suffix not in _ALLOWED:
        yield f"Tệp «{file.path}» thuộc loại gói không được chứa: đừng mở, hãy hỏi lại người gửi."
        return
    found = [pdf_dangers(content)] if suffix == ".pdf" else []
    if suffix in (".xlsx", ".docx"):
        try:
            parts = unzipped(file.path, content)
        except ExchangeError as problem:
            yield str(problem)
            return
        found = [*dangers(parts), *(not_plain_values(parts) if suffix == ".xlsx" else _unfit_paper(parts))]
    if what := ", ".join(dict.fromkeys(one for one in found if one)):
        yield f"Tệp «{file.path}» có {what}: đừng mở, hãy hỏi lại người gửi."


def _unfit_paper(parts: Parts) -> Iterator[str]:
    """What a copy of a Word file never has, since its sender's program takes it out or refuses it."""
    yield from unfinished(parts)
    yield from traces(parts)
