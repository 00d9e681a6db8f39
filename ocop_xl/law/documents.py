"""The legal documents this product stands on, when each is in force, and how a paper cites them.

Our reading of an end (cách hiểu của phần mềm), used everywhere: `effective_to` is the LAST day in force.
Điều 11 of 26/2026/QĐ-TTg lets 148 and 1489 lapse 60 days after 22/5/2026. Day 1 is 23/5, day 60 is 21/7/2026,
by which khoản 2 Điều 12 wants dossiers under the old rules finished; so on 21/7/2026 they still hold and on
22/7/2026 they do not. Until then old and new stand side by side, the old for dossiers filed before 22/5/2026.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import nfc

_PRIME_MINISTER = "Thủ tướng Chính phủ"
_SUBJECT_148 = "ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm"


class LegalDocument(NamedTuple):
    """`subject` is the trích yếu as it follows the issuer in a citation; empty where we have not seen it."""

    code: str
    kind: str
    signed: date
    issuer: str
    subject: str
    effective_from: date
    effective_to: date | None = None
    replaced_by: str = ""
    note: str = ""

    def holds_on(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


DOCUMENTS: tuple[LegalDocument, ...] = (
    LegalDocument(
        code="148/QĐ-TTg",
        kind="Quyết định",
        signed=date(2023, 2, 24),
        issuer=_PRIME_MINISTER,
        subject=_SUBJECT_148,
        effective_from=date(2023, 2, 24),
        effective_to=date(2026, 7, 21),
        replaced_by="26/2026/QĐ-TTg",
        note="Giấy chứng nhận đã cấp theo Quyết định này vẫn có giá trị đến ngày ghi trên giấy.",
    ),
    LegalDocument(
        code="1489/QĐ-TTg",
        kind="Quyết định",
        signed=date(2025, 7, 6),
        issuer=_PRIME_MINISTER,
        subject=(
            "về việc sửa đổi, bổ sung một số nội dung Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 "
            f"của Thủ tướng Chính phủ {_SUBJECT_148}"
        ),
        effective_from=date(2025, 7, 6),
        effective_to=date(2026, 7, 21),
        replaced_by="26/2026/QĐ-TTg",
        note="Bỏ cấp huyện trong quy trình đánh giá, phân hạng; hạng 3 sao do cấp tỉnh công nhận.",
    ),
    LegalDocument(
        code="26/2026/QĐ-TTg",
        kind="Quyết định",
        signed=date(2026, 5, 22),
        issuer=_PRIME_MINISTER,
        subject="ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm",
        effective_from=date(2026, 5, 22),
        note="Trích yếu theo bản chép công khai, chưa được đối chiếu với văn bản đã ký.",
    ),
    LegalDocument(
        code="30/2020/NĐ-CP",
        kind="Nghị định",
        signed=date(2020, 3, 5),
        issuer="Chính phủ",
        subject="về công tác văn thư",
        effective_from=date(2020, 3, 5),
        note="Đến tháng 11/2026 chưa tìm thấy văn bản thay thế.",
    ),
    LegalDocument(
        code="19/2025/QĐ-TTg",
        kind="Quyết định",
        signed=date(2025, 6, 30),
        issuer=_PRIME_MINISTER,
        subject="ban hành Bảng danh mục và mã số các đơn vị hành chính Việt Nam",
        effective_from=date(2025, 7, 1),
    ),
)

_BY_CODE = {item.code: item for item in DOCUMENTS}


def document(code: str) -> LegalDocument:
    """KeyError for a code that is not in `DOCUMENTS`: codes in the program are constants, not input."""
    return _BY_CODE[code]


def in_force(on: date) -> tuple[LegalDocument, ...]:
    """Which documents bind on that day, in the order in which papers cite them."""
    return tuple(item for item in DOCUMENTS if item.holds_on(on))


def lapsed(code: str, on: date) -> bool:
    """True once the last day in force is past; a document not yet in force has not lapsed."""
    end = document(code).effective_to
    return end is not None and on > end


def find_citations(text: str) -> list[str]:
    """Codes of the known documents that a text cites, each once, in the order they appear.

    The Prime Minister's numbers without a year start again every January, so a number followed by another
    signing date (`148/QĐ-TTg ngày 01/02/2021`) is another document and is left out.
    """
    text = nfc(text)
    first_seen: dict[str, int] = {}
    numbers = set(re.findall(r"\d+", text))
    for cited in DOCUMENTS:
        if _number(cited) not in numbers:
            continue
        for match in _citation_pattern(cited).finditer(text):
            dated = re.match(_SIGNED, text[match.end() :], re.IGNORECASE)
            if not dated or tuple(map(int, dated.group("year", "month", "day"))) == cited.signed.timetuple()[:3]:
                first_seen.setdefault(cited.code, match.start())
    return sorted(first_seen, key=first_seen.__getitem__)


def cite(doc: LegalDocument, first: bool = True) -> str:
    """As NĐ 30/2020/NĐ-CP wants it: first with date, issuer and subject, later only type and number."""
    name = f"{doc.kind} số {doc.code}"
    if not first:
        return name
    month = f"{doc.signed.month:02d}" if doc.signed.month < 3 else str(doc.signed.month)
    day = f"ngày {doc.signed.day:02d} tháng {month} năm {doc.signed.year}"
    return f"{name} {day} của {doc.issuer} {doc.subject}".rstrip()


def _number(item: LegalDocument) -> str:
    """`26` of `26/2026/QĐ-TTg`: what any spelling of the document must contain."""
    return item.code.partition("/")[0]


@cache
def _citation_pattern(item: LegalDocument) -> re.Pattern[str]:
    """`148/QĐ-TTg`, `148 / QD–TTg`, `QĐ 148`, `Quyết định số 26/2026`."""
    number, _, symbol = item.code.rpartition("/")
    number = number.replace("/", r"\s*/\s*")
    short_kind, body = symbol.replace("Đ", "[ĐÐD]").split("-")
    kind = item.kind.replace(" ", r"\s+")
    coded = rf"(?<![\d/.-]){number}\s*/\s*{short_kind}\s*[-–]\s*{body}\b"
    bare = rf"\b(?:{kind}|{short_kind})\s+(?:số\s*:?\s*)?{number}(?!\s*[/\d])"
    return re.compile(f"{coded}|{bare}", re.IGNORECASE)


_SIGNED = r"\s*,?\s*ngày\s+(?P<day>\d{1,2})\s*(?:/|-|tháng)\s*(?P<month>\d{1,2})\s*(?:/|-|năm)\s*(?P<year>\d{4})"
"""The date that may follow."""
