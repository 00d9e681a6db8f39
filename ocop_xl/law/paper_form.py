"""The form of an administrative paper as a table: Phụ lục I, NĐ 30/2020/NĐ-CP.

Sizes are points of type, lengths millimetres. A newer decree is a change of this file. `box` is the number («ô số»)
that the decree gives a component in its sketch of a page; a requirement without a box is cited by the annex alone.
"""

from __future__ import annotations

from enum import Enum

from ocop_xl.records import NamedTuple

DECREE = "Phụ lục I, NĐ 30/2020/NĐ-CP"
FONT = "Times New Roman"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATION_SPELLINGS = (NATION, NATION.replace("HÒA", "HOÀ"))
"""The same words, the tone above either vowel (our reading)."""
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PAGE = (210.0, 297.0)
MARGINS = {"trên": (20.0, 25.0), "dưới": (20.0, 25.0), "trái": (30.0, 35.0), "phải": (15.0, 20.0)}
FIRST_LINE_INDENTS = (10.0, 12.7)
LEAST_GAP = 6.0
"""Points between two paragraphs."""
MOST_LINES = 1.5
"""Line spacing: from single to this many lines."""
ZERO_MONTHS = (1, 2)
"""Months that take a leading zero; days below 10 always do."""


class Case(Enum):
    """How the decree wants a component's letters; the value stands in findings."""

    UPPER = "chữ in hoa"
    LOWER = "chữ in thường"


class PaperPart(NamedTuple):
    """One component: what its letters must be; None where the decree leaves the choice."""

    code: str
    name: str
    box: str
    sizes: tuple[float, float] | None = None
    case: Case | None = None
    bold: bool | None = None
    italic: bool | None = None
    centred: bool = False

    @property
    def point(self) -> str:
        return f"ô số {self.box}, {DECREE}" if self.box else DECREE


_UPPER, _LOWER = Case.UPPER, Case.LOWER

PARTS: tuple[PaperPart, ...] = (
    PaperPart("TR", "Trang giấy", ""),
    PaperPart("CH", "Chữ", ""),
    PaperPart("ST", "Số trang", "", (13, 14), None, False, False, centred=True),
    PaperPart("QH", "Quốc hiệu", "1", (12, 13), _UPPER, True, False),
    PaperPart("TN", "Tiêu ngữ", "1", (13, 14), _LOWER, True, False),
    PaperPart("CC", "Cơ quan chủ quản", "2", (12, 13), _UPPER, False, False),
    PaperPart("CQ", "Cơ quan ban hành", "2", (12, 13), _UPPER, True, False),
    PaperPart("SO", "Số, ký hiệu", "3", (13, 13), None, False, False),
    PaperPart("NG", "Địa danh, ngày tháng", "4", (13, 14), _LOWER, False, True),
    PaperPart("TL", "Tên loại", "5a", (13, 14), _UPPER, True, False, centred=True),
    PaperPart("TY", "Trích yếu", "5a", (13, 14), _LOWER, True, False, centred=True),
    PaperPart("VV", "Trích yếu công văn", "5b", (12, 13), _LOWER, False, False, centred=True),
    PaperPart("KG", "Kính gửi", "9a", (13, 14), _LOWER, False, False),
    PaperPart("CU", "Căn cứ", "6", (13, 14), _LOWER, None, True),
    PaperPart("ND", "Nội dung", "6", (13, 14)),
    PaperPart("PC", "Phần, chương", "6", (13, 14), _LOWER, True, None, centred=True),
    PaperPart("TP", "Tiêu đề của phần, chương", "6", (13, 14), _UPPER, True, None, centred=True),
    PaperPart("MU", "Mục", "6", (13, 14), _UPPER, True, None),
    PaperPart("QC", "Quyền hạn, chức vụ người ký", "7a", (13, 14), _UPPER, True, None),
    PaperPart("HT", "Họ tên người ký", "7b", (13, 14), _LOWER, True, None),
    PaperPart("NN", "Chữ «Nơi nhận»", "9b", (12, 12), _LOWER, True, True),
    PaperPart("DN", "Danh sách nơi nhận", "9b", (11, 11), _LOWER, None, False),
    PaperPart("PL", "Chữ «Phụ lục»", "", (14, 14), _LOWER, True, None),
    PaperPart("TD", "Tên phụ lục", "", (13, 14), _UPPER, True, None),
    PaperPart("KT", "Chỉ dẫn kèm theo", "", (13, 14), None, None, True),
)

_BY_CODE = {part.code: part for part in PARTS}


def part(code: str) -> PaperPart:
    """KeyError for an unknown code: codes are constants of the program."""
    return _BY_CODE[code]


PAPER_TYPES = {
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ", "Thông cáo": "TC",
    "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr", "Kế hoạch": "KH", "Phương án": "PA", "Đề án": "ĐA",
    "Dự án": "DA", "Báo cáo": "BC", "Biên bản": "BB", "Tờ trình": "TTr", "Hợp đồng": "HĐ", "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN", "Bản thỏa thuận": "BTT", "Giấy ủy quyền": "GUQ", "Giấy mời": "GM", "Giấy giới thiệu": "GGT",
    "Giấy nghỉ phép": "GNP", "Phiếu gửi": "PG", "Phiếu chuyển": "PC", "Phiếu báo": "PB",
}  # fmt: skip
"""Named types with their abbreviation. Công văn and thư công, the other two of the 29 types of Điều 7, have none."""

SIGNING_FOR = ("TM", "KT", "TL", "TUQ", "Q")
"""Thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền: each is written with a full stop."""
