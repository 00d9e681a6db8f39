"""Rules on «Thông tin xã»: what every paper's head and foot are printed from (TX-…)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

DECREE = "NĐ 30/2020/NĐ-CP"
_KIND_WORD = r"(?:xã|phường|đặc khu|thị trấn)\s"
_PROVINCE_WORD = r"(?:tỉnh|thành phố|tp\.?)\s"
_DEGREE = r"(?:TS|ThS|Th\.S|GS|PGS|KS|CN|BS|Ông|Bà|Đ/c)\b[.\s]"
_PLAN_NUMBER = r"\d{2,}/KH-[A-ZĐ]+(?:-[A-ZĐ]+)?"


@rule(
    "TX-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — chỉ ghi tên riêng, phần mềm tự thêm cấp hành chính.",
    fix="Hãy bỏ chữ «{word}» ở đầu ô.",
    source=DECREE,
)
def name_with_its_kind(view: View, on: date) -> Iterable[Saw]:
    """The letterhead would print «XÃ XÃ …»."""
    commune = view.commune
    for attribute, pattern in (("name", _KIND_WORD), ("province", _PROVINCE_WORD)):
        found = re.match(pattern, getattr(commune, attribute) or "", re.IGNORECASE)
        if found:
            yield saw(commune, attribute, word=found[0].strip())


@rule(
    "TX-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — phải có {digits} chữ số.",
    fix="Hãy ghi mã theo QĐ 19/2025/QĐ-TTg, ví dụ {example}.",
    source="QĐ 19/2025/QĐ-TTg",
)
def code_of_the_unit(view: View, on: date) -> Iterable[Saw]:
    """The codes are the first parts of every product code."""
    commune = view.commune
    for attribute, digits, example in (("province_code", 2, "91"), ("commune_code", 5, "31051")):
        code = getattr(commune, attribute)
        if code is not None and not re.fullmatch(rf"\d{{{digits}}}", code):
            yield saw(commune, attribute, digits=digits, example=example)


@rule(
    "TX-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — số kế hoạch có dạng số/ký hiệu, số nhỏ hơn 10 thêm số 0 ở trước.",
    fix="Hãy ghi đủ số và ký hiệu, ví dụ 76/KH-UBND.",
    source=DECREE,
)
def number_of_the_plan(view: View, on: date) -> Iterable[Saw]:
    """Every report cites the plan by this number."""
    commune = view.commune
    if commune.plan_number is not None and not re.fullmatch(_PLAN_NUMBER, commune.plan_number):
        yield saw(commune, "plan_number")


@rule(
    "TX-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — họ tên người ký không ghi kèm học hàm, học vị, danh xưng.",
    fix="Hãy chỉ ghi họ và tên.",
    source=DECREE,
)
def degree_before_the_name(view: View, on: date) -> Iterable[Saw]:
    """The decree lets only armed forces and a few others print a title before the signer's name."""
    commune = view.commune
    for attribute in ("signer", "deputy"):
        if re.match(_DEGREE, getattr(commune, attribute) or ""):
            yield saw(commune, attribute)


@rule(
    "TX-005",
    Severity.INFO,
    "Sổ của «{saw}» lập theo khung phiên bản {version}; khung hiện nay là phiên bản {today}: số liệu tính đúng theo "
    "ngày, có thêm trang {sheets}. Mọi việc vẫn làm được trên sổ này.",
    fix="Hãy lập sổ mới từ sổ này khi tiện, mọi ô đã gõ được mang sang, sổ này giữ nguyên: "
    "ocop-xl new SO_MOI.xlsx --from SO_NAY.xlsx",
    source="khung sổ của phần mềm",
)
def older_shape(view: View, on: date) -> Iterable[Saw]:
    """What an older workbook lacks is nobody's mistake, but whoever works in it should know what the new one brings."""
    version = view.book.version
    if version < MODEL_VERSION:
        newer = [spec.sheet for kind in INPUT_TABLES if (spec := spec_of(kind)).since > version]
        sheets = ", ".join(f"«{sheet}»" for sheet in newer)
        yield saw(view.commune, "name", version=version, today=MODEL_VERSION, sheets=sheets)
