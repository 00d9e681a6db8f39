"""The sheets of the workbook in their order, each with what it is for, and the groups that they make: for the guide,
the ways of the front and the colours of the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ocop_xl.model import (
    ALL_TABLES,
    Budget,
    CriterionLine,
    Dossier,
    Idea,
    Measure,
    Paper,
    Producer,
    Product,
    Recognition,
    ScoreLine,
    TrainingClass,
    spec_of,
)
from ocop_xl.model.table import Role
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.style import AMBER, DARK_GREEN, GREEN, MUTED
from ocop_xl.sheets.vocabulary import AGENDA, FIELDS, FRONT, GUIDE, LISTS, ONE_PRODUCT, SCORE_FORM


class Page(NamedTuple):
    name: str
    purpose: str
    role: Role


class Group(NamedTuple):
    """Neighbours among the tabs, from the sheet `first` to the next group's."""

    title: str
    colour: str
    first: str


GROUPS = (
    Group("Bắt đầu từ đây", DARK_GREEN, FRONT),
    Group("Sản phẩm, chủ thể, ấp", GREEN, spec_of(Product).sheet),
    Group("Từ ý tưởng đến sản phẩm", "#8AB833", spec_of(Idea).sheet),
    Group("Hồ sơ, chấm điểm", "#1F6FB2", spec_of(Dossier).sheet),
    Group("Sau khi được công nhận", "#6A4C93", spec_of(Recognition).sheet),
    Group("Tập huấn, hỗ trợ, thị trường", "#00897B", spec_of(TrainingClass).sheet),
    Group("Kế hoạch: tiền, việc, chỉ tiêu", "#A0622D", spec_of(Budget).sheet),
    Group("Văn bản", "#37474F", spec_of(Paper).sheet),
    Group("Kết quả của phần mềm", AMBER, spec_of(Measure).sheet),
    Group("Để tra cứu", MUTED, spec_of(CriterionLine).sheet),
)
"""In the order of the work."""


def colour_tabs(workbook: Any) -> None:
    """Each sheet of ours in the colour of its group."""
    names = {sheet.name: sheet for sheet in workbook.worksheets()}
    group = GROUPS[0]
    for name in (FRONT, GUIDE, *(page.name for page in pages())):
        group = next((one for one in GROUPS if one.first == name), group)
        if name in names:
            names[name].set_tab_color(group.colour)


def grouped_pages() -> Iterator[tuple[Group, list[Page]]]:
    """What a user opens, by group: the lists behind the drop-downs are there for the program and hidden."""
    shown: list[tuple[Group, list[Page]]] = []
    for page in pages():
        if starts := [one for one in GROUPS if one.first == page.name]:
            shown.append((starts[0], []))
        if page.name != LISTS:
            shown[-1][1].append(page)
    return iter(shown)


def pages() -> list[Page]:
    """Every sheet but the guide itself."""
    found = [
        Page(FRONT, "Chỉ tiêu, biểu đồ, việc cần làm trước nhất.", Role.OUTPUT),
        Page(AGENDA, "Mọi việc đang mở theo hạn: ai làm, ở dòng nào, căn cứ nào.", Role.OUTPUT),
    ]
    for kind in ALL_TABLES:
        spec = spec_of(kind)
        found.append(Page(spec.sheet, spec.purpose, spec.role))
        if kind is ScoreLine:
            found.append(Page(SCORE_FORM, "Xem và in từng phiếu, so điểm của các bên chấm.", Role.OUTPUT))
        if kind is Producer:
            found.append(Page(ONE_PRODUCT, "Chọn một sản phẩm để xem và in cả quá trình của nó.", Role.OUTPUT))
    return [
        *found,
        Page(LISTS, "Các danh sách dùng cho ô chọn.", Role.REFERENCE),
        Page(FIELDS, "Tên các trường để ghi vào mẫu Word, kèm ví dụ.", Role.REFERENCE),
    ]


def places_to_go() -> list[str]:
    """Where the front leads: the guide, then every other sheet."""
    return [GUIDE, *(page.name for _, own in grouped_pages() for page in own if page.name != FRONT)]
