"""Where the money comes from: the five sources of mục IV, Kế hoạch 76/KH-UBND, in the plan's order."""

from __future__ import annotations

FUNDING_SOURCES: tuple[str, ...] = (
    "Ngân sách nhà nước theo phân cấp",
    "Lồng ghép từ các chương trình mục tiêu quốc gia",
    "Nguồn xã hội hóa",
    "Nguồn đối ứng của chủ thể",
    "Các nguồn hợp pháp khác",
)
