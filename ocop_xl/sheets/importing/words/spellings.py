"""How lists of other offices spell the headers of our fields."""

from __future__ import annotations

from functools import lru_cache

from ocop_xl.model import Channel, Producer, Product, Recognition, Training, TrainingClass
from ocop_xl.model.column import Kind
from ocop_xl.model.table import Row, spec_of
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.list_kinds import ListKind
from ocop_xl.vietnamese import fold

_EXTRA: dict[tuple[type[Row], str], tuple[str, ...]] = {
    (Product, "number"): ("TT", "Số TT", "Số thứ tự", "No"),
    (Product, "name"): (
        "Tên sản phẩm OCOP", "Tên sản phẩm, dịch vụ", "Tên hàng hoá", "Tên dịch vụ", "Tên sản phẩm/dịch vụ",
        "Sản phẩm OCOP", "Sản phẩm, dịch vụ", "Tên gọi sản phẩm", "Danh mục sản phẩm",
        "Sản phẩm đăng ký", "Tên các sản phẩm", "Tên sản phẩm tham gia",
    ),
    (Product, "sector"): (
        "Nhóm ngành", "Ngành sản phẩm", "Nhóm ngành hàng", "Phân nhóm sản phẩm", "Nhóm sản phẩm OCOP", "Ngành nhóm",
        "Lĩnh vực", "Loại sản phẩm",
    ),
    (Product, "present"): (
        "Sao", "Số sao", "Hiện trạng sản phẩm", "Hiện trạng hạng sao", "Hạng sao hiện tại", "Sao hiện có",
        "Hạng hiện có",
        "Phân hạng", "Kết quả phân hạng", "Kết quả xếp hạng", "Kết quả đánh giá", "Xếp loại", "Hạng", "Hạng OCOP",
        "Hạng sản phẩm", "Xếp hạng sao", "Phân hạng sao", "Số sao OCOP", "Sao OCOP", "Hạng sao OCOP", "Đạt hạng sao",
        "Hạng sao đạt được", "Kết quả đánh giá phân hạng", "Kết quả", "Cấp sao", "Tiêu chuẩn sao", "Đạt sao",
        "Phân hạng sản phẩm", "Xếp hạng sản phẩm", "Kết quả phân hạng sản phẩm", "Hạng sao sản phẩm", "Đạt chuẩn",
    ),
    (Product, "potential"): (
        "Tiềm năng sản phẩm", "Dự kiến", "Dự kiến đạt", "Dự kiến sao", "Phấn đấu", "Mục tiêu sao", "Dự kiến hạng",
        "Hạng sao dự kiến", "Hạng dự kiến", "Mục tiêu", "Hạng sao phấn đấu", "Hạng sao đăng ký", "Đăng ký hạng sao",
        "Sao đăng ký", "Hạng đăng ký", "Dự kiến phân hạng", "Mục tiêu hạng sao", "Dự kiến xếp hạng", "Phấn đấu đạt",
    ),
    (Product, f.PROPOSED): (
        "Đề nghị công nhận", "Đề xuất công nhận", "Đề nghị xếp hạng", "Hạng đề nghị", "Đề nghị phân hạng",
        "Đề xuất hạng sao", "Hạng sao đề nghị", "Đề nghị", "Kết quả đề nghị", "Đề nghị công nhận hạng sao",
        "Kết luận", "Kết luận của Hội đồng", "Kết luận Hội đồng", "Kết quả của Hội đồng", "Kết quả Hội đồng",
        "Ý kiến Hội đồng", "Ý kiến của Hội đồng", "Đánh giá của Hội đồng",
    ),
    (Product, f.FORM_OF_ASSESSMENT): (
        "Hình thức đánh giá", "Hình thức tham gia", "Loại hình đánh giá", "Loại đánh giá", "Hình thức đăng ký",
        "Nội dung đánh giá", "Đăng ký mới/nâng hạng", "Mới/nâng hạng", "Lần đánh giá", "Lần đăng ký",
        "Hình thức phân hạng", "Loại hồ sơ", "Đánh giá mới/lại", "Hình thức công nhận", "Diễn giải",
    ),
    (Product, f.SCORE): (
        "Điểm", "Điểm số", "Số điểm", "Tổng điểm", "Điểm bình quân", "Điểm trung bình", "Điểm đánh giá",
        "Điểm hội đồng", "Điểm TB", "Kết quả chấm điểm", "Điểm chấm", "Tổng số điểm", "Điểm cấp tỉnh", "Điểm đạt",
        "Phần A", "Phần B", "Phần C", "Điểm phần A", "Điểm phần B", "Điểm phần C",
    ),
    (Product, f.ROADMAP): (
        "Lộ trình", "Lộ trình đăng ký sản phẩm OCOP", "Lộ trình đăng ký", "Lộ trình thực hiện", "Thời gian đăng ký",
        "Năm đăng ký", "Năm thực hiện", "Năm đánh giá", "Giai đoạn", "Thời gian thực hiện", "Kế hoạch thực hiện",
        "Năm dự kiến", "Dự kiến năm", "Năm", "Dự kiến năm thực hiện", "Năm dự kiến công nhận", "Kế hoạch năm",
        "Lộ trình đánh giá", "Thời gian dự kiến", "Lộ trình phân hạng", "Lộ trình theo năm", "Năm tham gia",
        "Phân kỳ thực hiện", "Phân kỳ", "Kế hoạch đánh giá",
    ),
    (Product, "from_year"): ("Từ năm", "Năm bắt đầu"),
    (Product, "to_year"): ("Đến năm", "Năm hoàn thành"),
    (Product, "code"): ("Mã số sản phẩm", "Mã OCOP", "Mã sản phẩm"),
    (Product, "gtin"): ("Mã vạch", "Mã số mã vạch", "Mã vạch sản phẩm", "Mã GTIN", "Barcode"),
    (Product, "trace_link"): ("Link truy xuất", "Link truy xuất nguồn gốc", "Đường dẫn truy xuất nguồn gốc"),
    (Product, f.CONDITION): (
        "Trạng thái", "Tình trạng", "Tình trạng sản phẩm", "Trạng thái sản phẩm", "Tình trạng hiện nay",
        "Tình trạng giấy chứng nhận", "Trạng thái giấy", "Hiệu lực", "Tình trạng hoạt động", "Tình hình sản xuất",
        "Tình trạng sản xuất", "Hiện tại", "Tình hình hoạt động", "Tình trạng hiệu lực", "Trạng thái hiệu lực",
    ),
    (Producer, "name"): (
        "Chủ thể OCOP", "Chủ thể sản xuất", "Tên chủ thể OCOP", "Tên cơ sở sản xuất", "Chủ thể thực hiện",
        "Nhà sản xuất", "Tên doanh nghiệp", "Tên chủ thể, cơ sở", "Chủ thể SXKD", "Tên chủ thể sản xuất",
        "Đơn vị chủ trì", "Đơn vị sản xuất", "Tên đơn vị sản xuất", "Tên HTX", "Tên hợp tác xã", "Doanh nghiệp",
        "Chủ thể có sản phẩm", "Chủ thể đăng ký", "Tên chủ thể đăng ký", "Tổ chức kinh tế", "Tên tổ chức",
        "Tên tổ chức, cá nhân", "Tổ chức, cá nhân", "Chủ sở hữu", "Chủ thể tham gia", "Cơ sở thực hiện",
        "Tên cơ sở, hộ sản xuất", "Chủ thể sản phẩm", "Đơn vị thực hiện", "Chủ thể sản xuất kinh doanh",
        "Tên, địa chỉ chủ thể", "Chủ thể và địa chỉ", "Tên và địa chỉ chủ thể", "Chủ thể, địa chỉ",
        "Tên chủ thể, địa chỉ", "Tên cơ sở, địa chỉ", "Đơn vị, địa chỉ", "Tên đơn vị, địa chỉ",
        "Tên và địa chỉ cơ sở", "Tên và địa chỉ đơn vị", "Chủ thể (tên, địa chỉ)", "Tên, địa chỉ cơ sở",
        "Tên, địa chỉ cơ sở sản xuất", "Tên và địa chỉ cơ sở sản xuất", "Chủ thể - địa chỉ",
    ),
    (Producer, "legal_form"): (
        "Loại hình cơ sở", "Loại hình sản xuất", "Loại hình kinh doanh", "Loại hình doanh nghiệp",
        "Loại hình chủ thể OCOP", "Hình thức tổ chức", "Loại chủ thể", "Loại hình đơn vị", "Loại hình SXKD",
    ),
    (Producer, "registration"): (
        "Giấy phép kinh doanh", "Số giấy phép kinh doanh", "Mã số hộ kinh doanh", "MST", "Số đăng ký kinh doanh",
        "Mã số HTX", "Giấy chứng nhận ĐKKD", "Số giấy ĐKKD", "Đăng ký kinh doanh", "Mã số đăng ký kinh doanh",
    ),
    (Producer, "representative"): (
        "Họ tên người đại diện", "Người đại diện theo pháp luật", "Họ và tên chủ cơ sở", "Đại diện pháp luật",
        "Chủ cơ sở", "Người đứng đầu", "Họ tên chủ hộ", "Tên người đại diện", "Họ và tên người đại diện",
        "Đại diện theo pháp luật", "Họ tên chủ thể", "Người liên hệ", "Giám đốc/Chủ hộ", "Giám đốc, chủ hộ",
    ),
    (Producer, "phone"): ("Điện thoại liên hệ", "Số ĐT", "SĐT liên hệ", "Điện thoại di động", "Số điện thoại liên hệ"),
    (Producer, "hamlet"): ("Tên ấp", "Thôn", "Khóm", "Thôn, ấp", "Ấp, khóm", "Ấp/khóm", "Khu phố", "Thôn/ấp"),
    (Producer, "address"): (
        "Địa chỉ sản xuất", "Địa chỉ cơ sở", "Nơi sản xuất", "Tên đường", "Địa chỉ mới", "Địa chỉ hiện nay",
        "Địa chỉ (sau sắp xếp)", "Địa chỉ sau sắp xếp", "Địa chỉ sau sáp nhập", "Địa chỉ chủ thể", "Địa chỉ liên hệ",
        "Địa chỉ trụ sở", "Trụ sở", "Địa chỉ theo đơn vị hành chính mới", "Nơi SX", "Địa bàn sản xuất",
    ),
    (Producer, f.OLD_ADDRESS): (
        "Địa chỉ (trước sắp xếp)", "Địa chỉ trước sắp xếp", "Địa chỉ cũ", "Địa chỉ trước sáp nhập",
        "Địa chỉ trước đây", "Địa chỉ theo đơn vị hành chính cũ",
    ),
    (Producer, f.COMMUNE): (
        "Xã", "Xã, phường", "Xã, thị trấn", "Xã/phường", "Xã, phường, thị trấn", "Phường, xã", "Phường", "Tên xã",
        "Xã/phường/thị trấn", "Xã (phường)", "Phường/xã", "Xã, phường, đặc khu", "Địa bàn", "Xã mới",
        "Xã, phường (mới)", "Xã sau sắp xếp", "Xã, phường sau sắp xếp", "Đơn vị hành chính mới", "Thuộc xã",
    ),
    (Producer, f.OLD_COMMUNE): (
        "Xã cũ", "Xã trước sắp xếp", "Xã, thị trấn cũ", "Xã, phường cũ", "Xã (cũ)", "Xã, phường (cũ)",
        "Xã, thị trấn (trước sắp xếp)", "Đơn vị hành chính cũ", "Xã, phường trước sắp xếp",
    ),
    (Producer, f.OLD_DISTRICT): (
        "Huyện cũ", "Huyện (cũ)", "Huyện trước sắp xếp", "Huyện, thị xã cũ", "Huyện, thành phố cũ",
        "Huyện, thị xã (cũ)", "Huyện, thành phố (cũ)", "Cấp huyện (cũ)", "Huyện, thị xã, thành phố (cũ)",
    ),
    (Producer, f.DISTRICT): (
        "Huyện", "Huyện, thị xã", "Huyện, thành phố", "Huyện/TX/TP", "Quận, huyện", "Huyện, thị xã, thành phố",
    ),
    (Producer, f.PROVINCE): ("Tỉnh", "Tỉnh, thành phố", "Tỉnh/thành phố", "Tỉnh/TP"),
    (Recognition, "stars"): ("Số sao được công nhận", "Hạng sao được công nhận", "Hạng được công nhận"),
    (Recognition, "decision_number"): (
        "Số QĐ", "Quyết định", "Quyết định công nhận", "Số quyết định công nhận", "Số QĐ công nhận", "QĐ công nhận",
        "Quyết định số", "Số, ngày quyết định", "Số và ngày quyết định", "Số, ngày QĐ", "Số/ngày quyết định",
        "QĐ số", "Số, ngày, tháng quyết định", "Số quyết định, ngày", "Số và ngày QĐ", "QĐ số, ngày",
        "Quyết định (số, ngày)", "Văn bản công nhận", "Quyết định phê duyệt", "Số, ngày tháng năm quyết định",
        "Số quyết định, ngày ban hành", "Số hiệu quyết định", "Quyết định công nhận số, ngày", "Căn cứ quyết định",
        "Số, ngày, cơ quan ban hành quyết định", "Quyết định công nhận (số, ngày, cơ quan)", "Số QĐ, ngày QĐ",
        "Số QĐ, ngày", "Số QĐ/ngày",
    ),
    (Recognition, "decision_date"): (
        "Ngày QĐ", "Ngày công nhận", "Ngày ra quyết định", "Ngày ký quyết định", "Ngày ban hành", "Ngày ký",
        "Thời gian công nhận", "Thời điểm công nhận", "Ngày được công nhận", "Ngày, tháng công nhận",
    ),
    (Recognition, "authority"): (
        "Cơ quan cấp", "Cơ quan ban hành", "Cơ quan ra quyết định", "Đơn vị công nhận", "Cấp công nhận",
        "Cơ quan ban hành quyết định", "Cơ quan quyết định", "Cơ quan cấp giấy", "Nơi cấp", "Đơn vị cấp",
    ),
    (Recognition, "issued"): (
        "Ngày cấp giấy", "Ngày cấp giấy chứng nhận", "Ngày cấp GCN", "Ngày bắt đầu hiệu lực", "Ngày hiệu lực",
        "Ngày có hiệu lực", "Hiệu lực từ ngày", "Có giá trị từ ngày", "Ngày bắt đầu",
    ),
    (Recognition, "ends"): (
        "Hết hạn", "Thời hạn", "Ngày hết hiệu lực", "Hạn giấy chứng nhận", "Có giá trị đến ngày", "Ngày kết thúc",
        "Giá trị đến ngày", "Hiệu lực đến", "Hiệu lực đến ngày", "Thời hạn đến", "Ngày hết hạn GCN", "Có giá trị đến",
        "Giá trị đến", "Thời hạn hiệu lực", "Thời gian hết hạn", "Hạn sử dụng giấy", "Thời hạn giấy chứng nhận",
    ),
    (Recognition, f.YEAR_OF_RECOGNITION): (
        "Năm công nhận", "Năm được công nhận", "Năm cấp", "Năm xếp hạng", "Năm phân hạng", "Năm đạt", "Năm cấp giấy",
    ),
    (Recognition, f.ROUND): ("Đợt", "Đợt đánh giá", "Đợt công nhận", "Đợt, năm"),
    (Recognition, f.CERTIFICATE): (
        "Số giấy chứng nhận", "Số GCN", "Số hiệu GCN", "Số chứng nhận", "Mã GCN", "Giấy chứng nhận số",
    ),
    (Recognition, f.REASON): (
        "Lý do thu hồi", "Lý do", "Nguyên nhân thu hồi", "Lý do hủy", "Nguyên nhân", "Lý do chấm dứt",
    ),
    (TrainingClass, "course"): (
        "Tên lớp tập huấn", "Lớp tập huấn", "Nội dung tập huấn", "Nội dung đào tạo", "Tên khóa học", "Khóa đào tạo",
        "Tên khóa tập huấn", "Chuyên đề", "Tên chuyên đề", "Lớp", "Tên lớp đào tạo", "Lớp đào tạo",
    ),
    (Training, "attendee"): (
        "Họ và tên học viên", "Học viên", "Họ tên học viên", "Người tham dự", "Họ và tên người dự", "Người tham gia",
        "Đại biểu", "Họ và tên",
    ),
    (TrainingClass, "held"): (
        "Thời gian", "Ngày tổ chức", "Thời gian tổ chức", "Ngày tập huấn", "Ngày học", "Thời gian tập huấn",
    ),
    (TrainingClass, "organiser"): ("Cơ quan tổ chức", "Đơn vị đào tạo", "Đơn vị mở lớp"),
    (TrainingClass, "days"): ("Số ngày học", "Thời lượng"),
    (Channel, "name"): (
        "Tên sàn", "Sàn", "Sàn TMĐT", "Sàn thương mại điện tử", "Tên sàn TMĐT", "Tên điểm bán", "Điểm bán", "Kênh bán",
        "Kênh bán hàng", "Điểm bán hàng", "Tên cửa hàng", "Nơi bán", "Điểm giới thiệu sản phẩm", "Tên gian hàng",
        "Tên kênh bán", "Tên kênh phân phối", "Kênh phân phối", "Điểm giới thiệu và bán sản phẩm",
    ),
    (Channel, "link"): (
        "Link", "Đường link", "Liên kết", "Link gian hàng", "Địa chỉ gian hàng", "Website", "URL",
        "Đường dẫn gian hàng", "Trang web",
    ),
    (Channel, "since"): ("Ngày tham gia", "Ngày lên sàn", "Ngày mở gian hàng", "Ngày đăng ký", "Ngày mở"),
    (Channel, "address"): ("Địa điểm", "Địa chỉ điểm bán hàng", "Địa chỉ"),
    (Channel, "state"): ("Tình trạng", "Trạng thái", "Tình trạng hoạt động"),
    (Channel, "kind"): ("Loại", "Hình thức bán", "Loại hình kênh"),
}  # fmt: skip

_UNDER_RECOGNITION: dict[str, tuple[str, ...]] = {
    "stars": ("Sao", "Số sao", "Hạng", "Hạng sao", "Xếp hạng", "Kết quả", "Phân hạng", "Đạt"),
    "decision_number": ("Số", "Số QĐ", "Số quyết định", "Quyết định", "Số hiệu", "Số, ngày", "Số, ngày quyết định"),
    "decision_date": ("Ngày", "Ngày tháng", "Ngày QĐ", "Ngày quyết định", "Ngày công nhận", "Ngày, tháng, năm"),
    f.YEAR_OF_RECOGNITION: ("Năm", "Năm công nhận"),
    "authority": ("Cơ quan", "Cơ quan cấp", "Cơ quan công nhận", "Đơn vị", "Nơi cấp"),
    "issued": ("Ngày cấp",),
    "ends": ("Hết hạn", "Ngày hết hạn", "Thời hạn", "Hiệu lực đến"),
}
"""Short headers that mean a recognition only below a head like «Công nhận lần 1»."""

_UNDER_CERTIFICATE: dict[str, tuple[str, ...]] = {
    f.CERTIFICATE: ("Số", "Số giấy", "Số hiệu", "Mã số"),
    "issued": ("Ngày", "Ngày cấp", "Từ ngày", "Ngày tháng", "Ngày, tháng, năm cấp"),
    "ends": ("Đến ngày", "Ngày hết hạn", "Hết hạn", "Hạn", "Thời hạn"),
    f.YEAR_OF_RECOGNITION: ("Năm", "Năm cấp"),
}
"""The same below «Giấy chứng nhận»: its number is no decision's, its day is the day of issue."""

NOT_OURS = frozenset(
    [
        "don vi tinh",
        "dvt",
        "co so vat chat",
        "so luong",
        "san luong",
        "doanh thu",
        "nhom truong",
        "nganh nghe",
        "ma don vi hanh chinh",
        "ma thoi gian",
        "ma donvihanhchinh",
        "ma thoigian",
        "doanh thu nam",
        "so san pham",
        "so chu the",
        "tong so",
        "gia ban",
        "gia",
    ]
)
"""Headers that resemble ours and mean something else."""
_FIRST = frozenset((f.CONDITION, f.FORM_OF_ASSESSMENT))
"""Words that a column of the model also claims, while a list means more by them."""
_NOT_IMPORTED = frozenset((Kind.KEY, Kind.REF))


@lru_cache(maxsize=16)
def spellings(kind: ListKind, under: str) -> dict[str, tuple[Target, str]]:
    """Folded spelling, with and without spaces → field and spelling; the first field that claims one keeps it."""
    numbers = spec_of(Product).column("number")
    heads = {"recognition": (_UNDER_RECOGNITION,), "certificate": (_UNDER_CERTIFICATE, _UNDER_RECOGNITION)}
    claims = [(Target(Recognition, name), texts) for head in heads.get(under, ()) for name, texts in head.items()]
    claims += [(Target(t, name), texts) for (t, name), texts in _EXTRA.items() if t in kind.tables and name in _FIRST]
    claims.append((f.NUMBER, (numbers.header, *_EXTRA[Product, "number"])))
    for row_type in kind.tables:
        for column in spec_of(row_type).inputs:
            if column.kind not in _NOT_IMPORTED:
                claims.append((Target(row_type, column.attribute), (column.header, *column.aliases)))
    claims += [(Target(t, name), texts) for t in kind.tables for (u, name), texts in _EXTRA.items() if u is t]
    found: dict[str, tuple[Target, str]] = {}
    for target, texts in claims:
        for text in texts:
            found.setdefault(fold(text), (target, text))
    for key, (target, text) in list(found.items()):
        found.setdefault(key.replace(" ", ""), (target, text))
    return found
