"""What a button is, and the tabs and groups in which buttons stand."""

from __future__ import annotations

from ocop_xl.records import NamedTuple


class Tab(NamedTuple):
    """A tab of the ribbon, in LibreOffice a menu; `keytip` is its key in Excel."""

    id: str
    label: str
    keytip: str


OCOP, OCOP_PROVINCE = Tab("ocop", "OCOP", "C"), Tab("ocop_province", "OCOP tỉnh", "K")
"""The commune's, and the province's."""


class Group(NamedTuple):
    """Buttons that stand together, under a name."""

    id: str
    label: str
    tab: Tab = OCOP


class Action(NamedTuple):
    """A button. `image` is one of Excel's own (imageMso); `module` a file of this package with `run(desk)`; `large` one
    that is as high as the ribbon; `anywhere` one that works whatever workbook is in front."""

    id: str
    group: Group
    label: str
    screentip: str
    supertip: str
    image: str
    keytip: str
    module: str
    large: bool = False
    anywhere: bool = False


ENTRY = Group("entry", "Nhập liệu")
CHECK = Group("check", "Kiểm tra")
SCORE = Group("score", "Chấm điểm")
PAPERS = Group("papers", "Văn bản")
COPIES = Group("copies", "Hai bản sao")
SEND = Group("province", "Gửi tỉnh")
HELP = Group("help", "Trợ giúp")
MANY = Group("many", "Tỉnh", OCOP_PROVINCE)
"""In the order of the ribbon."""
