"""Sheets «Xúc tiến», «Kênh bán» and «Truyền thông»: how the products meet their buyers."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.rows.dossiers import PRODUCT_NAME
from ocop_xl.model.rows.producers import PRODUCER_NAME
from ocop_xl.model.table import TODAY, Row, table

_COUNTS = (
    f'=IF(AND([@[Mã KB]]="",[@[Loại kênh]]=""),"",IF(AND(N([@[Từ ngày]])<={TODAY},'
    f'IF(N([@[Đến ngày]])>0,[@[Đến ngày]]>={TODAY},[@[Tình trạng kênh]]="Đang hoạt động")),"Có","Không"))'
)
_POINT_SHARE = (
    '=IF(AND([@[Loại kênh]]="Điểm giới thiệu và bán",[@[Được tính]]="Có"),'
    "1/SUMPRODUCT((tblKenhBan[Loại kênh]=[@[Loại kênh]])*(tblKenhBan[Được tính]=[@[Được tính]])*"
    '(tblKenhBan[Tên kênh]=[@[Tên kênh]])),IF([@[Mã KB]]="","",0))'
)


@table(
    sheet="Xúc tiến",
    name="tblXucTien",
    title="XÚC TIẾN THƯƠNG MẠI",
    purpose="Mỗi dòng một chủ thể dự một sự kiện; ghi sản phẩm đem theo và kết quả.",
)
class Promotion(Row):
    """One subject at one trade event (khoản 4 mục III of the plan)."""

    id: str | None = column("Mã XT", Kind.KEY, "XT và số thứ tự. Ví dụ XT01.", required=True, prefix="XT", width=9)
    held: date | None = column("Ngày", Kind.DATE, "", required=True, width=12, names=True)
    event: str | None = column("Tên sự kiện", Kind.TEXT, "", required=True, width=36, names=True)
    kind: str | None = column("Loại sự kiện", Kind.CHOICE, "", choices=choices.PROMOTION_KIND, width=18)
    place: str | None = column("Địa điểm", Kind.TEXT, "", width=24)
    producer_id: str | None = column("Mã CT", Kind.REF, "", required=True, refers_to="tblChuThe", width=9, names=True)
    producer_name: str | None = live("Tên chủ thể", Kind.TEXT, PRODUCER_NAME, width=30)
    product_id: str | None = column("Mã SP", Kind.REF, "", refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    result: str | None = column("Kết quả", Kind.LONG_TEXT, "Hợp đồng, doanh thu, khách hàng mới…", width=30)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)


@table(
    sheet="Kênh bán",
    name="tblKenhBan",
    title="KÊNH GIỚI THIỆU VÀ BÁN SẢN PHẨM",
    purpose="Mỗi dòng một sản phẩm ở một kênh: sàn thương mại điện tử, điểm giới thiệu và bán, đại lý.",
)
class Channel(Row):
    """One product on one sales channel; a sales point without a product counts as a point all the same."""

    id: str | None = column("Mã KB", Kind.KEY, "KB và số thứ tự. Ví dụ KB01.", required=True, prefix="KB", width=9)
    kind: str | None = column("Loại kênh", Kind.CHOICE, "", required=True, choices=choices.CHANNEL_KIND, width=24, names=True)
    name: str | None = column("Tên kênh", Kind.TEXT, "Tên sàn, điểm bán, cửa hàng; một điểm ghi cùng một tên ở mọi dòng.", required=True, width=30, names=True)
    product_id: str | None = column("Mã SP", Kind.REF, "Điểm bán chung có thể để trống.", refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    address: str | None = column("Địa chỉ điểm bán", Kind.TEXT, "", width=28)
    link: str | None = column("Đường dẫn", Kind.URL, "Đường dẫn gian hàng, bắt đầu bằng https://", width=34)
    since: date | None = column("Từ ngày", Kind.DATE, "Ngày bắt đầu hoạt động; được tính từ ngày này.", width=12, group="state")
    until: date | None = column("Đến ngày", Kind.DATE, "Ngày cuối cùng còn hoạt động, nếu đã dừng.", width=12, group="state", since=2)
    state: str | None = column("Tình trạng kênh", Kind.CHOICE, "Kênh «Đang hoạt động» được tính vào chỉ tiêu; kênh đã dừng được tính đến «Đến ngày».", required=True, choices=choices.CHANNEL_STATE, width=16, group="state")
    counts: str | None = live("Được tính", Kind.TEXT, _COUNTS, "«Có» khi kênh đang hoạt động vào ngày tính.", width=9, since=2)
    point_share: float | None = live("Tính vào số điểm", Kind.DECIMAL, _POINT_SHARE, "Một điểm ghi ở nhiều dòng (nhiều sản phẩm) được chia đều, để cộng lại vẫn là một điểm.", width=10)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)


@table(
    sheet="Truyền thông",
    name="tblTruyenThong",
    title="TUYÊN TRUYỀN, TRUYỀN THÔNG",
    purpose="Tin bài, hội nghị, phát thanh, tài liệu về Chương trình OCOP.",
)
class Communication(Row):
    """One piece of communication (khoản 1 mục III of the plan)."""

    id: str | None = column("Mã TT", Kind.KEY, "TT và số thứ tự. Ví dụ TT01.", required=True, prefix="TT", width=9)
    published: date | None = column("Ngày", Kind.DATE, "", required=True, width=12, names=True)
    kind: str | None = column("Hình thức truyền thông", Kind.CHOICE, "", required=True, choices=choices.MEDIA_KIND, width=22)
    title: str | None = column("Nội dung", Kind.TEXT, "", required=True, width=44, names=True)
    audience: int | None = column("Số người", Kind.INTEGER, "Số người dự hoặc lượt xem.", minimum=0, maximum=10000000, unit="người", width=10)
    link: str | None = column("Đường dẫn", Kind.URL, "", width=34)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
