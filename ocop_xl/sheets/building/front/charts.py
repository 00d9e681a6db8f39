"""The two charts of the front sheet: how far each target is, and where the stars are and could be."""

from __future__ import annotations

from typing import Any

from ocop_xl.model import Measure, Target, spec_of
from ocop_xl.model.book import column_letters
from ocop_xl.model.choices import STARS
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.measures import MEASURES
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.lists_sheet import list_range
from ocop_xl.sheets.building.style import AMBER, FONT, GREEN, INK, LINE
from ocop_xl.sheets.vocabulary import quoted

_TEXT = {"name": FONT, "size": 9, "color": INK, "bold": False}
_TITLE = {"name": FONT, "size": 12, "color": INK, "bold": True}


def add_charts(maker: SheetMaker, sheet: Any, at: int, targets: int) -> None:
    sheet.insert_chart(at - 1, 1, _progress(maker, targets), {"object_position": 1, "description": _PROGRESS_ALT})
    sheet.insert_chart(at - 1, 4, _stars(maker), {"object_position": 1, "x_offset": 72, "description": _STARS_ALT})


_PROGRESS_ALT = "Biểu đồ thanh: tỷ lệ thực hiện so với mức tối thiểu của từng chỉ tiêu."
_STARS_ALT = "Biểu đồ cột: số sản phẩm đang đạt và số sản phẩm có tiềm năng 3, 4, 5 sao."


def _progress(maker: SheetMaker, targets: int) -> Any:
    spec = spec_of(Target)
    letters = {column.attribute: column_letters(place) for place, column in enumerate(spec.columns)}
    first, last = HEADER_ROW + 1, HEADER_ROW + targets
    sheet = quoted(spec.sheet)

    def span(attribute: str) -> str:
        return f"={sheet}!${letters[attribute]}${first}:${letters[attribute]}${last}"

    chart = maker.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": "Tỷ lệ đạt (%)",
            "categories": span("short_name"),
            "values": span("ratio"),
            "fill": {"color": GREEN},
            "gap": 45,
            "data_labels": {"value": True, "num_format": "0.#", "font": _TEXT},
        }
    )
    chart.set_title({"name": "Thực hiện so với mức tối thiểu (%)", "name_font": _TITLE, "overlay": False})
    chart.set_x_axis(
        {"min": 0, "max": 100, "num_font": _TEXT, "major_gridlines": {"visible": True, "line": {"color": LINE}}}
    )
    chart.set_y_axis({"reverse": True, "num_font": _TEXT, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_size({"width": 476, "height": 340})
    return chart


def _stars(maker: SheetMaker) -> Any:
    sheet = quoted(spec_of(Measure).sheet)
    rows = {name: HEADER_ROW + 1 + index for index, name in enumerate(MEASURES)}
    chart = maker.workbook.add_chart({"type": "column"})
    for word, title, colour in (("Đang", "Đang đạt", GREEN), ("Tiềm năng", "Tiềm năng", AMBER)):
        first, last = rows[f"{word} 3 sao"], rows[f"{word} 5 sao"]
        chart.add_series(
            {
                "name": title,
                "categories": f"={list_range(STARS)}",
                "values": f"={sheet}!$B${first}:$B${last}",
                "fill": {"color": colour},
                "gap": 80,
                "data_labels": {"value": True, "font": _TEXT},
            }
        )
    chart.set_title({"name": "Số sản phẩm theo hạng sao", "name_font": _TITLE, "overlay": False})
    chart.set_y_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"num_font": _TEXT})
    chart.set_legend({"position": "bottom", "font": _TEXT})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_size({"width": 520, "height": 340})
    return chart
