"""What goes out in a paper though nobody sees it at once: whoever sends decides, after one sentence for each matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ocop_xl.exchange.word.looks import looks
from ocop_xl.exchange.word.names import value
from ocop_xl.exchange.word.rebuild import Rebuilt
from ocop_xl.exchange.word.tree import Element, Name, name_of

_CROPS = frozenset("l t r b cropleft croptop cropright cropbottom".split())  # noqa: SIM905  # reads as a list
_ADDRESS = re.compile(r'HYPERLINK\s+"?((?:https?://|mailto:)[^"\s]+)', re.IGNORECASE)
_MOST_LINKS = 3


def unseen(name: str, paper: Rebuilt) -> Iterator[str]:
    """Vietnamese sentences."""
    texts = list(looks(paper.trees))
    if any(one.hidden for one in texts):
        yield (
            f"«{name}» có chữ ẩn và chữ ấy vẫn được gửi; nếu không muốn gửi, hãy bấm nút ¶ trong Word, xóa chữ ẩn "
            "rồi đóng gói lại."
        )
    if any(one.faint and not one.hidden for one in texts):
        yield (
            f"«{name}» có chữ khó thấy (cùng màu với nền, nhỏ dưới 4 điểm, trong dòng bị ép thấp hoặc nằm ngoài "
            "trang) và chữ ấy vẫn được gửi; nếu không muốn gửi, hãy chọn toàn văn bản (Ctrl+A), đổi sang chữ đen cỡ 13 "
            "giãn dòng đơn để tìm, xóa chữ ấy ở bản gốc rồi đóng gói lại."
        )
    if paper.untold_fields:
        yield (
            f"«{name}» có chữ do Word điền từ thuộc tính tệp hoặc dữ liệu trộn thư (trường "
            f"{', '.join(sorted(paper.untold_fields))}); chữ đang hiện vẫn được gửi, hãy xem lại những chỗ ấy."
        )
    yield from _links(name, paper)
    yield from _pictures(name, paper)
    if any(one.local.startswith("embed") for one in paper.dropped):
        yield f"«{name}» có phông chữ nhúng, bản gửi không mang theo; máy không có phông ấy sẽ hiện phông khác."


def _links(name: str, paper: Rebuilt) -> Iterator[str]:
    written = "".join(one.text or "" for one in _all(paper.trees, Name("w", "t"), Name("a", "t"))).casefold()
    fields = (
        one.text or value(one, "instr") for one in _all(paper.trees, Name("w", "instrText"), Name("w", "fldSimple"))
    )
    addresses = [*paper.links, *(found[1] for text in fields if (found := _ADDRESS.search(text)))]
    unwritten = [one for one in dict.fromkeys(addresses) if _bare(one) not in written]
    if unwritten:
        more = f" và {len(unwritten) - _MOST_LINKS} liên kết khác" if len(unwritten) > _MOST_LINKS else ""
        yield (
            f"«{name}» có liên kết mà chữ không cho thấy địa chỉ: {', '.join(unwritten[:_MOST_LINKS])}{more}; "
            "địa chỉ ấy vẫn được gửi."
        )


def _bare(address: str) -> str:
    return re.sub(r"(?i)^(?:https?://|mailto:)", "", address).rstrip("/").casefold()


def _pictures(name: str, paper: Rebuilt) -> Iterator[str]:
    if paper.raw_pictures:
        kinds = ", ".join(f".{one}" for one in sorted(set(paper.raw_pictures)))
        yield (
            f"«{name}» có ảnh không dựng lại được ({kinds}) nên ảnh ấy được gửi nguyên, kể cả thông tin máy chụp, tên "
            "người ghi trong ảnh; nếu không muốn gửi, hãy lưu ảnh thành .png hoặc .jpg, chèn lại rồi đóng gói lại."
        )
    if any(_is_cropped(one) for one in _all(paper.trees, Name("a", "srcRect"), Name("v", "imagedata"))):
        yield (
            f"«{name}» có ảnh đã cắt bớt và phần cắt đi vẫn nằm trong tệp; nếu không muốn gửi, hãy chọn ảnh, vào Định "
            "dạng ảnh > Nén ảnh > Xóa vùng đã cắt rồi đóng gói lại."
        )


def _is_cropped(one: Element) -> bool:
    return any(name_of(key).local in _CROPS and re.search("[1-9]", what) for key, what in one.attrib.items())


def _all(trees: Iterable[Element], *names: Name) -> Iterator[Element]:
    return (one for tree in trees for one in tree.iter() if name_of(one.tag) in names)
