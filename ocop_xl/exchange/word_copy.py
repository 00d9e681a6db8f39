"""A Word file as it goes out: the text as it is, without the names that Word keeps beside it."""

from __future__ import annotations

import re

from ocop_xl.exchange.container import unzipped, zipped
from ocop_xl.exchange.errors import ExchangeError
from ocop_xl.exchange.office_parts import dangers, unfinished

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_BLANK = {
    "docProps/core.xml": (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    ),
    "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"/>',
    "docProps/custom.xml": f'<Properties xmlns="{_OFFICE}/custom-properties"/>',
    "word/people.xml": '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
}
"""Parts that tell who wrote, who printed, for which company; they stay, empty, so that the file stays whole."""
_METADATA = "http://schemas.microsoft.com/office/2006/metadata"
"""Namespace in which SharePoint writes who owns and shares a file."""
_TEMPLATE_LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*/attachedTemplate[\"'][^>]*/>")
_TEMPLATE_MARK = re.compile(rb"<\w+:attachedTemplate\b[^>]*/>")
_SETTINGS, _SETTINGS_LINKS = "word/settings.xml", "word/_rels/settings.xml.rels"


def shared_word(name: str, raw: bytes) -> tuple[bytes, bool]:
    """The copy, and whether it could be cleaned: a digitally signed file must stay as it is to the byte.

    Raises `ExchangeError` for a file with code, links to other files, comments or unaccepted changes.
    """
    parts = unzipped(name, raw)
    if "word/document.xml" not in parts:
        raise ExchangeError(f"«{name}» không phải tệp Word (.docx); hãy mở bằng Word rồi lưu lại dạng .docx.")
    signed = any(part.startswith("_xmlsignatures/") for part in parts)
    if not signed:
        parts = _without_names(parts)
    if found := sorted(set(dangers(parts))):
        raise ExchangeError(f"Văn bản «{name}» có {', '.join(found)} nên không đóng gói; hãy bỏ đi rồi lưu lại.")
    if found := list(unfinished(parts)):
        raise ExchangeError(
            f"Văn bản «{name}» còn {', '.join(found)}; hãy duyệt và xóa trong Word (thẻ Xem lại) rồi đóng gói lại."
        )
    return (raw, False) if signed else (zipped(parts), True)


def _without_names(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Without author, company, own properties, and the template's place on somebody's disk."""
    clean = dict(parts)
    for name, blank in _BLANK.items():
        if name in clean:
            clean[name] = _HEAD + blank.encode()
    for name, content in parts.items():
        if re.fullmatch(r"customXml/item\d+\.xml", name) and _METADATA.encode() in content:
            clean[name] = _HEAD + f'<p:properties xmlns:p="{_METADATA}/properties"/>'.encode()
    if _SETTINGS_LINKS in clean:
        clean[_SETTINGS_LINKS] = _TEMPLATE_LINK.sub(b"", clean[_SETTINGS_LINKS])
        clean[_SETTINGS] = _TEMPLATE_MARK.sub(b"", clean.get(_SETTINGS, b""))
    return clean
