"""The list of a package: for programs `manifest.json`, for people `DANH-MUC.txt`; both say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from ocop_xl.errors import ExchangeError, NewerProgram
from ocop_xl.vietnamese import tidy

KIND, VERSION, KNOWN = "ocop-goi-gui", 2, (1, 2)
"""What the package calls itself, and the version of its shape: a receiver refuses a version it does not know.

1  of 0.1.0
2  says of which workbook it is, the how-manieth, which one it follows, and how many rows each table has
"""
LIST, READABLE = "manifest.json", "DANH-MUC.txt"
MAX_LIST = 4 * 2**20
_SUM = re.compile(r"[0-9a-f]{64}")
_SAFE_PATH = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*(?:/[0-9A-Za-z][0-9A-Za-z._-]*)?")


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of the package: `sha256` in hexadecimal, `what` for people."""

    path: str
    what: str
    size: int
    sha256: str


def packed_file(path: str, what: str, content: bytes) -> PackedFile:
    return PackedFile(path, what, len(content), sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """`made` and `reckoned` are days as YYYY-MM-DD; `findings` counts by severity; `rules` names the program's
    version, its number of rules, the decision of the criteria and the sum of their data.

    From version 2 on: `book_id` of the workbook (`model.identity`), `sequence` from 1, the code of the `previous`
    package, the `period` it reports on, the sum of its `content`, its `rows` by table; 0 and "" in an older one.
    """

    commune: Mapping[str, str]
    profile: Mapping[str, str]
    made: str
    reckoned: str
    rules: Mapping[str, str | int]
    law: Sequence[str]
    findings: Mapping[str, int]
    left_out: Sequence[str]
    files: Sequence[PackedFile]
    book_id: str = ""
    sequence: int = 0
    previous: str = ""
    period: str = ""
    content: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> bytes:
        whole = {"package": KIND, "version": VERSION} | asdict(self)
        return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def code_of(listing: bytes) -> str:
    """Sixteen letters to read out on the telephone or print in the covering letter: whoever receives the package
    compares them. They follow from the list, and the list from every file."""
    digits = sha256(listing).hexdigest()[:16].upper()
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def read_manifest(name: str, raw: bytes) -> Manifest:
    """Raises `ExchangeError` for what is no list of ours, or one of a version to come."""
    try:
        whole = json.loads(raw) if len(raw) <= MAX_LIST else None
        if not isinstance(whole, dict) or whole.get("package") != KIND:
            raise ExchangeError(f"«{name}» không phải gói gửi của sổ OCOP; hãy chọn đúng tệp.")
        if whole.get("version") not in KNOWN:
            raise NewerProgram(
                f"Gói «{name}» theo phiên bản «{tidy(str(whole.get('version')))[:9]}», phần mềm này đọc phiên bản "
                f"{VERSION}; hãy cập nhật phần mềm."
            )
        return _manifest(whole)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ExchangeError(f"Danh mục của gói «{name}» bị hỏng; hãy xin lại gói từ người gửi.") from problem


def _manifest(whole: dict[str, Any]) -> Manifest:
    """Every value as the type that it must have; anything else raises."""
    files = [_packed_file(one) for one in _list(whole["files"])]
    if len({one.path.casefold() for one in files}) != len(files):
        raise ValueError("two files of one name")
    return Manifest(
        _texts(whole["commune"]),
        _texts(whole["profile"]),
        str(whole["made"]),
        str(whole["reckoned"]),
        _texts(whole["rules"]),
        [str(one) for one in _list(whole["law"])],
        {str(key): int(value) for key, value in whole["findings"].items()},
        [str(one) for one in _list(whole["left_out"])],
        files,
        *(_chain(whole) if whole["version"] > 1 else ()),
    )


def _chain(whole: dict[str, Any]) -> tuple[str, int, str, str, str, dict[str, int]]:
    rows = {str(name): int(count) for name, count in whole["rows"].items()}
    texts = [str(whole[name])[:200] for name in ("book_id", "previous", "period", "content")]
    return texts[0], int(whole["sequence"]), texts[1], texts[2], texts[3], rows


def _packed_file(one: dict[str, Any]) -> PackedFile:
    file = PackedFile(str(one["path"]), str(one["what"]), int(one["size"]), str(one["sha256"]))
    if not _SAFE_PATH.fullmatch(file.path) or not _SUM.fullmatch(file.sha256):
        raise ValueError("path or sum")
    return file


def _texts(value: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(one) for key, one in value.items()}


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("list")
    return value
