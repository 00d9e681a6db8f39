"""The generated pages of `docs/`: data dictionary and rules. `python -m tools.docs [--check]`."""

from __future__ import annotations

import sys
from pathlib import Path

from ocop_xl.model import ALL_TABLES, spec_of
from ocop_xl.model.choices import all_choices
from ocop_xl.model.column import Column, Kind
from ocop_xl.rules.check import catalogue
from ocop_xl.rules.finding import SEVERITY_NAMES
from ocop_xl.vietnamese import ascii_name

DOCS = Path(__file__).resolve().parent.parent / "docs"


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
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


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
    """Every rule with its words and its source, from the catalogue."""
    lines = [
        "# Quy tắc kiểm tra",
        "",
        "Trang này sinh ra từ danh mục quy tắc bằng `make docs`; đừng sửa tay. Ví dụ đúng và sai của từng quy tắc ở "
        "`tests/rules/examples/`.",
        "",
        "| Mã | Mức | Thông báo | Cách sửa | Căn cứ | Tệp |",
        "|---|---|---|---|---|---|",
    ]
    for item in sorted(catalogue().values(), key=lambda item: item.code):
        topic = item.test.__module__.rpartition(".")[2]
        cells = (item.code, SEVERITY_NAMES[item.severity], item.message, item.fix, item.source, f"`rules/{topic}.py`")
        lines.append("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


PAGES = {"tu-dien-du-lieu.md": data_dictionary, "quy-tac.md": rules}


def stale_pages() -> list[str]:
    """Pages whose committed text is not what the package says now."""
    return [
        name
        for name, page in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != page()
    ]


if __name__ == "__main__":
    if "--check" in sys.argv:
        stale = stale_pages()
        if stale:
            sys.exit(f"stale: {', '.join(stale)}; run `make docs`")
    else:
        DOCS.mkdir(exist_ok=True)
        for name, page in PAGES.items():
            (DOCS / name).write_text(page(), encoding="utf-8")
            print(f"docs/{name}")
