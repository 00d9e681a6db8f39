"""Word files as packages: what a paper does not change is copied as the compressed bytes of the template.

Entries carry a fixed date and come in the template's order, so the same input gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ocop_xl.errors import TemplateError
from ocop_xl.office import archive
from ocop_xl.office.archive import Limits, Part, Parts, deflated, pack, read_archive, stored

LIMITS = Limits(parts=2000, part=64 * 2**20, content=160 * 2**20, packed=0)
"""However tightly its text is packed: a paper may say the same ten thousand times, and its content is bounded."""
BODY = "word/document.xml"
_PACKED_ALREADY = (".xlsx", ".png", ".jpeg", ".jpg")
_ENCODING = re.compile(r"(?<=<\?xml version=.1\.0.)\s+encoding=[\"'][\w-]+[\"']")
_NOT_WORD = "không phải tệp Word (.docx) hoặc đã hỏng. Hãy mở bằng Word rồi lưu lại dạng «Word Document (*.docx)»."


def read_package(content: bytes) -> Parts:
    """The parts in their order; raises `TemplateError` when the bytes are no Word file."""
    try:
        parts = read_archive(content, LIMITS)
    except archive.OversizedPart as error:
        raise TemplateError("Tệp mẫu quá lớn. Hãy bớt hình ảnh trong mẫu.") from error
    except archive.TrickedArchive as error:
        raise TemplateError(f"Tệp mẫu có cấu tạo bất thường ({error}). Hãy mở bằng Word rồi lưu lại.") from error
    except archive.ArchiveError as error:
        raise TemplateError(f"Tệp mẫu {_NOT_WORD}") from error
    if BODY not in parts:
        raise TemplateError(f"Tệp mẫu {_NOT_WORD}")
    return parts


def text_of(name: str, part: Part) -> str:
    """A part's text (UTF-8, or UTF-16 by its byte order mark), refused when it is too big to be true."""
    try:
        raw = part.content(LIMITS.part)
        if raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            return raw.decode("utf-8-sig")
        return _ENCODING.sub("", raw.decode("utf-16"), count=1)  # it is written again as UTF-8
    except archive.OversizedPart as error:
        raise TemplateError(f"Phần {name} của tệp mẫu quá lớn. Hãy bớt hình ảnh, nội dung trong mẫu.") from error
    except (archive.ArchiveError, UnicodeDecodeError) as error:
        raise TemplateError(f"Tệp mẫu {_NOT_WORD}") from error


def write_package(parts: Parts, changed: Mapping[str, bytes]) -> bytes:
    """A package with the parts of the template, `changed` ones (by name, uncompressed) in their place."""
    return pack({name: _packed(name, changed[name]) if name in changed else part for name, part in parts.items()})


def _packed(name: str, content: bytes) -> Part:
    return stored(content) if name.endswith(_PACKED_ALREADY) else deflated(content)
