"""Excel's ribbon as `macros/ribbon.xml`, written from the list of buttons by `make docs`."""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import quoteattr

from ocop_xl.buttons.actions import ACTIONS, Action, Group

TAB = "OCOP"
"""What the tab is called, and in LibreOffice the menu."""
_CALLBACK = "OcopOnAction"


def ribbon() -> str:
    """One tab: a group for each group of buttons, its buttons in the order of the list."""
    groups = [_group(group, list(actions)) for group, actions in groupby(ACTIONS, lambda action: action.group)]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
            '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui">',
            '  <ribbon startFromScratch="false">',
            "    <tabs>",
            f'      <tab id="ocop" {_facts(label=TAB)} insertAfterMso="TabHome" keytip="C">',
            *groups,
            "      </tab>",
            "    </tabs>",
            "  </ribbon>",
            "</customUI>",
            "",
        )
    )


def _group(group: Group, actions: list[Action]) -> str:
    opening = f"        <group {_facts(id=f'group_{group.id}', label=group.label)}>"
    return "\n".join((opening, *map(_button, actions), "        </group>"))


def _button(action: Action) -> str:
    size = {"size": "large"} if action.large else {}
    first = _facts(id=action.id, label=action.label, **size, imageMso=action.image, keytip=action.keytip)
    tips = [f"            {_facts(**{name: getattr(action, name)})}" for name in ("screentip", "supertip")]
    return "\n".join((f"          <button {first} {_facts(onAction=_CALLBACK)}", *tips)) + "/>"


def _facts(**facts: str) -> str:
    return " ".join(f"{name}={quoteattr(text)}" for name, text in facts.items())
