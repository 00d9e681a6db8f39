"""The fonts that a theme stands for: Word takes that of the theme's script for the language of the file."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ocop_xl.papers.lint.word_parts import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = {"vi": "Viet"}
"""By the first part of a language; a font for the script goes before the one for Latin letters."""


def theme_fonts(theme: Element | None, settings: Element | None) -> dict[str, str]:
    """`major` and `minor` → the font; a Vietnamese file prints Times New Roman where its theme says «Calibri Light»."""
    script = _SCRIPTS.get(_language(settings), "")
    return {kind: _font(theme, kind, script) for kind in ("major", "minor")}


def _language(settings: Element | None) -> str:
    found = settings.find(f"{W}themeFontLang") if settings is not None else None
    return found.get(f"{W}val", "").partition("-")[0].lower() if found is not None else ""


def _font(theme: Element | None, kind: str, script: str) -> str:
    fonts = theme.find(f".//{_A}{kind}Font") if theme is not None else None
    if fonts is None:
        return ""
    own = (font for font in fonts.iter(f"{_A}font") if script and font.get("script") == script)
    found = next(own, fonts.find(f"{_A}latin"))
    return found.get("typeface", "") if found is not None else ""
