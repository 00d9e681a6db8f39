"""Names shared by the sheets of a built workbook: lists, references, and structured references in formulas."""

from __future__ import annotations

import re
from functools import cache

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.choices import Choices, all_choices
from ocop_xl.model.due.dossiers import HOLIDAYS
from ocop_xl.model.due.duty import COMMUNE_CODE, PLAN_BASES, PLAN_DATE, PLAN_FROM, PLAN_TO, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import TERMS
from ocop_xl.model.version import FIRST_VERSION, MODEL_VERSION
from ocop_xl.vietnamese import ascii_name

FRONT, GUIDE, LISTS, SCORE_FORM, FIELDS = "Tổng quan", "Hướng dẫn", "Danh mục", "Phiếu chấm", "Trường văn bản"
ONE_PRODUCT, AGENDA = "Một sản phẩm", "Việc cần làm"
PREVIEW, CHOICE, RESULT = PASSING_PAGES = "Xem trước (OCOP)", "Chọn (OCOP)", "Kết quả (OCOP)"
"""Sheets that buttons show for a while."""
COPY_FRONT = "Về gói này"
"""First sheet of the copy that goes to the province: by it a workbook without formulas is known as one of ours."""
PROVINCE_FRONT = "Tổng hợp các xã"
"""First sheet of the province's workbook, whose other sheets look like a commune's."""
LEVELS, LEVEL_COUNTS = "tc_muc", "tc_so_muc"
"""Defined names: the levels on «Tiêu chí», and on the first line of each criterion how many it has."""
MARKS = "tblDauO"
"""Table on «Phát hiện», out of sight: below the name of each input table the cells of its sheet that the last check had
something to say about, as `|A5|C7|`."""
_FIRST_MARKS = "noi_phat_hien"
"""Defined name in workbooks of the first version, which looked for each cell in the whole list of findings."""

_THIS_ROW = r"(?<![\w\]])\[@((?:\[[^\]]+\]:?)+)\]"


def list_name(choices: Choices) -> str:
    """Defined name of a list on «Danh mục»: `dm_nhom_san_pham`."""
    return f"dm_{ascii_name(choices.name)}"


def reference_name(table: str) -> str:
    """Defined name of the keys in use in a table: `ma_tblChuThe`."""
    return f"ma_{table}"


def mark_name(table: str) -> str:
    """Defined name of the text in `MARKS` that tells which cells of a table's sheet are coloured: `dau_tblChuThe`."""
    return f"dau_{table}"


def defined_names(version: int = MODEL_VERSION) -> frozenset[str]:
    """Every name that the formulas, drop-downs and colours of a workbook of that version use."""
    specs = list(map(spec_of, INPUT_TABLES))
    keys = [spec for spec in specs if not spec.form and spec.key is not None and spec.since <= version]
    came = [(max(spec.since, one.since), one.choices) for spec in specs for one in spec.columns if one.choices]
    known = {choices for since, choices in came if since <= version}
    lists = (list_name(one) for one in all_choices() if one in known or one not in {choices for _, choices in came})
    marks = {mark_name(spec.name) for spec in specs if spec.since <= version}
    settings = {COMMUNE_CODE, PLAN_BASES, PLAN_DATE, PLAN_FROM, PLAN_TO, *map(term_name, TERMS)}
    if version == FIRST_VERSION:
        marks, settings = {_FIRST_MARKS}, set()
    return frozenset(
        (TODAY, HOLIDAYS, *settings, LEVELS, LEVEL_COUNTS, *marks, *lists, *(reference_name(k.name) for k in keys))
    )


@cache
def in_table(formula: str, table: str) -> str:
    """A formula of the model as it stands in a cell: `[@[Mã]]` → `tblX[[#This Row],[Mã]]`.

    Excel stores it so; without the table's name LibreOffice cannot read it.
    """
    return re.sub(_THIS_ROW, rf"{table}[[#This Row],\1]", formula)


def quoted(sheet: str) -> str:
    return f"'{sheet}'"
