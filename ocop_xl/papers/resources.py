"""Where the Word templates are: beside the package in a clone, inside it when installed from the wheel."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.papers.errors import PaperError

_PACKAGE = Path(__file__).resolve().parent.parent


def template_path(name: str) -> Path:
    """The template file of that name; raises `PaperError` if it is in neither place."""
    for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates"):
        if (folder / name).is_file():
            return folder / name
    raise PaperError(f"Không thấy mẫu «{name}» trong thư mục templates. Hãy cài lại phần mềm hoặc chép lại tệp mẫu.")
