"""Texts typed for fonts older than Unicode – TCVN3 (.VnTime), VNI (VNI-Times) – in the letters they were meant to show.

Whether a file is one is told from all its texts together: single letters (ã, é, ô) look the same in both worlds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from ocop_xl.sheets.importing.sources.cells import Aside, Cell, Source

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_ROOF, _BOWL = "\u0302", "\u0306"
_VNI_MARKS = (
    dict(zip("øùõûï", (_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT), strict=True))
    | dict(zip("âàáãåä", (_ROOF + tone for tone in ("", _GRAVE, _ACUTE, _TILDE, _HOOK, _DOT)), strict=True))
    | dict(zip("êèéüúë", (_BOWL + tone for tone in ("", _GRAVE, _ACUTE, _TILDE, _HOOK, _DOT)), strict=True))
)
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_SIGN = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])|[{''.join(_VNI_LETTERS)}]", re.IGNORECASE)
"""A letter with the sign that stands behind it, or a letter that has a code of its own."""

_NUCLEI = (
    "yêu|yê|ưu|ươu|ươi|ươ|ưi|ưa|uyu|uyê|uya|uy|uơ|uôi|uô|ui|uê|uây|uâ|uai|ua|ơi|ôi|oo|oi|oeo|oe|oă|oay|oao|oai|oa|"
    "iu|iêu|iê|ia|êu|eo|ây|âu|ay|au|ao|ai|y|ư|u|ơ|ô|o|i|ê|e|â|ă|a"
)
_SYLLABLE = re.compile(f"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:{_NUCLEI})(?:ch|ng|nh|[cmnpt])?")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = re.compile(r"[^\W\d_]+")
_UNICODE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]")
_STRANGE = frozenset("¨©ª«¬®µ¶¸¹»¼½¾ÆÇËÎÏÐÑÖØÛÜÞßøûåäïüëñöÅÄæçîþ÷·")
_FEWEST_SURE = 0.3
"""Of the texts beyond ASCII that could be either, so many must hold a letter that Vietnamese never writes."""
_PLAUSIBLE = 0.85
"""Of the words that were changed, so many must be possible Vietnamese syllables afterwards."""


def to_unicode(source: Source) -> Source:
    """The same source, its cells rewritten in place when the file was typed for an old font; told once."""
    cells = [cell for cell in source.cells() if isinstance(cell.value, str) and not cell.value.isascii()]
    doubtful = [cell for cell in cells if not _UNICODE_ONLY.search(str(cell.value))]
    font = _font_of(str(cell.value) for cell in doubtful)
    if font is None:
        return source
    for cell in doubtful:
        cell.put(_CONVERT[font](str(cell.value)))
    why = f"{len(doubtful)} ô gõ bằng phông {font}, đã chuyển sang Unicode; hãy đối chiếu vài dòng với tệp gốc"
    source.told.append(Aside(Cell(doubtful[0].address, doubtful[0].value), why))
    return source


def converted(text: str) -> str | None:
    """The text in Unicode if it was typed for an old font, else None."""
    font = _font_of(text.split("\n"))
    return None if font is None else "\n".join(_as_needed(line, font) for line in text.split("\n"))


def _as_needed(line: str, font: str) -> str:
    return line if line.isascii() or _UNICODE_ONLY.search(line) else _CONVERT[font](line)


def _font_of(texts: Iterable[str]) -> str | None:
    either = [text for text in texts if not text.isascii() and not _UNICODE_ONLY.search(text)]
    strange = [text for text in either if not _STRANGE.isdisjoint(text)]
    if not strange or len(strange) < _FEWEST_SURE * len(either):
        return None
    scores = {font: _plausible(strange, font) for font in _CONVERT}
    font = max(scores, key=lambda name: scores[name])
    return font if scores[font] >= _PLAUSIBLE else None


def _plausible(texts: list[str], font: str) -> float:
    changed = [word for text in texts for word in _WORD.findall(_CONVERT[font](text)) if not word.isascii()]
    return sum(map(_is_syllable, changed)) / len(changed) if changed else 0.0


@cache
def _is_syllable(word: str) -> bool:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.casefold()).translate(_TONES))
    return _SYLLABLE.fullmatch(plain) is not None


def _from_tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def _from_vni(text: str) -> str:
    return _VNI_SIGN.sub(lambda found: _vni_letter(found[1] or found[0], found[2] or ""), text)


def _vni_letter(base: str, sign: str) -> str:
    meant = _VNI_LETTERS.get(base.lower(), base.lower())
    marked = unicodedata.normalize("NFC", meant + (_VNI_MARKS[sign.lower()] if sign else ""))
    return marked.upper() if base.isupper() else marked


_CONVERT = {"TCVN3": _from_tcvn3, "VNI": _from_vni}
