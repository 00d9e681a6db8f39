"""Words by which lists say what became of a product or its certificate."""

from __future__ import annotations

import re
from enum import StrEnum

from ocop_xl.law.withdrawal import WITHDRAWAL_GROUNDS
from ocop_xl.model import choices as c
from ocop_xl.vietnamese import fold


class Condition(StrEnum):
    WITHDRAWN = "bị thu hồi"
    STOPPED = "ngừng sản xuất"
    PAUSED = "tạm dừng"
    FAILED = "không đạt"
    WAITING = "chờ đánh giá lại"
    ENDED = "hết hạn"
    ACTIVE = "đang có hiệu lực"


_WORDS = (
    (re.compile(r"\bthu hoi\b|\bhuy (bo )?(giay|cong nhan|ket qua)|\bcham dut hieu luc"), Condition.WITHDRAWN),
    (
        re.compile(
            r"\b(ngung|dung|nghi|khong con|thoi|het|khong|bo) (hoat dong )?(san xuat|hoat dong|kinh doanh|lam)\b"
            r"|\bgiai the\b|\bpha san\b|\bdong cua\b"
        ),
        Condition.STOPPED,
    ),
    (re.compile(r"\btam (dung|ngung|nghi)\b"), Condition.PAUSED),
    (
        re.compile(
            r"\bkhong (dat|duoc cong nhan|cong nhan|xep hang|phan hang)\b"
            r"|\b(khong|chua) (du (dieu kien|diem|chuan)|dap ung)\b"
            r"|^(loai|rot|bi loai)$|\bduoi (3 sao|50 diem)"
        ),
        Condition.FAILED,
    ),
    (
        re.compile(r"\b(cho|dang) (ket qua |lam thu tuc |tien hanh )?(danh gia|phan hang|cong nhan)( lai)?\b"),
        Condition.WAITING,
    ),
    (re.compile(r"\b(het|qua|khong con) (han|hieu luc|thoi han)\b"), Condition.ENDED),
    (
        re.compile(
            r"\b(con|dang|van) (co )?(hieu luc|hoat dong|san xuat|duy tri|han)\b|^(dat|binh thuong|co|hoat dong|con)$"
        ),
        Condition.ACTIVE,
    ),
)
_PLANNED = re.compile(
    r"\b(du kien|ke hoach|dang ky|tiem nang|phan dau|lo trinh|dinh huong|de xuat phat trien)\b"
    r"|\b(de nghi|de xuat) (trung uong )?(cong nhan|xep hang|phan hang|danh gia|0?\d sao)\b"
)
_GROUNDS = (
    (
        "đ",
        re.compile(
            r"\b(ngung|dung|khong con|nghi|thoi) (hoat dong|san xuat|kinh doanh|lam)|\bgiai the|\bpha san|\btu nguyen"
        ),
    ),
    ("a", re.compile(r"\bgia mao|khong trung thuc|gian doi|khai man")),
    ("d", re.compile(r"\b(nhan hieu|bieu trung|logo|nhan chung nhan)\b")),
    ("b", re.compile(r"\bkhong (con )?(dap ung|dat|dam bao|bao dam|du)\b")),
    ("c", re.compile(r"\bvi pham|an toan thuc pham|chat luong|moi truong|so huu tri tue")),
)


def condition_of(text: str) -> Condition | None:
    """What a cell or a title says; None if it says nothing of the kind."""
    words = fold(text)
    found = [condition for pattern, condition in _WORDS if pattern.search(words)]
    if Condition.PAUSED in found:
        return Condition.PAUSED if Condition.WITHDRAWN not in found else Condition.WITHDRAWN
    return found[0] if found else None


def planned(words: str) -> bool:
    """Folded words that speak of what is hoped for or asked for: `Tiềm năng 5 sao` is no rank that anybody gave."""
    return _PLANNED.search(words) is not None


def failed(text: str) -> bool:
    """`Không đạt`, `Chưa đủ điều kiện`: no rank at all."""
    return condition_of(text) is Condition.FAILED


def ground_of(reason: str) -> str:
    """The ground of khoản 1 Điều 8 that a reason comes nearest to; the last one, `e`, for any other (our reading)."""
    words = fold(reason)
    letter = next((letter for letter, pattern in _GROUNDS if pattern.search(words)), "e")
    return next(ground.label for ground in WITHDRAWAL_GROUNDS if ground.letter == letter)


_FORMS = (
    (re.compile(r"\bnang (hang|sao|cap)\b"), c.SECTION_UPGRADE),
    (
        re.compile(
            r"\b(danh gia lai|phan hang lai|cong nhan lai|duy tri|giu hang|giu sao|gia han|cung co|lan (2|3|hai|ba))\b"
            r"|^lai$"
        ),
        c.SECTION_KEEP,
    ),
    (re.compile(r"\b(moi|lan dau|dang ky moi|phat trien moi|lan (1|mot))\b"), c.SECTION_NEW),
)


def section_of_form(text: str) -> str | None:
    """`Mới`, `Nâng hạng`, `Đánh giá lại` → one of «Mục»'s choices."""
    words = fold(text)
    return next((section for pattern, section in _FORMS if pattern.search(words)), None)
