"""What a change of cells asks of xl/workbook.xml: formulas computed anew, print areas as long as their tables."""

from __future__ import annotations

import re

_CALC = re.compile(r"<calcPr\b([^>]*?)(/?)>")
_FULL = re.compile(r'\s+fullCalcOnLoad="[^"]*"')
_BEFORE_CALC = ("</definedNames>", "</externalReferences>", "</functionGroups>", "</sheets>")
_PRINT_AREA = re.compile(
    r'(<definedName\b(?=[^>]*\bname="_xlnm\.Print_Area")[^>]*\blocalSheetId="(\d+)"[^>]*>[^<:,]*:\$[A-Z]+\$)(\d+)(</definedName>)'
)


def recalculating(workbook: str) -> str:
    """Figures stored beside formulas are old once a cell has changed; Excel then has to compute them on opening."""
    found = _CALC.search(workbook)
    if found is not None:
        if 'fullCalcOnLoad="1"' in found[1]:
            return workbook
        attributes = _FULL.sub("", found[1])
        return f'{workbook[: found.start()]}<calcPr{attributes} fullCalcOnLoad="1"{found[2]}>{workbook[found.end() :]}'
    after = next((tag for tag in _BEFORE_CALC if tag in workbook), None)
    return workbook.replace(after, f'{after}<calcPr fullCalcOnLoad="1"/>', 1) if after else workbook


def with_longer_print_area(workbook: str, sheet_number: int, old_bottom: int, new_bottom: int) -> str:
    """The print area of a sheet (counted from 0) that ended with its table ends with it again."""

    def longer(found: re.Match[str]) -> str:
        mine = int(found[2]) == sheet_number and int(found[3]) == old_bottom
        return f"{found[1]}{new_bottom}{found[4]}" if mine else found[0]

    return _PRINT_AREA.sub(longer, workbook)
