"""`ocop-xl agenda`: what is due, and under each duty the command that settles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import ocop

MONDAY = "30/11/2026"


def test_the_command_under_a_duty_can_be_copied(demo_file: Path) -> None:
    said = ocop("agenda", demo_file, "--on", MONDAY).stdout
    steps = [line.split("→ ")[1] for line in said.splitlines() if "→ " in line]
    command = f"step {demo_file} plan-conference"
    assert command in steps
    assert ocop(*command.split(), "--on", MONDAY).returncode == 0


@pytest.mark.parametrize(
    ("by", "heading"),
    [("week", "Đã quá hạn"), ("person", "Cán bộ OCOP"), ("hamlet", "Không thuộc riêng ấp nào")],
)
def test_duties_stand_under_headings(by: str, heading: str, demo_file: Path) -> None:
    assert f"\n{heading}: " in ocop("agenda", demo_file, "--on", MONDAY, "--by", by).stdout


def test_days_that_contradict_each_other_are_told(demo_file: Path) -> None:
    wrong = ocop("agenda", demo_file, "--on", MONDAY, "--until", "1/11/2026")
    assert wrong.returncode == 2 and "ở trước ngày tính" in wrong.stderr
