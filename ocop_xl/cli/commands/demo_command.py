"""`ocop-xl demo`: the main job on the real plan – build, check, count, write papers, say what needs attention."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from ocop_xl.catalogue.site import make_site
from ocop_xl.catalogue.sources import Source
from ocop_xl.cli.commands.parts.papers_words import print_failed
from ocop_xl.cli.commands.targets_command import print_targets
from ocop_xl.cli.exit import DONE
from ocop_xl.cli.options import add_on
from ocop_xl.demo.sample import agreed_book, sample_book
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.office.safe_write import replace_safely
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.paper_job import Papers
from ocop_xl.programme.targets import measure_targets
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import Finding, Severity
from ocop_xl.rules.summary import summary
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.sheets.reading.read import read_book

WORKBOOK, SAMPLES, PAGES = "OCOP_VinhPhong.xlsx", f"{PAPERS}-minh-hoa", "trang-san-pham-minh-hoa"
_SHOWN = 8


def add(command: ArgumentParser) -> None:
    command.add_argument(
        "--out", type=Path, default=Path("demo"), metavar="THƯ_MỤC", help="nơi ghi kết quả (mặc định: demo)"
    )
    add_on(command)


def run(options: Namespace) -> int:
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    day = options.on or date.today()
    path = out / WORKBOOK
    kept = replace_safely(path, demo_workbook(day))
    book = read_book(path)
    findings, targets = check(book, day), measure_targets(book, day)
    made = make_papers(book, day, [kind.slug for kind in KINDS], out / PAPERS)
    print(f"Đã dựng sổ OCOP xã Vĩnh Phong từ Kế hoạch 76/KH-UBND: {path}")
    print(f"Sổ cùng tên có từ trước được giữ ở: {kept}\n" if kept else "")
    print(f"Chỉ tiêu tính đến ngày {day:%d/%m/%Y}: đạt {sum(bool(t.met) for t in targets)}/{len(targets)}")
    print_targets(targets, how=False)
    sheets = book.derived(BookScores).sheets.values()
    begun = sum(bool(one.score and one.score.answered) for one in sheets)
    print(f"\nChấm điểm: {len(sheets)} phiếu đã mở đủ tiêu chí, {begun} phiếu đã bắt đầu chấm (trang Chấm điểm).")
    _print_papers(made, out)
    _print_samples({paper.kind for paper in made}, day, out / SAMPLES)
    _print_pages(day, out / PAGES)
    print("\nCần chú ý:")
    _print_attention(findings)
    print(summary(findings, day))
    print(f'\nXem tất cả: ocop-xl check "{path}"')
    return DONE


def _print_papers(made: Papers, out: Path) -> None:
    """How many of each kind, and how many facts they still want: the plan alone does not know them."""
    print(f"\nVăn bản đã lập từ số liệu của Kế hoạch (thư mục {out / PAPERS}):")
    for kind in KINDS:
        of_kind = [paper for paper in made if paper.kind == kind.slug]
        if of_kind:
            gaps = sum(len(paper.missing) for paper in of_kind)
            print(f"  {len(of_kind)} × {kind.name}" + (f" – còn {gaps} chỗ để trống (……)" if gaps else ""))
    print_failed(made)
    print(f'Xem từng chỗ còn thiếu: ocop-xl papers "{out / WORKBOOK}" --all --dry-run')


def _print_samples(already: Collection[str], day: date, folder: Path) -> None:
    """One of each kind that waits for what the plan does not have yet, such as a received dossier: from sample rows."""
    idle = [kind for kind in KINDS if kind.slug not in already]
    samples = make_papers(sample_book(day), day, [kind.slug for kind in idle], folder)
    print(f"Các loại còn lại chờ hồ sơ, kiểm tra…; bản minh họa bằng số liệu mẫu ({folder}):")
    for kind in idle:
        print(f"  {kind.name}")
    print_failed(samples)


def _print_pages(day: date, folder: Path) -> None:
    note = "Bản minh họa: coi như mọi chủ thể đã đồng ý công khai. Không dùng để công bố."
    made = make_site([Source(agreed_book(), folder)], folder, day, note=note)
    print(f"\nTrang sản phẩm minh họa, coi như mọi chủ thể đã đồng ý công khai ({made.pages} sản phẩm):")
    print(f"  {folder / 'index.html'}")


def _print_attention(findings: Sequence[Finding]) -> None:
    order = list(Severity)
    pressing = sorted(findings, key=lambda found: order.index(found.severity))
    for found in pressing[:_SHOWN]:
        print(f"  {found}")
    if len(pressing) > _SHOWN:
        print(f"  … và {len(pressing) - _SHOWN} điều khác.")
