"""The commands as other programs and officers call them: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from ocop_xl.demo.books import PLAN_TEXT
from tests.cli.command_line import ocop


def test_targets_json_is_what_the_contract_says(demo_file: Path) -> None:
    done = ocop("targets", demo_file, "--json", "--on", "2026-11-23")
    assert done.returncode == 0
    targets = json.loads(done.stdout)
    assert len(targets) == 9
    assert list(targets[0]) == [
        "id",
        "name",
        "target",
        "aspiration",
        "actual",
        "unit",
        "met",
        "how",
        "missing",
        "years",
    ]
    assert (targets[2]["target"], targets[2]["aspiration"], targets[2]["actual"], targets[2]["met"]) == (1, 2, 0, False)


def test_targets_of_a_period_stand_beside_the_figure_on_its_last_day(demo_file: Path) -> None:
    period = ("--from", "2026-10-01", "--on", "2026-11-23")
    (first, *_) = json.loads(ocop("targets", demo_file, "--json", *period).stdout)
    assert list(first)[-2:] == ["before", "change"]
    assert (first["actual"], first["before"], first["change"]) == (7, 7, 0)
    said = ocop("targets", demo_file, *period).stdout.splitlines()
    assert said[0] == "Chỉ tiêu tính đến ngày 23/11/2026, so với hết ngày 30/09/2026:"
    assert said[2] == "      Trong kỳ: 0 sản phẩm (trước kỳ: 7 sản phẩm)"


def test_a_period_that_ends_before_it_begins_is_one_sentence(demo_file: Path) -> None:
    done = ocop("targets", demo_file, "--from", "2026-12-01", "--on", "2026-11-23")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Kỳ bắt đầu ngày 01/12/2026, sau ngày cuối 23/11/2026: hãy sửa --from hoặc --on." in done.stderr


def test_check_json_is_what_the_contract_says(demo_file: Path) -> None:
    done = ocop("check", demo_file, "--json", "--on", "2026-11-23")
    assert done.returncode == 1  # the plan's data has errors
    assert done.stderr == ""
    findings = json.loads(done.stdout)
    wanted = {"code", "severity", "sheet", "table", "column", "cell", "row_id", "saw", "message", "fix"}
    assert all(wanted <= set(found) for found in findings)
    assert {found["severity"] for found in findings} <= {"error", "warning", "info"}


def test_check_tells_an_officer_where_what_and_how(demo_file: Path) -> None:
    said = ocop("check", demo_file, "--on", "2026-11-23").stdout
    assert "[Sản phẩm!E5] «Nhóm sản phẩm» đang là “Thực phẩm chế biến”" in said
    assert "lỗi phải sửa" in said.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "khong-co.xlsx"], "khong-co.xlsx"),
        (["check"], "còn thiếu: SỔ"),
        (["chek", "a.xlsx"], "chek"),
        (["check", "a.xlsx", "--on", "hôm qua"], "không phải ngày"),
        (["papers", "a.xlsx", "thu-moi"], "Không có loại văn bản «thu-moi»"),
        (["new", "so.docx"], "phải có đuôi .xlsx"),
    ],
)
def test_what_cannot_be_done_is_one_vietnamese_sentence(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    done = ocop(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_help_is_vietnamese() -> None:
    said = ocop("check", "--help").stdout
    assert "cách dùng:" in said
    assert "xem hướng dẫn này" in said
    assert not {"usage", "options", "positional", "show this"} & set(said.replace(":", " ").split())


def test_new_makes_a_workbook_once(tmp_path: Path) -> None:
    path = tmp_path / "OCOP_Xã mới.xlsx"
    assert ocop("new", path).returncode == 0
    before = path.read_bytes()
    again = ocop("new", path)
    assert again.returncode == 2
    assert "không ghi đè" in again.stderr
    assert path.read_bytes() == before


def test_import_shows_first_and_writes_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    ocop("new", path)
    before = path.read_bytes()
    shown = ocop("import", path, PLAN_TEXT)
    assert shown.returncode == 0, shown.stderr
    assert "7 dòng «Sản phẩm», 6 dòng «Chủ thể»" in shown.stdout
    assert path.read_bytes() == before
    applied = ocop("import", path, PLAN_TEXT, "--apply")
    assert applied.returncode == 0, applied.stderr
    targets = json.loads(ocop("targets", path, "--json").stdout)
    assert (targets[0]["actual"], targets[1]["actual"], targets[4]["actual"]) == (7, 2, 4)
    (backup,) = (tmp_path / "saoluu").iterdir()
    assert backup.read_bytes() == before
    assert applied.stdout.startswith(shown.stdout.rpartition("Chưa ghi gì")[0]), "what was shown is what is written"
    assert applied.stdout.splitlines()[-1] == f"Đã ghi vào so.xlsx; bản trước khi ghi ở {backup.resolve()}."
    again = ocop("import", path, PLAN_TEXT, "--apply")
    assert "Không có gì mới" in again.stdout


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_import_that_cannot_write_does_not_claim_to_have_written(form: list[str], tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    ocop("new", path)
    before = path.read_bytes()
    (tmp_path / "~$so.xlsx").write_bytes(b"")  # Excel has it open
    done = ocop("import", path, PLAN_TEXT, "--apply", *form)
    assert done.returncode == 2
    assert "so.xlsx" in done.stderr
    assert "Đã ghi" not in done.stdout and "applied" not in done.stdout
    assert path.read_bytes() == before


def test_papers_are_written_beside_each_other_never_over(tmp_path: Path, demo_file: Path) -> None:
    """The same paper again is the same file; a paper that says something else gets a name of its own."""
    for day in ("2026-11-23", "2026-11-23", "2026-11-24"):
        kinds = ("phu-luc-san-pham", "bao-cao-tien-do")
        done = ocop("papers", demo_file, *kinds, "--out", tmp_path / "vb", "--json", "--on", day)
        assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert {paper["kind"] for paper in made} == {"phu-luc-san-pham", "bao-cao-tien-do"}
    reports = sorted(path.name for path in (tmp_path / "vb").glob("*.docx") if "bao-cao" in path.name)
    assert len(reports) == 2


def test_the_commune_edits_its_own_templates(tmp_path: Path, demo_file: Path) -> None:
    book = tmp_path / "so.xlsx"
    book.write_bytes(demo_file.read_bytes())
    done = ocop("papers", book, "phu-luc-san-pham", "--templates", tmp_path / "mau", "--out", tmp_path / "vb")
    assert "Đã chép mẫu để sửa bằng Word" in done.stderr
    template = tmp_path / "mau" / "phu-luc-san-pham.docx"
    document = Document(str(template))
    document.paragraphs[0].runs[0].text = "Phụ lục của xã"
    document.save(str(template))
    done = ocop("papers", book, "phu-luc-san-pham", "--out", tmp_path / "vb2", "--json")
    made = json.loads(done.stdout)
    assert Document(made[0]["path"]).paragraphs[0].text == "Phụ lục của xã"


def test_half_a_book_gives_no_papers_and_says_what_is_missing(tmp_path: Path, demo_file: Path) -> None:
    book = load_workbook(demo_file)
    del book["Sản phẩm"]
    half = tmp_path / "thieu.xlsx"
    book.save(half)
    papers = ocop("papers", half, "--all", "--out", tmp_path / "vb")
    assert (papers.returncode, papers.stdout) == (2, "")
    assert "thiếu trang «Sản phẩm»" in papers.stderr
    before = half.read_bytes()
    imported = ocop("import", half, PLAN_TEXT, "--apply")
    assert (imported.returncode, half.read_bytes()) == (2, before)
    targets = ocop("targets", half, "--json")
    assert "thiếu trang «Sản phẩm»: các số dưới đây chưa đủ" in targets.stderr
    assert len(json.loads(targets.stdout)) == 9


def test_a_check_imports_nothing_it_does_not_need(demo_file: Path) -> None:
    heavy = {"pandas", "numpy", "openpyxl", "lxml", "docx", "jinja2", "xlsxwriter", "rapidfuzz", "typer", "tomllib"}
    program = (
        "import sys; from ocop_xl.cli.main import main; main(sys.argv[1:]);"
        f"print('LOADED', *sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", str(demo_file)], capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.stdout.splitlines()[-1] == "LOADED"


def test_an_unexpected_fault_is_a_sentence_and_a_log(tmp_path: Path, demo_file: Path) -> None:
    program = (
        "import sys, ocop_xl.cli.commands.check_command as c; c.check = lambda *a: 1 / 0;"
        "from ocop_xl.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "check", str(demo_file)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"XDG_STATE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)},
        timeout=60,
    )
    assert done.returncode == 2
    assert "lỗi ngoài dự kiến" in done.stderr
    assert "không bị thay đổi" not in done.stderr, "a command may have written before it fell"
    assert "Traceback" not in done.stderr
    assert "ZeroDivisionError" in (tmp_path / "ocop_xl" / "loi.log").read_text(encoding="utf-8")
