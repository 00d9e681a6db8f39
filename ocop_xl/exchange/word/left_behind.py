"""What rebuilding leaves behind, in words: for whoever receives a paper that should have been rebuilt and was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ocop_xl.exchange.word.tree import Name

_PARTS = (
    (r"docProps/thumbnail.*|.*\.thumbnail", "ảnh thu nhỏ của trang đầu"),
    (r"docProps/.*|.*core.*\.psmdcp", "tên người trong thuộc tính tệp"),
    (r".*printerSettings.*", "thiết lập máy in"),
    (r"customXml/.*", "dữ liệu XML kèm theo"),
    (r"word/people.*", "tên người sửa"),
    (r".*", "phần không hiện ra khi đọc"),
)
_WORDS = {
    "tên người sửa": "author initials date dateUtc ed permStart permEnd rPrChange pPrChange tblPrChange tcPrChange "
    "trPrChange sectPrChange numberingChange tblGridChange tblPrExChange",
    "biến ẩn của văn bản": "docVars docVar",
    "đường dẫn trên máy người soạn": "attachedTemplate absPath",
    "lời mô tả ảnh, bảng": "descr title alt tblCaption tblDescription tooltip",
    "dữ liệu trộn thư": "mailMerge",
    "dữ liệu của ô điền": "sdt sdtContent sdtPr sdtEndPr smartTag smartTagPr customXml customXmlPr helpText statusText",
    "thiết lập máy in": "printerSettings",
}
_BY_WORD = {word: what for what, words in _WORDS.items() for word in words.split()}


def told_by(parts: Iterable[str], words: Iterable[Name]) -> Iterator[str]:
    """Noun phrases for a sentence, each kind once."""
    found = {next(what for pattern, what in _PARTS if re.fullmatch(pattern, one, re.IGNORECASE)) for one in parts}
    found |= {_BY_WORD.get(one.local, "dữ liệu không hiện ra khi đọc") for one in words}
    yield from sorted(found)
