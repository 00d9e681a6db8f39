"""What became of an old workbook's cells in the new one, in words for every door."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ocop_xl.model.version import MODEL_VERSION

if TYPE_CHECKING:
    from ocop_xl.sheets.renewing.renew import Renewed

_SHOWN = 3
"""Cells of one sheet and reason that are named; JSON has them all."""


def renewed_in_words(new: str, old: str, renewed: Renewed) -> Iterator[str]:
    """`new` and `old` as the user knows the two files."""
    yield f"✔ Đã lập lại sổ theo khung phiên bản {MODEL_VERSION} (sổ cũ: phiên bản {renewed.version}): {new}"
    yield f"Mang sang {sum(renewed.carried.values())} ô của {sum(map(bool, renewed.carried.values()))} trang."
    if renewed.own_columns:
        yield f"Cột riêng của xã: {', '.join(renewed.own_columns)}."
    if renewed.own_sheets:
        yield f"Trang riêng của xã: {', '.join(f'«{name}»' for name in renewed.own_sheets)}."
    for before, after in renewed.renamed.items():
        yield f"Trang riêng «{before}» trùng tên một trang của khung mới nên đổi thành «{after}»."
    if renewed.left:
        yield f"{len(renewed.left)} ô không sang nguyên như cũ, hãy xem lại:"
    for (sheet, why), found in groupby(renewed.left, key=lambda one: (one.sheet, one.why)):
        cells = list(found)
        first = "; ".join(f"{one.cell} “{one.text[:60]}”" for one in cells[:_SHOWN])
        more = f"; và {len(cells) - _SHOWN} ô nữa" if len(cells) > _SHOWN else ""
        yield f"  [{sheet}] {why}: {first}{more}"
    yield f"Sổ cũ «{old}» giữ nguyên; hãy xem sổ mới, từ nay làm việc trên sổ mới và cất sổ cũ đi."
