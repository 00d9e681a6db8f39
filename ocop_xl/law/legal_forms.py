"""Who may be a “chủ thể OCOP”: the legal forms of khoản 3 Điều 2, QĐ 26/2026/QĐ-TTg, in any usual spelling.

“Cơ sở” is what people write for a workshop; it is no legal form and not eligible until it is registered.
"""

from __future__ import annotations

from functools import cache

from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold

ARTICLE = "khoản 3 Điều 2, QĐ 26/2026/QĐ-TTg"


class LegalForm(NamedTuple):
    """`needs_registration`: may take part only with a business registration, whose number is therefore asked for.
    The law says so of households; “Hộ kinh doanh” is such a household under its registered name (our reading).

    `counts_as_economic_organisation`: named in target “tổ chức kinh tế tham gia OCOP” of Kế hoạch 76/KH-UBND.
    """

    code: str
    name: str
    abbreviations: tuple[str, ...]
    eligible: bool = True
    needs_registration: bool = False
    counts_as_economic_organisation: bool = False
    tourism_only: bool = False


LEGAL_FORMS: tuple[LegalForm, ...] = (
    LegalForm(
        "HTX",
        "Hợp tác xã",
        ("HTX", "Hợp tác xã", "Liên hiệp HTX", "Liên hiệp hợp tác xã"),
        counts_as_economic_organisation=True,
    ),
    LegalForm(
        "THT",
        "Tổ hợp tác",
        ("THT", "Tổ hợp tác"),
        counts_as_economic_organisation=True,
    ),
    LegalForm(
        "HKD",
        "Hộ kinh doanh",
        ("HKD", "Hộ KD", "Hộ kinh doanh", "Hộ kinh doanh cá thể"),
        needs_registration=True,
        counts_as_economic_organisation=True,
    ),
    LegalForm("DNTN", "Doanh nghiệp tư nhân", ("DNTN", "Doanh nghiệp tư nhân", "DN tư nhân")),
    LegalForm(
        "TNHH",
        "Công ty TNHH",
        ("TNHH", "CT TNHH", "Cty TNHH", "Công ty TNHH", "Công ty trách nhiệm hữu hạn", "Doanh nghiệp TNHH"),
    ),
    LegalForm(
        "CTCP",
        "Công ty cổ phần",
        ("CTCP", "CT CP", "Cty CP", "Cty cổ phần", "Công ty CP", "Công ty cổ phần"),
    ),
    LegalForm(
        "DN",
        "Doanh nghiệp nhỏ và vừa",
        ("DN", "DNNVV", "Doanh nghiệp", "Doanh nghiệp nhỏ và vừa", "Công ty", "CTY"),
    ),
    LegalForm("TTR", "Trang trại", ("Trang trại", "Chủ trang trại")),
    LegalForm(
        "HO",
        "Hộ sản xuất, hộ gia đình",
        ("Hộ", "Hộ sản xuất", "Hộ SX", "Hộ gia đình", "Hộ cá thể", "Hộ sản xuất kinh doanh", "Hộ SXKD"),
        needs_registration=True,
    ),
    LegalForm(
        "CS",
        "Cơ sở",
        ("Cơ sở", "CSSX", "Cơ sở sản xuất", "Cơ sở SXKD"),
        eligible=False,
    ),
    LegalForm("HOI", "Hội", ("Hội",), tourism_only=True),
    LegalForm("HH", "Hiệp hội", ("Hiệp hội",), tourism_only=True),
    LegalForm("TTDH", "Trung tâm điều hành", ("Trung tâm điều hành",), tourism_only=True),
)


def legal_form(text: str) -> LegalForm | None:
    """The form that a cell or a producer's name begins with: `HTX Dịch vụ - NN Hiểu Phát` → Hợp tác xã.

    `Hộ` and `Hội` must be the whole text: without its marks `Hồ Thị Lan` begins with `ho` too. A branch has the form
    of the firm that it belongs to.
    """
    words = fold(text).removeprefix("chi nhanh ")
    exact, beginnings = _spellings()
    return exact.get(words) or next((form for key, form in beginnings if words.startswith(key)), None)


@cache
def _spellings() -> tuple[dict[str, LegalForm], list[tuple[str, LegalForm]]]:
    """Whole texts, and the beginnings that are safe to go by, longest first."""
    written = [(spelling, form) for form in LEGAL_FORMS for spelling in form.abbreviations]
    beginnings = [(f"{fold(spelling)} ", form) for spelling, form in written if " " in spelling or spelling.isupper()]
    beginnings.sort(key=lambda pair: len(pair[0]), reverse=True)
    return {fold(spelling): form for spelling, form in written}, beginnings
