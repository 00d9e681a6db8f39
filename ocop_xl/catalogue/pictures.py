"""Pictures of products, from the folder «anh» beside the workbook: looked at, freed of where and with what they were
taken, and made smaller where Pillow is installed."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.errors import Refusal
from ocop_xl.exchange.word.pictures import rebuilt
from ocop_xl.office.files import read_file
from ocop_xl.records import NamedTuple

FOLDER = "anh"
_MOST_BYTES = 5 * 2**20
_WIDEST = 1200
_MEDIA = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


class Photo(NamedTuple):
    """What goes into the site, under an ending that browsers know."""

    content: bytes
    suffix: str


def photo_of(name: str, beside: Path | None, said: list[str]) -> Photo | None:
    """The picture of that name; None, and a sentence, for one that cannot be shown."""
    if not name or beside is None:
        return None
    if Path(name).name != name or name in (".", "..") or "\\" in name:
        said.append(f"Ảnh «{name}»: chỉ ghi tên tệp trong thư mục «{FOLDER}», không ghi đường dẫn.")
        return None
    try:
        raw = read_file(beside / FOLDER / name, _MOST_BYTES, "ảnh")
    except Refusal as refusal:
        said.append(f"Ảnh «{name}» trong thư mục «{FOLDER}»: {refusal}")
        return None
    return _photo(raw, name, said)


def _photo(raw: bytes, name: str, said: list[str]) -> Photo | None:
    clean = rebuilt(raw, name)
    if clean.media_type not in _MEDIA or not clean.rebuilt:
        said.append(f"Ảnh «{name}»: không phải ảnh JPEG, PNG hoặc WebP đọc được nên không đưa lên trang.")
        return None
    return _smaller(clean.content) or Photo(clean.content, _MEDIA[clean.media_type])


def _smaller(content: bytes) -> Photo | None:
    """At most 1,200 pixels wide, as JPEG; None without Pillow, or if it is small enough as it is."""
    try:
        from PIL import Image, ImageOps
    except ImportError:
        return None
    from io import BytesIO

    try:
        with Image.open(BytesIO(content)) as opened:
            if max(opened.size) <= _WIDEST:
                return None
            upright = ImageOps.exif_transpose(opened).convert("RGB")
            upright.thumbnail((_WIDEST, _WIDEST))
            out = BytesIO()
            upright.save(out, "JPEG", quality=84, optimize=True)
            return Photo(out.getvalue(), "jpg")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
