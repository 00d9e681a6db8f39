"""What a column of a foreign list can mean: a column of the workbook, or one of the facts that need a step more."""

from __future__ import annotations

from ocop_xl.model import Producer, Product, Recognition
from ocop_xl.model.table import Row, spec_of
from ocop_xl.records import NamedTuple

ROADMAP = "roadmap"
"""One old column for two of ours: `2025-2030` → «Lộ trình từ năm», «Lộ trình đến năm»."""
TICK = "tick"
"""A mark under a year: the road map in columns. The year stands in the target's `group`."""
TICKED_PRESENT, TICKED_POTENTIAL = "ticked_present", "ticked_potential"
"""A mark under «3 sao», «4 sao»: a rank in columns. The rank stands in the target's `group`."""
TICKED_FORM = "ticked_form"
"""A mark under «Mới», «Nâng hạng», «Đánh giá lại»; `group` is the place of that section among the sections."""
YEAR_OF_RECOGNITION = "year_of_recognition"
"""A year beside the date: kept as a remark and compared with the date."""
PROPOSED = "proposed"
"""The rank that a council asks for: not recognised yet."""
FORM_OF_ASSESSMENT = "form_of_assessment"
"""`Mới`, `Nâng hạng`, `Đánh giá lại`: says in which section the product belongs."""
CONDITION = "condition"
"""`Đã thu hồi`, `Ngừng sản xuất`, `Còn hiệu lực`: of the certificate or of the product, the words tell."""
REASON = "reason"
COMMUNE, DISTRICT, PROVINCE = "commune", "district", "province"
OLD_ADDRESS, OLD_COMMUNE, OLD_DISTRICT = "old_address", "old_commune", "old_district"
SCORE, ROUND, CERTIFICATE = "score", "round", "certificate"

REMARKS: dict[str, str] = {
    SCORE: "Điểm",
    ROUND: "Đợt",
    CERTIFICATE: "Số giấy chứng nhận",
    OLD_ADDRESS: "Địa chỉ cũ",
    OLD_COMMUNE: "Xã cũ",
    OLD_DISTRICT: "Huyện cũ",
}
"""Facts for which the workbook has no column yet: «Ghi chú» of their row keeps them under this name."""
_LABELS = REMARKS | {
    ROADMAP: "Lộ trình",
    TICK: "Lộ trình",
    TICKED_PRESENT: "Hiện trạng",
    TICKED_POTENTIAL: "Tiềm năng",
    TICKED_FORM: "Hình thức đánh giá",
    YEAR_OF_RECOGNITION: "Năm công nhận",
    PROPOSED: "Hạng đề nghị",
    FORM_OF_ASSESSMENT: "Hình thức đánh giá",
    CONDITION: "Tình trạng",
    REASON: "Lý do thu hồi",
    COMMUNE: "Xã",
    DISTRICT: "Huyện",
    PROVINCE: "Tỉnh",
}


class Target(NamedTuple):
    """A field of the model; `group` tells the first recognition of a row (`Lần 1`) from the second."""

    row_type: type[Row]
    attribute: str
    group: int = 0

    @property
    def label(self) -> str:
        """Its name for a person."""
        known = _LABELS.get(self.attribute)
        return known if known is not None else spec_of(self.row_type).column(self.attribute).header


NAME = Target(Product, "name")
NUMBER = Target(Product, "number")
PRESENT, POTENTIAL = Target(Product, "present"), Target(Product, "potential")
PRODUCER = Target(Producer, "name")
DECISION = Target(Recognition, "decision_number")
