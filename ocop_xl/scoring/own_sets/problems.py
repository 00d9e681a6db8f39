"""What can be wrong with a criteria set that a commune loads, and how it is said."""

from __future__ import annotations

from typing import Any

from ocop_xl.law.stars import FULL_SCORE
from ocop_xl.model import CriterionLine
from ocop_xl.records import NamedTuple


class SetProblem(NamedTuple):
    """`kind` is a key of `WORDS`; the cell is `attribute` of `line`; `facts` fill the blanks of the words."""

    kind: str
    line: CriterionLine
    attribute: str
    facts: dict[str, Any]

    @property
    def rule(self) -> str:
        """What is allowed here, as the middle of a sentence."""
        return WORDS[self.kind][0].format_map(self.facts)

    @property
    def remedy(self) -> str:
        """What to do, to be said after “Hãy”."""
        return WORDS[self.kind][1].format_map(self.facts)


BAD_SET_CODE = "bad_set_code"
SHIPPED_CODE = "shipped_code"
MISSING = "missing"
BAD_PART = "bad_part"
BAD_CRITERION = "bad_criterion"
BAD_MAXIMUM = "bad_maximum"
NOT_WHOLE = "not_whole"
NEGATIVE = "negative"
ABOVE_MAXIMUM = "above_maximum"
OTHER_POINTS = "other_points"
WILDCARD = "wildcard"
BAD_STAR = "bad_star"
STAR_WITHOUT_POINTS = "star_without_points"
NO_LEVELS = "no_levels"
SCATTERED = "scattered"
DIFFERS = "differs"
LEVEL_TWICE = "level_twice"
NO_TOP_LEVEL = "no_top_level"
STARS_FALL = "stars_fall"
GROUP_IN_TWO_PARTS = "group_in_two_parts"
NO_SUCH_PART = "no_such_part"
HEADING_SUM = "heading_sum"
TOTAL = "total"

WORDS: dict[str, tuple[str, str]] = {
    BAD_SET_CODE: (
        "mã bộ bắt đầu bằng chữ, chỉ gồm chữ không dấu, chữ số và gạch nối, không quá 20 ký tự",
        "ghi mã như QD148-08 ở cột «Bộ», hoặc thêm --code QD148-08 khi nạp.",
    ),
    SHIPPED_CODE: (
        "mã này dành cho bộ có sẵn theo QĐ 26/2026/QĐ-TTg",
        "đặt mã khác cho bộ của xã, ví dụ QD148-08.",
    ),
    MISSING: (
        "mỗi mức phải ghi đủ phần, mã, tên và điểm tối đa của tiêu chí, điểm và lời của mức",
        "điền ô này.",
    ),
    BAD_PART: ("phần chỉ nhận A, B hoặc C, vì sổ cộng điểm theo ba phần này", "ghi lại phần."),
    BAD_CRITERION: (
        "mã tiêu chí chỉ gồm các số cách nhau bằng dấu chấm",
        "ghi như 1.1 hoặc 6.1.1; nếu Excel tự đổi thành số hay ngày thì định dạng cột là văn bản (Text) trước.",
    ),
    BAD_MAXIMUM: (f"điểm tối đa là số nguyên từ 1 đến {FULL_SCORE}", "ghi lại điểm tối đa như trong bảng chấm."),
    NOT_WHOLE: ("điểm của một mức là số nguyên", "ghi lại điểm như trong bảng chấm."),
    NEGATIVE: ("điểm của một mức không nhỏ hơn 0", "ghi lại điểm như trong bảng chấm."),
    ABOVE_MAXIMUM: (
        "mức cao hơn điểm tối đa {maximum} của tiêu chí {criterion}",
        "sửa điểm của mức hoặc điểm tối đa.",
    ),
    OTHER_POINTS: (
        "lời của mức nói {said} điểm mà cột Điểm ghi {points}",
        "sửa một trong hai chỗ cho khớp bảng chấm.",
    ),
    WILDCARD: (
        "có dấu {sign}, công thức của sổ hiểu dấu này là ký tự thay thế",
        "bỏ dấu này; dấu sao bắt buộc thì ghi ở cột «Bắt buộc từ hạng».",
    ),
    BAD_STAR: ("hạng có mức bắt buộc chỉ là 3, 4 hoặc 5 sao", "ghi 3, 4, 5 hoặc để trống."),
    STAR_WITHOUT_POINTS: (
        "mức 0 điểm không thể là mức bắt buộc",
        "xóa ô này, hoặc chuyển dấu sao về đúng dòng.",
    ),
    NO_LEVELS: (
        "không có mức điểm nào thuộc {criterion}",
        "thêm các mức của tiêu chí này ở những dòng ngay dưới, hoặc xóa dòng.",
    ),
    SCATTERED: (
        "tiêu chí {criterion} đã có ở dòng {first} và các mức của một tiêu chí phải đứng liền nhau",
        "xếp các dòng lại gần nhau, hoặc sửa mã nếu đây là tiêu chí khác (1.10 gõ dạng số sẽ thành 1.1).",
    ),
    DIFFERS: (
        "dòng {first} của cùng tiêu chí {criterion} ghi “{other}”",
        "ghi giống nhau ở mọi dòng của tiêu chí.",
    ),
    LEVEL_TWICE: ("mức này đã có ở dòng {first}", "bỏ một dòng, hoặc ghi rõ hai mức khác nhau ở đâu."),
    NO_TOP_LEVEL: (
        "không mức nào đạt điểm tối đa của tiêu chí {criterion}, mức cao nhất là {best} điểm",
        "thêm mức còn thiếu, hoặc sửa điểm tối đa.",
    ),
    STARS_FALL: (
        "{high} sao chỉ cần {less} điểm mà {low} sao cần {more} điểm ở tiêu chí {criterion}",
        "kiểm tra dấu sao của từng mức: hạng cao không thể cần ít điểm hơn.",
    ),
    GROUP_IN_TWO_PARTS: (
        "nhóm {group} đã thuộc phần {other} ở dòng {first}",
        "ghi một phần cho cả nhóm, hoặc đánh mã khác cho tiêu chí.",
    ),
    NO_SUCH_PART: ("bộ chưa có tiêu chí nào thuộc phần {part}", "thêm các tiêu chí của phần {part}."),
    HEADING_SUM: (
        "các tiêu chí của {heading} cộng lại được {total} điểm",
        "tìm tiêu chí thiếu, thừa hoặc sai điểm tối đa.",
    ),
    TOTAL: (
        f"điểm tối đa của các tiêu chí cộng lại được {{total}}, phải đúng {FULL_SCORE}",
        "tìm tiêu chí thiếu, thừa hoặc sai điểm tối đa.",
    ),
}
"""Kind → what is allowed, and what to do. The limits on 100 points and on ranks are those of khoản 3 Điều 3 and Phụ lục
II, QĐ 26/2026/QĐ-TTg; the others are what the workbook's formulas need."""
