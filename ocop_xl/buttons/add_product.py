"""«Thêm sản phẩm»: the next key and the name in the first blank row; the rest waits for the officer."""

from __future__ import annotations

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome
from ocop_xl.desks.apply import apply, row_numbers
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import read_live
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Commune, Product, spec_of
from ocop_xl.programme.steps.annex import new_product
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.sheets.area import Area
from ocop_xl.vietnamese import tidy, toned_key

_SPEC = spec_of(Product)
_WHY = "thêm sản phẩm mới"


def run(desk: Desk) -> Outcome:
    live = read_live(desk, (Commune, Product))
    if Product not in live.tables:
        raise Refusal(f"Sổ không còn bảng của trang «{_SPEC.sheet}»; hãy lấy lại trang này từ bản sao lưu.")
    name = tidy(desk.ask("Tên sản phẩm, ghi đúng như trên nhãn:") or "")
    if not name:
        return NOTHING_DONE
    twin = _same_name(live.book, name)
    if twin and not desk.confirm(f"Sổ đã có {twin.id} «{twin.name}» cùng tên. Vẫn thêm một dòng nữa?"):
        return NOTHING_DONE
    draft = Draft(live.book, _WHY)
    product = new_product(draft, name=name, from_year=live.book.day(None).year)
    apply(desk, live, draft.changes, "Thêm sản phẩm")
    after = read_live(desk, (Product,))
    table = after.tables[Product]
    row, place = row_numbers(after, table)[str(product.id)], table.places["sector"]
    desk.select(table.sheet, Area(row, place, row, place))
    return Outcome(
        f"Đã thêm {product.id} «{name}» vào trang «{_SPEC.sheet}», dòng {row}. "
        f"Hãy điền tiếp từ ô «{_SPEC.column('sector').header}». {UNDO_HINT}"
    )


def _same_name(book: Book, name: str) -> Product | None:
    return next((row for row in book[Product] if row.name and toned_key(row.name) == toned_key(name)), None)
