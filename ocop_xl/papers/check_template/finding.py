"""What the check of a template says: one catalogue of sentences, each with where, what and what to do."""

from __future__ import annotations

from ocop_xl.papers.word.blame import where
from ocop_xl.papers.word.tag_text import Place
from ocop_xl.records import NamedTuple
from ocop_xl.rules.finding import Severity

CATALOGUE: dict[str, tuple[Severity, str, str]] = {
    "MAU-01": (Severity.ERROR, "thẻ mở mà không đóng", "{sentence}"),
    "MAU-02": (
        Severity.ERROR,
        "viết sai cú pháp trong thẻ",
        "Viết sai cú pháp {where}{hint}. Hãy mở mẫu bằng Word và sửa thẻ này.",
    ),
    "MAU-03": (
        Severity.ERROR,
        "tên trường không có",
        "Không có tên «{name}» {where}{hint}. Hãy mở mẫu bằng Word và sửa lại tên.",
    ),
    "MAU-04": (
        Severity.ERROR,
        "in cả một nhóm hoặc một danh sách",
        "Tên {where} là một nhóm hoặc một danh sách, không in trực tiếp được. "
        "Hãy ghi tên cụ thể hơn, hoặc dùng lệnh for.",
    ),
    "MAU-05": (
        Severity.ERROR,
        "lặp (for) trên một trường không phải danh sách",
        "Lệnh for {where} lặp trên một trường chỉ có một giá trị, không phải danh sách{hint}. "
        "Hãy in thẳng trường đó, hoặc ghi tên một danh sách.",
    ),
    "MAU-06": (
        Severity.ERROR,
        "lệnh không có",
        "Không có lệnh «{name}» {where}{hint}. Hãy mở mẫu bằng Word và sửa thẻ này.",
    ),
    "MAU-07": (
        Severity.ERROR,
        "bộ lọc hoặc phép thử không có",
        "Không có {what} «{name}» {where}{hint}. Hãy mở mẫu bằng Word và sửa thẻ này.",
    ),
    "MAU-08": (
        Severity.ERROR,
        "lệnh chưa đóng",
        "Lệnh «{name}» {where} chưa được đóng bằng «end{name}». Hãy thêm thẻ đóng bằng Word.",
    ),
    "MAU-09": (
        Severity.ERROR,
        "thẻ đóng hoặc «else» thừa",
        "Thừa thẻ đóng hoặc «else» {where}: không có lệnh «{name}» nào đang mở{hint}. "
        "Hãy xóa thẻ này, hoặc thêm lệnh mở ở trước.",
    ),
    "MAU-10": (
        Severity.ERROR,
        "thẻ {%tr … %}, {%p … %}, {%tc … %}, {%r … %} đứng chung với chữ khác",
        "Chữ “{lost}” sẽ mất khi lập văn bản, vì đứng chung một {scope} với thẻ {tag}. "
        "Hãy để thẻ đứng riêng một {scope}.",
    ),
    "MAU-11": (Severity.ERROR, "thẻ {%tr … %}, {%p … %} đặt sai chỗ", "{sentence}"),
    "MAU-12": (
        Severity.ERROR,
        "lệnh mở và thẻ đóng không cùng cấp",
        "Phần giữa lệnh «{name}» {where} và thẻ kế tiếp của nó không cùng cấp: một thẻ ở trong bảng hoặc trong đoạn, "
        "thẻ kia ở ngoài. Hãy dùng {{%p … %}} cho cả đoạn, {{%tr … %}} cho cả dòng của bảng.",
    ),
    "MAU-13": (
        Severity.ERROR,
        "lệnh hoặc tên không được phép dùng",
        "Không được phép dùng «{name}» {where}. Hãy mở mẫu bằng Word và bỏ thẻ này.",
    ),
    "MAU-14": (
        Severity.ERROR,
        "biểu đồ không có số liệu",
        "Không có số liệu «{name}» cho biểu đồ{hint}. Hãy sửa chữ thay thế (alt text) của biểu đồ bằng Word.",
    ),
    "MAU-15": (Severity.ERROR, "lập thử văn bản không được", "{sentence}"),
    "MAU-16": (
        Severity.WARNING,
        "nháy cong trong thẻ",
        "Word đã đổi nháy thẳng thành nháy cong {where}; phần mềm đọc là nháy thẳng nên mẫu vẫn dùng được. "
        "Nếu cần in nháy cong thì hãy đặt nháy ở ngoài thẻ.",
    ),
    "MAU-17": (
        Severity.WARNING,
        "thẻ bị Word tách thành nhiều cụm chữ khác định dạng",
        "Word đã tách thành {pieces} cụm chữ khác định dạng {where}; chữ in ra theo định dạng của cụm đầu. "
        "Hãy chọn cả thẻ và đặt lại một kiểu chữ nếu cần.",
    ),
    "MAU-18": (
        Severity.WARNING,
        "dấu ngoặc lẻ trông như một thẻ viết hỏng",
        "Chỗ “{seen}” trong đoạn “{words}” trông như thẻ viết hỏng và sẽ in ra nguyên như vậy. "
        "Nếu là thẻ, hãy viết {{{{ tên }}}} hoặc {{% lệnh %}}, hai dấu ngoặc liền nhau.",
    ),
    "MAU-19": (
        Severity.INFO,
        "thẻ bị Word tách, cùng định dạng",
        "Word đã tách thành {pieces} cụm chữ {where}; phần mềm đọc liền lại, không cần sửa.",
    ),
    "MAU-20": (
        Severity.INFO,
        "trường không bao giờ được điền",
        "Trường «{name}» {where} luôn để chấm …… cho người soạn ghi: {label}.",
    ),
    "MAU-21": (
        Severity.INFO,
        "trường chưa dùng",
        "Mẫu chưa dùng các trường riêng của loại văn bản này: {names}.",
    ),
    "MAU-22": (Severity.ERROR, "mẫu mang theo mã lệnh, liên kết hoặc đối tượng lạ", "{sentence}"),
    "MAU-23": (
        Severity.WARNING,
        "dấu trộn thư hoặc ngoặc lạ, in ra nguyên như vậy",
        "Chỗ “{seen}” trong đoạn “{words}” là dấu trộn thư hoặc ngoặc kiểu khác, sẽ in ra nguyên như vậy. "
        "Nếu là trường cần điền, hãy viết {{{{ tên }}}}.",
    ),
    "MAU-24": (
        Severity.WARNING,
        "thẻ nằm ngoài chữ của văn bản",
        "Chỗ “{seen}” nằm trong {what}, phần mềm không điền được và sẽ để nguyên như vậy. "
        "Hãy đưa thẻ ra chữ thường của văn bản.",
    ),
    "MAU-25": (
        Severity.WARNING,
        "chữ gõ bằng phông cũ",
        "Có {count} đoạn giống chữ gõ bằng phông cũ (TCVN3 hoặc VNI), trước hết là “{words}”: văn bản in ra sẽ không "
        "đọc được. Hãy chuyển mã sang Unicode hoặc gõ lại.",
    ),
    "MAU-26": (
        Severity.WARNING,
        "chữ ẩn",
        "Chữ “{seen}” được đặt là chữ ẩn (Hidden): không thấy trên trang nhưng đi theo văn bản gửi ra ngoài. Hãy bấm "
        "nút ¶ trong Word để thấy rồi xóa, hoặc bỏ dấu Hidden ở hộp Font.",
    ),
}
"""Code → severity, what it is about, the sentence."""


class TemplateFinding(NamedTuple):
    """`tag` as meant and `paragraph` in its own words; both empty when the whole template is meant."""

    code: str
    severity: Severity
    tag: str
    paragraph: str
    message: str


def finding(code: str, place: Place | None, /, **facts: object) -> TemplateFinding:
    """A finding of the catalogue; `facts` fill its sentence."""
    severity, _, sentence = CATALOGUE[code]
    at = place or Place("", "")
    blanks: dict[str, object] = {"where": where(place), "tag": at.tag, "words": at.words, "hint": ""} | facts
    return TemplateFinding(code, severity, at.tag, at.words, sentence.format(**blanks))
