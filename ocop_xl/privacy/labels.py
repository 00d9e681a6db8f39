"""Words beside a number that say what it is: they ask for it to be covered, or claim it for a firm, a good or a sum."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum


class Label(StrEnum):
    """What the word before a number says of it; the value is the word's group in the pattern below."""

    PHONE = "phone"
    IDENTITY = "identity"
    PASSPORT = "passport"
    ACCOUNT = "account"
    BANK = "bank"
    FIRM = "firm"
    GOODS = "goods"
    SUM = "sum"
    NONE = "none"


_WORDS = re.compile(
    r"""(?<![^\W\d_]) (?:
      (?P<phone> s?[đd]t(?:d[đd])? | s[ốo]\ (?:máy|[đd]i[ệe]n\ tho[ạa]i) | [đd]i[ệe]n\ tho[ạa]i | di\ [đd][ộo]ng
        | máy\ bàn | (?:tele)?phone | tel | mobile | hotline | (?:zalo|wa|viber)(?:\.me/)? | whatsapp | fax
        | li[êe]n\ h[ệe] | lh | g[ọo]i | alo | nhắn | sms )
    | (?P<identity> cmnd | cmtnd | cmt | cccd | căn\ cước(?:\ công\ dân)? | can\ cuoc | [đd][ịi]nh\ danh
        | chứng\ minh(?:\ (?:nhân\ dân|thư))? | chung\ minh | (?:sổ\ )?hộ\ khẩu | gplx | giấy\ phép\ lái\ xe
        | bhyt | bhxh | bảo\ hiểm\ (?:y\ tế|xã\ hội) )
    | (?P<passport> h[ộo]\ chi[ếe]u | passport )
    | (?P<account> stk | s[ốo]\ tk | (?:s[ốo]\ )?t[àa]i\ kho[ảa]n | account | a/c | tk
        | (?:số\ )?thẻ\ (?:atm|ngân\ hàng|tín\ dụng|visa|napas) )
    | (?P<bank> ng[âa]n\ h[àa]ng | [a-z]{1,12}bank | vcb | bidv | acb | mb | vib | shb | ocb | msb )
    | (?P<firm> mst | mã\ số\ (?:thuế|doanh\ nghiệp|htx|hợp\ tác\ xã) | msdn | đkkd | gpkd
        | đăng\ ký\ (?:kinh\ doanh|doanh\ nghiệp) )
    | (?P<goods> mã\ (?:vạch|sản\ phẩm|truy\ xuất|lô) | barcode | gtin | ean | upc | isbn | lô )
    | (?P<sum> doanh\ thu | sản\ lượng | số\ (?:lượng|tiền|vốn) | kinh\ phí | ngân\ sách | giá\ trị | trị\ giá
        | diện\ tích | khối\ lượng | trọng\ lượng | công\ suất | tổng(?:\ \w+)?
        | (?-i: thu | chi(?!\ (?:nhánh|cục|hội|bộ)) | giá | tiền | vốn | lãi | nộp | vay | nợ | mã ) )
    ) (?![^\W\d_])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Small words of sums count in small letters only: «chị Thu 912345678» is no income."""
_BETWEEN = re.compile(r"(?:[^\d\n,;.]|\.(?=\s?[A-Z]?$)|(?:19|20)\d\d(?!\d)){0,30}")
"""A label speaks of the number that follows it in the same breath; a year may stand between."""

_SUM = re.compile(
    r"""\s*(?: đồng\b(?!\s(?:chí|thời)) | đ\b | VN[DĐ]\b | triệu | tr\b | t[ỷỉ]\b | nghìn | ngàn | USD | [$€%‰]
    | (?:kg | g | gam | gr | tấn | tạ | yến | lít | ml | l | m[23²³]? | cm | mm | km | ha | kWh | con | cây | cái | chai
        | hộp | gói | bao | túi | hũ | lọ | bộ | sản\ phẩm | suất | hộ | người | khẩu | lượt | bản | trang | trái | quả
        | đơn\ vị)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
_PAPER = re.compile(r"/(?:(?:19|20)\d\d(?!\d)|([^\W\d_])([^\W\d_]?))")
"""The second part of a paper's number: `…/QĐ-UBND`, `…/2026`; `…/anh Ba` is none."""


def is_sum(text: str, end: int) -> bool:
    """Whether money or a unit follows."""
    return _SUM.match(text, end) is not None


def is_paper(text: str, end: int) -> bool:
    """Whether what ends there is the first part of a paper's number."""
    found = _PAPER.match(text, end)
    return found is not None and not (found[2] or "").islower()


class Labels:
    """All labels of a text, found in one pass."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = [(one.end(), Label(one.lastgroup or "none")) for one in _WORDS.finditer(text)]
        self._ends = [end for end, _ in self._found]

    def before(self, start: int) -> tuple[Label, int]:
        """The label of what begins at `start`, and where the label ends."""
        at = bisect_right(self._ends, start) - 1
        if at < 0 or start - self._ends[at] > 30 or not _BETWEEN.fullmatch(self._text[self._ends[at] : start]):
            return Label.NONE, -1
        return self._found[at][1], self._ends[at]
