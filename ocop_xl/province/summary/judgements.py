"""What people have decided about likely doubles, read from the workbook that is about to be made anew."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from ocop_xl.model.table import HEADER_ROW
from ocop_xl.office.guard import open_package
from ocop_xl.province.summary.layout import DOUBLES, MARK, NOTE, SAID
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.vocabulary import PROVINCE_FRONT


class Judgement(NamedTuple):
    """«Một», «Hai», «Chưa rõ», or "" while nobody has said."""

    said: str = ""
    note: str = ""


def judgements_in(raw: bytes, name: str) -> dict[str, Judgement] | None:
    """By the mark of each pair; None for a workbook that is not one of the province's. A `WorkbookError` says why a
    file cannot be opened."""
    open_package(raw, name)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(raw))
        if PROVINCE_FRONT not in workbook.sheet_names:
            return None
        if DOUBLES not in workbook.sheet_names:
            return {}
        rows = workbook.get_sheet_by_name(DOUBLES).to_python()
    except CalamineError:
        return None
    at = next((number for number, row in enumerate(rows[: HEADER_ROW + 30]) if MARK in row and SAID in row), None)
    if at is None:
        return {}
    mark, said, note = (rows[at].index(header) if header in rows[at] else None for header in (MARK, SAID, NOTE))
    judged = {}
    for row in rows[at + 1 :]:
        words = [str(row[place]).strip() if place is not None else "" for place in (mark, said, note)]
        if words[0] and (words[1] or words[2]):
            judged[words[0]] = Judgement(*words[1:])
    return judged
