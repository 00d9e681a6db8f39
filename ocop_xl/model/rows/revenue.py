"""Sheet «Doanh thu»: what a product brought in a year, as its subject reports it."""

from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.rows.dossiers import PRODUCT_NAME
from ocop_xl.model.table import Row, table


@table(
    sheet="Doanh thu",
    name="tblDoanhThu",
    title="DOANH THU, SẢN LƯỢNG, LAO ĐỘNG",
    purpose="Mỗi dòng một sản phẩm trong một năm, theo báo cáo của chủ thể.",
    since=2,
)
class Revenue(Row):
    """One product's year."""

    id: str | None = column("Mã DT", Kind.KEY, "DT và số thứ tự. Ví dụ DT01.", required=True, prefix="DT", width=9)
    product_id: str | None = column("Mã SP", Kind.REF, "", required=True, refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    year: int | None = column("Năm", Kind.YEAR, "", required=True, minimum=2018, maximum=2060, width=8, names=True)
    revenue: float | None = column("Doanh thu", Kind.MONEY, "Triệu đồng trong năm.", minimum=0, unit="triệu đồng", width=14, filled_by="chủ thể")
    output: float | None = column("Sản lượng", Kind.DECIMAL, "Lượng bán ra trong năm.", minimum=0, width=12, filled_by="chủ thể")
    output_unit: str | None = column("Đơn vị sản lượng", Kind.TEXT, "Ví dụ: tấn, chai, lượt khách.", width=12, filled_by="chủ thể")
    workers: int | None = column("Lao động", Kind.INTEGER, "Số lao động làm sản phẩm này.", minimum=0, maximum=100000, unit="người", width=10, filled_by="chủ thể")
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
