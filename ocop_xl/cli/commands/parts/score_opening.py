"""`ocop-xl score BOOK --open HS01`: a new score sheet with every criterion unanswered – shown first, written only with
--apply."""

from __future__ import annotations

from argparse import Namespace

from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.errors import Refusal
from ocop_xl.jobs.score_opening import OPENING, Opening, dossier_named, opening_of, preview
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model import ScoreLine, spec_of
from ocop_xl.model import choices as c
from ocop_xl.sheets.reading.read import read_book


def open_sheet(options: Namespace) -> int:
    book = read_book(options.book, own_sets=bool(options.set))
    refuse_if_incomplete(book, options.book.name)
    if not options.scorer:
        raise Refusal(f"Hãy cho biết ai chấm: thêm --scorer và một trong: {', '.join(c.SCORER_BY_CODE)}.")
    scorer, member = c.SCORER_BY_CODE[options.scorer], " ".join((options.member or "").split())
    dossier = dossier_named(book, options.open)
    opening = opening_of(book, dossier, scorer, member, asked=options.set or "", on=options.on)
    if not options.json:
        print(preview(opening), flush=True)
    backup = None
    if options.apply:
        from ocop_xl.sheets.writing.patch import apply_changes

        backup = apply_changes(options.book, book, opening.changes, action=OPENING)
    if options.json:
        print_json(_as_json(opening) | {"applied": bool(backup)})
    elif backup is None:
        print("Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply.")
    else:
        print(f"Đã ghi vào {options.book.name}; bản trước khi ghi ở {backup}.")
        sheet = spec_of(ScoreLine).sheet
        print(f"Để chấm: ở trang «{sheet}», chọn một mức cho mỗi dòng của phiếu {opening.sheet.id}.")
    return DONE


def _as_json(opening: Opening) -> dict[str, object]:
    sheet, product = opening.sheet, opening.product
    return {
        "sheet": sheet.id,
        "dossier": sheet.dossier_id,
        "product": product.id if product else None,
        "criteria_set": sheet.criteria_set,
        "scorer": sheet.scorer,
        "member": sheet.member,
        "criteria": len(opening.lines),
    }
