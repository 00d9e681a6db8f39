"""Build dist/kit-<version>: everything for a computer without network, in one folder. `python -m tools.build_kit`.

Our wheel with the add-in and the extension, the wheels that it needs on Windows and on this computer, the program that
installs them, the guides to be read in a browser, and sums by which a bad copy is noticed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from markdown_it import MarkdownIt

from ocop_xl import __version__
from tools.kit_files.cai_dat import NEWEST, OLDEST, SUMS
from tools.kit_wheels import fetch, this_computer, windows

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "dist" / f"kit-{__version__}"
SOURCES = ROOT / "tools" / "kit_files"
GUIDES = (
    "huong-dan",
    "cai-dat",
    "khung-so",
    "cham-diem",
    "goi-gui-tinh",
    "trang-san-pham",
    "cac-van-ban",
    "so-van-ban",
    "tinh",
    "tra-loi",
    "phan-tich",
    "mot-nam",
    "viec-can-lam",
    "buoc-tiep",
    "ghep-so",
    "cac-buoc",
    "quy-tac",
    "the-thuc",
    "truong-van-ban",
    "tu-dien-du-lieu",
    "ham-bang-tinh",
)
"""What an officer reads; the other pages of `docs` are for developers."""
WINDOWS = tuple(windows(f"3.{minor}") for minor in range(OLDEST[1], NEWEST[1] + 1))
ON_WINDOWS, ELSEWHERE = "ocop-xl[excel]", "ocop-xl"

_PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 16px/1.5 "Segoe UI", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
table {{ border-collapse: collapse }} th, td {{ border: 1px solid #bbb; padding: .3rem .6rem; vertical-align: top }}
code, pre {{ background: #f3f3f3 }} img {{ max-width: 100% }}
</style></head><body>
{body}</body></html>
"""


def build_kit(kit: Path = KIT) -> Path:
    """The folder, made anew."""
    shutil.rmtree(kit, ignore_errors=True)
    wheels = kit / "wheels"
    wheels.mkdir(parents=True)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--wheel-dir", str(wheels), str(ROOT)], check=True)
    for computer in WINDOWS:
        fetch(ON_WINDOWS, wheels, computer)
    fetch(ELSEWHERE, wheels, this_computer())
    for name in ("CAI-DAT.cmd", "cai_dat.py"):
        text = (SOURCES / name).read_text(encoding="ascii")
        (kit / name).write_text(text, encoding="ascii", newline="\r\n" if name.endswith(".cmd") else "\n")
    _write_guides(kit)
    (kit / SUMS).write_text(sums(kit), encoding="ascii", newline="\n")
    return kit


def sums(kit: Path) -> str:
    """A line for each file but this list itself, as `sha256sum --check` reads it."""
    files = sorted(path for path in kit.rglob("*") if path.is_file() and path.name != SUMS)
    return "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(kit).as_posix()}\n" for path in files)


def _write_guides(kit: Path) -> None:
    """The guides as pages that a browser opens by double click; links between them stay among them."""
    for name in GUIDES:
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        title = text.partition("\n")[0].lstrip("# ")
        linked = re.sub(rf"\]\(({'|'.join(GUIDES)})\.md", r"](\1.html", text)
        body = MarkdownIt().enable("table").render(linked)
        (kit / f"{name}.html").write_text(_PAGE.format(title=title, body=body), encoding="utf-8", newline="\n")
        for picture in re.findall(r"\]\((images/[^)]+)\)", text):
            (kit / picture).parent.mkdir(exist_ok=True)
            shutil.copyfile(ROOT / "docs" / picture, kit / picture)


if __name__ == "__main__":
    made = build_kit()
    size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
    print(f"dist/{made.name}: {len(list((made / 'wheels').iterdir()))} wheels, {size / 2**20:.0f} MB")
