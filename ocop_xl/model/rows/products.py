"""Sheet «Sản phẩm»: the appendix of the plan, one product a row."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.table import TODAY, Row, table

_RECORDED = 'COUNTIFS(tblCongNhan[Mã SP],[@[Mã SP]])-COUNTIFS(tblCongNhan[Mã SP],[@[Mã SP]],tblCongNhan[Ngày cấp],">"&' + f"{TODAY})"
"""Recognitions that had been issued by the day; one without a day counts as issued."""
_TAKES_PART = (
    f'AND(N([@[Tham gia từ ngày]])<={TODAY},'
    'IF(OR([@[Trạng thái]]="Tạm dừng",[@[Trạng thái]]="Ngừng sản xuất"),'
    f"N([@[Ngày ngừng sản xuất]])>{TODAY},TRUE))"
)
_IN_FORCE = 'COUNTIFS(tblCongNhan[Mã SP],[@[Mã SP]],tblCongNhan[Mới nhất],"Có",tblCongNhan[Số sao],{stars})>0'
_BEST = '""'
for _stars in (3, 4, 5):
    _BEST = f"IF({_IN_FORCE.format(stars=_stars)},{_stars},{_BEST})"
_AT_POINT = 'COUNTIFS(tblKenhBan[Loại kênh],"Điểm giới thiệu và bán",tblKenhBan[Được tính],"Có"'
_POINTS = (
    f'=IF([@[Mã SP]]="","",{_AT_POINT})-{_AT_POINT},tblKenhBan[Mã SP],"?*")+{_AT_POINT},tblKenhBan[Mã SP],[@[Mã SP]]))'
)


@table(
    sheet="Sản phẩm",
    name="tblSanPham",
    title="SẢN PHẨM THAM GIA CHƯƠNG TRÌNH OCOP",
    purpose="Mỗi dòng một sản phẩm. Gõ tiếp vào dòng trống đầu tiên; ô nền xám tự tính, không cần gõ.",
)
class Product(Row):
    """A product that the commune plans for, guides or keeps."""

    id: str | None = column("Mã SP", Kind.KEY, "SP và số thứ tự, không trùng, không đổi về sau. Ví dụ SP08.", required=True, prefix="SP", width=9)
    name: str | None = column("Tên sản phẩm", Kind.TEXT, "Mỗi dòng một sản phẩm, ghi đúng tên trên nhãn.", required=True, width=28, aliases=("Sản phẩm", "Tên SP", "Tên hàng hóa"), names=True)
    section: str | None = column("Mục", Kind.CHOICE, "Mục trong phụ lục kế hoạch.", required=True, choices=choices.PRODUCT_SECTION, width=24)
    number: int | None = column("STT", Kind.INTEGER, "Số thứ tự trong mục, đánh lại từ 1 ở mỗi mục.", required=True, minimum=1, maximum=99999, width=7)
    sector: str | None = column("Nhóm sản phẩm", Kind.CHOICE, "Một trong sáu nhóm (ngành) của Chương trình.", required=True, choices=choices.SECTOR, width=22, aliases=("Nhóm", "Ngành", "Ngành hàng", "Nhóm SP"))
    product_set: int | None = column("Bộ sản phẩm", Kind.PRODUCT_SET, "Chọn nhóm trước, danh sách chỉ hiện các bộ tiêu chí của nhóm đó.", choices=choices.PRODUCT_SET, width=34, minimum=1, maximum=26, aliases=("Bộ tiêu chí", "Phân nhóm"))
    producer_id: str | None = column("Mã CT", Kind.REF, "Chọn mã chủ thể; tên hiện ở ô bên cạnh.", required=True, refers_to="tblChuThe", width=9, aliases=("Mã chủ thể",), names=True)
    producer_name: str | None = live("Tên chủ thể", Kind.TEXT, '=IFERROR(INDEX(tblChuThe[Tên chủ thể],MATCH([@[Mã CT]],tblChuThe[Mã CT],0)),"")', width=30)
    producer_form: str | None = live("Loại hình chủ thể", Kind.TEXT, '=IFERROR(INDEX(tblChuThe[Loại hình],MATCH([@[Mã CT]],tblChuThe[Mã CT],0))&"","")', width=18)
    present: int | None = column("Hiện trạng", Kind.STARS, "Số sao đang có (gõ 3, hiện «3 sao»); sản phẩm mới để trống.", minimum=1, maximum=5, width=11, aliases=("Hạng sao", "Số sao hiện có", "Hạng hiện tại", "Xếp hạng"))
    potential: int | None = column("Tiềm năng", Kind.STARS, "Số sao phấn đấu: 3, 4 hoặc 5.", required=True, minimum=3, maximum=5, width=11, aliases=("Sao tiềm năng", "Hạng phấn đấu", "Dự kiến hạng sao"))
    from_year: int | None = column("Lộ trình từ năm", Kind.YEAR, "Năm bắt đầu đăng ký.", required=True, minimum=2018, maximum=2060, width=10)
    to_year: int | None = column("Lộ trình đến năm", Kind.YEAR, "Năm dự kiến được công nhận.", required=True, minimum=2018, maximum=2060, width=10)
    status: str | None = column("Trạng thái", Kind.CHOICE, "Để trống là đang tham gia; «Tạm dừng», «Ngừng sản xuất» không tính vào chỉ tiêu từ «Ngày ngừng sản xuất».", choices=choices.PRODUCT_STATUS, width=18, group="state")
    traceability: str | None = column("Truy xuất nguồn gốc", Kind.CHOICE, "Đã có tem hoặc mã truy xuất điện tử chưa.", choices=choices.YES_NO, width=12)
    trademark: str | None = column("Nhãn hiệu", Kind.CHOICE, "Tình trạng đăng ký nhãn hiệu.", choices=choices.TRADEMARK, width=18)
    code: str | None = column("Mã sản phẩm OCOP", Kind.TEXT, "(Mã tỉnh)-(mã xã)-(STT)-(năm), ví dụ 91-31051-7-2026; để trống khi chưa đánh giá.", width=20, unique=True)
    stopped: date | None = column("Ngày ngừng sản xuất", Kind.DATE, "Ngày đầu tiên tạm dừng hoặc ngừng làm sản phẩm này (khoản 4 Điều 8); trước ngày ấy sản phẩm vẫn được tính.", width=12, group="state")
    joined: date | None = column("Tham gia từ ngày", Kind.DATE, "Ngày được chọn tham gia Chương trình; để trống thì tính từ đầu kế hoạch.", width=12, group="state", since=2)
    pack: str | None = column("Quy cách", Kind.TEXT, "Đóng gói bán ra, ví dụ: túi 500 g.", width=18, filled_by="chủ thể", since=2)
    story: str | None = column("Câu chuyện sản phẩm", Kind.LONG_TEXT, "Vài câu để giới thiệu; dùng cho trang sản phẩm.", width=40, filled_by="chủ thể", since=2)
    gtin: str | None = column("Mã vạch GTIN", Kind.TEXT, "8, 12, 13 hoặc 14 chữ số trên bao bì, chữ số cuối là số kiểm tra.", width=16, unique=True, filled_by="chủ thể", since=2)
    picture: str | None = column("Ảnh", Kind.TEXT, "Tên tệp trong thư mục «anh» cạnh sổ, ví dụ SP07.jpg.", width=16, since=2)
    trace_link: str | None = column("Liên kết truy xuất", Kind.URL, "Đường dẫn tra cứu nguồn gốc của chủ thể, bắt đầu bằng https://", width=26, filled_by="chủ thể", since=2)
    consent: str | None = column("Đồng ý công khai", Kind.CHOICE, "Chủ thể đã đồng ý đưa sản phẩm lên trang giới thiệu chưa.", choices=choices.YES_NO, width=10, filled_by="chủ thể", since=2)
    rank: int | None = live("Hạng đang tính", Kind.STARS, f'=IF([@[Mã SP]]="","",IF({_RECORDED}=0,IF([@[Hiện trạng]]="","",[@[Hiện trạng]]),{_BEST}))', "Hạng tính vào chỉ tiêu: theo giấy chứng nhận còn hiệu lực cấp sau cùng; chưa ghi giấy nào thì theo ô Hiện trạng.", width=11)
    active: str | None = live("Tham gia", Kind.TEXT, f'=IF([@[Mã SP]]="","",IF({_TAKES_PART},"Có","Không"))', "«Có» thì được tính vào chỉ tiêu.", width=9)
    supports: int | None = live("Lượt hỗ trợ", Kind.INTEGER, '=IF([@[Mã SP]]="","",COUNTIFS(tblHoTro[Mã SP],[@[Mã SP]],tblHoTro[Được tính],"Có"))', "Số việc hỗ trợ đã hoàn thành cho sản phẩm.", width=9)
    shops: int | None = live("Gian hàng trên sàn", Kind.INTEGER, '=IF([@[Mã SP]]="","",COUNTIFS(tblKenhBan[Mã SP],[@[Mã SP]],tblKenhBan[Loại kênh],"Sàn thương mại điện tử",tblKenhBan[Được tính],"Có"))', "Số gian hàng đang hoạt động trên sàn thương mại điện tử.", width=10)
    points: int | None = live("Ở điểm bán", Kind.INTEGER, _POINTS, "Số điểm giới thiệu và bán đang hoạt động có sản phẩm; điểm không ghi sản phẩm là điểm chung, tính cho mọi sản phẩm.", width=9, since=2)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
