"""The province's buttons, in the order of their tab."""

from __future__ import annotations

from ocop_xl.buttons.action import MANY, Action

PROVINCE_ACTIONS: tuple[Action, ...] = (
    Action(
        "board",
        MANY,
        "Bảng theo dõi",
        "Xã nào đã gửi, gửi gì",
        "Chọn thư mục tệp nhận của các xã và danh sách xã; ghi bảng Excel và trang web vào thư mục «ket-qua» cạnh đó. "
        "Không sửa tệp nào của xã.",
        "DataFormExcel",
        "1",
        "province.board",
        large=True,
        anywhere=True,
    ),
    Action(
        "consolidate",
        MANY,
        "Tổng hợp",
        "Tổng hợp sổ và gói của các xã",
        "Chọn thư mục tệp nhận của các xã; ghi bảng tổng hợp có phân tích, biểu đồ vào thư mục «ket-qua» cạnh đó. "
        "Không sửa tệp nào của xã.",
        "Consolidate",
        "2",
        "province.consolidate",
        large=True,
        anywhere=True,
    ),
    Action(
        "answer",
        MANY,
        "Lập trả lời",
        "Lập tệp trả lời các gói",
        "Chọn thư mục tệp nhận; mỗi xã, hoặc một xã, có một tệp tra-loi….xlsx trong thư mục «ket-qua/tra-loi» để ghi "
        "kết quả, ý kiến rồi gửi về xã.",
        "SendCopySendToMailRecipient",
        "3",
        "province.answer",
        large=True,
        anywhere=True,
    ),
)
