"""Many papers with PDF, stopped on the way: Ctrl+C in a real process, Esc at a desk; what is there is whole."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ocop_xl.errors import Stopped
from ocop_xl.jobs.pace import Pace, duration
from ocop_xl.office.our_files import lock_beside
from ocop_xl.papers.make import make_planned, plan_papers
from ocop_xl.papers.numbering.register import register_papers
from ocop_xl.papers.paper_job import Progress
from ocop_xl.sheets.reading.read import read_book
from tests.built_books import built
from tests.conftest import need
from tests.papers.commune_at_work import commune_at_work
from tests.papers.numbering.registering import FORCED, REPORT
from tests.papers.plan_book import ON

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a signal is sent to a process")
SLOW = """#!{python}
import sys, time, pathlib
arguments = sys.argv[1:]
folder = pathlib.Path(arguments[arguments.index("--outdir") + 1])
for name in arguments[arguments.index("--outdir") + 2 :]:
    stem = pathlib.Path(name).stem
    with open(folder / (stem + ".pdf"), "wb", buffering=0) as out:
        out.write(b"%PDF-1.6 " + stem.encode())
        time.sleep(0.1)
        out.write(b" %%EOF")
    print(stem, file=open({log!r}, "a"))
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(commune_at_work, ON))
    return path


@pytest.fixture
def slow_office(tmp_path: Path) -> dict[str, str]:
    """An environment whose LibreOffice takes its time over every file, and writes it in two pieces."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(SLOW.format(python=sys.executable, log=str(tmp_path / "converted")))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(tmp_path)}


def papers(book: Path, environment: dict[str, str], *more: str) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "ocop_xl",
        "papers",
        str(book),
        "phieu-dang-ky",
        "phieu-tiep-nhan",
        "mau-02",
        "mau-03",
        "--on",
        f"{ON}",
        *more,
    ]
    command += ["--out", str(book.parent / "ra")]
    return subprocess.Popen(
        command,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeding_ctrl_c,
    )


def heeding_ctrl_c() -> None:
    """Whoever starts the tests in the background has them, and all that they start, deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stopped_after(process: subprocess.Popen[str], folder: Path, pdfs: int) -> str:
    """What it says on being stopped, once so many PDFs stand in the folder."""
    limit = time.monotonic() + 120
    while len(list(folder.glob("*.pdf"))) < pdfs and process.poll() is None:
        assert time.monotonic() < limit
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 2
    return said


def test_ctrl_c_leaves_whole_files_and_the_next_run_makes_the_rest(book: Path, slow_office: dict[str, str]) -> None:
    out = book.parent / "ra"
    said = stopped_after(papers(book, slow_office, "--pdf"), out, 9)
    words, done = sorted(path.stem for path in out.glob("*.docx")), sorted(path.stem for path in out.glob("*.pdf"))
    told = re.search(rf"Đã dừng theo yêu cầu: đã chuyển sang PDF (\d+)/{len(words)} văn bản", said)
    assert told is not None and len(done) - int(told[1]) in (0, 1)  # the last may not have been counted yet
    assert "còn khoảng" in said
    assert all(path.read_bytes().endswith(b"%%EOF") for path in out.glob("*.pdf"))
    assert [path.name for path in book.parent.iterdir() if path.name.startswith(("ocop-", "."))] == []
    (book.parent / "converted").unlink()
    assert papers(book, slow_office, "--pdf").communicate(timeout=120)[0]
    assert sorted(path.stem for path in out.glob("*.pdf")) == words
    again = (book.parent / "converted").read_text().split()
    assert set(again) == set(words) - set(done)


@pytest.mark.thorough
def test_ctrl_c_while_the_real_program_is_at_work(book: Path) -> None:
    need("soffice", "PDFs")
    copies = book.parent / "mau"
    out = book.parent / "ra"
    environment = {**os.environ, "TMPDIR": str(book.parent)}
    said = stopped_after(papers(book, environment, "--pdf", "--templates", str(copies)), out, 2)
    assert "Đã dừng theo yêu cầu: đã chuyển sang PDF" in said
    assert 2 <= len(list(out.glob("*.pdf"))) < len(list(out.glob("*.docx")))
    assert all(b"%%EOF" in path.read_bytes()[-1024:] for path in out.glob("*.pdf"))
    still = subprocess.run(["ps", "-eo", "args"], text=True, stdout=subprocess.PIPE, check=True).stdout
    assert str(out) not in still


def test_esc_while_papers_are_numbered_takes_no_number(book: Path) -> None:
    """The desk's progress raises; nothing of the papers so far is left, and the workbook is as it was."""
    read, before = read_book(book), book.read_bytes()
    plan, out = plan_papers(read, ON, [REPORT, "mau-03"]), book.parent / "ra"
    with pytest.raises(Stopped, match="chưa văn bản nào lấy số"):
        register_papers(read, ON, plan, out, pytest.fail, pressed_after(2), FORCED)
    assert not list(out.iterdir())
    assert book.read_bytes() == before
    assert not lock_beside(book).exists()


def test_esc_while_drafts_are_made_keeps_those_that_are_there(book: Path) -> None:
    read, out = read_book(book), book.parent / "ra"
    with pytest.raises(Stopped):
        make_planned(plan_papers(read, ON, ["phieu-cham"]), out, pressed_after(2))
    assert len(list(out.glob("*.docx"))) == 2


def pressed_after(papers: int) -> Progress:
    def progress(done: int, total: int) -> None:
        if done == papers:
            raise Stopped

    return progress


def test_nobody_is_told_in_the_first_second_and_then_how_long_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.5, 2.0, 2.1, 4.0])
    monkeypatch.setattr("ocop_xl.jobs.pace.monotonic", lambda: next(clock))
    pace = Pace("lập")
    assert [pace.due(done, 40) for done in (5, 10, 11)] == ["", "Đã lập 10/40 văn bản, còn khoảng 6 giây…", ""]
    assert pace.due(40, 40) == "Đã lập 40/40 văn bản…"
    assert str(pace.stopped()).startswith("Đã dừng theo yêu cầu: đã lập 40/40 văn bản; ")
    assert [duration(seconds) for seconds in (0.2, 8.4, 89.0, 200.0)] == ["1 giây", "8 giây", "89 giây", "3 phút"]
