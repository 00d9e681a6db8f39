"""What names give away: two goods in one row, one product or subject in two rows."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import TypeVar

from ocop_xl.vietnamese import ABBREVIATIONS, fold, has_marks, name_key, tidy, toned_key

T = TypeVar("T")
_GOODS = (
    "bánh bia bún cà-phê ca-cao chao chả chiếu chè cốm dầu dưa-chua dược-liệu đậu-hũ giấm giò giỏ gạo gốm hạt-điều "
    "hủ-tiếu khô cá-khô tôm-khô kẹo lạp-xưởng mắm miến mì mứt muối-ớt muối-tiêu muối-tôm nem nước-chấm nước-ép "
    "nước-mắm nước-tương phở rượu ruốc sa-tế siro tinh-bột tinh-dầu trà tương xà-bông xà-phòng xúc-xích yến-sào"
)
"""Words by which the name of a finished good begins (cách hiểu của phần mềm: add to them here)."""
_SETS_OF_GOODS = ("bộ ", "combo ", "set ", "hộp quà", "giỏ quà", "quà tặng")
"""A gift box names its contents and is one product."""
_JOINTS = (" và ", " Và ", " VÀ ", " & ", ",", ";", "+", "/")
_GOOD = "|".join(word.replace("-", " ") for word in sorted(_GOODS.split(), key=len, reverse=True))
_TWO_GOODS = re.compile(rf"(?P<one>\w.*?)\s*(?:\bvà\b|[,;+/&])\s*(?P<other>(?:{_GOOD})\b[^,;+/&]*)")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_WORDS = b"abcdefghijklmnopqrstuvwxyz0123456789\n "
_LAST_WORD_OF_SHORT = {short: fold(long).rpartition(" ")[2] for short, long in ABBREVIATIONS.items()}
_MARKS_TO_SPACES = bytes(code if code in _WORDS else 32 for code in range(256))


def names_two_goods(name: str) -> tuple[str, str] | None:
    """The two goods that a name joins, None if it is one product.

    A joint (`và`, `&`, `,`, `;`, `+`, `/`) alone says nothing: `Trà gừng và sả` is one tea, `Muối ớt` has no joint and
    `Khô cá lóc và` nothing behind it. The name counts as two goods only if what follows the joint begins, like a
    product's name, with a finished good: `Tương hột và chao`. What stands in brackets and gift boxes are left out.
    """
    plain = _BRACKETS.sub(" ", tidy(name))
    lowered = plain.casefold()
    if lowered.startswith(_SETS_OF_GOODS):
        return None
    found = _TWO_GOODS.match(lowered)
    if found is None:
        return None
    other = plain[slice(*found.span("other"))].strip()
    return plain[slice(*found.span("one"))].strip(), other[:1].upper() + other[1:]


def may_name_two(names: Collection[str | None]) -> list[str]:
    """The names with a joint in them: few, so that only these are looked at closely."""
    everything = "\n".join(filter(None, names))
    joints = [joint for joint in _JOINTS if joint in everything]
    return [name for name in names if name and any(joint in name for joint in joints)] if joints else []


def same_name_twice(rows: Sequence[T], names: Sequence[str | None], hints: Sequence[Hashable]) -> Iterator[tuple[T, T]]:
    """Rows with one name in two spellings, each with the earlier row.

    Only rows with equal hints are compared by `name_key` and `toned_key`, which cost far more than a hint; rows that
    are the same must have equal hints. `names` are the rows' names.
    """
    if len(set(hints)) == len(hints):
        return
    alike: dict[Hashable, list[tuple[T, str]]] = defaultdict(list)
    for row, name, hint in zip(rows, names, hints, strict=True):
        if name:
            alike[hint].append((row, name))
    for group in alike.values():
        earlier: dict[str, list[tuple[T, str]]] = defaultdict(list)
        for row, name in group if len(group) > 1 else ():
            same_letters = earlier[name_key(name)]
            same = next((first for first, other in same_letters if _same_tones(name, other)), None)
            if same is not None:
                yield row, same
            same_letters.append((row, name))


def _same_tones(one: str, other: str) -> bool:
    """False for `Bà Hai` and `Ba Hải`; a name typed without marks may be either."""
    return not (has_marks(one) and has_marks(other)) or toned_key(one) == toned_key(other)


def without_brand(product: str, producer: str) -> str:
    """The key of `Tôm khô Hiểu Phát` of `HTX Hiểu Phát` is that of `Tôm khô`: its maker's name at the end comes off."""
    words, brand = name_key(product).split(), set(name_key(producer).split())
    while len(words) > 1 and words[-1] in brand:
        words.pop()
    return " ".join(words)


def ends_with_a_word_of(product: str, producer: str) -> bool:
    """Cheap enough to ask of every product before its brand is looked for."""
    last = product.rsplit(None, 1)[-1:]
    return bool(last) and last[0].casefold() in producer.casefold()


def letters_of(names: Sequence[str | None]) -> list[str]:
    """Each name's letters and digits, without marks and spaces, y as i: a hint for names without short forms."""
    if not names:
        return []
    found = _lines(_folded(names).translate(None, b" ").replace(b"y", b"i"))
    return _with_rare_marks(names, found, lambda key: key.replace(" ", "").replace("y", "i"))


def last_words_of(names: Sequence[str | None]) -> list[str]:
    """Each name's last word, written out if it is a short form (`NN` → `nghiep`): a hint for subjects' names."""
    if not names:
        return []
    words = [line.rsplit(None, 1) for line in _lines(_folded(names))]
    last = [found[-1] if found else "" for found in words]
    found = [_LAST_WORD_OF_SHORT.get(word, word).replace("y", "i") for word in last]
    return _with_rare_marks(names, found, lambda key: key.rpartition(" ")[2].replace("y", "i"))


def _with_rare_marks(names: Sequence[str | None], hints: list[str], from_key: Callable[[str], str]) -> list[str]:
    """Names with `.` or `&` (`H.T.X`, `gạo & mắm`) get their hint from the full key: they mean more than a space."""
    for at, name in enumerate(names):
        if name and ("." in name or "&" in name):
            hints[at] = from_key(name_key(name))
    return hints


def _folded(names: Sequence[str | None]) -> bytes:
    """The names, one a line, as ASCII letters, digits and spaces: all folded in one go."""
    joined = "\n".join([name or "" for name in names])
    if joined.count("\n") >= len(names):
        joined = "\n".join([tidy(name or "") for name in names])
    plain = joined.replace("đ", "d").replace("Đ", "D").replace("–", " ")
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").lower().translate(_MARKS_TO_SPACES)


def _lines(folded: bytes) -> list[str]:
    return folded.decode("ascii").split("\n")
