"""The product lists of Phụ lục I and II, QĐ 26/2026/QĐ-TTg: six sectors, their groups, 26 product sets.

“Thực phẩm chế biến” is a group inside the sector “Thực phẩm”; people write either into one column.
`suggest_sets` is ours, not the law's: it proposes, the officer chooses and says why.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold, tidy

FOOD = "Thực phẩm"
DRINK = "Đồ uống"
HERBAL = "Dược liệu và sản phẩm từ dược liệu"
CRAFT = "Hàng thủ công mỹ nghệ"
ORNAMENTAL = "Sinh vật cảnh"
TOURISM = "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"

SECTORS: tuple[str, ...] = (FOOD, DRINK, HERBAL, CRAFT, ORNAMENTAL, TOURISM)

_MAE = "Bộ Nông nghiệp và Môi trường"
_MOIT = "Bộ Công Thương"
_MOH = "Bộ Y tế"
_MOCST = "Bộ Văn hóa, Thể thao và Du lịch"


class ProductSet(NamedTuple):
    """One bộ sản phẩm. `agencies` are the ministries in charge, the leading one first."""

    number: int
    code: str
    name: str
    sector: str
    group: str
    agencies: tuple[str, ...]


def _set(number: int, name: str, sector: str, group: str, *agencies: str) -> ProductSet:
    return ProductSet(number, f"QD26-{number:02d}", name, sector, group, agencies)


PRODUCT_SETS: tuple[ProductSet, ...] = (
    _set(1, "Rau, củ, quả, hạt tươi", FOOD, "Thực phẩm tươi sống", _MAE),
    _set(2, "Thịt, thủy sản, trứng, sữa tươi", FOOD, "Thực phẩm tươi sống", _MAE),
    _set(3, "Gạo, ngũ cốc, hạt sơ chế khác", FOOD, "Thực phẩm thô, sơ chế", _MAE),
    _set(4, "Mật ong, mật khác và nông sản thực phẩm khác", FOOD, "Thực phẩm thô, sơ chế", _MAE),
    _set(5, "Đồ ăn nhanh", FOOD, "Thực phẩm chế biến", _MOIT),
    _set(6, "Chế biến từ gạo, ngũ cốc", FOOD, "Thực phẩm chế biến", _MAE, _MOIT),
    _set(7, "Chế biến từ rau, củ, quả, hạt", FOOD, "Thực phẩm chế biến", _MAE),
    _set(
        8,
        "Chế biến từ thịt, thủy sản, trứng, sữa, các sản phẩm từ mật ong, mật khác và nông sản thực phẩm khác",
        FOOD,
        "Thực phẩm chế biến",
        _MAE,
        _MOIT,
    ),
    _set(9, "Tương, nước mắm, gia vị dạng lỏng khác", FOOD, "Gia vị", _MAE),
    _set(10, "Gia vị khác (muối, hành, tỏi, tiêu,...)", FOOD, "Gia vị", _MAE),
    _set(11, "Chè tươi, chè chế biến", FOOD, "Chè", _MAE),
    _set(12, "Sản phẩm trà từ thực vật khác", FOOD, "Chè", _MAE),
    _set(13, "Cà phê, ca cao", FOOD, "Cà phê, ca cao", _MAE),
    _set(14, "Rượu trắng", DRINK, "Đồ uống có cồn", _MOIT),
    _set(15, "Đồ uống có cồn khác", DRINK, "Đồ uống có cồn", _MOIT),
    _set(16, "Nước khoáng thiên nhiên, nước uống đóng chai", DRINK, "Đồ uống không cồn", _MOH),
    _set(17, "Đồ uống không cồn khác", DRINK, "Đồ uống không cồn", _MOIT),
    _set(
        18,
        "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền",
        HERBAL,
        "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền",
        _MOH,
    ),
    _set(19, "Mỹ phẩm có thành phần từ dược liệu", HERBAL, "Mỹ phẩm có thành phần từ dược liệu", _MOH),
    _set(20, "Tinh dầu và dược liệu khác", HERBAL, "Tinh dầu và dược liệu khác", _MOH, _MOIT),
    _set(
        21,
        "Thủ công mỹ nghệ gia dụng, trang trí",
        CRAFT,
        "Thủ công mỹ nghệ gia dụng, trang trí",
        _MOIT,
        _MAE,
    ),
    _set(22, "Vải, may mặc", CRAFT, "Vải, may mặc", _MOIT),
    _set(23, "Hoa", ORNAMENTAL, "Hoa", _MAE),
    _set(24, "Cây cảnh", ORNAMENTAL, "Cây cảnh", _MAE),
    _set(25, "Động vật cảnh", ORNAMENTAL, "Động vật cảnh", _MAE),
    _set(26, TOURISM, TOURISM, TOURISM, _MOCST, _MAE),
)

GROUPS: dict[str, str] = {item.group: item.sector for item in PRODUCT_SETS if item.group != item.sector}
"""Name of a group → its sector. Tourism has no groups."""

OLD_NAMES: dict[str, str] = {
    "Thảo dược": HERBAL,
    "Dược liệu": HERBAL,
    "Vải và may mặc": CRAFT,
    "Lưu niệm - nội thất - trang trí": CRAFT,
    "Lưu niệm, nội thất, trang trí": CRAFT,
    "Thủ công mỹ nghệ": CRAFT,
    "Thủ công mỹ nghệ, trang trí": CRAFT,
    "Hoa, cây cảnh": ORNAMENTAL,
    "Dịch vụ du lịch": TOURISM,
    "Dịch vụ du lịch nông thôn": TOURISM,
    "Dịch vụ du lịch nông thôn, bán hàng": TOURISM,
    "Du lịch nông thôn và bán hàng": TOURISM,
    "Dịch vụ du lịch cộng đồng và điểm du lịch": TOURISM,
}
"""Groups as QĐ 1048/QĐ-TTg (2019) and its lists named them, and their usual short forms → today's sector."""


@lru_cache(maxsize=1024)
def sector_named(text: str) -> str | None:
    """Today's sector that a text means: its own name, one of its groups, or a name of 2019."""
    key = fold(text).removeprefix("nhom ").removeprefix("nganh ").removeprefix("san pham ").removeprefix("hang ")
    return _sector_names().get(key)


@lru_cache(maxsize=1)
def _sector_names() -> dict[str, str]:
    names = {**OLD_NAMES, **GROUPS, **{name: name for name in SECTORS}}
    return {fold(name).removeprefix("hang "): sector for name, sector in names.items()}


_NUMBER = re.compile(r"\s*(?:QD26-)?0*(\d{1,2})(?:\.0*)?(?:\s*\.\s*\D.*)?\s*", re.IGNORECASE | re.DOTALL)
_SET_CODES = frozenset(item.code for item in PRODUCT_SETS)


def product_set(number: int) -> ProductSet:
    """KeyError outside 1–26."""
    if not 1 <= number <= len(PRODUCT_SETS):
        raise KeyError(number)
    return PRODUCT_SETS[number - 1]


def sets_of(sector: str) -> tuple[ProductSet, ...]:
    """The sets that may score a product of the sector; none for an unknown sector."""
    return tuple(item for item in PRODUCT_SETS if item.sector == sector)


def is_shipped(set_code: str | None) -> bool:
    """Whether a criteria set of that code comes with the law; any other the commune has loaded itself."""
    return (set_code or "").upper() in _SET_CODES


def label(number: int) -> str:
    """`08. Chế biến từ thịt, …`: how a set reads in a cell; `number_of` reads it back."""
    return f"{number:02d}. {product_set(number).name}"


def number_of(text: object) -> int | None:
    """What a cell names: `8`, `8.0`, `"08"`, `"08. Chế biến…"`, `"QD26-08"` → 8; None for anything else."""
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    if isinstance(text, bool) or not isinstance(text, int | str):
        return None
    match = _NUMBER.fullmatch(str(text))
    number = int(match[1]) if match else 0
    return number if 1 <= number <= len(PRODUCT_SETS) else None


# --- which set a product's name points to -------------------------------------------------------------------

_HEAD_NOUNS: dict[tuple[int, ...], str] = {
    (1,): "rau, củ, quả, trái, nấm, chuối, xoài, khóm, dứa, mít, bưởi, cam, quýt, chanh, ổi, mãng cầu, "
    "sầu riêng, thanh long, dưa hấu, dưa lưới, dưa lê, vải thiều, khoai, bí đỏ, dừa, sen, cà chua, đậu bắp",
    (2,): "thịt, tôm, cua, cá, lươn, ếch, ốc, mực, nghêu, sò, gà, vịt, heo, lợn, bò, dê, trứng, sữa tươi",
    (3,): "gạo, nếp, ngũ cốc, hạt kê, bắp hạt, ngô hạt",
    (4,): "mật ong, mật hoa, mật nhụy hoa, mật nhuỵ hoa, mật dừa, mật mía, mật thốt nốt",
    (5,): "đồ ăn nhanh, bánh mì, xôi, cháo ăn liền",
    (6,): "bánh, bún, phở, miến, hủ tiếu, mì, cốm, bột gạo, cơm cháy",
    (7,): "mứt, dưa muối, dưa chua, cà muối, kim chi, đậu hũ, đậu phụ, tàu hũ, hạt điều, hạt sen, đậu phộng, lạc rang",
    (8,): "khô, chả, giò, nem, lạp xưởng, lạp xường, xúc xích, ruốc, chà bông, trứng muối, sữa chua, sữa, phô mai",
    (8, 9): "mắm",
    (9,): "tương, nước tương, nước mắm, xì dầu, giấm, dầu hào, nước chấm, nước màu",
    (9, 7): "chao",
    (10,): "muối, tiêu, tỏi, hành, ớt, sa tế, hạt nêm, gia vị",
    (11,): "chè",
    (12, 11): "trà",
    (13,): "cà phê, cafe, coffee, ca cao, cacao",
    (14,): "rượu trắng, rượu đế, rượu gạo, rượu nếp",
    (15,): "rượu vang, rượu trái cây, bia",
    (14, 15): "rượu",
    (16,): "nước khoáng, nước uống đóng chai, nước tinh khiết",
    (17,): "nước ép, nước cốt, nước giải khát, sinh tố, sữa hạt, sữa đậu nành, sữa bắp",
    (18,): "thực phẩm chức năng, viên nang, cao dược liệu, thuốc",
    (19,): "mỹ phẩm, xà phòng, xà bông, dầu gội, sữa tắm, son",
    (20,): "tinh dầu, dược liệu",
    (21,): "chiếu, giỏ, thảm, lục bình, mây tre, đan lát, gốm, tranh, đồ gỗ, đồ thủ công",
    (22,): "vải, khăn, áo, thổ cẩm, lụa",
    (23,): "hoa",
    (24,): "cây cảnh, cây kiểng, bonsai, mai vàng",
    (25,): "cá cảnh, cá kiểng, gà cảnh, gà kiểng, chim cảnh, chim kiểng",
    (26,): "du lịch, điểm du lịch, dịch vụ du lịch, homestay, vườn sinh thái",
}
"""Likely sets, likeliest first → nouns. A name begins with its head noun (`Gạo nếp`, `Rượu nếp`, `Bánh nếp`),
so the noun that stands first in a name decides, the longest one of those that begin there."""

_SET_WHEN_PROCESSED = {1: 7, 2: 8}
_PROCESSED = "khô, sấy, phơi, một nắng, rim, kho, rang, chiên, nướng, hun khói, muối, ngâm, tẩm, viên"
_PERHAPS_PROCESSED = "đóng hộp, hộp, đóng gói, hút chân không, cấp đông, đông lạnh"
_WORD = re.compile(r"\w+")
_SEVERAL_PRODUCTS = re.compile(r"\s+(?:và|với)\s+|[,;/+&]")


class _Words:
    """Finds the first of some words in a name; a name typed without marks is compared without marks."""

    def __init__(self, words: list[str]) -> None:
        self._marked = frozenset(words)
        self._bare = frozenset(fold(word) for word in words)
        self._longest = max(word.count(" ") + 1 for word in words)

    def first_in(self, name: str) -> str | None:
        known = self._bare if name.isascii() else self._marked
        spoken = _WORD.findall(name)
        for start in range(len(spoken)):
            for end in range(start + self._longest, start, -1):
                word = " ".join(spoken[start:end])
                if word in known:
                    return word
        return None


@lru_cache(maxsize=2048)
def suggest_sets(product_name: str, stated: str | None = None) -> tuple[int, ...]:
    """Numbers of the likely sets, likeliest first; empty if the name says nothing to us.

    A row that names two products (`Tương hột và chao`) gives the sets of both. `stated` is the product's sector or
    group as written: the sets of another sector are not suggested.
    """
    found = _suggest_by_name(product_name)
    sector = sector_named(stated or "")
    if sector is None:
        return found
    return tuple(number for number in found if product_set(number).sector == sector)


def _suggest_by_name(product_name: str) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for part in _SEVERAL_PRODUCTS.split(tidy(product_name).casefold()):
        found.update(dict.fromkeys(_suggest_for_one(part)))
    return tuple(found)


def _suggest_for_one(name: str) -> tuple[int, ...]:
    heads, sets_of_head, processed, perhaps = _vocabulary()
    head = heads.first_in(name)
    if head is None:
        return ()
    sets = sets_of_head[head]
    after = _SET_WHEN_PROCESSED.get(sets[0])
    if after is None:
        return sets
    if processed.first_in(name):
        return (after,)
    return (after, *sets) if perhaps.first_in(name) else sets


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[_Words, dict[str, tuple[int, ...]], _Words, _Words]:
    """Made on first use: a command that suggests nothing does not pay for it."""
    marked = {word: sets for sets, words in _HEAD_NOUNS.items() for word in words.split(", ")}
    bare = {fold(word): sets for word, sets in reversed(marked.items())}
    return (
        _Words(list(marked)),
        bare | marked,
        _Words(_PROCESSED.split(", ")),
        _Words(_PERHAPS_PROCESSED.split(", ")),
    )
