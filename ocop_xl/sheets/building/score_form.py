"""Sheet «Phiếu chấm»: one score sheet at a time, chosen by its key, to read across the scorers and to print.

Everything is a live formula over «Kết quả chấm», «Chấm điểm» and «Tiêu chí», with its value beside it. The criteria
follow each other by «Số mức» of the one before; a set longer than `ROWS` says so.
"""

from __future__ import annotations

from typing import Any

from ocop_xl.law.criteria import Criterion
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Producer
from ocop_xl.model import choices as c
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.scoring.lines import CriteriaLines
from ocop_xl.scoring.panel import FAR_APART
from ocop_xl.sheets.building.cells import FittedSheet
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.score_form_head import SHEET_KEY, CouncilCells, Shown, of_sheet, write_head
from ocop_xl.sheets.building.style import LINE, LIVE, PALE_AMBER, PALE_GREEN, PALE_RED
from ocop_xl.sheets.vocabulary import FRONT, SCORE_FORM, quoted

ROWS = 36
HEADS_AT, SUMS_AT, FIRST = 10, 11, 12  # Excel rows
LAST = FIRST + ROWS - 1
_HEADS = (
    ("Mã", 11),
    ("Tiêu chí", 36),
    ("Tối đa", 8),
    ("Mức tối thiểu", 20),
    ("Mức được chọn", 60),
    ("Điểm", 8),
    ("Chủ thể", 9),
    ("UBND xã", 9),
    ("Hội đồng", 9),
    ("Chênh lệch", 11),
)
_SCORERS = dict(zip("GHI", c.SCORER.values, strict=True))


def add_score_form(maker: SheetMaker) -> None:
    sheet = maker.workbook.add_worksheet(SCORE_FORM, worksheet_class=FittedSheet)
    sheet.hide_gridlines(2)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, "PHIẾU CHẤM ĐIỂM SẢN PHẨM OCOP", maker.styles.title)
    purpose = "Chọn mã phiếu ở ô B4 để xem và in; chấm ở trang Chấm điểm. Cột Chênh lệch so ba bên chấm với nhau."
    sheet.write_string(1, 0, purpose, maker.styles.purpose)
    sheet.write_url(2, 0, f"internal:{quoted(FRONT)}!A1", maker.styles.link, f"← {FRONT}")
    shown = _shown(maker)
    write_head(maker, sheet, shown, CouncilCells(f"$I${SUMS_AT}", f"$L${FIRST}:$L${LAST}"))
    _write_table(maker, sheet, shown)
    _write_signature(maker, sheet)
    _set_up(maker, sheet)


def _shown(maker: SheetMaker) -> Shown:
    scores = maker.book.derived(BookScores)
    found = next(iter(scores.sheets.values()), None)
    if found is None:
        return Shown(None, dict.fromkeys(_SCORERS), "")
    by = found.criteria_set
    sides = {
        letter: scores.begun(found.sheet.dossier_id, scorer, by) if by else None for letter, scorer in _SCORERS.items()
    }
    producer = maker.book.by_id(Producer).get((found.product.producer_id or "") if found.product else "")
    return Shown(found, sides, (producer.name or "") if producer else "")


# --- the table ----------------------------------------------------------------------------------------------


def _write_table(maker: SheetMaker, sheet: Any, shown: Shown) -> None:
    for place, (head, width) in enumerate(_HEADS):
        sheet.write_string(HEADS_AT - 1, place, head, maker.styles.header())
        sheet.set_column(place, place, width)
    sheet.set_column(10, 11, 6, None, {"hidden": True})
    sheet.set_row(HEADS_AT - 1, 34)
    _write_sums(maker, sheet, shown)
    centred = maker.styles.make(align="center", num_format="#,##0.##")
    text = maker.styles.make(font_size=10, text_wrap=True, indent=1)
    small = maker.styles.make(font_size=9, text_wrap=True, indent=1)
    formats = {"A": centred, "B": text, "D": small, "E": small}
    places = _places(maker, shown)
    for number, row in enumerate(range(FIRST, LAST + 1)):
        sheet.set_row(row - 1, 36)
        criterion = shown.criteria[number] if number < len(shown.criteria) else None
        stored = _stored(shown, criterion) | {"K": places[number] if criterion else ""}
        for letter, formula in _formulas(row).items():
            sheet.write_formula(f"{letter}{row}", f"={formula}", formats.get(letter, centred), stored[letter])


def _write_sums(maker: SheetMaker, sheet: Any, shown: Shown) -> None:
    style = maker.styles.make(
        bold=True, align="center", bg_color=LIVE, border=1, border_color=LINE, num_format="#,##0.##"
    )
    for place in range(len(_HEADS)):
        sheet.write_blank(SUMS_AT - 1, place, None, style)
    sheet.write_string(SUMS_AT - 1, 1, "Cộng", style)
    own = shown.found.score if shown.found else None
    totals: dict[str, object] = {"C": sum(one.max for one in shown.criteria) or ""}
    totals |= {"F": own.total if own and own.answered else ""}
    totals |= {letter: score.total if score and score.answered else "" for letter, score in shown.sides.items()}
    for letter, stored in totals.items():
        span = f"{letter}{FIRST}:{letter}{LAST}"
        sheet.write_formula(f"{letter}{SUMS_AT}", f'=IF(COUNT({span})=0,"",ROUND(SUM({span}),6))', style, stored)


def _formulas(row: int) -> dict[str, str]:
    """Of one line of the form, by column letter; K is the criterion's line on «Tiêu chí», L the council's limit."""
    line = f"$K{row}"
    code = of_sheet("Bộ tiêu chí")
    first = f'IFERROR(MATCH({code},tblTieuChi[Bộ],0),"")'
    after = f"$K{row - 1}+INDEX(tblTieuChi[Số mức],$K{row - 1})"
    following = f'IFERROR(IF(UPPER(INDEX(tblTieuChi[Bộ],{after}))=UPPER({code}),{after},""),"")'

    def of_criterion(header: str) -> str:
        return f'IF({line}="","",INDEX(tblTieuChi[{header}],{line})&"")'

    def answer(header: str, more: str = "") -> str:
        place = f'MATCH({SHEET_KEY}&"|"&$A{row},tblChamDiem[Khóa],0)'
        return f'IF({line}="","",IFERROR(INDEX(tblChamDiem[{header}],{place}){more},""))'

    def mean(letter: str) -> str:
        key = f'{of_sheet("Mã HS")}&"|{_SCORERS[letter]}|"&INDEX(tblTieuChi[Khóa],{line})'
        return f'IF({line}="","",IFERROR(AVERAGEIFS(tblChamDiem[Điểm],tblChamDiem[Khóa so sánh],{key}),""))'

    council = f"N($I{row})"
    limit = "5"
    for stars in reversed(RECOGNISED_STARS):
        limit = f"IF({council}<INDEX(tblTieuChi[Cần cho {stars} sao],{line}),{stars - 1},{limit})"
    return {
        "A": of_criterion("Mã tiêu chí"),
        "B": of_criterion("Tiêu chí"),
        "C": f'IF({line}="","",INDEX(tblTieuChi[Điểm tối đa],{line}))',
        "D": of_criterion("Mức tối thiểu"),
        "E": answer("Mức được chọn", '&""'),
        "F": answer("Điểm"),
        **{letter: mean(letter) for letter in _SCORERS},
        "J": f'IF(COUNT($G{row}:$I{row})<2,"",MAX($G{row}:$I{row})-MIN($G{row}:$I{row}))',
        "K": first if row == FIRST else f'IF($K{row - 1}="","",{following})',
        "L": f'IF({line}="","",{limit})',
    }


def _places(maker: SheetMaker, shown: Shown) -> list[int | str]:
    lines = maker.book.derived(CriteriaLines)
    code = shown.found.criteria_set.code if shown.found and shown.found.criteria_set else ""
    return [lines.first(code, one.code) or "" for one in shown.criteria]


def _stored(shown: Shown, criterion: Criterion | None) -> dict[str, object]:
    if criterion is None or shown.found is None:
        return dict.fromkeys("ABCDEFGHIJKL", "")
    found, code = shown.found, criterion.code
    line = found.lines.get(code.upper())
    wants = {stars: criterion.minimum(stars) for stars in RECOGNISED_STARS}
    given = {letter: score.points.get(code, "") if score else "" for letter, score in shown.sides.items()}
    numbers = [float(points) for points in given.values() if points != ""]
    council = given["I"] or 0
    return {
        "A": code,
        "B": criterion.name,
        "C": criterion.max,
        "D": "; ".join(f"{stars} sao: {points} điểm" for stars, points in wants.items() if points),
        "E": (line.level or "") if line else "",
        "F": found.score.points.get(code, "") if found.score else "",
        **given,
        "J": max(numbers) - min(numbers) if len(numbers) > 1 else "",
        "L": next((stars - 1 for stars, points in wants.items() if float(council) < points), 5),
    }


# --- below and around ---------------------------------------------------------------------------------------


def _write_signature(maker: SheetMaker, sheet: Any) -> None:
    plain = maker.styles.make(italic=True, align="center")
    bold = maker.styles.make(bold=True, align="center")
    sheet.write_string(LAST + 1, 4, "Ngày …… tháng …… năm ………", plain)
    sheet.write_string(LAST + 2, 4, "NGƯỜI CHẤM", bold)
    sheet.write_string(LAST + 3, 4, "(ký, ghi rõ họ tên)", plain)


def _set_up(maker: SheetMaker, sheet: Any) -> None:
    _colour(maker, sheet)
    sheet.freeze_panes(SUMS_AT, 2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADS_AT - 1)
    sheet.print_area(0, 0, LAST + 3, len(_HEADS) - 1)
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")


def _colour(maker: SheetMaker, sheet: Any) -> None:
    """A frame for the lines in use; red for a level that is none, amber for what is missing or far apart, green for
    what has points. The ranges do not overlap: not every program lays one format over another."""
    frame = {"border": 1, "border_color": LINE}
    used = (f'=$K{FIRST}<>""', frame)
    looks: dict[str, list[tuple[str, dict[str, Any]]]] = {
        "A:D": [used],
        "E:F": [
            (f'=AND($E{FIRST}<>"",$F{FIRST}="")', frame | {"bg_color": PALE_RED}),
            (f'=AND($K{FIRST}<>"",$F{FIRST}="")', frame | {"bg_color": PALE_AMBER}),
            (f'=$F{FIRST}<>""', frame | {"bg_color": PALE_GREEN}),
        ],
        "G:I": [used],
        "J:J": [(f'=AND($J{FIRST}<>"",N($J{FIRST})>={FAR_APART})', frame | {"bg_color": PALE_AMBER}), used],
    }
    for columns, rules in looks.items():
        first, last = columns.split(":")
        for when, look in rules:
            rule = {
                "type": "formula",
                "criteria": when,
                "format": maker.workbook.add_format(look),
                "stop_if_true": True,
            }
            sheet.conditional_format(f"{first}{FIRST}:{last}{LAST}", rule)
