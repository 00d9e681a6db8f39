"""How the workbook looks: one palette, one set of cell formats, made once for each built file."""

from __future__ import annotations

from typing import Any

from ocop_xl.model.column import Column, Kind

FONT = "Calibri"
GREEN, DARK_GREEN, PALE_GREEN = "#2E7D4F", "#14532D", "#E8F3EC"
AMBER, PALE_AMBER = "#E08E00", "#FFF4D6"
RED, PALE_RED = "#B3261E", "#FCE8E6"
INPUT, LIVE, LINE, INK, MUTED = "#FFFDF3", "#EEF1EF", "#C9D3CC", "#1F2A24", "#5C6B62"

NUMBER_FORMATS = {
    Kind.STARS: '0" sao"',
    Kind.INTEGER: "#,##0",
    Kind.DECIMAL: "#,##0.##",
    Kind.MONEY: "#,##0.0",
    Kind.PERCENT: '0.0"%"',
    Kind.YEAR: "0",
    Kind.DATE: "dd/mm/yyyy",
}
_CENTRED = {Kind.KEY, Kind.REF, Kind.STARS, Kind.INTEGER, Kind.YEAR, Kind.DATE, Kind.DECIMAL, Kind.PERCENT}


def _alignment(kind: Kind) -> dict[str, Any]:
    if kind in _CENTRED:
        return {"align": "center"}
    return {"align": "right"} if kind is Kind.MONEY else {"align": "left", "indent": 1}


def number_format(column: Column) -> str:
    """How Excel is to show the cells of a column; what is typed as text stays as typed."""
    return NUMBER_FORMATS.get(column.kind, "General" if column.live or column.kind is Kind.PRODUCT_SET else "@")


SYMBOLS = {
    "✔": (DARK_GREEN, PALE_GREEN),
    "★": (DARK_GREEN, PALE_GREEN),
    "►": ("#7A4B00", PALE_AMBER),
    "⚠": ("#7A4B00", PALE_AMBER),
    "✘": (RED, PALE_RED),
}
"""First letter of a live text → text and fill colour: colour never speaks alone."""


class Styles:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def make(self, **facts: Any) -> Any:
        wanted = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "vcenter"} | facts
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    @property
    def title(self) -> Any:
        return self.make(bold=True, font_size=18, font_color=DARK_GREEN)

    @property
    def purpose(self) -> Any:
        return self.make(italic=True, font_color=MUTED)

    @property
    def link(self) -> Any:
        return self.make(font_color=GREEN, underline=1)

    def header(self, column: Column | None = None) -> Any:
        """Dark green for what must be filled in, green for what may be, grey for what computes itself."""
        fill = GREEN
        if column is not None:
            fill = MUTED if column.live else DARK_GREEN if column.required else GREEN
        return self.make(
            bold=True,
            font_size=10,
            font_color="#FFFFFF",
            bg_color=fill,
            border=1,
            border_color=LINE,
            align="center",
            text_wrap=True,
        )

    def cell(self, column: Column, fill: str = "") -> Any:
        """A data cell of this column; one out of sight does not make its row higher."""
        kind = column.kind
        return self.make(
            num_format=number_format(column),
            bg_color=fill or (LIVE if column.live else INPUT),
            border=1,
            border_color=LINE,
            text_wrap=kind not in _CENTRED and not column.helper,
            **_alignment(kind),
        )

    def field(self, column: Column) -> Any:
        """The value of a form's field."""
        number = NUMBER_FORMATS[column.kind] if column.kind in (Kind.DATE, Kind.YEAR, Kind.INTEGER) else "@"
        return self.make(num_format=number, bg_color=INPUT, border=1, border_color=LINE, align="left", text_wrap=True)

    def symbol_rules(self) -> list[dict[str, Any]]:
        """Conditional formats that colour a text by the symbol it begins with."""
        return [
            {
                "type": "text",
                "criteria": "begins with",
                "value": symbol,
                "format": self._workbook.add_format({"font_color": ink, "bg_color": fill, "bold": True}),
            }
            for symbol, (ink, fill) in SYMBOLS.items()
        ]
