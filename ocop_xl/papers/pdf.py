"""PDF by LibreOffice: all files of a batch in one process, because starting it takes ten times as long as a file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from ocop_xl.office.passing import passing_folder
from ocop_xl.papers.paper_files import write_new
from ocop_xl.papers.paper_job import FailedPaper, MadePaper, PaperResult, Papers, Progress, unheard

NO_OFFICE = (
    "Chưa có bản PDF vì máy này không có LibreOffice: hãy cài LibreOffice (miễn phí, libreoffice.org) rồi chạy lại với "
    "--pdf, hoặc mở tệp Word và chọn «Lưu thành PDF»."
)
START_SECONDS, FILE_SECONDS = 90.0, 15.0
"""How long LibreOffice may take to start, and for each file; it needs a few seconds and a tenth of one."""
_GLANCE = 0.2
"""Seconds between two looks at what is done."""
_OWN_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""Windows: Ctrl+C in the terminal is ours alone; elsewhere the session of its own does that."""
_AT_A_TIME = 100  # paths on one command line; Windows allows 32.767 characters
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""What the profile says: a chart writes 71,4 whatever language the machine speaks, and nothing that a paper links to is
fetched – who made it, when and where would be known at the other end."""
_USUAL_PLACES = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "linux": ("/usr/bin/soffice", "/usr/bin/libreoffice", "/opt/libreoffice/program/soffice", "/snap/bin/libreoffice"),
}


def find_office() -> str | None:
    """LibreOffice's program, from PATH or where its installers put it."""
    for name in ("soffice.com", "soffice", "libreoffice") if sys.platform == "win32" else ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES.get(sys.platform, ()) if Path(place).is_file()), None)


def add_pdfs(papers: Papers, office: str, progress: Progress = unheard) -> Papers:
    """The same papers, each with its PDF beside the Word file; a PDF that could not be made is a failure of its own."""
    made = list(papers)
    pdfs = make_pdfs([paper.path for paper in made], office, progress)
    outcomes: list[PaperResult] = [
        one._replace(pdf=pdfs[one.path]) if isinstance(one, MadePaper) else one for one in papers.outcomes
    ]
    lost = [FailedPaper(p.kind, p.title, _lost(p.path)) for p in made if pdfs[p.path] is None]
    return Papers((*outcomes, *lost), papers.nothing)


def make_pdfs(files: Sequence[Path], office: str, progress: Progress = unheard) -> dict[Path, Path | None]:
    """The PDF of each Word file, None where LibreOffice gave none.

    A PDF that is there and not older than its Word file is kept: Word files never change under their name. Each PDF
    gets its place as soon as it is whole, so that whoever stops on the way keeps what is done.
    """
    pdfs: dict[Path, Path | None] = {file: _kept(file) for file in files}
    waiting = [file for file, pdf in pdfs.items() if pdf is None]
    barren = False
    with passing_folder() as folder:
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")

        def put_in_place() -> None:
            for file in now:
                whole = folder / f"{file.stem}.pdf"
                if pdfs[file] is None and _is_pdf(whole):
                    pdfs[file] = write_new(file.parent, file.stem, ".pdf", whole.read_bytes())
            progress(sum(pdf is not None for pdf in pdfs.values()), len(pdfs))

        while waiting:
            now = waiting[:_AT_A_TIME]
            _convert(now, folder, office, put_in_place)
            left = [file for file in now if pdfs[file] is None]
            if len(left) == len(now) and barren:
                break  # twice not one: it is LibreOffice, not a file
            barren = len(left) == len(now)
            waiting = left[1:] + waiting[len(now) :]  # where it stopped, the file at fault is left behind
    return pdfs


def _convert(files: Sequence[Path], folder: Path, office: str, look: Callable[[], None]) -> None:
    """One process for these files, with a profile of its own so that an open LibreOffice is not disturbed; `look` is
    called while it works and when it has ended."""
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *(str(file.resolve()) for file in files)]
    limit = monotonic() + START_SECONDS + FILE_SECONDS * len(files)
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
        creationflags=_OWN_GROUP,
    ) as process:
        try:
            while not _ended(process) and monotonic() < limit:
                look()
        finally:
            if process.poll() is None:
                _end(process)
    look()


def _ended(process: subprocess.Popen[bytes]) -> bool:
    """After a moment's waiting."""
    try:
        process.wait(_GLANCE)
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice's starter leaves the real program running when only the starter is ended."""
    if sys.platform != "win32":
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)


def _kept(file: Path) -> Path | None:
    pdf = file.with_suffix(".pdf")
    return pdf if _is_pdf(pdf) and pdf.stat().st_mtime_ns >= file.stat().st_mtime_ns else None


def _is_pdf(path: Path) -> bool:
    """A whole PDF, not the beginning of one."""
    if not path.is_file():
        return False
    content = path.read_bytes()
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]


def _lost(path: Path) -> str:
    return f"Đã lập {path.name} nhưng LibreOffice không chuyển được sang PDF. Hãy mở tệp bằng Word và lưu thành PDF."
