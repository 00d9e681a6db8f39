"""The officer's guide, docs/huong-dan.md, and the province's, docs/tinh.md: every button in a table, no sheet or command
that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from python_calamine import load_workbook

from ocop_xl.buttons.action import OCOP, OCOP_PROVINCE, Action, Tab
from ocop_xl.buttons.actions import ACTIONS
from ocop_xl.cli.main import COMMANDS, command_module
from ocop_xl.cli.parser import Parser
from ocop_xl.sheets.vocabulary import CHOICE, PREVIEW, RESULT

ROOT = Path(__file__).resolve().parents[2]
GUIDE, PROVINCE = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("huong-dan.md", "tinh.md"))
GUIDE_OF = {OCOP: GUIDE, OCOP_PROVINCE: PROVINCE}
_LARGEST_PICTURE = 120_000


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_button_has_one_row_that_says_what_it_does(action: Action) -> None:
    rows = re.findall(
        rf"^\| {action.group.label} \| {re.escape(action.label)} \| (.+) \| (.+) \|$",
        GUIDE_OF[action.group.tab],
        re.MULTILINE,
    )
    assert len(rows) == 1


@pytest.mark.parametrize("tab", GUIDE_OF, ids=lambda tab: tab.id)
def test_the_table_has_no_button_that_the_ribbon_lacks(tab: Tab) -> None:
    actions = [action for action in ACTIONS if action.group.tab is tab]
    groups = {action.group.label for action in actions}
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", GUIDE_OF[tab], re.MULTILINE)
    assert [label for group, label in rows if group in groups] == [action.label for action in actions]


def test_every_button_that_the_text_says_to_press_is_there() -> None:
    labels = {action.label for action in ACTIONS}
    named = re.findall(r"[Bb]ấm «([^»]+)»", GUIDE)
    assert named and [name for name in named if name not in labels] == []


def test_every_sheet_that_the_guide_names_is_in_the_workbook() -> None:
    sheets = {*load_workbook(ROOT / "workbook" / "OCOP_VinhPhong.xlsx").sheet_names, PREVIEW, CHOICE, RESULT}
    named = re.findall(r"[Tt]rang «([^»]+)»", GUIDE)
    assert named and [name for name in named if name not in sheets] == []


def options_of(name: str) -> set[str]:
    command = Parser()
    command_module(name).add(command)
    return set(command._option_string_actions)


def test_every_command_and_option_of_the_guide_is_one_of_the_programs() -> None:
    used = re.findall(r"ocop-xl ([a-z-]+)([^`\n]*)", GUIDE)
    assert used and [name for name, _ in used if name not in COMMANDS] == []
    options = [(name, option) for name, rest in used for option in re.findall(r"--[a-z-]+", rest)]
    assert [(name, option) for name, option in options if option not in options_of(name)] == []


def test_the_guide_is_short_and_its_pictures_are_small() -> None:
    assert len(GUIDE.splitlines()) <= 200
    pictures = [ROOT / "docs" / name for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", GUIDE)]
    assert 3 <= len(pictures) <= 6
    assert [picture.name for picture in pictures if picture.stat().st_size > _LARGEST_PICTURE] == []
