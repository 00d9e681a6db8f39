"""What Jinja complains about, in Vietnamese: which tag, in which paragraph, what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from ocop_xl.errors import TemplateError
from ocop_xl.papers.facts import NotPrintableError
from ocop_xl.papers.word.tag_text import Place, Source
from ocop_xl.papers.word.unknown import UnknownNameError
from ocop_xl.papers.word.work import TooMuchError
from ocop_xl.vietnamese import ascii_name

_QUOTED = re.compile(r"'([^']*)'")
_OPEN_BLOCK = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '([^']*)'")
_CLOSING = re.compile(r"end\w+|else|elif")
_TAG_SHOWN = 120
_NAME_COMPARED = 60
_MEND = "Hãy mở mẫu bằng Word và sửa thẻ này."


def where(place: Place | None) -> str:
    """The tag and the words of its paragraph, inside a sentence."""
    if place is None:
        return "trong mẫu"
    inside = f" trong đoạn “{place.words}”" if place.words != place.tag else ""
    tag = place.tag if len(place.tag) <= _TAG_SHOWN else place.tag[:_TAG_SHOWN] + "…"
    return f"ở thẻ {tag}{inside}"


def syntax_blame(error: TemplateSyntaxError, source: Source) -> TemplateError:
    """For a template that could not be compiled."""
    message = error.message or ""
    spot = where(source.place(error.lineno))
    stray = _UNKNOWN_TAG.match(message)
    if (found := _OPEN_BLOCK.search(message)) and not (stray and not _CLOSING.fullmatch(stray[1])):
        return TemplateError(
            f"Lệnh «{found[1]}» chưa được đóng bằng «end{found[1]}», thấy {spot}. Hãy thêm thẻ đóng bằng Word."
        )
    if "unknown tag" in message:
        quoted = _QUOTED.search(message)
        return TemplateError(f"Không có lệnh «{quoted[1] if quoted else ''}» {spot}. {_MEND}")
    if message.startswith("No filter named"):
        quoted = _QUOTED.search(message)
        return TemplateError(f"Không có bộ lọc «{quoted[1] if quoted else ''}» {spot}. {_MEND}")
    return TemplateError(f"Viết sai cú pháp {spot}. {_MEND}")


def render_blame(error: Exception, template: Template, source: Source, values: Mapping[str, Any]) -> TemplateError:
    """For a template that stopped while a paper was made."""
    place = source.place(_line(error, template))
    spot = where(place)
    if isinstance(error, UnknownNameError):
        if error.name.isdecimal():
            return TemplateError(f"Danh sách không có dòng thứ {int(error.name) + 1} {spot}. Hãy dùng lệnh for.")
        near = nearest(error.name, error.known, values)
        hint = f", tên gần nhất là «{near}»" if near else ""
        return TemplateError(f"Không có tên «{error.name}» {spot}{hint}. Hãy mở mẫu bằng Word và sửa lại tên.")
    if isinstance(error, TooMuchError | RecursionError | MemoryError | OverflowError):
        return TemplateError(f"Mẫu bắt máy làm quá nhiều việc {spot}, đã dừng lại. Hãy bỏ vòng lặp quá dài.")
    if isinstance(error, NotPrintableError):
        return TemplateError(
            f"Tên {spot} là một nhóm hoặc một danh sách, không in trực tiếp được. "
            "Hãy ghi tên cụ thể hơn, hoặc dùng lệnh for."
        )
    if isinstance(error, SecurityError):
        return TemplateError(f"Không được phép dùng lệnh {spot}. {_MEND}")
    return TemplateError(f"Không thực hiện được lệnh {spot}. {_MEND}")


def _line(error: Exception, template: Template) -> int:
    """The template's line that was running: its innermost frame."""
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template or (
            trace.tb_frame.f_code.co_filename == template.filename
        ):
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def nearest(name: str, known: list[str] | None, values: Mapping[str, Any]) -> str:
    """The known name that a person most likely meant; a top-level name is also looked for inside the groups."""
    from difflib import get_close_matches

    if known is not None:
        candidates = {key: key for key in known}
    else:
        candidates = {key: key for key in values if not key.startswith("_")}
        for group, inner in values.items():
            for key in inner if isinstance(inner, Mapping) else ():
                candidates.setdefault(str(key), f"{group}.{key}")
    close = get_close_matches(ascii_name(name[:_NAME_COMPARED]), list(candidates), 1, 0.6)
    return candidates[close[0]] if close else ""
