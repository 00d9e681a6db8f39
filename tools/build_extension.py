"""Build dist/ocop.oxt, byte for byte the same each time: `python -m tools.build_extension`.

Menu and toolbar are made from the list of buttons, as Excel's ribbon is: the same buttons in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from ocop_xl import __version__
from ocop_xl.buttons.actions import ACTIONS
from tools.canonical_zip import canonical_zip
from tools.ribbon import TAB

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "macros" / "libreoffice"
EXTENSION = ROOT / "dist" / "ocop.oxt"
PROTOCOL = "vn.ocop:"

_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_SEPARATOR = ("private:separator", "")
_LANGUAGES = ("vi", "en-US")
"""LibreOffice falls back to en-US; both say the same Vietnamese."""


def extension() -> bytes:
    parts = {
        path.relative_to(SOURCE).as_posix(): path.read_bytes()
        for path in sorted(SOURCE.rglob("*"))
        if path.is_file() and path.suffix in (".py", ".xcu", ".xml")
    }
    parts["description.xml"] = parts["description.xml"].replace(b"{version}", __version__.encode())
    parts["Addons.xcu"] = addons().encode()
    return canonical_zip(parts)


def addons() -> str:
    """LibreOffice's configuration of the OCOP menu and the OCOP toolbar, in Calc only."""
    menu = "".join(_entry(f"M{at:02}", *item) for at, item in enumerate(_items()))
    toolbar = "".join(_entry(f"T{at:02}", *item) for at, item in enumerate(_items()))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" oor:name="Addons" oor:package="org.openoffice.Office">\n'
        '<node oor:name="AddonUI">\n'
        '<node oor:name="OfficeMenuBar"><node oor:name="vn.ocop.menu" oor:op="replace">\n'
        f'{_titles(TAB)}{_property("Context", _CALC)}<node oor:name="Submenu">\n{menu}</node></node></node>\n'
        f'<node oor:name="OfficeToolBar"><node oor:name="vn.ocop.toolbar" oor:op="replace">\n{toolbar}</node></node>\n'
        "</node></oor:component-data>\n"
    )


def _items() -> Iterator[tuple[str, str]]:
    """URL and label of every entry; a separator between groups."""
    for at, action in enumerate(ACTIONS):
        if at and action.group != ACTIONS[at - 1].group:
            yield _SEPARATOR
        yield PROTOCOL + action.id, action.label


def _entry(name: str, url: str, label: str) -> str:
    facts = _property("URL", url) + _titles(label) + _property("Target", "_self") + _property("Context", _CALC)
    return f'<node oor:name="{name}" oor:op="replace">{facts}</node>\n'


def _titles(label: str) -> str:
    values = "".join(f'<value xml:lang="{language}">{escape(label)}</value>' for language in _LANGUAGES)
    return f'<prop oor:name="Title" oor:type="xs:string">{values}</prop>'


def _property(name: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:type="xs:string"><value>{escape(value)}</value></prop>'


if __name__ == "__main__":
    EXTENSION.parent.mkdir(exist_ok=True)
    EXTENSION.write_bytes(extension())
    print(f"dist/{EXTENSION.name}: {EXTENSION.stat().st_size:,} bytes")
