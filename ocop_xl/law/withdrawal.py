"""Why a certificate is taken back: the six grounds of khoản 1 Điều 8, QĐ 26/2026/QĐ-TTg.

Chủ tịch UBND tỉnh withdraws 3 and 4 sao, the minister 5 sao. The wording is a short form of ours.
"""

from __future__ import annotations

from ocop_xl.records import NamedTuple

ARTICLE = "khoản 1 Điều 8, QĐ 26/2026/QĐ-TTg"


class WithdrawalGround(NamedTuple):
    """A reason for which a certificate is withdrawn, by its letter in the decision."""

    letter: str
    text: str

    @property
    def label(self) -> str:
        return f"{self.letter}) {self.text}"


WITHDRAWAL_GROUNDS: tuple[WithdrawalGround, ...] = (
    WithdrawalGround("a", "Hồ sơ, giấy tờ không trung thực hoặc giả mạo"),
    WithdrawalGround("b", "Không còn đáp ứng tiêu chí theo kết luận kiểm tra"),
    WithdrawalGround("c", "Vi phạm về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, ghi nhãn…"),
    WithdrawalGround("d", "Sử dụng sai nhãn hiệu, biểu trưng OCOP"),
    WithdrawalGround("đ", "Không còn sản xuất sản phẩm"),
    WithdrawalGround("e", "Trường hợp khác theo kết luận của cơ quan có thẩm quyền"),
)
NO_LONGER_MADE = next(ground for ground in WITHDRAWAL_GROUNDS if ground.letter == "đ")
"""The ground that the commune itself can confirm (khoản 4 Điều 8)."""
