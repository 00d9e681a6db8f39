"""The one list of buttons: Excel's ribbon and LibreOffice's menu and toolbar are made from it; each names the file that
does its work."""

from __future__ import annotations

from typing import NamedTuple

_26 = "Quyết định 26/2026/QĐ-TTg"
_ND30 = "Nghị định 30/2020/NĐ-CP"


class Group(NamedTuple):
    """Buttons that stand together, under a name."""

    id: str
    label: str


class Action(NamedTuple):
    """A button. `image` is one of Excel's own (imageMso); `module` a file of this package with `run(desk)`; `large` one
    that is as high as the ribbon."""

    id: str
    group: Group
    label: str
    screentip: str
    supertip: str
    image: str
    keytip: str
    module: str
    large: bool = False


ENTRY = Group("entry", "Nhập liệu")
CHECK = Group("check", "Kiểm tra")
SCORE = Group("score", "Chấm điểm")
PAPERS = Group("papers", "Văn bản")
COPIES = Group("copies", "Hai bản sao")
SEND = Group("province", "Gửi tỉnh")
HELP = Group("help", "Trợ giúp")

ACTIONS: tuple[Action, ...] = (
    Action(
        "add_product",
        ENTRY,
        "Thêm sản phẩm",
        "Thêm một sản phẩm",
        "Ghi mã tiếp theo và tên sản phẩm vào dòng trống đầu tiên của trang «Sản phẩm». Hoàn tác được.",
        "TableRowsInsertBelowExcel",
        "T",
        "add_product",
        large=True,
    ),
    Action(
        "next_step",
        ENTRY,
        "Bước tiếp",
        "Làm bước tiếp theo của dòng đang chọn",
        "Lập sản phẩm từ ý tưởng, tiếp nhận hồ sơ, gửi tỉnh, ghi kết quả…: hỏi điều sổ chưa biết, cho xem trước ở "
        "trang «Xem trước (OCOP)», đồng ý mới ghi. Hoàn tác được.",
        "WebGoForward",
        "B",
        "stepping.next_step",
        large=True,
    ),
    Action(
        "agenda",
        ENTRY,
        "Việc cần làm",
        "Tới danh sách việc cần làm",
        "Mở trang «Việc cần làm». Đứng ở một việc của trang ấy mà bấm thì hoãn, giao người khác hoặc ghi là không phải "
        "làm, ở trang «Nhắc việc». Hoàn tác được.",
        "OutlookTaskCreate",
        "A",
        "agenda",
    ),
    Action(
        "import_annex",
        ENTRY,
        "Nhập phụ lục cũ",
        "Nhập phụ lục cũ (Excel, Word, CSV)",
        "Đọc danh mục sản phẩm từ tệp cũ, cho xem trước ở trang «Xem trước (OCOP)», đồng ý mới ghi. Hoàn tác được.",
        "GetExternalDataFromText",
        "N",
        "import_annex",
    ),
    Action(
        "repair_frame",
        ENTRY,
        "Sửa khung nhập",
        "Sửa khung nhập sau khi dán",
        "Đặt lại tiêu đề cột, công thức, định dạng và danh sách chọn. Không sửa ô nào đã gõ. Hoàn tác được.",
        "DataValidation",
        "K",
        "repair_frame",
    ),
    Action(
        "lay_out_anew",
        ENTRY,
        "Lên mẫu mới",
        "Lập lại sổ theo mẫu mới nhất",
        "Ghi một tệp mới cạnh sổ: mọi ô đã gõ được mang sang hoặc kể ra. Cứu cả sổ mất bảng, mất công thức. "
        "Sổ đang mở giữ nguyên.",
        "FileSaveAsExcelXlsx",
        "X",
        "lay_out_anew",
    ),
    Action(
        "check_all",
        CHECK,
        "Kiểm tra toàn bộ",
        f"Kiểm tra toàn bộ sổ theo {_26}",
        "Ghi mọi điều phát hiện vào trang «Phát hiện», mỗi dòng có đường dẫn tới ô. Không sửa dữ liệu.",
        "ErrorChecking",
        "R",
        "check_all",
        large=True,
    ),
    Action(
        "next_finding",
        CHECK,
        "Lỗi kế tiếp",
        "Đi tới ô có lỗi kế tiếp",
        "Chọn ô của dòng kế tiếp trong trang «Phát hiện» và nói cần làm gì. Không sửa dữ liệu.",
        "ReviewNextComment",
        "L",
        "next_finding",
    ),
    Action(
        "quick_fix",
        CHECK,
        "Sửa nhanh",
        "Sửa nhanh những lỗi máy sửa được",
        "Số và ngày ghi bằng chữ, dấu cách thừa, tên gần đúng trong danh sách: cho xem trước, đồng ý mới sửa. "
        "Hoàn tác được.",
        "AutoCorrect",
        "S",
        "quick_fix",
    ),
    Action(
        "open_score_sheet",
        SCORE,
        "Mở phiếu",
        f"Mở phiếu chấm theo Phụ lục II, {_26}",
        "Thêm một phiếu chấm cho hồ sơ ở dòng đang chọn, mỗi tiêu chí một dòng. Hoàn tác được.",
        "TableInsertExcel",
        "P",
        "scoring.open_score_sheet",
    ),
    Action(
        "score",
        SCORE,
        "Chấm",
        f"Tính điểm và hạng sao theo {_26}",
        "Cho biết điểm, hạng và chỗ còn thiếu của hồ sơ ở dòng đang chọn. Không sửa dữ liệu.",
        "AutoSum",
        "C",
        "scoring.score",
    ),
    Action(
        "way_up",
        SCORE,
        "Đường lên sao",
        f"Đường ngắn nhất lên hạng sao theo {_26}",
        "Nâng tiêu chí nào, cần minh chứng gì để sản phẩm ở dòng đang chọn đạt hạng muốn có. Không sửa dữ liệu.",
        "ShapeStar",
        "U",
        "scoring.way_up",
    ),
    Action(
        "make_papers",
        PAPERS,
        "Lập văn bản…",
        f"Lập văn bản Word theo {_ND30}",
        "Chọn loại văn bản, dự thảo hay lấy số; tệp Word ghi vào thư mục «van-ban» cạnh sổ, không ghi đè tệp cũ.",
        "FileNew",
        "V",
        "papers.make_papers",
        large=True,
    ),
    Action(
        "check_templates",
        PAPERS,
        "Khám mẫu",
        "Khám các mẫu Word của xã",
        "Nói trước chỗ nào trong mẫu ở thư mục «mau» sẽ hỏng khi lập văn bản. "
        "Chưa có mẫu riêng thì chép mẫu ra để sửa.",
        "Spelling",
        "M",
        "papers.check_templates",
    ),
    Action(
        "papers_pdf",
        PAPERS,
        "PDF",
        "Xuất văn bản ra PDF",
        "Chuyển các văn bản Word trong thư mục «van-ban» cạnh sổ thành PDF bằng LibreOffice.",
        "FileSaveAsPdfOrXps",
        "F",
        "papers.papers_pdf",
    ),
    Action(
        "merge",
        COPIES,
        "Ghép sổ",
        "Ghép bản sao của người khác vào sổ này",
        "Theo mã dòng và cột: chỗ hai bản cùng sửa thì chọn ở trang «Xem trước (OCOP)», đồng ý mới ghi. Hoàn tác được.",
        "CompareAndMergeWorkbooks",
        "E",
        "copies.merge",
    ),
    Action(
        "compare",
        COPIES,
        "So hai sổ",
        "So sổ đang mở với một sổ khác",
        "Ghi ra trang «Kết quả (OCOP)» từng ô khác nhau, theo mã dòng và cột. Không sửa dữ liệu.",
        "ViewSideBySide",
        "O",
        "copies.compare",
    ),
    Action(
        "share",
        SEND,
        "Đóng gói",
        "Đóng gói gửi tỉnh",
        "Lập một tệp zip chỉ có giá trị, không công thức, không thông tin cá nhân; nói rõ đã bỏ những gì.",
        "FileSendAsAttachment",
        "G",
        "share",
        large=True,
    ),
    Action(
        "receive",
        SEND,
        "Nhận trả lời",
        "Nhận trả lời của tỉnh vào sổ",
        "Đọc tệp tra-loi….xlsx: kết quả, ý kiến về đúng dòng dù đã sắp xếp, đánh số lại; cho xem trước ở trang "
        "«Xem trước (OCOP)», đồng ý mới ghi. Hoàn tác được.",
        "ReviewNewComment",
        "Y",
        "receive",
    ),
    Action(
        "catalogue",
        SEND,
        "Trang sản phẩm",
        "Lập trang giới thiệu sản phẩm",
        "Ghi thư mục «trang-san-pham» cạnh sổ: trang các sản phẩm mà chủ thể đồng ý công khai, thẻ, nhãn kệ để in. "
        "Không sửa dữ liệu.",
        "WebPagePreview",
        "W",
        "catalogue",
    ),
    Action(
        "doctor",
        HELP,
        "Khám máy",
        "Khám máy: vì sao không chạy",
        "Nói bằng lời thường máy này thiếu gì, phải làm gì. Không thay đổi máy.",
        "Help",
        "D",
        "doctor",
    ),
    Action(
        "undo",
        HELP,
        "Hoàn tác",
        "Hoàn tác việc gần nhất của phần mềm",
        "Trả các ô về như trước lần ghi gần nhất trong «Nhật ký», nếu chưa ai sửa lại các ô đó.",
        "Undo",
        "H",
        "undo",
    ),
    Action(
        "journal",
        HELP,
        "Nhật ký",
        "Xem nhật ký thay đổi",
        "Mở trang «Nhật ký» ở dòng cuối: khi nào, việc gì, ô nào, trước và sau.",
        "ReviewTrackChangesMenu",
        "J",
        "show_journal",
    ),
    Action(
        "guide",
        HELP,
        "Hướng dẫn",
        "Mở trang «Hướng dẫn»",
        "Mở trang «Hướng dẫn» của sổ.",
        "FunctionWizard",
        "I",
        "show_guide",
        large=True,
    ),
)

_BY_ID = {action.id: action for action in ACTIONS}


def action_of(name: str) -> Action | None:
    """The button of that id, None if there is none."""
    return _BY_ID.get(name)
