"""The documentation is complete and true: generated pages are current, links lead somewhere, commands and rules are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ocop_xl.cli.main import COMMANDS
from ocop_xl.papers.kinds import KINDS
from ocop_xl.rules.check import catalogue
from tools.docs import stale_pages

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_generated_pages_say_what_the_package_says() -> None:
    assert stale_pages() == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_module_that_a_page_names_exists(page: Path) -> None:
    """`law/clocks.py`, `sheets/read`: paths inside the package, as the developers' pages write them."""
    package = ROOT / "ocop_xl"
    named = re.findall(
        rf"`((?:{'|'.join(room.name for room in package.iterdir() if room.is_dir())})/[\w/]+(?:\.py)?)`",
        page.read_text(encoding="utf-8"),
    )
    assert [name for name in named if not ((package / name).exists() or (package / f"{name}.py").exists())] == []


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"ocop-xl {name}" not in readme] == []


def test_every_rule_and_its_source_stand_in_the_rules_page() -> None:
    page = (ROOT / "docs" / "quy-tac.md").read_text(encoding="utf-8")
    assert [code for code in catalogue() if f"| {code} |" not in page] == []


def test_every_kind_of_paper_has_a_name_and_a_template() -> None:
    assert [kind.slug for kind in KINDS if not kind.name or not (ROOT / "templates" / kind.template).is_file()] == []
