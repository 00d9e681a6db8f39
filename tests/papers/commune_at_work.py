"""A commune at work: a book that is complete enough for every kind of paper to have something to say."""

from __future__ import annotations

from datetime import date, timedelta

from ocop_xl.law.clocks import certificate_end
from ocop_xl.model import Book, Dossier, Evidence, Inspection, Producer, Product, Recognition
from ocop_xl.model import choices as c
from tests.busy_commune import busy_commune
from tests.papers.plan_book import ON

WORDS = {
    "material": ("Cá phi mua của 14 hộ trong xã, chiếm 82% nguyên liệu", "Đúng như mô tả.\nĐã đối chiếu hợp đồng"),
    "labour": ("Có 09 lao động, 08 người ở xã.", "Phù hợp: danh sách lao động có ghi nơi thường trú."),
    "idea": ("Nghề làm chả cá của gia đình từ năm 1985.", "Sản phẩm truyền thống."),
    "identity": ("Quết tay, thì là, tiêu sọ.", "Khác biệt về phương thức sản xuất."),
}
"""What the producer describes and what the commune finds, by content of Mẫu 03."""


def commune_at_work(on: date = ON) -> Book:
    """The busy commune with its papers' facts filled in: dossiers assessed, three visits, a stopped product, a
    certificate to renew, evidence that is missing. A new book every time."""
    book = busy_commune(on)
    book.commune.signer_position = "CHỦ TỊCH"
    book.commune.officer, book.commune.officer_phone = "Trần Văn An", "0912345678"
    for number, producer in enumerate(book[Producer], 1):
        producer.representative, producer.position = "Nguyễn Thị Kiều Diễm", "Chủ hộ"
        producer.gender, producer.ethnicity, producer.address = "Nữ", "Kinh", f"Số {number}, ấp Vĩnh Phước"
        producer.residence = f"Ấp Vĩnh Phước {number}, xã Vĩnh Phong"
    for product in book[Product]:
        product.product_set = product.product_set or 8
    for dossier in book[Dossier]:
        dossier.stars = 3
        assess(dossier)
    book[Evidence] = [
        *book[Evidence],
        Evidence(id="HS02-12", dossier_id="HS02", line=c.EVIDENCE_LINE.values[11], state=c.EVIDENCE_MISSING),
    ]
    book[Inspection] = [
        visit("KT01", "SP06", on - timedelta(60), severity="Cần khắc phục", due=on - timedelta(30), criteria_kept="Chưa đạt",
              finding="Nhật ký sản xuất không ghi từ tháng 6", recommendation="Ghi lại nhật ký sản xuất"),
        visit("KT02", "SP07", on - timedelta(20), kind=c.INSPECTION_KIND.values[2]),
        visit("KT03", "SP02", on, severity="Nghiêm trọng", due=on + timedelta(10), mark_use="Chưa đạt",
              finding="Dùng biểu trưng OCOP 4 sao trên nhãn", recommendation="Đề nghị cơ quan cấp tỉnh kiểm tra"),
    ]  # fmt: skip
    book.by_id(Product)["SP05"].status = c.STATUS_STOPPED
    book[Recognition] = [*book[Recognition], certificate("CN10", "SP05", 4, date(2025, 5, 5))]
    book.lay_out()
    return book


def assess(dossier: Dossier) -> None:
    """All four contents of Mẫu 03 in words."""
    for content, (claim, finding) in WORDS.items():
        setattr(dossier, f"{content}_claim", claim)
        setattr(dossier, f"{content}_finding", finding)


def visit(key: str, product: str, day: date, **seen: object) -> Inspection:
    """A visit that found nothing wrong, but for what is said of it."""
    row = Inspection(id=key, product_id=product, inspected=day, kind=c.INSPECTION_KIND.values[0], team="Phòng Kinh tế")
    row.conditions = row.quality = row.criteria_kept = row.mark_use = "Đạt"
    row.standard, row.severity, row.finding = "HACCP", "Không có", "Duy trì điều kiện sản xuất"
    for attribute, value in seen.items():
        setattr(row, attribute, value)
    return row


def certificate(key: str, product: str, stars: int, issued: date) -> Recognition:
    return Recognition(
        id=key,
        product_id=product,
        stars=stars,
        decision_number=f"{key}/QĐ-UBND",
        decision_date=issued,
        authority=c.AUTHORITY_PROVINCE,
        authority_name="UBND tỉnh Kiên Giang" if issued < date(2025, 7, 1) else None,
        issued=issued,
        ends=certificate_end(issued),
    )
