"""Which section a product belongs to when the source does not say, and which number it gets there."""

from __future__ import annotations

from collections.abc import Mapping

from ocop_xl.model import Product
from ocop_xl.model.choices import SECTION_KEEP, SECTION_NEW, SECTION_UPGRADE
from ocop_xl.sheets.importing.drafts import Drafts, Given
from ocop_xl.sheets.importing.ledger import Ledger
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.headers import Target

PRESENT, POTENTIAL = Target(Product, "present"), Target(Product, "potential")


def guess_section(
    drafts: Drafts, ledger: Ledger, product: Product, facts: Mapping[Target, Given], name_cell: Cell
) -> None:
    """No stars yet: new; more stars wanted than there are: upgrade; as many: keep. Always noted."""
    present, potential = facts.get(PRESENT), facts.get(POTENTIAL)
    if present is None:
        section, why = SECTION_NEW, "chưa ghi hạng hiện có"
    elif potential is not None and potential.value > present.value:
        section, why = SECTION_UPGRADE, f"hiện {present.value} sao, tiềm năng {potential.value} sao"
    else:
        section, why = SECTION_KEEP, f"hiện {present.value} sao, không ghi hạng cao hơn"
    drafts.assume(product, "section", section, name_cell)
    ledger.unsure(name_cell, f"xếp vào mục “{section}”", f"nguồn không có dòng mục; {why}")


def settle_number(
    drafts: Drafts, ledger: Ledger, product: Product, given: Given | None, name_cell: Cell, old: bool
) -> None:
    """STT as the source has it, unless the section uses it already; then, or without one, the next free number."""
    if old:
        if given is not None:
            drafts.fill(product, given)
        return
    used = {
        other.number
        for other in drafts.rows(Product)
        if other is not product and other.section == product.section and other.number is not None
    }
    if given is not None and given.value not in used:
        drafts.fill(product, given)
        return
    free = max(used, default=0) + 1
    drafts.assume(product, "number", free, name_cell)
    if given is not None:
        ledger.leave(given.cell, f"mục “{product.section}” đã có STT {given.value}")
        ledger.unsure(given.cell, f"STT là {free}", f"mục “{product.section}” đã có STT {given.value}")
    else:
        ledger.unsure(name_cell, f"STT là {free}", "nguồn không ghi số thứ tự")
