"""Where the Word templates are: the commune's own folder first, then the house templates of a clone or the wheel."""

from __future__ import annotations

import shutil
from pathlib import Path

from ocop_xl.errors import PaperError

OWN_TEMPLATES = "mau"
"""The folder beside the workbook in which a commune keeps templates of its own."""
_PACKAGE = Path(__file__).resolve().parent.parent


def own_templates(workbook: Path) -> Path | None:
    """The commune's own folder of templates, if there is one beside the workbook."""
    folder = workbook.parent / OWN_TEMPLATES
    return folder if folder.is_dir() else None


def template_path(name: str, own: Path | None = None) -> Path:
    """The template file of that name, from the folder `own` if it is there; raises `PaperError` if it is nowhere."""
    for folder in (own, _PACKAGE / "templates", _PACKAGE.parent / "templates"):
        if folder is not None and (folder / name).is_file():
            return folder / name
    raise PaperError(f"Không thấy mẫu «{name}» trong thư mục templates. Hãy cài lại phần mềm hoặc chép lại tệp mẫu.")


def copy_templates(names: list[str], folder: Path) -> list[Path]:
    """Put the house templates into a folder for staff to edit in Word; what is there already stays. The new files.

    Raises `PaperError` when the folder cannot be made or written to.
    """
    fresh = [folder / name for name in names if not (folder / name).exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in fresh:
            shutil.copyfile(template_path(path.name), path)
    except OSError as error:
        raise PaperError(
            f"Không chép được mẫu vào «{folder}»: phải là một thư mục ghi được. Hãy chọn thư mục khác."
        ) from error
    return fresh
