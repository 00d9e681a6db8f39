"""ocop.oxt as a file: the same bytes each time, the ribbon's buttons, and code that every LibreOffice's Python reads."""

from __future__ import annotations

import ast
import re
from xml.etree import ElementTree

import pytest

from ocop_xl import __version__
from ocop_xl.buttons.action import OCOP, OCOP_PROVINCE, Tab
from ocop_xl.buttons.actions import ACTIONS
from tools.build_extension import PROTOCOL, SOURCE, addons, extension, menu_of
from tools.canonical_zip import read_zip

_OOR = "{http://openoffice.org/2001/registry}"
OLDEST_PYTHON = (3, 7)
"""LibreOffice 7.0 on Windows brings Python 3.7."""


def entries(place: str) -> list[tuple[str, str]]:
    """URL and title of what stands in a menu or the toolbar."""
    tree = ElementTree.fromstring(addons())  # noqa: S314  # our own text
    (there,) = (node for node in tree.iter("node") if node.get(f"{_OOR}name") == place)
    nodes = [node for node in there.iter("node") if re.fullmatch(r"[MT]\d\d", node.get(f"{_OOR}name", ""))]
    return [(_value(node, "URL"), _value(node, "Title")) for node in nodes]


def _value(node: ElementTree.Element, name: str) -> str:
    values = [prop.findall("value") for prop in node.findall("prop") if prop.get(f"{_OOR}name") == name]
    return values[0][0].text or ""


@pytest.mark.parametrize(
    ("place", "tab"), [(menu_of(OCOP), OCOP), ("vn.ocop.toolbar", OCOP), (menu_of(OCOP_PROVINCE), OCOP_PROVINCE)]
)
def test_every_action_has_its_entry_in_the_order_of_the_ribbon(place: str, tab: Tab) -> None:
    actions = [action for action in ACTIONS if action.group.tab is tab]
    shown = [entry for entry in entries(place) if entry[0] != "private:separator"]
    assert shown == [(PROTOCOL + action.id, action.label) for action in actions]
    groups = len({action.group for action in actions})
    assert len(entries(place)) == len(actions) + groups - 1, "a separator between the groups"


def test_two_builds_are_the_same_bytes() -> None:
    assert extension() == extension()
    assert f'<version value="{__version__}"/>'.encode() in read_zip(extension())["description.xml"]


def test_the_manifest_names_what_is_inside_and_nothing_else() -> None:
    parts = read_zip(extension())
    named = set(re.findall(rb'full-path="([^"]+)"', parts["META-INF/manifest.xml"]))
    inside = {name.encode() for name in parts if name.endswith((".xcu", ".py")) and not name.startswith("pythonpath/")}
    assert named == inside
    assert not [name for name in parts if name.endswith(".pyc")]


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.name)
def test_its_code_is_readable_by_the_oldest_python_in_libreoffice(path: object) -> None:
    source = path.read_text("utf-8")  # type: ignore[attr-defined]
    ast.parse(source, feature_version=OLDEST_PYTHON)
    assert not re.search(r"removeprefix|removesuffix|\bzoneinfo\b|\btomllib\b", source)
