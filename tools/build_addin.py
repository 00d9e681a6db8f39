"""Build dist/OCOP.xlam, byte for byte the same each time: `python -m tools.build_addin`.

The carrier comes from XlsxWriter, the VBA project from pyOpenVBA, and the ribbon is one more part of the package. VBA
sources are ASCII or the build fails; what they say to people stands in `macros/messages.json` and on the add-in's one
sheet, each text under its own defined name.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from datetime import datetime
from pathlib import Path

from pyopenvba import ExcelFile, VBAModuleKind
from pyopenvba.cfb import CFB
from xlsxwriter import Workbook

from ocop_xl import __version__
from tools.canonical_zip import canonical_zip, read_zip

ROOT = Path(__file__).resolve().parent.parent
MACROS = ROOT / "macros"
ADDIN = ROOT / "dist" / "OCOP.xlam"
VERSION_PROPERTY = "OCOP"
"""The custom document property in which an installed add-in carries its version."""

_WORKBOOK_NAME, _SHEET_NAME = "ThisWorkbook", "Messages"
_BORN = datetime(2026, 1, 1)
_MACRO_BOOK = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_ADDIN = b"application/vnd.ms-excel.addin.macroEnabled.main+xml"
_RIBBON_PART = "customUI/customUI14.xml"
_RIBBON_RELATION = (
    '<Relationship Id="rIdRibbon" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
    f'Target="{_RIBBON_PART}"/></Relationships>'
).encode()
_NO_CACHE = b"\xcc\x61\xff\xff\x00\x00\x00"
"""[MS-OVBA] 2.3.4.1: a `_VBA_PROJECT` stream without compiled code, which every Office recompiles."""


def addin() -> bytes:
    with tempfile.TemporaryDirectory(prefix="ocop-addin-") as folder:
        plain = Path(folder) / "carrier.xlsm"
        plain.write_bytes(_carrier(None))
        project = _vba_project(plain)
    parts = read_zip(_carrier(project))
    parts["[Content_Types].xml"] = _replaced_once(parts["[Content_Types].xml"], _MACRO_BOOK, _ADDIN)
    parts["_rels/.rels"] = _replaced_once(parts["_rels/.rels"], b"</Relationships>", _RIBBON_RELATION)
    parts[_RIBBON_PART] = (MACROS / "ribbon.xml").read_bytes()
    return canonical_zip(parts)


def sources() -> dict[str, str]:
    """Text of each VBA module by name, as VBA keeps it: ASCII with CR LF."""
    return {
        path.stem: "\r\n".join(path.read_bytes().decode("ascii").splitlines()) + "\r\n"
        for path in sorted(MACROS.glob("*.bas"))
    }


def _carrier(project: bytes | None) -> bytes:
    """A workbook of one sheet with the texts; with `project`, it carries that VBA project."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    facts = {"title": "OCOP", "author": "OCOP", "comments": "Các nút lệnh của sổ OCOP cấp xã", "created": _BORN}
    book.set_properties(facts)
    book.set_custom_property(VERSION_PROPERTY, __version__, "text")
    sheet = book.add_worksheet("OCOP")
    book.set_vba_name(_WORKBOOK_NAME)
    sheet.set_vba_name(_SHEET_NAME)
    for row, (name, text) in enumerate(json.loads((MACROS / "messages.json").read_text("utf-8")).items()):
        sheet.write_row(row, 0, [name, text])
        book.define_name(name, f"=OCOP!$B${row + 1}")
    if project:
        book.add_vba_project(io.BytesIO(project), is_stream=True)
    book.close()
    return out.getvalue()


def _vba_project(carrier: Path) -> bytes:
    """vbaProject.bin with our modules and the document modules that the carrier's code names ask for."""
    with ExcelFile(carrier) as book:
        project = book.add_vba_project()
        for name, text in sources().items():
            project.add_module(name, text, kind=VBAModuleKind.standard)
        book.save(carrier)
    with ExcelFile(carrier) as book:
        if problems := book.validate():
            raise ValueError(f"the VBA project does not add up: {problems}")
        compound = CFB.from_bytes(book.vba_project_bytes())
    compound.write_stream_in_storage("VBA", "_VBA_PROJECT", _NO_CACHE)
    return compound.to_bytes()


def _replaced_once(text: bytes, old: bytes, new: bytes) -> bytes:
    changed, count = re.subn(re.escape(old), lambda _: new, text)
    if count != 1:
        raise ValueError(f"{old!r} stands {count} times in the package, not once")
    return changed


if __name__ == "__main__":
    ADDIN.parent.mkdir(exist_ok=True)
    ADDIN.write_bytes(addin())
    print(f"dist/{ADDIN.name}: {ADDIN.stat().st_size:,} bytes")
