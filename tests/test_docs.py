"""The documentation is complete and true: generated pages are current, links lead somewhere, commands and rules are named."""

from __future__ import annotations

import re
from pathlib import Path

from ocop_xl import __version__
from ocop_xl.cli.main import COMMANDS
from ocop_xl.papers.kinds import KINDS
from ocop_xl.rules.check import catalogue
from tools.docs import stale_pages

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_generated_pages_say_what_the_package_says() -> None:
    assert stale_pages() == []


def _on_pages(pattern: str) -> list[tuple[Path, str]]:
    """What the pattern finds on every page, each with its page."""
    return [(page, found) for page in PAGES for found in re.findall(pattern, page.read_text(encoding="utf-8"))]


def test_every_link_leads_to_a_file() -> None:
    links = _on_pages(r"\]\(([^)#:]+)\)")
    assert len(links) > 10
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_every_link_into_a_page_leads_to_a_heading() -> None:
    links = _on_pages(r"\]\(([^)#:]*#[^)]+)\)")
    assert links
    lost = [(page.name, link) for page, link in links if not _has_heading(page, *link.split("#"))]
    assert lost == []


def _has_heading(page: Path, path: str, anchor: str) -> bool:
    """As GitHub and the kit name headings: small letters, words joined by `-`, other signs left out."""
    text = (page.parent / path if path else page).read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_module_that_a_page_names_exists() -> None:
    """`law/clocks.py`, `sheets/read`: paths inside the package, as the developers' pages write them."""
    package = ROOT / "ocop_xl"
    rooms = "|".join(room.name for room in package.iterdir() if room.is_dir())
    named = _on_pages(rf"`((?:{rooms})/[\w/]+(?:\.py)?)`")
    assert len(named) > 10
    gone = [found for found in named if not ((package / found[1]).exists() or (package / f"{found[1]}.py").exists())]
    assert [(page.name, name) for page, name in gone] == []


def test_every_file_and_every_test_that_a_page_names_exists() -> None:
    """`tests/test_docs.py`, `tests/test_docs.py::test_…`: paths from the repository's root."""
    named = _on_pages(r"`((?:ocop_xl|tests|tools|docs|macros)/[\w/.-]+(?:::\w+)?)`")
    assert len(named) > 40
    assert [(page.name, name) for page, name in named if not _is_there(*name.split("::"))] == []


def _is_there(path: str, test: str = "") -> bool:
    found = ROOT / path
    return found.exists() and (not test or f"def {test}(" in found.read_text(encoding="utf-8"))


def test_the_pages_name_the_wheel_and_the_kit_of_this_version() -> None:
    named = {found for page in PAGES for found in re.findall(r"(?:ocop_xl|kit)-(\d[\d.]+\d)", page.read_text("utf-8"))}
    assert named == {__version__}


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"ocop-xl {name}" not in readme] == []


def test_every_rule_its_title_and_its_source_stand_in_the_rules_page() -> None:
    page = (ROOT / "docs" / "quy-tac.md").read_text(encoding="utf-8")
    assert [code for code in catalogue() if not re.search(rf"^\| {code} \| \w", page, re.MULTILINE)] == []


def test_every_kind_of_paper_has_a_name_and_a_template() -> None:
    assert [kind.slug for kind in KINDS if not kind.name or not (ROOT / "templates" / kind.template).is_file()] == []
