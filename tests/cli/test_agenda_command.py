"""`ocop-xl agenda`: what is due, and under each duty the command that settles it."""

from __future__ import annotations

import json
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


def test_json_is_one_document_that_other_tools_can_read(demo_file: Path) -> None:
    duties = json.loads(ocop("agenda", demo_file, "--on", MONDAY, "--json").stdout)
    wanted = {
        "key",
        "source",
        "opens",
        "due",
        "days",
        "state",
        "who",
        "what",
        "article",
        "step",
        "sheet",
        "cell",
        "rows",
    }
    assert duties and all(set(one) == wanted for one in duties)
    assert [one["due"] for one in duties] == sorted(one["due"] for one in duties)
    (meeting,) = [one for one in duties if one["source"] == "conference"]
    assert (meeting["due"], meeting["days"], meeting["state"]) == ("2026-12-31", 31, "sắp đến")
    assert (meeting["step"], meeting["sheet"], meeting["cell"]) == ("plan-conference", "Thông tin xã", "A1")


def test_json_by_person_is_the_same_duties_under_names(demo_file: Path) -> None:
    listed = json.loads(ocop("agenda", demo_file, "--on", MONDAY, "--json").stdout)
    named = json.loads(ocop("agenda", demo_file, "--on", MONDAY, "--json", "--by", "person").stdout)
    assert all({one["who"] for one in duties} == {who} for who, duties in named.items())
    assert sorted(one["key"] for duties in named.values() for one in duties) == sorted(one["key"] for one in listed)


def test_one_persons_duties_are_asked_for_by_a_part_of_the_name(demo_file: Path) -> None:
    listed = json.loads(ocop("agenda", demo_file, "--on", MONDAY, "--json", "--who", "can bo ocop").stdout)
    assert {one["who"] for one in listed} == {"Cán bộ OCOP"}
    wrong = ocop("agenda", demo_file, "--on", MONDAY, "--who", "Trần Văn Không")
    assert wrong.returncode == 2 and "Không việc nào của “Trần Văn Không”" in wrong.stderr
    assert "đang có việc: " in wrong.stderr and "Cán bộ OCOP" in wrong.stderr
