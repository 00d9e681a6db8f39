"""How a product meets its buyers: a channel is opened for it."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Channel, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.vietnamese import toned_key


def _is_online(answers: Answers) -> bool:
    return answers.get("kind") in (c.CHANNEL_ECOMMERCE, c.CHANNEL_ONLINE)


@step(
    "open-channel",
    "Ghi kênh bán",
    (Product,),
    article="khoản 4 và khoản 6 mục III Kế hoạch 76/KH-UBND",
    offered=lambda _book, row, on: takes_part(row, on),
    known_from=lambda _book, _row: (),
    questions=(
        ask(Channel, "kind", needed=True),
        ask(Channel, "name", needed=True),
        ask(Channel, "link", only=_is_online),
        ask(Channel, "address", only=lambda a: not _is_online(a)),
        ask(Channel, "since", today),
    ),
)
def open_channel(book: Book, row: Product, on: date, answers: Answers) -> Changes:
    """A channel that the product has already is not written twice."""
    draft = Draft(book, "ghi kênh bán")
    name = toned_key(answers["name"])
    mine = (one for one in book[Channel] if one.product_id == row.id and one.kind == answers["kind"])
    if not any(toned_key(one.name or "") == name for one in mine):
        draft.add(Channel, product_id=row.id, state=c.CHANNEL_OPEN, **answers)
    return draft.changes
