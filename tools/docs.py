"""The generated files: data dictionary, rules, fields of papers and steps in `docs/`, Excel's ribbon.

`python -m tools.docs [--check]`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.sample import sample_book
from ocop_xl.model import ALL_TABLES, spec_of
from ocop_xl.model.choices import all_choices
from ocop_xl.model.column import Column, Kind
from ocop_xl.papers.check_template import CATALOGUE as TEMPLATE_FINDINGS
from ocop_xl.papers.fields import ALL_KINDS, all_fields, fields_of
from ocop_xl.papers.kinds import KINDS
from ocop_xl.programme.steps.steps import all_steps
from ocop_xl.rules.check import catalogue
from ocop_xl.rules.finding import SEVERITY_NAMES
from ocop_xl.vietnamese import ascii_name
from tools.ribbon import ribbon

ROOT = Path(__file__).resolve().parent.parent
_TITLE = re.compile(r"^## (\S+) (.+)$", re.MULTILINE)


def data_dictionary() -> str:
    """Every table and column as the model declares it."""
    lines = [
        "# Từ điển dữ liệu",
        "",
        "Trang này sinh ra từ `ocop_xl/model/` bằng `make docs`; đừng sửa tay. "
        "Cột «Thẻ Word» là tên của ô khi một dòng của bảng có mặt trong mẫu văn bản.",
    ]
    for kind in ALL_TABLES:
        spec = spec_of(kind)
        lines += [
            "",
            f"## {spec.sheet}",
            "",
            f"Bảng `{spec.name}`, lớp `{kind.__name__}` ({spec.role.value}). {spec.purpose}",
            "",
        ]
        lines += [
            "| Cột | Kiểu | Bắt buộc | Giá trị nhận | Ai ghi | Cá nhân | Thẻ Word | Giải thích |",
            "|---|---|---|---|---|---|---|---|",
        ]
        lines += [_column_line(column) for column in spec.columns]
    lines += ["", "## Danh mục", "", "| Danh mục | Giá trị | Căn cứ |", "|---|---|---|"]
    lines += [f"| {item.name} | {'; '.join(item.values)} | {item.source} |" for item in all_choices()]
    return "\n".join(lines) + "\n"


def _column_line(column: Column) -> str:
    cells = (
        column.header,
        f"{column.kind.value}{', tự tính' if column.live else ''}",
        "có" if column.required else "",
        _allowed(column),
        column.filled_by,
        "có" if column.personal else "",
        f"`{ascii_name(column.header)}`",
        column.help,
    )
    return _table_line(*cells)


def _allowed(column: Column) -> str:
    if column.choices is not None:
        return f"danh mục «{column.choices.name}»"
    if column.refers_to:
        return f"mã trong `{column.refers_to}`"
    if column.minimum is not None and column.maximum is not None:
        return f"{column.minimum:g}–{column.maximum:g}{f' {column.unit}' if column.unit else ''}"
    if column.minimum is not None:
        return f"từ {column.minimum:g}{f' {column.unit}' if column.unit else ''}"
    return "mỗi dòng một giá trị" if column.unique and column.kind is not Kind.KEY else ""


def rules() -> str:
    """Every rule with its words and its source, from the catalogue, under the title of its examples."""
    titles = _titles()
    lines = [
        "# Quy tắc kiểm tra",
        "",
        "Trang này sinh ra từ danh mục quy tắc bằng `make docs`; đừng sửa tay. Ví dụ đúng và sai của từng quy tắc ở "
        "`tests/rules/examples/`.",
        "",
        "| Mã | Quy tắc | Mức | Thông báo | Cách sửa | Căn cứ | Tệp |",
        "|---|---|---|---|---|---|---|",
    ]
    for item in sorted(catalogue().values(), key=lambda item: item.code):
        topic = item.topic.replace(".", "/")
        cells = (
            item.code,
            titles.get(item.code, ""),
            SEVERITY_NAMES[item.severity],
            item.message,
            item.fix,
            item.source,
            f"`rules/topics/{topic}.py`",
        )
        lines.append(_table_line(*cells))
    return "\n".join(lines) + "\n"


def _titles() -> dict[str, str]:
    """What each rule is about, in the few words by which somebody looks for it: `## HS-005 Quá 15 ngày làm việc`."""
    pages = sorted((ROOT / "tests" / "rules" / "examples").rglob("*.md"))
    return dict(found for page in pages for found in _TITLE.findall(page.read_text(encoding="utf-8")))


def paper_fields() -> str:
    """What a Word template may name, with a sample for each kind, and what the check of templates says."""
    book = sample_book(DEMO_DAY)
    common = [line for line in all_fields(book, DEMO_DAY) if line.kinds == ALL_KINDS]
    shared = {line.tag for line in common}
    lines = [
        "# Trường dùng trong mẫu văn bản",
        "",
        "Trang này sinh ra từ các loại văn bản bằng `make docs`; đừng sửa tay. Cùng danh sách này có ở trang "
        "«Trường văn bản» của sổ.",
        "",
        "Ghi `{{ xa.ten_xa }}` vào mẫu thì khi lập văn bản, chỗ đó là tên xã. Chữ `[]` chỉ một danh sách: "
        "`muc[].ten` là `ten` của từng mục, viết `{%p for m in muc %}`, `{{ m.ten }}`, `{%p endfor %}`, mỗi thẻ "
        "`{%p … %}` đứng riêng một đoạn; trong bảng dùng `{%tr … %}`, mỗi thẻ đứng riêng một dòng. Ví dụ trong ngoặc "
        "đơn, như «(ghi chú)», là chữ giữ chỗ; `……` là chỗ sổ không có, người soạn ghi vào văn bản.",
        "",
        "Sửa mẫu xong, hãy chạy `ocop-xl check-template` với tệp mẫu trước khi dùng.",
        "",
        "## Mọi loại văn bản",
        "",
        *_fields_table((line.tag, line.what, line.sample) for line in common),
    ]
    for kind in KINDS:
        own = [(f.tag, f.what, f.sample) for f in fields_of(kind, book, DEMO_DAY) if f.tag not in shared]
        lines += ["", f"## {kind.name}", "", f"Loại `{kind.slug}`, mẫu `{kind.template}`.", "", *_fields_table(own)]
    lines += ["", "## Lệnh check-template báo gì", "", "| Mã | Mức | Về việc |", "|---|---|---|"]
    lines += [
        _table_line(code, SEVERITY_NAMES[severity], about) for code, (severity, about, _) in TEMPLATE_FINDINGS.items()
    ]
    return "\n".join(lines) + "\n"


def paper_kinds() -> str:
    """Every kind of paper: what it is called, its ký hiệu, and what the book must hold for there to be one."""
    lines = [
        "# Các loại văn bản",
        "",
        "Trang này sinh ra từ `ocop_xl/papers/kinds/` bằng `make docs`; đừng sửa tay. Cách lập: "
        "[hướng dẫn](huong-dan.md); số: [số văn bản](so-van-ban.md); trường trong mẫu: [trường văn "
        "bản](truong-van-ban.md).",
        "",
        "Lời văn của các loại không có mẫu trong quyết định (thông báo, công văn, biên bản giao nhận, phiếu giao "
        "việc…) là "
        "của phần mềm, theo thể thức Nghị định 30/2020/NĐ-CP; sửa được trong mẫu Word.",
        "",
        "| Loại | Văn bản | Ký hiệu | Lập cho |",
        "|---|---|---|---|",
    ]
    for kind in KINDS:
        lines.append(_table_line(f"`{kind.slug}`", kind.name, kind.symbol or "–", kind.made_for or "xã"))
    return "\n".join(lines) + "\n"


def steps() -> str:
    """Every step with where it starts, what it asks and its article, from the registry."""
    lines = [
        "# Các bước của «Bước tiếp»",
        "",
        "Trang này sinh ra từ `ocop_xl/programme/steps/` bằng `make docs`; đừng sửa tay. Cách dùng: "
        "[Bước tiếp](buoc-tiep.md). Câu in đậm phải trả lời; câu khác có sẵn giá trị lấy từ sổ, hoặc để trống được.",
        "",
        "| Bước | Làm gì | Từ trang | Hỏi | Văn bản thường lập tiếp | Căn cứ |",
        "|---|---|---|---|---|---|",
    ]
    for one in all_steps().values():
        asked = {q.name: f"**`{q.name}`**" if q.needed else f"`{q.name}`" for q in one.questions}
        papers = ", ".join(f"`{slug}`" for slug in one.papers)
        lines.append(_table_line(f"`{one.id}`", one.label, one.sheets, ", ".join(asked.values()), papers, one.article))
    return "\n".join(lines) + "\n"


def _fields_table(fields: Iterable[tuple[str, str, str]]) -> list[str]:
    rows = [_table_line(f"`{tag}`", what, sample) for tag, what, sample in fields]
    return ["| Trường | Là gì | Ví dụ |", "|---|---|---|", *rows]


def _table_line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


PAGES = {
    "docs/tu-dien-du-lieu.md": data_dictionary,
    "docs/quy-tac.md": rules,
    "docs/truong-van-ban.md": paper_fields,
    "docs/cac-buoc.md": steps,
    "docs/cac-van-ban.md": paper_kinds,
    "macros/ribbon.xml": ribbon,
}


def stale_pages() -> list[str]:
    """Files whose committed text is not what the package says now."""
    return [name for name, page in PAGES.items() if _committed(ROOT / name) != page()]


def _committed(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    if "--check" in sys.argv:
        stale = stale_pages()
        if stale:
            sys.exit(f"stale: {', '.join(stale)}; run `make docs`")
    else:
        for name, page in PAGES.items():
            (ROOT / name).write_text(page(), encoding="utf-8", newline="\n")
            print(name)
