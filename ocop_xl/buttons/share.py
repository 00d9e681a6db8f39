"""«Đóng gói»: the package for the province, made from a copy of the open workbook."""

from __future__ import annotations

from datetime import datetime

from ocop_xl.buttons.command import run_command
from ocop_xl.buttons.paper_folder import PAPERS, papers_of
from ocop_xl.cli.exit import NOT_DONE
from ocop_xl.desks.excel import Desk
from ocop_xl.desks.outcome import NOTHING_DONE, Outcome
from ocop_xl.errors import Refusal
from ocop_xl.office.passing import passing_folder


def run(desk: Desk) -> Outcome:
    path, papers = desk.path, papers_of(desk)
    out = path.with_name(f"{path.stem}.gui-tinh-{datetime.now():%Y%m%d-%H%M%S}.zip")
    if not desk.confirm(f"Đóng gói sổ đang mở thành tệp «{out.name}» cạnh sổ?"):
        return NOTHING_DONE
    there = papers.is_dir() and any(papers.iterdir())
    with_papers = there and desk.confirm(f"Gửi kèm mọi văn bản trong thư mục «{PAPERS}»?")
    desk.status("Đang đóng gói…")
    chosen = ("--papers", str(papers)) if with_papers else ()
    with passing_folder() as folder:  # what stands on the screen, also where saving means sending to the web
        copy = folder / path.name
        desk.save_copy(copy)
        status, said = run_command("share", str(copy), "--out", str(out), *chosen)
    if status == NOT_DONE or not out.is_file():
        raise Refusal(said)
    return Outcome(f"Đã đóng gói tệp «{out.name}», cùng thư mục với sổ.\n{_code_first(said)}")


def _code_first(said: str) -> str:
    """The line with the code, which goes into the letter, before the rest."""
    lines = said.split("\n")
    return "\n".join(sorted(lines, key=lambda line: "Mã gói" not in line))
