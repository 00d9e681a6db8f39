"""Phiếu đăng ký – Mẫu 01, Phụ lục III, QĐ 26/2026/QĐ-TTg – filled in as far as the workbook knows."""

from __future__ import annotations

from datetime import date

from ocop_xl.law import sectors
from ocop_xl.model import Book, Dossier, Product
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, tag
from ocop_xl.papers.dossier_values import asked, dossier_values, facts_of, samples_of
from ocop_xl.papers.facts import Gap, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.articles import article

MARK = "x"
_AS_THE_FORM_SAYS = {
    c.DOSSIER_FIRST: "Lần đầu",
    c.DOSSIER_UPGRADE: "Nâng hạng",
    c.DOSSIER_AGAIN: "Đánh giá lại",
}


def registration_facts(book: Book, on: date) -> list[PaperFacts]:
    """One form for each dossier, also for one still in preparation: the subject has only to sign it."""
    return [_form(book, dossier, on) for dossier in book[Dossier]]


def _form(book: Book, dossier: Dossier, on: date) -> PaperFacts:
    values = common_values(book, on) | dossier_values(book, dossier, on)
    asked(book, dossier, values["ho_so"], "received", "received_by")
    values["bieu_mau"] = article(on, "Mẫu 01, Phụ lục III,")
    values["lan_dang_ky"] = [
        {"ten": name, "chon": MARK if dossier.kind == kind else ""} for kind, name in _AS_THE_FORM_SAYS.items()
    ]
    values["nhom"] = _classes(book, dossier, values)
    values["so_mau"] = samples_of(book, dossier)
    values["phieu"] = _number(book, dossier, on)
    return facts_of(book, dossier, "Phiếu đăng ký", values, on)


def _classes(book: Book, dossier: Dossier, values: Values) -> Values:
    """Ngành, nhóm, phân nhóm: from the product set where it is chosen, else the sector alone."""
    product = book.by_id(Product).get(dossier.product_id or "")
    number = product.product_set if product else None
    if number is None or not 1 <= number <= len(sectors.PRODUCT_SETS):
        unknown = values["san_pham"][tag(Product, "product_set")]
        return {"nganh": values["san_pham"][tag(Product, "sector")], "nhom": unknown, "phan_nhom": unknown}
    chosen = sectors.product_set(number)
    return {"nganh": chosen.sector, "nhom": chosen.group, "phan_nhom": chosen.name}


def _number(book: Book, dossier: Dossier, on: date) -> Values:
    """«Phiếu số: …-…/PĐK-(mã tỉnh)-(mã xã)-(năm)»: as entered, else dots before the part that is known."""
    commune = book.commune
    year = (dossier.received or on).year
    place = [commune.province_code, commune.commune_code]
    end = f"/PĐK-{'-'.join(str(code) for code in place)}-{year}"
    if dossier.form_number:
        return {"so": dossier.form_number, "phan_sau": "", "phan_sau_cua_tinh": end if all(place) else "/PĐK-"}
    if not all(place):
        blank = gap(book, commune, "province_code" if not commune.province_code else "commune_code")
        return {"so": Gap(blank.label), "phan_sau": "/PĐK-", "phan_sau_cua_tinh": "/PĐK-"}
    return {"so": gap(book, dossier, "form_number"), "phan_sau": end, "phan_sau_cua_tinh": end}


KINDS = (
    PaperKind(
        "phieu-dang-ky",
        "Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP (Mẫu 01)",
        "phieu-dang-ky.docx",
        registration_facts,
        made_for="mỗi dòng của trang «Hồ sơ»",
    ),
)
