"""Build dist/ocop.oxt, byte for byte the same each time: `python -m tools.build_extension`.

Menu and toolbar are made from the list of buttons, as Excel's ribbon is: the same buttons in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from ocop_xl import __version__
from ocop_xl.buttons.action import OCOP, Action, Tab
from ocop_xl.buttons.actions import ACTIONS
from tools.canonical_zip import canonical_zip

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
    """LibreOffice's configuration of a menu for each tab and of the commune's toolbar, in Calc only."""
    tabs = {tab: list(actions) for tab, actions in groupby(ACTIONS, lambda action: action.group.tab)}
    menus = "".join(_menu(tab, actions) for tab, actions in tabs.items())
    toolbar = _entries("T", tabs[OCOP])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" oor:name="Addons" oor:package="org.openoffice.Office">\n'
        '<node oor:name="AddonUI">\n'
        f'<node oor:name="OfficeMenuBar">{menus}</node>\n'
        f'<node oor:name="OfficeToolBar"><node oor:name="vn.ocop.toolbar" oor:op="replace">\n{toolbar}</node></node>\n'
        "</node></oor:component-data>\n"
    )


def menu_of(tab: Tab) -> str:
    """The name of a tab's menu in LibreOffice's configuration; the commune's has kept its first one."""
    return "vn.ocop.menu" if tab is OCOP else f"vn.ocop.menu.{tab.id}"


def _menu(tab: Tab, actions: list[Action]) -> str:
    return (
        f'<node oor:name="{menu_of(tab)}" oor:op="replace">\n{_titles(tab.label)}{_property("Context", _CALC)}'
        f'<node oor:name="Submenu">\n{_entries("M", actions)}</node></node>\n'
    )


def _entries(letter: str, actions: list[Action]) -> str:
    return "".join(_entry(f"{letter}{at:02}", *item) for at, item in enumerate(_items(actions)))


def _items(actions: list[Action]) -> Iterator[tuple[str, str]]:
    """URL and label of every entry; a separator between groups."""
    for at, action in enumerate(actions):
        if at and action.group != actions[at - 1].group:
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
