"""Chu trình OCOP: the six steps a product goes through, and the clock-free order they have."""

from __future__ import annotations

CYCLE_STEPS: tuple[str, ...] = (
    "1. Tuyên truyền, hướng dẫn về OCOP",
    "2. Nhận đăng ký ý tưởng sản phẩm",
    "3. Nhận phương án, dự án sản xuất kinh doanh",
    "4. Triển khai phương án, dự án sản xuất kinh doanh",
    "5. Đánh giá và xếp hạng sản phẩm",
    "6. Xúc tiến thương mại",
)
"""The names of steps 5 and 6 have not been compared with a legal text (cách hiểu của phần mềm)."""
