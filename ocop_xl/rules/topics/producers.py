"""Subjects: may this form take part, is it registered, is it one subject or two (CT-…)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ocop_xl.law.legal_forms import ARTICLE, LEGAL_FORMS
from ocop_xl.law.sectors import TOURISM
from ocop_xl.model import Producer, Product
from ocop_xl.programme.participation import takes_part
from ocop_xl.rules.alike import last_words_of, same_name_twice
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

_FIRMS = frozenset({"Doanh nghiệp tư nhân", "Công ty TNHH", "Công ty cổ phần", "Doanh nghiệp nhỏ và vừa"})
_FIRM_NUMBER = r"\d{10}(-?\d{3})?"
_ANY_NUMBER = r"(?=.*\d{4})[0-9A-ZĐ]{8,15}"
_NUMBER_MARKS = str.maketrans("", "", " .-/")
_REGISTERED_FORMS = "hộ kinh doanh, hợp tác xã hoặc doanh nghiệp"


@rule(
    "CT-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — không phải loại hình được tham gia Chương trình.",
    fix="Hãy {todo}.",
    source=ARTICLE,
)
def form_not_eligible(view: View, on: date) -> Iterable[Saw]:
    """“Cơ sở” is what people call a workshop; the law names only registered forms, one of which it may already be."""
    out = {form.name for form in LEGAL_FORMS if not form.eligible}
    for row in view.having(Producer, "legal_form", broken=out.__contains__):
        if row.registration:
            todo = f"chọn loại hình ghi trên giấy đăng ký số {row.registration}: {_REGISTERED_FORMS}"
        else:
            todo = f"hướng dẫn đăng ký thành {_REGISTERED_FORMS}, rồi chọn lại loại hình"
        yield saw(row, "legal_form", todo=todo)


@rule(
    "CT-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — loại hình này chỉ được tham gia với nhóm dịch vụ du lịch, còn sản phẩm {products} "
    "thuộc nhóm khác.",
    fix="Hãy chọn lại loại hình của chủ thể, hoặc ghi sản phẩm cho chủ thể khác.",
    source=ARTICLE,
)
def form_only_for_tourism(view: View, on: date) -> Iterable[Saw]:
    """Associations and managing centres are named for tourism services alone."""
    only_tourism = {form.name for form in LEGAL_FORMS if form.tourism_only}
    for row in view.having(Producer, "legal_form", broken=only_tourism.__contains__):
        others = [p.id or "" for p in view[Product] if p.producer_id == row.id and p.sector not in (TOURISM, None)]
        if others and row.id:
            yield saw(row, "legal_form", products=", ".join(others))


@rule(
    "CT-003",
    Severity.WARNING,
    "«{header}» đang trống — “{form}” chỉ được tham gia khi có đăng ký kinh doanh.",
    fix="Hãy ghi số giấy đăng ký; nếu chưa có, hãy hướng dẫn hộ đăng ký trước khi lập hồ sơ.",
    source=ARTICLE,
)
def household_without_registration(view: View, on: date) -> Iterable[Saw]:
    """A household's certificate is the first paper of its dossier (minh chứng 1, Mẫu 02)."""
    households = {form.name for form in LEGAL_FORMS if form.needs_registration}
    pairs = view.having(Producer, "legal_form", "registration", broken=lambda p: p[0] in households and not p[1])
    return (saw(row, "registration", form=row.legal_form) for row in pairs)


@rule(
    "CT-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — {expected}.",
    fix="Hãy đối chiếu với giấy đăng ký rồi ghi lại.",
    source="Cách viết mã số doanh nghiệp, hộ kinh doanh; cách kiểm tra là cách hiểu của phần mềm",
)
def registration_format(view: View, on: date) -> Iterable[Saw]:
    """Firms have ten digits; certificates of households and cooperatives differ by year and place, so we ask little."""
    for row in view.having(Producer, "legal_form", "registration", broken=_bad_number):
        firm = row.legal_form in _FIRMS
        expected = "mã số doanh nghiệp gồm 10 chữ số, đơn vị phụ thuộc thêm “-” và 3 chữ số"
        other = "số đăng ký thường gồm 8 đến 15 chữ số, có thể kèm chữ cái, ví dụ 91A8012345"
        yield saw(row, "registration", expected=expected if firm else other)


def _bad_number(pair: tuple[str | None, str | None]) -> bool:
    form, number = pair
    if not number:
        return False
    if form in _FIRMS:
        return re.fullmatch(_FIRM_NUMBER, number.replace(" ", "")) is None
    return re.fullmatch(_ANY_NUMBER, number.translate(_NUMBER_MARKS).upper()) is None


@rule(
    "CT-005",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — nhiều hơn «Số lao động» ({workers}).",
    fix="Hãy sửa một trong hai số.",
    source="tiêu chí 3.3, Phụ lục II, QĐ 26/2026/QĐ-TTg",
)
def more_local_workers_than_workers(view: View, on: date) -> Iterable[Saw]:
    """Local workers are part of all workers; criterion 3.3 scores their share."""
    for row in view.having(Producer, "workers", "local_workers", broken=lambda p: None not in p and p[1] > p[0]):
        yield saw(row, "local_workers", workers=row.workers)


@rule(
    "CT-006",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — có vẻ là một với “{name}” ({first}).",
    fix="Hãy giữ một dòng, sửa «Mã CT» ở các trang khác về mã đó; nếu là hai chủ thể thì giữ nguyên.",
    source="cách hiểu của phần mềm",
)
def same_producer_twice(view: View, on: date) -> Iterable[Saw]:
    """`HTX` and `Hợp tác xã`, `Hoà` and `Hòa`: one subject in two rows is trained, supported and counted twice."""
    names = view.column(Producer, "name")
    for row, earlier in same_name_twice(view[Producer], names, last_words_of(names)):
        if earlier.name != row.name:
            yield saw(row, "name", name=earlier.name, first=earlier.id or f"dòng {earlier.at}")


@rule(
    "CT-007",
    Severity.INFO,
    "«{header}» đang là “{saw}” — chủ thể này chưa có sản phẩm nào đang tham gia.",
    fix="Hãy ghi sản phẩm ở trang «Sản phẩm», hoặc giữ dòng này để theo dõi.",
    source="cách hiểu của phần mềm",
)
def producer_without_product(view: View, on: date) -> Iterable[Saw]:
    """Such a subject is left out of the targets «100% chủ thể»; staff should know why."""
    active = {p.producer_id for p in view[Product] if takes_part(p, on)}
    return (saw(row, "name") for row in view[Producer] if row.id and row.name and row.id not in active)
