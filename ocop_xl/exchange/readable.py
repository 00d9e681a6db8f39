"""`DANH-MUC.txt`: the list of a package as a person reads it, in any text editor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ocop_xl.exchange.manifest import LIST, PackedFile
from ocop_xl.rules.finding import Severity
from ocop_xl.rules.summary import counts_in_words


def readable(
    title: str, facts: Sequence[tuple[str, str]], files: Sequence[PackedFile], left_out: Sequence[str]
) -> bytes:
    """UTF-8 with a mark and Windows line ends, so that Notepad of every Windows shows it right."""
    lines = [title, "=" * len(title), ""]
    lines += [f"{name}: {text}" for name, text in facts]
    lines += ["", "TRONG GÓI CÓ", ""]
    for one in files:
        lines += [f"  {one.path} – {one.what} ({_grouped(one.size)} byte)", f"      SHA-256 {one.sha256}"]
    lines += ["", "KHÔNG CÓ TRONG GÓI", "", *(f"  - {line}" for line in left_out), ""]
    lines += [
        f"Bên nhận kiểm tra gói bằng lệnh: ocop-xl verify TÊN_TỆP.zip (danh mục cho máy đọc: {LIST}).",
        "Mã kiểm tra cho biết tệp còn nguyên từ lúc đóng gói; ai gửi thì đối chiếu Mã gói ghi trên văn bản gửi kèm.",
        "",
    ]
    return "\r\n".join(lines).encode("utf-8-sig")


def day_in_words(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def findings_in_words(findings: dict[str, int]) -> str:
    """`3 lỗi phải sửa, 19 cảnh báo, 0 lưu ý`."""
    return counts_in_words({severity: findings[severity.value] for severity in Severity})


def _grouped(number: int) -> str:
    """74.369"""
    return f"{number:,}".replace(",", ".")
