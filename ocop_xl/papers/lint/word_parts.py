"""The parts of a Word file that decide how it looks, read from bytes that nobody vouches for."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ocop_xl.errors import PaperError, TemplateError
from ocop_xl.office.archive import ArchiveError, OversizedPart, Part, Parts
from ocop_xl.office.word_package import read_package

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_XML_BYTES = 4 * 1024 * 1024
"""For one part; a paper of a hundred pages has about 2 MB. With it the worst file is refused or read within 5 s."""
MAX_ALL_XML_BYTES = 8 * 1024 * 1024

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml)/main")
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_MEND = "Hãy mở bằng Word rồi lưu lại dạng «Word Document (*.docx)»."


@dataclass(slots=True)
class WordParts:
    """Parsed parts; those that a file may lack are None."""

    document: Element
    styles: Element | None
    numbering: Element | None
    theme: Element | None
    settings: Element | None
    pages: dict[str, Element] = field(default_factory=dict)
    """Headers and footers by relationship id."""


def read_parts(content: bytes) -> WordParts:
    """Raises `PaperError`, one sentence, for anything that is not a sound Word file of a believable size."""
    if len(content) > MAX_FILE_BYTES:
        raise PaperError(f"Tệp lớn hơn {MAX_FILE_BYTES // 2**20} MB, không phải văn bản hành chính.")
    try:
        parts = read_package(content)
    except TemplateError:
        raise PaperError(f"Tệp không phải tệp Word (.docx) hoặc đã hỏng. {_MEND}") from None
    return _Reader(parts).read()


class _Reader:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._left = MAX_ALL_XML_BYTES

    def read(self) -> WordParts:
        document = self._xml("word/document.xml")
        if document is None or document.find(f"{W}body") is None:
            raise PaperError(f"Tệp Word không có nội dung. {_MEND}")
        targets = self._relations("word/_rels/document.xml.rels")
        by_kind: dict[str, str] = {}
        for kind, name in targets.values():
            by_kind.setdefault(kind, name)
        wanted = {
            reference.get(f"{R}id", "")
            for kind in ("headerReference", "footerReference")
            for reference in document.iter(f"{W}{kind}")
        }
        pages = {key: self._xml(targets[key][1]) for key in sorted(wanted) if key in targets}
        return WordParts(
            document,
            self._xml(by_kind.get("styles", "")),
            self._xml(by_kind.get("numbering", "")),
            self._xml(by_kind.get("theme", "")),
            self._xml(by_kind.get("settings", "")),
            {key: page for key, page in pages.items() if page is not None},
        )

    def _relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Id → last word of the type, name of the part."""
        listing = self._xml(name)
        if listing is None:
            return {}
        return {
            item.get("Id", ""): (
                item.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/word", item.get("Target", ""))).lstrip("/"),
            )
            for item in listing.iter(_RELATIONSHIP)
            if item.get("TargetMode") != "External"
        }

    def _xml(self, name: str) -> Element | None:
        part = self._parts.get(name)
        if part is None:
            return None
        text = self._text(name, part)
        try:
            parsed: Element = fromstring(text, forbid_dtd=True)
        except ParseError:
            raise PaperError(f"Phần {name} của tệp Word bị hỏng. {_MEND}") from None
        except DefusedXmlException:
            raise PaperError(f"Phần {name} của tệp chứa khai báo mà Word không tạo ra. {_MEND}") from None
        return parsed

    def _text(self, name: str, part: Part) -> str:
        try:
            raw = part.content(min(MAX_XML_BYTES, self._left))
            text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        except OversizedPart:
            raise PaperError("Tệp Word quá dài, không phải văn bản hành chính. Hãy tách thành nhiều tệp.") from None
        except (ArchiveError, UnicodeDecodeError):
            raise PaperError(f"Phần {name} của tệp Word bị hỏng. {_MEND}") from None
        self._left -= len(raw)
        if "purl.oclc.org" in text:
            text = _STRICT.sub(r"http://schemas.openxmlformats.org/\1/2006/main", text)
            text = text.replace(_STRICT_RELATIONS, R[1:-1])
        return text
