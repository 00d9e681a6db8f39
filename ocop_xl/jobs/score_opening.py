"""A new score sheet for a dossier, every criterion unanswered: what it would be, whether it may be, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_xl.changes.change import Change
from ocop_xl.errors import Refusal
from ocop_xl.law import sectors
from ocop_xl.law.criteria import CriteriaSet, NoCriteriaSet
from ocop_xl.model import Book, Dossier, Product, ScoreLine, ScoreSheet, spec_of
from ocop_xl.model.keys import row_typed
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.book_scores import BookScores, ScoredSheet
from ocop_xl.scoring.lay_out import changes_for, lines_for, new_sheet
from ocop_xl.scoring.sets import set_for, set_named

OPENING = "Mở phiếu chấm"
"""What the journal calls it."""


class Opening(NamedTuple):
    """The sheet to be opened; `before` are the sheets that the same scorer has of this dossier."""

    sheet: ScoreSheet
    lines: list[ScoreLine]
    product: Product | None
    criteria_set: CriteriaSet
    before: Sequence[ScoredSheet]

    @property
    def changes(self) -> list[Change]:
        return changes_for(self.sheet, self.lines, "mở phiếu chấm")


def opening_of(
    book: Book, dossier: Dossier, scorer: str, member: str = "", *, asked: str = "", on: date | None = None
) -> Opening:
    """By the set `asked` for, else by the one of the product; refused where no set is known, and a second blank one."""
    product = product_of(book, dossier)
    criteria_set = _set_to_open(book, dossier, product, asked=asked, on=on)
    before = book.derived(BookScores).of_dossier(dossier.id, scorer)
    _refuse_second(before, criteria_set, member)
    sheet = new_sheet(book, dossier.id or "", criteria_set, scorer, member)
    return Opening(sheet, lines_for(sheet, criteria_set), product, criteria_set, before)


def product_of(book: Book, dossier: Dossier) -> Product | None:
    return book.by_id(Product).get(dossier.product_id or "")


def dossier_named(book: Book, asked: str) -> Dossier:
    """The dossier of that key, however its letters are typed; refused if there is none."""
    found = row_typed(book, Dossier, asked)
    if found is None:
        raise Refusal(f"Trang «Hồ sơ» không có hồ sơ “{asked}”; hãy thêm hồ sơ ở trang này trước, rồi mở phiếu.")
    return found


def _set_to_open(
    book: Book, dossier: Dossier, product: Product | None, *, asked: str | None = None, on: date | None = None
) -> CriteriaSet:
    """The set asked for, else the one of the product's «Bộ sản phẩm» on the day the dossier was filed."""
    if asked:
        number = sectors.number_of(asked)
        found = set_named(book, sectors.product_set(number).code if number else asked)
        if found is None:
            raise Refusal(
                f"Sổ không có bộ tiêu chí “{asked}”; các bộ có sẵn là QD26-01 đến QD26-26, bộ khác thì nạp trước "
                "bằng lệnh ocop-xl criteria."
            )
        return found
    if product is None:
        raise Refusal(
            f"Hồ sơ {dossier.id} chưa ghi đúng Mã SP nên chưa biết chấm theo bộ nào; hãy sửa ở trang «Hồ sơ», "
            "hoặc thêm --set, ví dụ --set QD26-08."
        )
    try:
        return set_for(product, dossier.received or book.day(on))
    except NoCriteriaSet as reason:
        more = "Cũng có thể ghi rõ bộ cho riêng phiếu này, ví dụ --set QD26-08."
        raise Refusal(f"{reason} {_suggestion(product)}{more}") from None


def _suggestion(product: Product) -> str:
    """Which sets the product's name points to, if it has none yet."""
    numbers = sectors.suggest_sets(product.name or "", product.sector) if product.product_set is None else ()
    names = "; ".join(f"{sectors.product_set(n).code} ({sectors.product_set(n).name})" for n in numbers)
    return f"Theo tên «{product.name}», có thể là: {names}. " if names else ""


def _refuse_second(before: Sequence[ScoredSheet], criteria_set: CriteriaSet, member: str) -> None:
    """A blank sheet of the same kind is there to be used; a second one would only be in the way."""
    for one in before:
        same = one.criteria_set is criteria_set and (one.sheet.member or "") == member
        if same and not any(line.level for line in one.lines.values()):
            raise Refusal(
                f"Đã có phiếu {one.sheet.id} của bên này theo bộ {criteria_set.code}, chưa chấm; hãy chấm vào phiếu đó."
            )


# --- words --------------------------------------------------------------------------------------------------


def preview(opening: Opening) -> str:
    """What opening the sheet would write, and what the scorer should know before."""
    sheet, product, criteria_set = opening.sheet, opening.product, opening.criteria_set
    count = len(criteria_set.criteria)
    scorer = ", ".join(part for part in (sheet.scorer, sheet.member) if part)
    told = [
        f"Phiếu {sheet.id} – hồ sơ {sheet.dossier_id} {(product and product.name) or ''}".rstrip(),
        f"  Bên chấm: {scorer}",
        f"  Bộ tiêu chí: {criteria_set.code} – {criteria_set.name} ({count} tiêu chí)",
        f"  Thêm 1 dòng ở trang «{spec_of(ScoreSheet).sheet}», "
        f"{count} dòng chưa chọn mức ở trang «{spec_of(ScoreLine).sheet}»",
    ]
    chosen = product.product_set if product else None
    if chosen is not None and criteria_set.number != chosen:
        told.append(f"  ⚠ Bộ này khác «Bộ sản phẩm» đã chọn cho sản phẩm: {sectors.label(chosen)}")
    told += _others(criteria_set, opening.before)
    return "\n".join(told)


def _others(criteria_set: CriteriaSet, before: Sequence[ScoredSheet]) -> Iterator[str]:
    """Sheets of the same scorer: those by the same set share in the mean, the others do not."""
    alike = [str(one.sheet.id) for one in before if one.criteria_set is criteria_set]
    apart = [f"{one.sheet.id} (bộ {one.sheet.criteria_set})" for one in before if one.criteria_set is not criteria_set]
    if alike:
        yield f"  Bên này đã có phiếu {', '.join(alike)}; điểm của bên là trung bình các phiếu"
    if apart:
        yield f"  ⚠ Bên này đã có phiếu {', '.join(apart)}; phiếu khác bộ không tính chung, chỉ nên chấm theo một bộ"
