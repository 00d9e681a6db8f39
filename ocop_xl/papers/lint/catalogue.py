"""Every check: code, component, what is allowed, the point of the decree; `docs/the-thuc.md` shows them all."""

from __future__ import annotations

from ocop_xl.law.paper_form import (
    DECREE,
    FIRST_LINE_INDENTS,
    FONT,
    MARGINS,
    MOTTO,
    NATION,
    PARTS,
    Case,
    PaperPart,
    part,
)
from ocop_xl.records import NamedTuple

OUR_READING = "cách hiểu của phần mềm"


class Check(NamedTuple):
    code: str
    component: str
    allowed: str
    point: str


class PaperFinding(NamedTuple):
    """One fault: `paragraph` are the first words of the first paragraph that has it, empty for a whole page."""

    code: str
    component: str
    paragraph: str
    saw: str
    allowed: str
    point: str


SIZE, STYLE, CASE, CENTRED = "01", "02", "03", "04"


def _mm(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def size_words(sizes: tuple[float, float]) -> str:
    low, high = sizes
    return f"cỡ chữ {_mm(low)}" if low == high else f"cỡ chữ {_mm(low)} đến {_mm(high)}"


def style_words(bold: bool | None, italic: bool | None) -> str:
    """`chữ đứng, đậm`: only what is laid down."""
    words = [
        {True: "nghiêng", False: "đứng", None: ""}[italic],
        {True: "đậm", False: "không đậm", None: ""}[bold],
    ]
    return "chữ " + ", ".join(word for word in words if word)


def _letter_checks(one: PaperPart) -> list[Check]:
    found = []
    if one.sizes:
        found.append((SIZE, size_words(one.sizes)))
    if one.bold is not None or one.italic is not None:
        found.append((STYLE, style_words(one.bold, one.italic)))
    if one.case:
        found.append(
            (CASE, "chữ in hoa" if one.case is Case.UPPER else "chữ in thường, chỉ viết hoa đầu câu và tên riêng")
        )
    if one.centred:
        found.append((CENTRED, "canh giữa"))
    return [Check(f"{one.code}-{aspect}", one.name, allowed, one.point) for aspect, allowed in found]


_MARGIN_WORDS = ", ".join(f"{side} {_mm(low)}–{_mm(high)} mm" for side, (low, high) in MARGINS.items())
_INDENT_WORDS = " hoặc ".join(f"{_mm(value)} mm" for value in FIRST_LINE_INDENTS)

_OWN: tuple[tuple[str, str, str], ...] = (
    ("TR-01", "khổ A4 (210 mm × 297 mm) để đứng; chỉ để ngang cho trang có bảng rộng (từ bốn cột)", ""),
    ("TR-02", f"lề {_MARGIN_WORDS}", ""),
    ("CH-01", f"phông {FONT}", ""),
    ("CH-02", "chữ màu đen", ""),
    ("CH-03", "chữ Unicode dựng sẵn theo TCVN 6909:2001", ""),
    ("ST-11", "số trang ở lề trên, từ trang thứ hai", ""),
    ("ST-12", "không hiển thị số trang ở trang thứ nhất", ""),
    ("ST-13", "không đặt số trang ở lề dưới", ""),
    ("ST-14", "chữ số Ả Rập, bắt đầu từ số 1", ""),
    ("QH-10", f"có Quốc hiệu “{NATION}”; chỉ phụ lục rời mới không cần", ""),
    ("QH-11", f"đúng từng chữ “{NATION}”", ""),
    ("TN-10", f"có Tiêu ngữ “{MOTTO}” dưới Quốc hiệu", ""),
    ("TN-11", f"đúng từng chữ “{MOTTO}”, gạch nối có dấu cách hai bên", ""),
    ("TN-12", "có đường kẻ ngang nét liền ở dưới, dài bằng dòng chữ", ""),
    ("CQ-12", "có đường kẻ ngang nét liền ở dưới, dài bằng 1/3 đến 1/2 dòng chữ", ""),
    ("SO-10", "văn bản có tên loại và công văn phải có dòng “Số: …/…”", ""),
    ("SO-11", "dạng “Số: 76/KH-UBND” (công văn “Số: 12/UBND-PKT”): có hai chấm, ký hiệu in hoa", ""),
    ("SO-12", "số nhỏ hơn 10 thêm một số 0 ở trước, số khác không có số 0 ở đầu", ""),
    ("SO-13", "không có dấu cách trong số và ký hiệu", ""),
    ("SO-14", "ký hiệu bắt đầu bằng chữ viết tắt của tên loại", ""),
    ("NG-10", "văn bản có tên loại và công văn phải có dòng địa danh, ngày tháng năm", ""),
    ("NG-11", "dạng “Vĩnh Phong, ngày 05 tháng 11 năm 2026”: dấu phẩy sau địa danh, đủ ngày tháng năm bằng chữ số", ""),
    ("NG-12", "ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 ở trước", ""),
    ("NG-13", "ngày có trong lịch", OUR_READING),
    ("TY-12", "có đường kẻ ngang nét liền ở dưới, dài bằng 1/3 đến 1/2 dòng chữ", ""),
    ("VV-11", "bắt đầu bằng “V/v ”", ""),
    ("KG-10", "tờ trình, và báo cáo của cấp xã gửi cơ quan cấp trên, phải có “Kính gửi”", ""),
    ("KG-11", "có dấu hai chấm sau chữ “Kính gửi”", ""),
    ("CU-11", "mỗi căn cứ một dòng, cuối dòng là dấu chấm phẩy", ""),
    ("CU-12", "căn cứ cuối cùng kết thúc bằng dấu chấm", ""),
    ("ND-11", "canh đều hai bên", ""),
    ("ND-12", f"đầu dòng của đoạn lùi vào {_INDENT_WORDS}", ""),
    ("ND-13", "các đoạn cách nhau ít nhất 6 pt", ""),
    ("ND-14", "giãn dòng từ dòng đơn đến 1,5 dòng", ""),
    ("ND-15", "nội dung kết thúc bằng “./.”", OUR_READING),
    ("QC-10", "văn bản có tên loại và công văn phải có chức vụ, họ tên người ký", ""),
    ("QC-11", "TM., KT., TL., TUQ., Q. viết có dấu chấm rồi một dấu cách", ""),
    ("QC-12", "cấp phó ký thay cấp trưởng phải có dòng “KT.” ở trên", ""),
    ("HT-10", "văn bản có tên loại (trừ biên bản) và công văn phải có họ tên người ký", ""),
    ("HT-11", "không ghi học hàm, học vị, danh xưng trước họ tên", ""),
    ("NN-10", "văn bản có tên loại (trừ biên bản) và công văn phải có “Nơi nhận:”", ""),
    ("NN-11", "viết “Nơi nhận:”", ""),
    ("DN-11", "mỗi nơi nhận một dòng, bắt đầu bằng “- ”", ""),
    ("DN-12", "cuối mỗi dòng là dấu chấm phẩy", ""),
    ("DN-13", "dòng cuối dạng “- Lưu: VT, PKT.”, kết thúc bằng dấu chấm", ""),
    ("DN-14", "văn bản có “Kính gửi” thì dòng đầu là “- Như trên;”", ""),
    ("KT-10", "phụ lục có dòng “(Kèm theo … số … ngày …)”", ""),
    ("KT-11", "đặt trong ngoặc đơn, ghi số và ngày, ví dụ “(Kèm theo Kế hoạch số 76/KH-UBND ngày 20/3/2026)”", ""),
)  # fmt: skip


def _all_checks() -> dict[str, Check]:
    found = {check.code: check for one in PARTS for check in _letter_checks(one)}
    for code, allowed, point in _OWN:
        one = part(code[:2])
        found[code] = Check(code, one.name, allowed, point or one.point)
    order = [one.code for one in PARTS]
    return dict(sorted(found.items(), key=lambda item: (order.index(item[0][:2]), item[0])))


CHECKS: dict[str, Check] = _all_checks()
"""By code, in the order in which the components stand on a page."""

assert all(check.point.endswith((DECREE, OUR_READING)) for check in CHECKS.values())
