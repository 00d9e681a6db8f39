"""The head of «Phiếu chấm»: which sheet, of which product, and what it comes to."""

from __future__ import annotations

from typing import Any

from ocop_xl.law.criteria import Criterion
from ocop_xl.law.sectors import label
from ocop_xl.law.stars import STAR_BANDS
from ocop_xl.model import Dossier, ScoreSheet, spec_of
from ocop_xl.model.choices import PRODUCT_SET
from ocop_xl.programme.live.scores import KNOCKED_OUT
from ocop_xl.programme.live.values import live_value
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.book_scores import ScoredSheet
from ocop_xl.scoring.score import Score, exact
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import DARK_GREEN, INPUT, MUTED
from ocop_xl.sheets.vocabulary import list_name, reference_name

SHEET_KEY = "$B$4"


class Shown(NamedTuple):
    """What the form shows when it is built: a score sheet, the scores of each side by their column's letter."""

    found: ScoredSheet | None
    sides: dict[str, Score | None]
    producer: str

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return self.found.criteria_set.criteria if self.found and self.found.criteria_set else ()


class CouncilCells(NamedTuple):
    """Where the table has the council's mean total, and the ranks that each criterion's mean allows."""

    total: str
    limits: str


def of_sheet(header: str) -> str:
    """A cell of the chosen sheet's row on «Kết quả chấm»."""
    return f"INDEX(tblKetQuaCham[{header}],MATCH({SHEET_KEY},tblKetQuaCham[Mã phiếu],0))"


def _of_dossier(header: str) -> str:
    return f"INDEX(tblHoSo[{header}],MATCH({of_sheet('Mã HS')},tblHoSo[Mã HS],0))"


def _of_product(header: str) -> str:
    return f"INDEX(tblSanPham[{header}],MATCH({_of_dossier('Mã SP')},tblSanPham[Mã SP],0))"


def write_head(maker: SheetMaker, sheet: Any, shown: Shown, council: CouncilCells) -> None:
    name = maker.styles.make(bold=True, font_color=MUTED, align="right", indent=1)
    value = maker.styles.make(bold=True, text_wrap=True, align="left")
    chosen = maker.styles.make(
        bold=True, font_size=13, bg_color=INPUT, border=1, border_color=DARK_GREEN, align="center"
    )
    found = shown.found
    sheet.write_string(3, 0, "Mã phiếu", name)
    sheet.write_string(3, 1, (found.sheet.id or "") if found else "", chosen)
    sheet.data_validation(
        3,
        1,
        3,
        1,
        {
            "validate": "list",
            "source": f"={reference_name(spec_of(ScoreSheet).name)}",
            "input_title": "Mã phiếu",
            "input_message": "Chọn phiếu muốn xem hoặc in.",
            "error_title": "Chưa có phiếu này",
            "error_message": "Hãy chọn một mã phiếu trong danh sách.",
        },
    )
    for row, left, right in _head_cells(maker, shown, council):
        for place, (title, formula, stored) in ((0, left), (3, right)):
            if title:
                sheet.write_string(row - 1, place, title, name)
            if formula:
                sheet.write_formula(row - 1, place + 1, f'=IFERROR({formula}&"","")', value, stored)
    for row in range(3, 9):
        sheet.set_row(row, 21 if row < 6 else 34)


_HeadCell = tuple[str, str, str]


def _head_cells(maker: SheetMaker, shown: Shown, council: CouncilCells) -> list[tuple[int, _HeadCell, _HeadCell]]:
    found = shown.found
    sheet = found.sheet if found else ScoreSheet()
    dossier = (found.dossier if found else None) or Dossier()
    member = of_sheet("Người chấm")
    by = f'{of_sheet("Bên chấm")}&IF({member}="",""," – "&{member})'
    code = of_sheet("Bộ tiêu chí")
    set_name = f'IF(LEFT({code},5)="QD26-",INDEX({list_name(PRODUCT_SET)},VALUE(MID({code},6,3))),{code})'
    chosen = found.criteria_set if found else None
    return [
        (4, ("", "", ""), ("Bên chấm", by, " – ".join(x for x in (sheet.scorer, sheet.member) if x))),
        (
            5,
            ("Sản phẩm", _of_product("Tên sản phẩm"), (found.product.name or "") if found and found.product else ""),
            ("Chủ thể", _of_product("Tên chủ thể"), shown.producer),
        ),
        (
            6,
            ("Hồ sơ", f'{_of_dossier("Mã HS")}&" – "&{_of_dossier("Loại hồ sơ")}', _joined(dossier.id, dossier.kind)),
            ("Bộ tiêu chí", set_name, label(chosen.number) if chosen and chosen.number else sheet.criteria_set or ""),
        ),
        (
            7,
            ("Kết quả", _result_formula(), _result(found)),
            ("Xếp hạng", _rank_formula(), _rank(found)),
        ),
        (
            8,
            ("Cần làm", of_sheet("Việc cần làm"), _to_do(maker, found)),
            ("Hội đồng", _council_formula(council), _council(shown.sides["I"])),
        ),
    ]


def _joined(*parts: str | None) -> str:
    return " – ".join(part or "" for part in parts) if any(parts) else ""


def _result_formula() -> str:
    part = [f"N({of_sheet(f'Phần {letter}')})" for letter in "ABC"]
    total = f"N({of_sheet('Tổng điểm')})"
    return f'{total}&"/100 điểm (A "&{part[0]}&"/40, B "&{part[1]}&"/25, C "&{part[2]}&"/35)"'


def _result(found: ScoredSheet | None) -> str:
    if found is None:
        return ""
    score = found.score
    parts = score.parts if score else {}
    a, b, c_ = (parts.get(letter, 0) for letter in "ABC")
    return f"{score.total if score else 0}/100 điểm (A {a}/40, B {b}/25, C {c_}/35)"


def _rank_formula() -> str:
    stars = of_sheet("Xếp hạng tạm tính")
    by = f'"Theo điểm "&{of_sheet("Sao theo điểm")}&" sao, theo mức tối thiểu "&{of_sheet("Sao theo mức tối thiểu")}'
    return f'IF({stars}="","Chưa chấm",IF({stars}="{KNOCKED_OUT}","{KNOCKED_OUT}",{by}&" sao → "&{stars}&" sao"))'


def _rank(found: ScoredSheet | None) -> str:
    if found is None:
        return ""
    score = found.score
    if score is None or not score.answered:
        return "Chưa chấm"
    if score.knocked_out:
        return KNOCKED_OUT
    return f"{_two_readings(score)} → {score.stars} sao"


def _two_readings(score: Score) -> str:
    return f"Theo điểm {score.stars_by_points} sao, theo mức tối thiểu {score.stars_by_minima} sao"


def _to_do(maker: SheetMaker, found: ScoredSheet | None) -> str:
    return str(live_value(found.sheet, "to_do", maker.book, maker.on)) if found else ""


def _council_formula(cells: CouncilCells) -> str:
    bands = str(STAR_BANDS[-1].stars)
    for band in reversed(STAR_BANDS[:-1]):
        bands = f"IF({cells.total}>={band.at_least},{band.stars},{bands})"
    text = f'"Trung bình "&ROUND({cells.total},2)&" điểm: theo điểm "&{bands}&" sao'
    return f'IF({cells.total}="","",{text}, theo mức tối thiểu "&MIN({cells.limits})&" sao")'


def _council(score: Score | None) -> str:
    if score is None or not score.answered:
        return ""
    reading = _two_readings(score)
    return f"Trung bình {exact(round(score.total, 2))} điểm: {reading[0].lower()}{reading[1:]}"
