"""Which section a product belongs to when the source does not say, and which number it gets there."""

from __future__ import annotations

from ocop_xl.model import Product
from ocop_xl.model.choices import SECTION_KEEP, SECTION_NEW, SECTION_UPGRADE
from ocop_xl.sheets.importing.proposing.draft import Draft
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given, RowFacts
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.fields import Target


def guess_section(
    draft: Draft, product: Product, facts: RowFacts, cell: Cell, *, withdrawn: bool, recognised: bool
) -> None:
    """No stars yet: new; more stars wanted than there are: upgrade; as many: keep. Always noted.

    A product whose certificate was withdrawn belongs to none of them until somebody decides.
    """
    doubt = f"tiêu đề “{facts.row.doubt}” không rõ nghĩa; " if facts.row.doubt else "nguồn không có dòng mục; "
    if withdrawn:
        draft.note(cell, "để trống «Mục»", "giấy bị thu hồi: hãy chọn mục nếu sản phẩm tham gia lại")
        return
    present = facts.given.get(f.PRESENT)
    potential = facts.given.get(f.POTENTIAL) or facts.given.get(Target(Product, f.PROPOSED))
    if present is None and not recognised:
        section, why = SECTION_NEW, "chưa ghi hạng hiện có"
    elif present is not None and potential is not None and potential.value > present.value:
        section, why = SECTION_UPGRADE, f"hiện {present.value} sao, tiềm năng {potential.value} sao"
    elif present is not None:
        section, why = SECTION_KEEP, f"hiện {present.value} sao, không ghi hạng cao hơn"
    else:
        section, why = SECTION_KEEP, "đã được công nhận"
    draft.assume(product, "section", section, cell)
    draft.note(cell, f"xếp vào mục “{section}”", f"{doubt}{why}")


def settle_number(draft: Draft, product: Product, given: Given | None, cell: Cell, *, old: bool) -> None:
    """STT as the source has it, unless the section uses it already; then, or without one, the next free number."""
    if old:
        if given is not None:
            _compare(draft, product, given)
        return
    used = draft.numbers.setdefault(product.section, set())
    if given is not None and given.value not in used and product.number is None:
        draft.fill(product, given)
        return
    free = max(used, default=0) + 1
    draft.assume(product, "number", free, cell)
    if given is not None:
        draft.leave(given.cell, f"mục “{product.section}” đã có STT {given.value}")
        draft.note(given.cell, f"STT là {free}", f"mục “{product.section}” đã có STT {given.value}")
    else:
        draft.note(cell, f"STT là {free}", "nguồn không ghi số thứ tự riêng của dòng")


def _compare(draft: Draft, product: Product, given: Given) -> None:
    """A list numbers its rows as it likes: another number than the book's is no contradiction, only listed."""
    if product.number is None:
        draft.fill(product, given)
    elif product.number == given.value:
        draft.place(given.cell, product, given.label)
    else:
        draft.leave(given.cell, f"{product.id} đã có «STT» là “{product.number}”")
