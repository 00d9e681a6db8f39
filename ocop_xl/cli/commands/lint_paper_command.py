"""`ocop-xl lint-paper FILE…`: is a Word file in the form of NĐ 30/2020/NĐ-CP?"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, NOT_DONE, print_json
from ocop_xl.cli.options import add_json
from ocop_xl.errors import Refusal
from ocop_xl.papers.lint.catalogue import PaperFinding
from ocop_xl.papers.lint.lint import lint_paper


def add(command: ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp văn bản .docx")
    add_json(command)


def run(options: Namespace) -> int:
    """A file that cannot be read is told, the others are still looked at."""
    found: list[tuple[Path, Sequence[PaperFinding]]] = []
    unreadable = False
    for path in options.files:
        try:
            found.append((path, lint_paper(path)))
        except Refusal as error:
            unreadable = True
            print(f"{path}: {error}", file=sys.stderr)
    if options.json:
        print_json([_as_json(path, finding) for path, findings in found for finding in findings])
    else:
        for path, findings in found:
            _print(path, findings)
    if unreadable:
        return NOT_DONE
    return ERRORS_FOUND if any(findings for _, findings in found) else DONE


def _print(path: Path, findings: Sequence[PaperFinding]) -> None:
    if not findings:
        print(f"✔ {path.name}: không thấy chỗ nào sai thể thức.")
        return
    print(f"✘ {path.name}: {len(findings)} chỗ chưa đúng thể thức:")
    for finding in findings:
        print(f"  {sentence(finding)}")


def sentence(finding: PaperFinding) -> str:
    told = finding.paragraph and finding.paragraph not in finding.saw
    where = f" đoạn “{finding.paragraph}”" if told else ""
    rule = f"{finding.allowed} ({finding.point}; {finding.code})"
    return f"[{finding.component}]{where}: {finding.saw} — quy định: {rule}."


def _as_json(path: Path, finding: PaperFinding) -> dict[str, str]:
    return {
        "file": str(path),
        "component": finding.component,
        "code": finding.code,
        "paragraph": finding.paragraph,
        "saw": finding.saw,
        "allowed": finding.allowed,
        "point": finding.point,
    }
