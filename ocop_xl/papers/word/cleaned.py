"""What is taken out of a template without a word, because Word puts it in by itself and nobody sees it."""

from __future__ import annotations

import re

from ocop_xl.office.archive import Parts, deflated
from ocop_xl.office.word_package import text_of

_LINK = r"<Relationship\b[^<>]*/{}\"[^<>]*/>"
_OUT = {
    "word/settings.xml": re.compile(r"<w:attachedTemplate\b[^<>]*/>"),
    "word/_rels/settings.xml.rels": re.compile(_LINK.format("attachedTemplate")),
    "_rels/.rels": re.compile(_LINK.format("metadata/thumbnail")),
}
"""By part: the path of the template that Word once made the file from, where Word looks for it; a picture of the first
page as it was when the template was saved."""
_THUMBNAIL = "docprops/thumbnail."
_TYPES, _TEMPLATE, _DOCUMENT = "[content_types].xml", "template.main+xml", "document.main+xml"


def cleaned(parts: Parts) -> Parts:
    """As a document of nobody's: a template saved as .dotx and renamed makes papers that Word opens."""
    clean = {name: part for name, part in parts.items() if not name.lower().startswith(_THUMBNAIL)}
    for name, part in clean.items():
        low = name.lower()
        if low in _OUT or low == _TYPES:
            xml = text_of(name, part)
            left = xml.replace(_TEMPLATE, _DOCUMENT) if low == _TYPES else _OUT[low].sub("", xml)
            if left != xml:
                clean[name] = deflated(left.encode())
    return clean
