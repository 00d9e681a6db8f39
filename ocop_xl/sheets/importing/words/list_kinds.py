"""The kinds of lists that offices keep."""

from __future__ import annotations

from ocop_xl.model import Channel, Producer, Product, Recognition, Training, TrainingClass
from ocop_xl.model.table import Row
from ocop_xl.records import NamedTuple


class ListKind(NamedTuple):
    """A kind of list: the tables whose columns it may have, and `marks`, one of which must be among its headers."""

    name: str
    tables: tuple[type[Row], ...]
    marks: tuple[tuple[type[Row], str], ...]


PRODUCTS = ListKind("danh mục sản phẩm", (Product, Producer, Recognition), ((Product, "name"),))
PRODUCERS = ListKind("danh sách chủ thể", (Producer, Product, Recognition), ((Producer, "name"),))
TRAININGS = ListKind(
    "danh sách tập huấn", (TrainingClass, Training, Producer), ((TrainingClass, "course"), (Training, "attendee"))
)
CHANNELS = ListKind("danh sách kênh bán", (Channel, Product, Producer), ((Channel, "name"), (Channel, "link")))
LIST_KINDS = (PRODUCTS, TRAININGS, CHANNELS, PRODUCERS)
"""In the order in which a header row is tried; of equals the first."""
