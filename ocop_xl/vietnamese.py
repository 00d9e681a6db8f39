"""One name written in several ways is one name: the keys by which Vietnamese texts are compared.

Staff type `Hoà`, `Hòa` and, from a Mac, the same letters decomposed; they write `HTX` for `Hợp tác xã`. Nothing here
changes what is stored or shown: these are keys for comparing, and only `nfc`, `tidy` and `figure` give text for people.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))
LATIN_TWINS = (
    str.maketrans("\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425", "ABEKMHOPCTYX")
    | str.maketrans("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455", "aeopcyxijs")
    | str.maketrans(
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf", "ABEZHIKMNOPTYXo"
    )
    | {0xFEE0 + code: code for code in range(0x21, 0x7F)}
)
"""Letters of Cyrillic and Greek, and full-width ones, that nobody can tell from these on a screen."""
_INVISIBLE_OR_STROKED = _INVISIBLE | LATIN_TWINS | str.maketrans("đĐ", "dD")
_VOWELS_ONLY_Y = re.compile(r"\b(h|k|l|m|s|t|qu)y\b")

ABBREVIATIONS = {
    "htx": "hợp tác xã",
    "htxnn": "hợp tác xã nông nghiệp",
    "tht": "tổ hợp tác",
    "hkd": "hộ kinh doanh",
    "dntn": "doanh nghiệp tư nhân",
    "cty": "công ty",
    "tnhh": "trách nhiệm hữu hạn",
    "mtv": "một thành viên",
    "cssx": "cơ sở sản xuất",
    "nn": "nông nghiệp",
    "dv": "dịch vụ",
    "dvnn": "dịch vụ nông nghiệp",
    "sx": "sản xuất",
    "kd": "kinh doanh",
    "sxkd": "sản xuất kinh doanh",
    "tm": "thương mại",
    "tmdv": "thương mại dịch vụ",
}
"""Short forms usual in producers' names, in small letters → what they stand for."""

_DOTTED = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")  # H.T.X → HTX
_AMPERSAND = re.compile(r"\s*&\s*")
_WORD = re.compile(r"[^\W_]+")
_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}


def nfc(text: str) -> str:
    """The composed form, in which everything is stored, shown and printed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def figure(value: float) -> str:
    """A number as Vietnamese is written: `7`, `0,5`."""
    return f"{value:.12g}".replace(".", ",")


def tidy(text: str) -> str:
    """NFC with no invisible characters, no outer and no doubled spaces: what a person believes she typed."""
    return " ".join(nfc(text).translate(_INVISIBLE).split())


def fold(text: str) -> str:
    """Lower-case letters and digits without marks, words parted by one space: `Tên  Cơ-sở` → `ten co so`.

    Tone placement (`hoà`/`hòa`) disappears with the marks, so folded texts are equal whichever way it was typed.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_INVISIBLE_OR_STROKED))
    bare = "".join(filterfalse(unicodedata.combining, decomposed))
    return _NOT_WORD.sub(" ", bare.casefold()).strip()


def name_key(text: str) -> str:
    """Folded with short forms written out and y/i made one: two spellings of one producer or product share it.

    The marks are gone, so different names may share a key (`Bà Hai`, `Ba Hải`): use it to propose, let `toned_key`
    or a person decide.
    """
    return _VOWELS_ONLY_Y.sub(r"\1i", fold(" ".join(_spelled_out(text))))


def toned_key(text: str) -> str:
    """`name_key` that keeps the marks, each syllable's tone moved to its end: `hoà`, `hòa` and NFD `hòa` are equal,
    `Bà Hai` and `Ba Hải` are not."""
    return " ".join(_tone_last(word) for word in _spelled_out(text))


def has_marks(text: str) -> bool:
    """False for a name typed without any Vietnamese mark; such a text says nothing about tones."""
    return any(char.isalpha() and not char.isascii() for char in nfc(text))


def _spelled_out(text: str) -> list[str]:
    """Words in small letters, composed, short forms written out."""
    plain = _AMPERSAND.sub(" và ", _DOTTED.sub("", tidy(text)))
    words = _WORD.findall(plain.casefold())
    return [part for word in words for part in ABBREVIATIONS.get(word, word).split()]


@lru_cache(maxsize=10_000)
def _tone_last(syllable: str) -> str:
    """Remembered: the language has some seven thousand syllables, and names use few of them."""
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    toneless = unicodedata.normalize("NFC", "".join(letters))
    return _VOWELS_ONLY_Y.sub(r"\1i", toneless) + tone


@lru_cache(maxsize=4_096)
def ascii_name(text: str) -> str:
    """`Tên sản phẩm` → `ten_san_pham`: a tag for Word templates or a safe part of a file name. Remembered: papers ask
    for the headers of a table again for each of its rows."""
    return fold(text).replace(" ", "_")


_TCVN3 = (
    r"[A-Za-z][¨©ª«¬®µ¶¸¹»¼½¾][A-Za-z]|[A-Za-z][µ¶¸](?!\w)|(?<!\w)®(?=\w)"
    r"|[a-z][ÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß][a-z]"
)
_VNI = r"[aeouy][øûõåäïù]|[ae][âáà]|oâ|a[éêúùëü]|(?<!\w)ñ"
_OLD_FONT = f"{_TCVN3}|(?i:{_VNI})"
"""Pairs of letters that Vietnamese in Unicode never has and texts typed for TCVN3 or VNI fonts are full of:
`S¶n phÈm`, `Saûn phaåm`. Our reading; a trade name with such a pair is only warned of."""


def typed_for_an_old_font(text: str) -> bool:
    """Whether a text looks as if typed for a font older than Unicode."""
    return re.search(_OLD_FONT, nfc(text)) is not None
