"""What the author of a tag most likely meant, who writes as Word, another program or another language would."""

from __future__ import annotations

import re

_ODD = "[^{0}]*{0}(?:[^{0}]*{0}[^{0}]*{0})*[^{0}]*"
"""An odd number of a sign."""
_CONDITION = r"\{%[+-]?(?:p|tr|tc|r)? *(?:el)?if\b"
_LOOP = r"\{%[+-]?(?:p|tr|tc|r)? *for\b"
_HINTS = tuple((re.compile(pattern, re.DOTALL), hint) for pattern, hint in (
    (r"\{\{\{", "chỉ viết hai dấu ngoặc {{ tên }}"),
    (r"\{\{\s*[#/^]", "viết {% if … %} … {% endif %} hoặc {% for tên in danh_sách %} … {% endfor %}"),
    (r"..+?(?:\{\{|\{%)", "có một thẻ khác nằm bên trong: thẻ trước chưa đóng bằng }} hoặc %}"),
    (_CONDITION + "(?!.*==).*=", "so sánh bằng phải viết hai dấu =="),
    (".*[“”„‘’′″«»`]", "dấu nháy không đi thành cặp: hãy dùng nháy thẳng ' … '"),
    (_ODD.format('"') + "$", "dấu nháy không đi thành cặp: hãy dùng nháy thẳng ' … '"),
    (_ODD.format("'") + "$", "dấu nháy không đi thành cặp: hãy dùng nháy thẳng ' … '"),
    (".*[–—…]", "Word đã đổi dấu gạch hoặc dấu chấm thành ký tự khác"),
    (_LOOP + r"(?!.* in )|" + _LOOP + r"\s+each\b", "lệnh for phải viết là {% for tên in danh_sách %}"),
    (".*&&", "«và» viết là and"),
    (r".*\|\|", "«hoặc» viết là or"),
    (".*!(?!=)", "«không» viết là not"),
    (r".*\?", "chọn một trong hai viết là {{ a if điều_kiện else b }}"),
    (".*->", "tên trong nhóm viết sau dấu chấm, như xa.ten_xa"),
    (".*;", "không ghi dấu chấm phẩy trong thẻ"),
    (r"\{\{\s*=", "không ghi dấu = ở đầu thẻ"),
    (r"\{\{\s*[\w.]+\s+\w", "tên không có dấu cách: hãy nối bằng dấu _"),
))  # fmt: skip


def syntax_hint(source: str) -> str:
    """The first that fits, as a clause behind the tag; "" if nothing is known."""
    return next((f", {hint}" for pattern, hint in _HINTS if pattern.match(source)), "")
