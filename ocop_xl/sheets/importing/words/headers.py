"""Which field a header of an old file means, in any usual spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from ocop_xl.model import Producer, Product, Recognition
from ocop_xl.model.column import Kind
from ocop_xl.model.table import Row, spec_of
from ocop_xl.vietnamese import fold

ROADMAP = "roadmap"
"""One old column for two of ours: `2025-2030` → «Lộ trình từ năm», «Lộ trình đến năm»."""
YEAR_OF_RECOGNITION = "year_of_recognition"
"""A year beside the date: kept as a remark and compared with the date."""

NEAR = 86
"""rapidfuzz ratio of folded headers from which one is proposed for the other."""


class Target(NamedTuple):
    """A field of the model; `group` tells the first recognition of a row (`Lần 1`) from the second."""

    row_type: type[Row]
    attribute: str
    group: int = 0


class Match(NamedTuple):
    """`sure` is false when the header only resembles a known one; `spelling` is that one."""

    target: Target
    sure: bool
    spelling: str


_EXTRA: dict[tuple[type[Row], str], tuple[str, ...]] = {
    (Product, "number"): ("TT", "Số TT", "Số thứ tự", "No"),
    (Product, "name"): ("Tên sản phẩm OCOP", "Tên sản phẩm, dịch vụ", "Tên hàng hoá", "Tên dịch vụ"),
    (Product, "sector"): ("Nhóm ngành", "Ngành sản phẩm", "Nhóm ngành hàng", "Phân nhóm sản phẩm"),
    (Product, "present"): (
        "Sao", "Số sao", "Hiện trạng sản phẩm", "Hiện trạng hạng sao", "Hạng sao hiện tại", "Sao hiện có",
    ),
    (Product, "potential"): ("Tiềm năng sản phẩm", "Dự kiến", "Dự kiến đạt", "Dự kiến sao", "Phấn đấu", "Mục tiêu sao"),
    (Product, ROADMAP): (
        "Lộ trình", "Lộ trình đăng ký sản phẩm OCOP", "Lộ trình đăng ký", "Lộ trình thực hiện", "Thời gian đăng ký",
        "Năm đăng ký", "Năm thực hiện", "Năm đánh giá", "Giai đoạn", "Thời gian thực hiện",
    ),
    (Product, "from_year"): ("Từ năm", "Năm bắt đầu"),
    (Product, "to_year"): ("Đến năm", "Năm hoàn thành"),
    (Product, "code"): ("Mã số sản phẩm", "Mã OCOP"),
    (Producer, "name"): (
        "Chủ thể OCOP", "Chủ thể sản xuất", "Tên chủ thể OCOP", "Tên cơ sở sản xuất", "Chủ thể thực hiện",
        "Nhà sản xuất", "Tên doanh nghiệp", "Tên chủ thể, cơ sở",
    ),
    (Producer, "legal_form"): (
        "Loại hình cơ sở", "Loại hình sản xuất", "Loại hình kinh doanh", "Loại hình doanh nghiệp",
    ),
    (Producer, "registration"): ("Giấy phép kinh doanh", "Số giấy phép kinh doanh", "Mã số hộ kinh doanh", "MST"),
    (Producer, "representative"): ("Họ tên người đại diện", "Người đại diện theo pháp luật", "Họ và tên chủ cơ sở"),
    (Producer, "phone"): ("Điện thoại liên hệ", "Số ĐT", "SĐT liên hệ"),
    (Producer, "hamlet"): ("Tên ấp", "Thôn", "Khóm"),
    (Producer, "address"): ("Địa chỉ sản xuất", "Địa chỉ cơ sở", "Nơi sản xuất"),
    (Recognition, "stars"): ("Số sao được công nhận", "Hạng sao được công nhận", "Hạng được công nhận"),
    (Recognition, "decision_number"): (
        "Số QĐ", "Quyết định", "Quyết định công nhận", "Số quyết định công nhận", "Số QĐ công nhận", "QĐ công nhận",
    ),
    (Recognition, "decision_date"): ("Ngày QĐ", "Ngày công nhận", "Ngày ra quyết định", "Ngày ký quyết định"),
    (Recognition, "authority"): ("Cơ quan cấp", "Cơ quan ban hành", "Cơ quan ra quyết định", "Đơn vị công nhận"),
    (Recognition, "issued"): ("Ngày cấp giấy", "Ngày cấp giấy chứng nhận", "Ngày cấp GCN"),
    (Recognition, "ends"): ("Hết hạn", "Thời hạn", "Ngày hết hiệu lực", "Hạn giấy chứng nhận", "Có giá trị đến ngày"),
    (Recognition, YEAR_OF_RECOGNITION): ("Năm công nhận", "Năm được công nhận"),
}  # fmt: skip

_UNDER_RECOGNITION: dict[str, tuple[str, ...]] = {
    "stars": ("Sao", "Số sao", "Hạng", "Hạng sao", "Xếp hạng", "Kết quả"),
    "decision_number": ("Số", "Số QĐ", "Số quyết định", "Quyết định"),
    "decision_date": ("Ngày", "Ngày tháng", "Ngày QĐ", "Ngày quyết định", "Ngày công nhận"),
    YEAR_OF_RECOGNITION: ("Năm", "Năm công nhận"),
    "authority": ("Cơ quan", "Cơ quan cấp", "Cơ quan công nhận", "Đơn vị"),
    "issued": ("Ngày cấp",),
    "ends": ("Hết hạn", "Ngày hết hạn", "Thời hạn"),
}
"""Short headers that mean a recognition only below a head like «Công nhận lần 1»."""

_RECOGNITION_HEAD = re.compile(r"\b(lan (thu )?([1-9]|dau|nhat|hai|ba)|nang hang|cong nhan|chung nhan|quyet dinh)\b")
_NOT_OURS = frozenset(("don vi tinh", "dvt", "co so vat chat", "so luong", "san luong", "doanh thu", "nhom truong"))
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_IMPORTED = frozenset((Kind.KEY, Kind.REF))


@lru_cache(maxsize=4096)
def match_header(text: str, group_text: str = "", group: int = 0) -> Match | None:
    """The field meant by a header `text` standing below `group_text`; None if it is none of ours."""
    if group_text and _RECOGNITION_HEAD.search(fold(group_text)):
        found = _match(text, "recognition")
        if found is not None:
            return Match(Target(Recognition, found.target.attribute, group), found.sure, found.spelling)
    joined = f"{group_text} {text}".strip()
    for candidate in dict.fromkeys((text, joined)):
        found = _match(candidate, "general")
        if found is not None:
            return found
    return None


def _match(text: str, where: str) -> Match | None:
    known = _spellings(where)
    whole, bare = fold(text), fold(_BRACKETS.sub(" ", text))
    for key in (whole, bare):
        if key in _NOT_OURS:
            return None
        if key in known:
            return Match(known[key][0], True, known[key][1])
    if len(bare) < 4 or len(bare) > 80:
        return None
    return _beginning(bare, known) or _near(bare, known)


def _beginning(key: str, known: dict[str, tuple[Target, str]]) -> Match | None:
    """`Tên sản phẩm đăng ký` begins with `Tên sản phẩm`: of two words or more, the longest such, as a guess."""
    begins = [spelling for spelling in known if " " in spelling and key.startswith(f"{spelling} ")]
    if not begins or any(key.startswith(other) for other in _NOT_OURS):
        return None
    target, spelled = known[max(begins, key=len)]
    return Match(target, False, spelled)


def _near(key: str, known: dict[str, tuple[Target, str]]) -> Match | None:
    best = process.extractOne(key, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    if best is None or len(best[0]) < 5:
        return None
    target, spelled = known[best[0]]
    return Match(target, False, spelled)


@lru_cache(maxsize=2)
def _spellings(where: str) -> dict[str, tuple[Target, str]]:
    """Folded spelling → field and the spelling as written; the first field that claims a spelling keeps it."""
    claims: list[tuple[Target, tuple[str, ...]]] = []
    if where == "recognition":
        claims = [(Target(Recognition, name), texts) for name, texts in _UNDER_RECOGNITION.items()]
    for row_type in (Product, Producer, Recognition):
        for column in spec_of(row_type).inputs:
            if column.kind not in _NOT_IMPORTED:
                claims.append((Target(row_type, column.attribute), (column.header, *column.aliases)))
    claims.extend((Target(row_type, name), texts) for (row_type, name), texts in _EXTRA.items())
    found: dict[str, tuple[Target, str]] = {}
    for target, texts in claims:
        for text in texts:
            found.setdefault(fold(text), (target, text))
    return found
