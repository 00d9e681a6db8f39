"""`ocop-xl demo`: the main job on the real plan – build, check, count, write papers, say what needs attention."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ocop_xl.cli.check_command import summary
from ocop_xl.cli.outcome import DONE
from ocop_xl.cli.papers_words import print_failed, print_made
from ocop_xl.cli.targets_command import print_targets
from ocop_xl.demo.books import demo_workbook
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import make_papers
from ocop_xl.programme.targets import measure_targets
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import Finding, Severity
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.sheets.read import read_book
from ocop_xl.sheets.safe_write import replace_safely

WORKBOOK = "OCOP_VinhPhong.xlsx"
_SHOWN = 8


def run(options: Namespace) -> int:
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    day = options.on or date.today()
    path = out / WORKBOOK
    kept = replace_safely(path, demo_workbook(day))
    book = read_book(path)
    findings, targets = check(book, day), measure_targets(book, day)
    made = make_papers(book, day, [kind.slug for kind in KINDS], out / "van-ban")
    print(f"Đã dựng sổ OCOP xã Vĩnh Phong từ Kế hoạch 76/KH-UBND: {path}")
    print(f"Sổ cùng tên có từ trước được giữ ở: {kept}\n" if kept else "")
    print(f"Chỉ tiêu tính đến ngày {day:%d/%m/%Y}: đạt {sum(bool(t.met) for t in targets)}/{len(targets)}")
    print_targets(targets, how=False)
    sheets = book.derived(BookScores).sheets.values()
    begun = sum(bool(one.score and one.score.answered) for one in sheets)
    print(f"\nChấm điểm: {len(sheets)} phiếu đã mở đủ tiêu chí, {begun} phiếu đã bắt đầu chấm (trang Chấm điểm).")
    print("\nVăn bản đã lập:")
    print_made(made)
    print_failed(made)
    print("\nCần chú ý:")
    _print_attention(findings)
    print(summary(findings, f"{day:%d/%m/%Y}"))
    print(f'\nXem tất cả: ocop-xl check "{path}"')
    return DONE


def _print_attention(findings: Sequence[Finding]) -> None:
    order = list(Severity)
    pressing = sorted(findings, key=lambda found: order.index(found.severity))
    for found in pressing[:_SHOWN]:
        print(f"  {found}")
    if len(pressing) > _SHOWN:
        print(f"  … và {len(pressing) - _SHOWN} điều khác.")
