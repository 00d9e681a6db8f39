"""The figures of every paper, taken out of its Word file, are those of the targets, the scores and the rows.

A check knows its figures by the heading of a table's column or by the words around them, whatever the kind of paper;
a kind that says figures nobody checks is told at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from ocop_xl.model import Book, Budget, Dossier, Evidence, Inspection, Product
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.kinds.plan import planned_year
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from ocop_xl.papers.wording import count
from ocop_xl.programme.participation import active_producers, active_products
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.targets import measure_targets
from ocop_xl.vietnamese import figure
from tests.papers.commune_at_work import commune_at_work
from tests.papers.plan_book import ON
from tests.papers.word_files import lines

Rows = list[dict[str, str]]
EVE = date(ON.year, 1, 1) - timedelta(days=1)


@pytest.fixture(scope="module")
def book() -> Book:
    return commune_at_work(ON)


@pytest.fixture(scope="module")
def papers(book: Book, tmp_path_factory: pytest.TempPathFactory) -> list[MadePaper]:
    made = make_papers(book, ON, [kind.slug for kind in KINDS], tmp_path_factory.mktemp("moi-loai"))
    assert made.failed == []
    return list(made)


def tables(path: Path) -> Iterator[Rows]:
    """Rows by the headings of their columns."""
    for table in Document(str(path)).tables:
        head, *rest = [[cell.text.strip() for cell in row.cells] for row in table.rows]
        yield [dict(zip(head, row, strict=False)) for row in rest]


def level(value: float | None) -> str:
    return "–" if value is None else figure(value)


def targets(rows: Rows, paper: MadePaper, book: Book) -> None:
    """Against `measure_targets` of the paper's day, of the eve of its year and, for a plan, of the period."""
    now, before = measure_targets(book, ON), measure_targets(book, EVE)
    assert len(rows) == len(now)
    for row, result, earlier in zip(rows, now, before, strict=True):
        expected = {
            "Chỉ tiêu": result.name,
            "Đơn vị tính": result.unit,
            "Thực hiện": level(result.actual),
            "Hiện có": level(result.actual),
            "Cuối năm": level(result.actual),
            "Đầu năm": level(earlier.actual),
            "Kết quả": result.verdict.partition(" ")[2],
        } | dict.fromkeys(("Mức tối thiểu", "Cả giai đoạn", "Mức giai đoạn"), level(result.minimum))
        expected["Mức phấn đấu"] = level(result.aspiration)
        assert {name: row[name] for name in row.keys() & expected} == {
            name: expected[name] for name in row.keys() & expected
        }, paper.kind


def money(rows: Rows, paper: MadePaper, book: Book) -> None:
    """Line by line the rows of «Kinh phí» of the year, and their sum."""
    year = planned_year(ON) if paper.kind == "to-trinh-kinh-phi" else ON.year
    budget = [row for row in book[Budget] if row.year == year]
    for row, source in zip([row for row in rows if row["STT"]], budget, strict=True):
        for heading, value in (("Dự kiến", source.planned), ("Được giao", source.allocated), ("Đã chi", source.spent)):
            assert row.get(heading, level(value)) == level(value), paper.kind
    for row in rows[len(budget) :]:
        assert row["Dự kiến"] == figure(sum(one.planned or 0 for one in budget)), paper.kind


def of_products(rows: Rows, paper: MadePaper, book: Book) -> None:
    """What a line says of the product that it names."""
    by_name = {product.name: product for product in book[Product]}
    for row in rows:
        name = row.get("Sản phẩm") or row.get("Tên sản phẩm", "")
        product = by_name.get(re.sub(r" \(.*\)$", "", name))
        if product is not None and product.potential and "Tiềm năng" in row:
            assert row["Tiềm năng"] == f"{product.potential} sao", paper.kind
        if product is not None and "Hạng" in row and paper.kind == "phu-luc-hoi-nghi":
            stars = rank_on(book, product, ON).stars
            assert row["Hạng"] == (f"{stars} sao" if stars else "–"), paper.kind


def of_dossiers(rows: Rows, paper: MadePaper, book: Book) -> None:
    """Days and samples against «Hồ sơ», by the product."""
    names = {product.id: product.name for product in book[Product]}
    known = {(names[row.product_id or ""], f"{row.received:%d}") for row in book[Dossier] if row.received}
    for row in rows:
        assert (row["Sản phẩm"], row["Ngày nhận"].partition("/")[0].zfill(2)) in known, paper.kind


def of_evidence(rows: Rows, paper: MadePaper, book: Book) -> None:
    """Every line of the dossier with its state."""
    states = {
        row.line: row.state for row in book[Evidence] if row.dossier_id and row.dossier_id in paper.path.name.upper()
    }
    for row in rows:
        said = row.get("Có / thiếu", row.get("Tình trạng, ghi chú", ""))
        state = next((state for line, state in states.items() if line and line.endswith(row["Minh chứng"])), None)
        assert state is None or said.startswith(state), paper.kind


def of_visits(rows: Rows, paper: MadePaper, book: Book) -> None:
    seen = [row for row in book[Inspection] if row.inspected and row.inspected.year == ON.year and row.inspected <= ON]
    assert len(rows) == len(seen), paper.kind


def numbered(rows: Rows, paper: MadePaper, book: Book) -> None:
    """1, 2, 3…; a section of an annex begins anew."""
    numbers = [int(row["STT"]) for row in rows if row["STT"].isdigit()]
    assert all(now in (before + 1, 1) for before, now in pairwise(numbers)), paper.kind


TABLES: tuple[tuple[frozenset[str], Callable[[Rows, MadePaper, Book], None]], ...] = (
    (frozenset({"Chỉ tiêu", "Đơn vị tính"}), targets),
    (frozenset({"Nguồn kinh phí", "Dự kiến"}), money),
    (frozenset({"Tiềm năng"}), of_products),
    (frozenset({"Sản phẩm", "Ngày nhận"}), of_dossiers),
    (frozenset({"Minh chứng"}), of_evidence),
    (frozenset({"Ngày", "Hình thức", "Nhãn OCOP"}), of_visits),
    (frozenset({"STT"}), numbered),
)


def test_tables(papers: list[MadePaper], book: Book) -> None:
    checked: dict[str, set[str]] = {}
    for paper in papers:
        for rows in tables(paper.path):
            for headings, check in TABLES:
                if rows and headings <= rows[0].keys():
                    check(rows, paper, book)
                    checked.setdefault(check.__name__, set()).add(paper.kind)
    assert checked["targets"] == {"ke-hoach", "bao-cao-tien-do", "bao-cao-dot-xuat", "bao-cao-hoi-nghi", "bao-cao-nam"}
    assert checked["money"] >= {"ke-hoach", "bao-cao-hoi-nghi", "bao-cao-nam"}
    assert checked["of_products"] >= {"phu-luc-san-pham", "ke-hoach", "danh-sach-y-tuong", "phu-luc-hoi-nghi"}
    assert checked["of_dossiers"] >= {"giay-moi", "van-ban-de-nghi", "phu-luc-hoi-nghi"}
    assert checked["of_evidence"] >= {"phieu-tiep-nhan", "mau-02", "yeu-cau-bo-sung"}
    assert checked["of_visits"] == {"bao-cao-kiem-tra"}


def said(book: Book) -> list[tuple[str, Callable[[re.Match[str]], bool]]]:
    """Words around figures, whatever paper says them, and what the figures have to be."""
    results, active = measure_targets(book, ON), active_products(book, ON)
    both = (count(len(active)), count(len(active_producers(book, ON))))
    met = [count(sum(result.met is wanted for result in results)) for wanted in (True, False)]
    year = [row for row in book[Budget] if row.year == ON.year]
    sums = [figure(sum(getattr(row, what) or 0 for row in year)) for what in ("planned", "allocated", "spent")]
    faulty = [row for row in book[Inspection] if row.severity in ("Cần khắc phục", "Nghiêm trọng")]
    return [
        (r"có (\d+) sản phẩm của (\d+) chủ thể", lambda found: found.groups() == both),
        (r"có (\d+) chỉ tiêu đạt mức tối thiểu.*?, (\d+) chỉ tiêu chưa đạt", lambda found: [*found.groups()] == met),
        (
            r"dự kiến ([\d,]+) triệu đồng, được giao ([\d,]+) triệu đồng, đã chi ([\d,]+)",
            lambda found: [*found.groups()] == sums,
        ),
        (r"(\d+) lượt phải khắc phục", lambda found: found[1] == count(len(faulty))),
        (r"(?:mới đạt|đạt) (\d+)/(\d+) sản phẩm", lambda found: int(found[1]) < int(found[2])),
    ]


def test_sentences(papers: list[MadePaper], book: Book) -> None:
    wanted = said(book)
    kinds: list[set[str]] = [set() for _ in wanted]
    for paper in papers:
        text = " ".join(lines(paper.path.read_bytes()))
        for number, (words, right) in enumerate(wanted):
            for found in re.finditer(words, text):
                assert right(found), (paper.kind, found[0])
                kinds[number].add(paper.kind)
    assert all(kinds), [words for (words, _), seen in zip(wanted, kinds, strict=True) if not seen]
