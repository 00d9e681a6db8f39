"""Excel's ribbon as `macros/ribbon.xml`, written from the list of buttons by `make docs`."""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import quoteattr

from ocop_xl.buttons.action import Action, Group, Tab
from ocop_xl.buttons.actions import ACTIONS

_CALLBACK = "OcopOnAction"


def ribbon() -> str:
    """A group for each group of buttons on its tab, its buttons in the order of the list."""
    tabs = [_tab(tab, list(actions)) for tab, actions in groupby(ACTIONS, lambda action: action.group.tab)]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
            '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui">',
            '  <ribbon startFromScratch="false">',
            "    <tabs>",
            *tabs,
            "    </tabs>",
            "  </ribbon>",
            "</customUI>",
            "",
        )
    )


def _tab(tab: Tab, actions: list[Action]) -> str:
    facts = _facts(id=tab.id, label=tab.label, insertAfterMso="TabHome", keytip=tab.keytip)
    groups = [_group(group, list(own)) for group, own in groupby(actions, lambda action: action.group)]
    return "\n".join((f"      <tab {facts}>", *groups, "      </tab>"))


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
