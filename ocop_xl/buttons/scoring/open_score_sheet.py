"""«Mở phiếu»: a new score sheet for the dossier of the user's row, every criterion unanswered."""

from __future__ import annotations

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome
from ocop_xl.desks.apply import apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.page import choose
from ocop_xl.desks.whole_book import ask_for_key, read_whole, selected_dossier
from ocop_xl.jobs.score_opening import OPENING, dossier_named, opening_of, preview, product_of
from ocop_xl.law.sectors import PRODUCT_SETS, label, suggest_sets
from ocop_xl.model import Dossier, Product, ScoreLine, spec_of
from ocop_xl.model import choices as c

_SET = spec_of(Product).column("product_set").header


def run(desk: Desk) -> Outcome:
    live = read_whole(desk)
    book = live.book
    key = selected_dossier(desk, live) or ask_for_key(desk, live, Dossier, "Mở phiếu chấm cho hồ sơ nào?")
    if key is None:
        return NOTHING_DONE
    dossier = dossier_named(book, key)
    chosen = choose(desk, f"Ai chấm hồ sơ {key}?", c.SCORER.values)
    if chosen is None:
        return NOTHING_DONE
    scorer, member = c.SCORER.values[chosen], ""
    if scorer == c.SCORER_COUNCIL:
        member = desk.ask("Họ và tên người chấm (để trống nếu hội đồng chấm một phiếu chung):") or ""
    named = _set_for(desk, product_of(book, dossier))
    if named is None:
        return NOTHING_DONE
    opening = opening_of(book, dossier, scorer, member, asked=named)
    if not desk.confirm(f"{preview(opening)}\n\nGhi vào sổ?"):
        return NOTHING_DONE
    apply(desk, live, opening.changes, OPENING)
    return Outcome(
        f"Đã mở phiếu {opening.sheet.id} với {len(opening.lines)} tiêu chí. Để chấm: ở trang "
        f"«{spec_of(ScoreLine).sheet}», chọn một mức cho mỗi dòng của phiếu. {UNDO_HINT}"
    )


def _set_for(desk: Desk, product: Product | None) -> str | None:
    """The set that the user chooses for a product that has none yet, likely ones first; "" when it has one, None when
    she gives up. It holds for this sheet only."""
    if product is None or product.product_set is not None:
        return ""
    likely = suggest_sets(product.name or "", product.sector)
    numbers = [*likely, *(item.number for item in PRODUCT_SETS if item.number not in likely)]
    question = f"{product.name or product.id} chưa có «{_SET}». Chấm phiếu này theo bộ nào?"
    chosen = choose(desk, question, [label(number) for number in numbers])
    return None if chosen is None else label(numbers[chosen])
