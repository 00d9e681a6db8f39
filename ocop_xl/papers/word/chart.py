"""Charts in papers are real Word charts of the template; only their figures are changed.

A chart takes part when its alternative text holds `ocop:` and the name of the figures, e.g. `ocop:chi_tieu`. Staff may
restyle it in Word as they like. The figures stand twice in the file: in the chart itself, for showing, and in a
workbook inside, which opens with «Edit Data» in Word.
"""

from __future__ import annotations

import html
import posixpath
import re
from datetime import datetime

from ocop_xl.errors import TemplateError
from ocop_xl.office.archive import Parts
from ocop_xl.office.word_package import text_of
from ocop_xl.papers.facts import ChartData
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import nfc

_DRAWING = re.compile(r"<w:drawing\b.*?</w:drawing>", re.DOTALL)
_MARK = re.compile(r'<wp:docPr\b[^>]*\b(?:descr|title)="[^"]*\bocop:(\w+)')
_CHART_ID = re.compile(r'<c:chart\b[^>]*\br:id="([^"]+)"')
_SERIES = re.compile(r"<c:ser>.*?</c:ser>", re.DOTALL)
_SERIES_NAME = re.compile(r"<c:tx>.*?<c:v>(.*?)</c:v>.*?</c:tx>", re.DOTALL)
_CATEGORIES = re.compile(r"<c:cat>.*?</c:cat>", re.DOTALL)
_VALUES = re.compile(r"<c:val>.*?</c:val>", re.DOTALL)
_FORMAT = re.compile(r"<c:formatCode>(.*?)</c:formatCode>", re.DOTALL)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SHEET = "Sheet1"
_CREATED = datetime(2020, 1, 1)
"""Written into the workbook of a chart instead of the time of making, so that the same figures give the same bytes."""


class ChartSlot(NamedTuple):
    """A chart of the template: the name of its figures, its part, and the workbook inside (empty: none)."""

    data_name: str
    part: str
    xml: str
    workbook: str

    def filled(self, data: ChartData) -> dict[str, bytes]:
        """The changed parts by name."""
        names = [html.unescape(name) for name in _SERIES_NAME.findall(self.xml)]
        count = len(_SERIES.findall(self.xml))
        if count > len(data.series):
            raise TemplateError(
                f"Biểu đồ «{self.data_name}» trong mẫu có {count} dãy số, số liệu chỉ có {len(data.series)}. "
                "Hãy xóa bớt dãy số của biểu đồ bằng Word."
            )
        numbers = iter(range(count))
        xml = _SERIES.sub(lambda found: _series(found[0], next(numbers), data), self.xml)
        changed = {self.part: xml.encode()}
        if self.workbook:
            changed[self.workbook] = _workbook(data, names)
        return changed


def find_charts(document: str, parts: Parts) -> list[ChartSlot]:
    """The charts of `word/document.xml` that ask for figures."""
    slots = []
    for drawing in _DRAWING.findall(document):
        mark, chart = _MARK.search(drawing), _CHART_ID.search(drawing)
        if mark and chart:
            part = _targets("word/document.xml", parts).get(chart[1], "")
            if part not in parts:
                raise TemplateError(f"Biểu đồ «{mark[1]}» trong mẫu bị hỏng. Hãy chèn lại biểu đồ bằng Word.")
            inside = [name for name in _targets(part, parts).values() if name.endswith(".xlsx")]
            workbook = inside[0] if inside and inside[0] in parts else ""
            slots.append(ChartSlot(mark[1], part, text_of(part, parts[part]), workbook))
    return slots


def _targets(part: str, parts: Parts) -> dict[str, str]:
    """Relationship id → name of the part it leads to; imported here because few papers have a chart."""
    from xml.etree import ElementTree

    folder, name = posixpath.split(part)
    listing = f"{folder}/_rels/{name}.rels"
    if listing not in parts:
        return {}
    text = text_of(listing, parts[listing])
    if "<!DOCTYPE" in text:
        raise TemplateError("Tệp mẫu chứa khai báo DTD, Word không tạo ra nội dung này. Hãy lưu lại mẫu bằng Word.")
    return {
        item.get("Id", ""): posixpath.normpath(posixpath.join(folder, item.get("Target", ""))).lstrip("/")
        for item in ElementTree.fromstring(text.encode()).iter(_RELATIONSHIP)  # noqa: S314 – no DTD, see above
        if item.get("TargetMode") != "External"
    }


def _series(xml: str, number: int, data: ChartData) -> str:
    last = len(data.categories) + 1
    column = chr(ord("B") + number)
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{html.escape(_clean(name), quote=False)}</c:v></c:pt>'
        for at, name in enumerate(data.categories)
    )
    count = f'<c:ptCount val="{len(data.categories)}"/>'
    categories = (
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f>"
        f"<c:strCache>{count}{points}</c:strCache></c:strRef></c:cat>"
    )
    known = _FORMAT.search(xml)
    figures = "".join(
        f'<c:pt idx="{at}"><c:v>{value:.10g}</c:v></c:pt>'
        for at, value in enumerate(data.series[number])
        if value is not None
    )
    values = (
        f"<c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>{known[1] if known else 'General'}</c:formatCode>{count}{figures}"
        "</c:numCache></c:numRef></c:val>"
    )
    return _VALUES.sub(lambda _: categories + values, _CATEGORIES.sub("", xml))


def _clean(text: str) -> str:
    return _NOT_XML.sub("", nfc(text))


def _workbook(data: ChartData, names: list[str]) -> bytes:
    """The workbook behind «Edit Data»; imported here because papers without a chart need no XlsxWriter."""
    import io

    from xlsxwriter import Workbook

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, options) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet(_SHEET)
        for at, category in enumerate(data.categories, 1):
            sheet.write_string(at, 0, _clean(category))
        for column, values in enumerate(data.series, 1):
            sheet.write_string(0, column, names[column - 1] if column <= len(names) else "")
            for at, value in enumerate(values, 1):
                if value is not None:
                    sheet.write_number(at, column, value)
    return content.getvalue()
