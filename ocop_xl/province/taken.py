"""Which rows and columns of the communes' books stand in the province's workbook, and what each row says of its origin.

Only columns that a package for the province may carry (`privacy/profiles`), whoever has sent what.
"""

from __future__ import annotations

from ocop_xl.model import (
    Budget,
    Channel,
    Dossier,
    Inspection,
    Producer,
    Product,
    Recognition,
    Revenue,
    Row,
    ScoreSheet,
    Support,
    Target,
    spec_of,
)
from ocop_xl.model.column import Column, Kind
from ocop_xl.records import NamedTuple


class Taken(NamedTuple):
    """A table of the province's workbook; `name` is that of its Excel Table, `what` stands on the cover. `by` is the
    attribute by which its rows stand in order, "" for the order of the communes."""

    row_type: type[Row]
    name: str
    title: str
    what: str
    attributes: tuple[str, ...]
    by: str = ""

    @property
    def sheet(self) -> str:
        return spec_of(self.row_type).sheet

    @property
    def columns(self) -> tuple[Column, ...]:
        spec = spec_of(self.row_type)
        return tuple(spec.column(attribute) for attribute in self.attributes)


ORIGIN = (
    Column("Mã xã", Kind.KEY, width=9, attribute="commune_code"),
    Column("Xã, phường", Kind.TEXT, width=20, attribute="commune"),
    Column("Gói, tệp", Kind.TEXT, width=34, attribute="file"),
    Column("Ô", Kind.TEXT, "Trang và ô của dòng trong sổ mà xã gửi.", width=18, attribute="cell"),
)
"""Before the columns of every table: whose row it is, and where the commune finds it."""


def _taken(row_type: type[Row], name: str, title: str, what: str, attributes: str, by: str = "") -> Taken:
    return Taken(row_type, name, title, what, tuple(attributes.split()), by)


TAKEN: tuple[Taken, ...] = (
    _taken(
        Product,
        "tinhSanPham",
        "SẢN PHẨM CỦA CÁC XÃ",
        "sản phẩm: nhóm, hạng, lộ trình, truy xuất, gian hàng",
        "id name section sector product_set producer_id producer_name producer_form active present rank potential "
        "from_year to_year status stopped joined traceability trademark code gtin pack supports shops points",
    ),
    _taken(
        Producer,
        "tinhChuThe",
        "CHỦ THỂ CỦA CÁC XÃ",
        "chủ thể: loại hình, lao động, tập huấn, hỗ trợ",
        "id name legal_form registration hamlet workers local_workers active_products trainings support_kinds",
    ),
    _taken(
        Dossier,
        "tinhHoSo",
        "HỒ SƠ ĐĂNG KÝ ĐÁNH GIÁ, PHÂN HẠNG",
        "hồ sơ: hạn gửi tỉnh, tình trạng, kết quả của tỉnh",
        "id product_id product_name kind stars received send_by to_do state asked supply_due supplied sent round "
        "returned return_reason province_score province_stars",
    ),
    _taken(
        Recognition,
        "tinhCongNhan",
        "GIẤY CHỨNG NHẬN, GIẤY HẾT HẠN SỚM ĐỨNG TRƯỚC",
        "giấy chứng nhận, giấy hết hạn sớm đứng trước",
        "id product_id product_name stars ends in_force latest window_opens window_closes to_do decision_number "
        "decision_date authority issued state ground ended",
        by="ends",
    ),
    _taken(
        ScoreSheet,
        "tinhDiem",
        "PHIẾU CHẤM ĐIỂM",
        "phiếu chấm: điểm từng phần, tổng điểm, hạng",
        "id dossier_id product_name criteria_set scorer scored_on knock_out criteria answered part_a part_b "
        "part_c total stars_by_points stars_by_minima stars to_do",
    ),
    _taken(
        Target,
        "tinhChiTieu",
        "CHỈ TIÊU CỦA CÁC XÃ",
        "chỉ tiêu của từng xã: mức, thực hiện, kết quả",
        "id short_name measure unit minimum aspiration actual ratio met missing year_level year_met",
    ),
    _taken(
        Inspection,
        "tinhKiemTra",
        "THEO DÕI, KIỂM TRA, RÀ SOÁT",
        "các lần kiểm tra, kiến nghị, hạn khắc phục",
        "id inspected kind product_id product_name conditions quality criteria_kept mark_use standard finding "
        "severity recommendation due done next requested answered",
    ),
    _taken(
        Channel,
        "tinhKenhBan",
        "KÊNH GIỚI THIỆU VÀ BÁN SẢN PHẨM",
        "sàn thương mại điện tử, điểm giới thiệu và bán",
        "id kind name product_id product_name address link since until state counts",
    ),
    _taken(
        Budget,
        "tinhKinhPhi",
        "KINH PHÍ, TRIỆU ĐỒNG",
        "kinh phí theo năm, theo nguồn",
        "id year source planned allocated spent supports unexplained left",
    ),
    _taken(
        Support,
        "tinhHoTro",
        "HỖ TRỢ CHỦ THỂ VÀ SẢN PHẨM",
        "việc hỗ trợ và kinh phí",
        "id kind producer_id producer_name product_id product_name start done state contractor contract cost "
        "funding counts",
    ),
    _taken(
        Revenue,
        "tinhDoanhThu",
        "DOANH THU, SẢN LƯỢNG, LAO ĐỘNG",
        "doanh thu, sản lượng, lao động theo năm",
        "id product_id product_name year revenue output output_unit workers",
    ),
)
"""In the order of the sheets."""

FINDING_COLUMNS = (
    Column("Mức", Kind.TEXT, width=14, attribute="severity"),
    Column("Mã quy tắc", Kind.TEXT, width=11, attribute="code"),
    Column("Dòng", Kind.TEXT, width=11, attribute="row_id"),
    Column("Cột", Kind.TEXT, width=20, attribute="column"),
    Column("Phát hiện", Kind.LONG_TEXT, width=70, attribute="message"),
    Column("Cách sửa", Kind.LONG_TEXT, width=46, attribute="fix"),
)
"""What the rules find in the communes' books, after the columns of origin."""
FINDINGS = "Phát hiện"
"""Its sheet, and its name among the rows of a reduced file."""
