"""The charts of the front: the plan and what was recognised, year by year; the stars that are and could be."""

from __future__ import annotations

from typing import Any

from ocop_xl.model import Measure, spec_of
from ocop_xl.model.choices import STARS
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.measures import MEASURES
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.lists_sheet import list_range
from ocop_xl.sheets.building.style import DARK_GREEN, FONT, GREEN, INK, LINE
from ocop_xl.sheets.vocabulary import FRONT, quoted

_TEXT = {"name": FONT, "size": 8, "color": INK, "bold": False}
_TITLE = {"name": FONT, "size": 10, "color": DARK_GREEN, "bold": True}
_HOPED = "#7F9086"


def by_year(maker: SheetMaker, rows: range) -> Any:
    """On the lines of the block «SẢN PHẨM THEO NĂM»."""
    front, first, last = quoted(FRONT), rows.start, rows.stop - 1
    years = f"={front}!$H${first}:$H${last}"
    series = [
        ("Lộ trình", years, f"={front}!$I${first}:$I${last}", _HOPED),
        ("Đã công nhận", years, f"={front}!$K${first}:$K${last}", GREEN),
    ]
    return _columns(maker, "Sản phẩm theo năm", series)


def by_stars(maker: SheetMaker) -> Any:
    sheet = quoted(spec_of(Measure).sheet)
    at = {name: HEADER_ROW + 1 + index for index, name in enumerate(MEASURES)}
    series = [
        (said, f"={list_range(STARS)}", f"={sheet}!$B${at[f'{word} 3 sao']}:$B${at[f'{word} 5 sao']}", colour)
        for word, said, colour in (("Tiềm năng", "Tiềm năng", _HOPED), ("Đang", "Đang đạt", GREEN))
    ]
    return _columns(maker, "Sản phẩm theo hạng sao", series)


def _columns(maker: SheetMaker, title: str, series: list[tuple[str, str, str, str]]) -> Any:
    chart = maker.workbook.add_chart({"type": "column"})
    for name, categories, values, colour in series:
        label = {"value": True, "font": _TEXT, "num_format": "0;;"}
        facts = {"name": name, "categories": categories, "values": values, "fill": {"color": colour}}
        chart.add_series({**facts, "gap": 60, "data_labels": label})
    chart.set_title({"name": title, "name_font": _TITLE, "overlay": False, "layout": {"x": 0.02, "y": 0.01}})
    chart.set_y_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"num_font": _TEXT, "line": {"color": LINE}, "num_format": "0"})
    chart.set_legend({"position": "bottom", "font": _TEXT})
    chart.set_chartarea({"border": {"none": True}})
    return chart
