"""`macros/ribbon.xml`, written from the list of buttons: what Excel asks of it, and a VBA procedure behind each callback."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from defusedxml import ElementTree

from ocop_xl.buttons.actions import ACTIONS
from tools.build_addin import MACROS, sources
from tools.ribbon import ribbon

_UI = "{http://schemas.microsoft.com/office/2009/07/customui}"
ROOT = ElementTree.parse(MACROS / "ribbon.xml").getroot()
BUTTONS = list(ROOT.iter(f"{_UI}button"))
EXCEL_IMAGES = set((Path(__file__).parent / "excel_control_ids.txt").read_text("utf-8").splitlines())
LONGEST_TIP = 1024


def test_the_ribbon_is_the_list_of_actions() -> None:
    assert (MACROS / "ribbon.xml").read_text("utf-8") == ribbon(), "run `make docs`"
    shown = [
        (button.get("id"), group.get("label"), *(button.get(name) for name in ("label", "screentip", "supertip")))
        for group in ROOT.iter(f"{_UI}group")
        for button in group
    ]
    assert shown == [(one.id, one.group.label, one.label, one.screentip, one.supertip) for one in ACTIONS]
    pictures = [(button.get("imageMso"), button.get("keytip")) for button in BUTTONS]
    assert pictures == [(one.image, one.keytip) for one in ACTIONS]


def test_ids_and_keytips_are_used_once() -> None:
    ids = [element.get("id") for element in ROOT.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    keytips = [str(button.get("keytip")) for button in BUTTONS]
    assert len(keytips) == len(set(keytips))
    assert all(re.fullmatch("[A-Z0-9]{1,3}", keytip) for keytip in keytips)
    # Excel can reach a key only when no other key begins with it.
    assert not [(one, other) for one in keytips for other in keytips if one != other and other.startswith(one)]


def test_every_picture_is_one_that_excel_2013_to_365_knows() -> None:
    assert not {button.get("imageMso") for button in BUTTONS} - EXCEL_IMAGES


def test_texts_are_vietnamese_in_nfc_and_short_enough_for_excel() -> None:
    for element in ROOT.iter():
        for name in ("label", "screentip", "supertip"):
            text = element.get(name, "")
            assert unicodedata.is_normalized("NFC", text), text
            assert len(text) <= LONGEST_TIP, text


def test_every_callback_is_a_procedure_with_the_arguments_that_excel_gives() -> None:
    wanted = {
        (element.get("onAction"), "control As IRibbonControl") for element in ROOT.iter() if element.get("onAction")
    }
    callbacks = re.findall(r"^Public Sub (\w+)\((.*)\)", sources()["OcopRibbon"], re.MULTILINE)
    assert set(callbacks) == wanted
    assert all(button.get("onAction") for button in BUTTONS)
