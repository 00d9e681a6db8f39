"""The markup of a part of a Word file, as a flat list of tokens."""

from __future__ import annotations

import re
from xml.parsers import expat

from ocop_xl.errors import TemplateError

_TOKEN = re.compile(r"""<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+""", re.DOTALL)
_NAME = re.compile(r"</?([^\s/>]+)")


def tokens_of(xml: str) -> list[str]:
    """Tags, comments and the texts between them, in their order; raises `TemplateError` for what Word never writes."""
    _refuse_strange(xml)
    return _TOKEN.findall(xml)


def _refuse_strange(xml: str) -> None:
    """Word writes neither a DTD nor broken XML; reading them could take for ever."""
    if "<!DOCTYPE" in xml or "<!ENTITY" in xml:
        raise TemplateError("Tệp mẫu chứa khai báo DTD, Word không tạo ra nội dung này. Hãy lưu lại mẫu bằng Word.")
    try:
        expat.ParserCreate("utf-8").Parse(xml.encode(), True)
    except expat.ExpatError as error:
        raise TemplateError("Nội dung của tệp mẫu bị hỏng. Hãy mở mẫu bằng Word, sửa và lưu lại.") from error


def name_of(token: str) -> str:
    found = _NAME.match(token)
    return found[1] if found else ""


def innermost(stack: list[tuple[str, int]], name: str) -> int:
    return next((at for open_name, at in reversed(stack) if open_name == name), -1)
