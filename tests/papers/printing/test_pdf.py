"""PDF: one process for many files; what cannot be converted is said, the Word files stay."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ocop_xl.papers import pdf
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper, Papers
from tests.conftest import need
from tests.papers.commune_at_work import commune_at_work
from tests.papers.plan_book import ON
from tests.papers.word_files import word

FAKE = """#!{python}
import sys, time, pathlib
arguments = sys.argv[1:]
folder = pathlib.Path(arguments[arguments.index("--outdir") + 1])
files = [pathlib.Path(name) for name in arguments[arguments.index("--outdir") + 2 :]]
with open({log!r}, "a") as log:
    print(len(files), file=log)
for file in files:
    if file.stem == "treo":
        time.sleep(600)
    if file.stem == "chet":
        sys.exit(1)
    whole = b"%PDF-1.6 " + file.stem.encode() + b" %%EOF"
    (folder / (file.stem + ".pdf")).write_bytes(whole if file.stem != "cut" else whole[:7])
"""


@pytest.fixture
def fake(tmp_path: Path) -> str:
    """A program that behaves like LibreOffice; it hangs on `treo`, dies on `chet` and leaves half a file of `cut`."""
    if os.name != "posix":
        pytest.skip("a script is a program only on POSIX")
    path = tmp_path / "soffice"
    path.write_text(FAKE.format(python=sys.executable, log=str(tmp_path / "calls")))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def _papers(folder: Path, *stems: str) -> Papers:
    folder.mkdir(exist_ok=True)
    made = []
    for stem in stems:
        (folder / f"{stem}.docx").write_bytes(word(f"Văn bản {stem}"))
        made.append(MadePaper("the", f"Thẻ {stem}", folder / f"{stem}.docx", ()))
    return Papers(tuple(made))


def _calls(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "calls").read_text().split()]


def test_one_process_makes_the_whole_batch(fake: str, tmp_path: Path) -> None:
    papers = pdf.add_pdfs(_papers(tmp_path / "ra", "a", "b", "c"), fake)
    assert [p.pdf.name for p in papers if p.pdf] == ["a.pdf", "b.pdf", "c.pdf"]
    assert _calls(tmp_path) == [3]


def test_what_was_converted_before_is_not_converted_again(fake: str, tmp_path: Path) -> None:
    pdf.add_pdfs(_papers(tmp_path / "ra", "a"), fake)
    time.sleep(0.02)
    papers = _papers(tmp_path / "ra", "a", "b")
    os.utime(tmp_path / "ra" / "a.docx", (1, 1))
    pdf.add_pdfs(papers, fake)
    assert _calls(tmp_path) == [1, 1]


@pytest.mark.parametrize(("bad", "calls"), [("chet", [4, 2]), ("treo", [4, 2]), ("cut", [4])])
def test_a_file_at_fault_costs_only_its_own_pdf(
    fake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: str, calls: list[int]
) -> None:
    monkeypatch.setattr(pdf, "START_SECONDS", 1.0)
    monkeypatch.setattr(pdf, "FILE_SECONDS", 0.1)
    papers = pdf.add_pdfs(_papers(tmp_path / "ra", "a", bad, "b", "c"), fake)
    assert [p.pdf.name if p.pdf else None for p in papers] == ["a.pdf", None, "b.pdf", "c.pdf"]
    assert [f.sentence for f in papers.failed] == [
        f"Đã lập {bad}.docx nhưng LibreOffice không chuyển được sang PDF. Hãy mở tệp bằng Word và lưu thành PDF."
    ]
    assert _calls(tmp_path) == calls
    assert len(list((tmp_path / "ra").glob("*.docx"))) == 4


def test_a_libreoffice_that_makes_nothing_is_not_asked_again_for_each_file(fake: str, tmp_path: Path) -> None:
    Path(fake).write_text(Path(fake).read_text().replace('file.stem == "chet"', "True"))
    papers = pdf.add_pdfs(_papers(tmp_path / "ra", "a", "b", "c", "d"), fake)
    assert {p.pdf for p in papers} == {None}
    assert len(papers.failed) == 4
    assert _calls(tmp_path) == [4, 3]


def test_libreoffice_is_found_where_its_installer_puts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice.com"
    program.write_bytes(b"")
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    monkeypatch.setattr(pdf.sys, "platform", "win32")
    monkeypatch.setitem(pdf._USUAL_PLACES, "win32", (str(tmp_path / "none.com"), str(program)))
    assert pdf.find_office() == str(program)
    monkeypatch.setitem(pdf._USUAL_PLACES, "win32", ())
    assert pdf.find_office() is None


def test_the_real_libreoffice_makes_pdfs_beside_the_word_files(tmp_path: Path) -> None:
    office = need("soffice", "PDF")
    papers = pdf.add_pdfs(_papers(tmp_path / "thư mục có dấu", "a", "b"), office)
    assert papers.failed == []
    assert [p.pdf.read_bytes()[:5] for p in papers if p.pdf] == [b"%PDF-", b"%PDF-"]


def test_a_chart_writes_a_decimal_comma_on_every_machine(tmp_path: Path) -> None:
    """LibreOffice writes a chart's figures in the language of its profile, which is ours: 71,4 and not 71.4."""
    office, reader = need("soffice", "PDF"), need("pdftotext", "poppler")
    papers = make_papers(commune_at_work(), ON, ["bao-cao-tien-do"], tmp_path)
    (paper,) = pdf.add_pdfs(papers, office)
    shown = subprocess.run([reader, str(paper.pdf), "-"], capture_output=True, check=True).stdout.decode()
    assert "71,4" in shown and "71.4" not in shown
