"""The charts of the front: the plan and what was recognised by year, products by hamlet, the stars."""

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
    return _chart(maker, "column", "Sản phẩm theo năm", series)


def by_hamlet_chart(maker: SheetMaker, rows: range) -> Any:
    """On the lines of the block «SẢN PHẨM THEO ẤP»; names of hamlets are long, so its bars lie."""
    front, first, last = quoted(FRONT), rows.start, rows.stop - 1
    names = f"={front}!$H${first}:$H${last}"
    series = [
        ("Tham gia", names, f"={front}!$I${first}:$I${last}", _HOPED),
        ("Từ 3 sao", names, f"={front}!$K${first}:$K${last}", GREEN),
    ]
    return _chart(maker, "bar", "Sản phẩm theo ấp", series)


def by_stars(maker: SheetMaker) -> Any:
    sheet = quoted(spec_of(Measure).sheet)
    at = {name: HEADER_ROW + 1 + index for index, name in enumerate(MEASURES)}
    series = [
        (said, f"={list_range(STARS)}", f"={sheet}!$B${at[f'{word} 3 sao']}:$B${at[f'{word} 5 sao']}", colour)
        for word, said, colour in (("Tiềm năng", "Tiềm năng", _HOPED), ("Đang", "Đang đạt", GREEN))
    ]
    return _chart(maker, "column", "Sản phẩm theo sao", series)


def _chart(maker: SheetMaker, kind: str, title: str, series: list[tuple[str, str, str, str]]) -> Any:
    chart = maker.workbook.add_chart({"type": kind})
    lying = kind == "bar"
    for name, categories, values, colour in series:
        label = {"value": True, "font": _TEXT, "num_format": "0;;"}
        if lying and colour == GREEN:  # part of the bar below it
            label |= {"position": "inside_base", "font": _TEXT | {"color": "#FFFFFF"}}
        facts = {"name": name, "categories": categories, "values": values, "fill": {"color": colour}}
        chart.add_series({**facts, "gap": 30 if lying else 60, "overlap": 100 if lying else 0, "data_labels": label})
    chart.set_title({"name": title, "name_font": _TITLE, "overlay": False, "layout": {"x": 0.02, "y": 0.01}})
    figures = {"visible": False, "min": 0, "major_gridlines": {"visible": False}}
    names = {"num_font": _TEXT, "line": {"color": LINE}, "num_format": "0"}
    if lying:  # its names stand upright, the first on top
        chart.set_x_axis(figures)
        chart.set_y_axis(names | {"reverse": True, "major_gridlines": {"visible": False}})
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(figures)
    chart.set_legend({"position": "bottom", "font": _TEXT})
    chart.set_chartarea({"border": {"none": True}})
    return chart
