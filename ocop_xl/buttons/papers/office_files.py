"""What both buttons that make PDFs need: the Word files of the commune's folder, and LibreOffice."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.pdf import find_office


def word_files(desk: Desk) -> list[Path]:
    folder = desk.path.parent / PAPERS
    files = sorted(file for file in folder.glob("*.docx") if not file.name.startswith(("~$", ".")))
    if not files:
        raise Refusal(f"Thư mục «{PAPERS}» cạnh sổ chưa có văn bản Word nào; hãy bấm «Lập văn bản…» trước.")
    return files


def office() -> str:
    found = find_office()
    if found is None:
        raise Refusal(
            "Máy này không có LibreOffice nên chưa lập được PDF; hãy cài LibreOffice (miễn phí), "
            "hoặc mở tệp Word và chọn «Lưu thành PDF»."
        )
    return found
