"""The letter in which the commune confirms that a producer no longer makes a product (khoản 4 Điều 8)."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import WITHDRAWAL_DAYS, withdrawal_deadline
from ocop_xl.model import Book, Inspection, Product, Recognition, spec_of
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, row_values, tag
from ocop_xl.papers.facts import Gap, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import certificate_values, facts_about, producer_values
from ocop_xl.papers.kinds.parts.addressing import address, province, province_short
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.wording import full_date
from ocop_xl.programme.ranks import Rank, rank_on

CENTRAL_STARS = 5
"""The rank that the minister, not the province, takes back (Điều 8)."""


def stopped_facts(book: Book, on: date) -> list[PaperFacts]:
    """One letter for each product that is no longer made."""
    return [_letter(book, product, on) for product in book[Product] if product.status == c.STATUS_STOPPED]


def _letter(book: Book, product: Product, on: date) -> PaperFacts:
    values = common_values(book, on)
    values["san_pham"] = row_values(book, product, on)
    values["chu_the"] = producer_values(book, product, on, "address")
    rank = rank_on(book, product, on)
    values["giay"] = _certificate(book, product, rank, on)
    values["can_cu_xac_nhan"] = _grounds(book, product, on)
    values["ngay_ngung"] = f"ngày {full_date(product.stopped)}" if product.stopped else gap(book, product, "stopped")
    values["dieu_khoan"] = article(on, "khoản 4 Điều 8", first=True)
    values["tinh"] = province_short(book)
    values["thu_hoi"] = {
        "so_ngay": str(WITHDRAWAL_DAYS),
        "han": f"ngày {full_date(withdrawal_deadline(on))}",
        "co_giay": rank.stars is not None,
        "trung_uong": rank.stars == CENTRAL_STARS,
    }
    name = values["chu_the"]["ten_day_du"]
    address(book, values, province(book), name)
    return facts_about("Công văn xác nhận chủ thể ngừng sản xuất", product, product.id, values, on.year)


def _certificate(book: Book, product: Product, rank: Rank, on: date) -> Values:
    """What is to be taken back; a product that has a rank without a recorded certificate shows it as a gap."""
    if rank.proof is not None:
        return certificate_values(book, rank.proof, on, "decision_date", "ends")
    missing = Gap(f"Chưa có quyết định công nhận của sản phẩm {product.name or product.id} (trang Công nhận)")
    blanks = {tag(Recognition, column.attribute): missing for column in spec_of(Recognition).columns}
    return blanks | {tag(Recognition, "stars"): f"{rank.stars} sao"}


def _grounds(book: Book, product: Product, on: date) -> str:
    """What the confirmation rests on: the last visit, if there was one."""
    visits = [v.inspected for v in book[Inspection] if v.product_id == product.id and v.inspected and v.inspected <= on]
    if visits:
        return f"kết quả theo dõi, rà soát ngày {full_date(max(visits))}"
    return Gap(
        f"Chưa có căn cứ xác nhận {product.name or product.id} ngừng sản xuất (đơn của chủ thể hoặc biên bản rà soát)"
    )


KINDS = (
    PaperKind(
        "xac-nhan-ngung-san-xuat",
        "Công văn xác nhận chủ thể ngừng sản xuất sản phẩm OCOP",
        "xac-nhan-ngung-san-xuat.docx",
        stopped_facts,
        register_kind="Công văn",
        symbol="UBND",
        made_for="mỗi sản phẩm có «Trạng thái» là «Ngừng sản xuất» (trang Sản phẩm)",
    ),
)
