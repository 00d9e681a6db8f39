"""What the figures in a paper's tables have to be, known by the headings of their columns, whatever the paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from docx import Document

from ocop_xl.model import (
    Book,
    Budget,
    Communication,
    Dossier,
    Evidence,
    Idea,
    Inspection,
    Product,
    Promotion,
    Row,
    Support,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.papers.kinds.plan import planned_year
from ocop_xl.papers.paper_job import MadePaper
from ocop_xl.papers.wording import count
from ocop_xl.programme.participation import active_products
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.targets import measure_targets
from ocop_xl.vietnamese import figure
from tests.papers.kinds.paper_subjects import score_behind
from tests.papers.plan_book import ON

Rows = list[dict[str, str]]
EVE = date(ON.year, 1, 1) - timedelta(days=1)


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


def of_scores(rows: Rows, paper: MadePaper, book: Book) -> None:
    """Each part and the whole as `score` has them; the criteria add up to the whole."""
    scored = score_behind(paper, book)
    assert scored is not None and scored.score is not None
    points = {re.sub(r"\s", "", row["Mã"] or row.get("Tiêu chí", "")): row for row in rows}
    given = {code: row.get("Điểm chấm", row.get("Điểm tự chấm", "")) for code, row in points.items()}
    for code, part in scored.score.parts.items():
        assert [one for name, one in given.items() if name.startswith(f"PHẦN{code}")] == [figure(float(part))], (
            paper.path
        )
    each = [
        float(given[code].replace(",", "."))
        for code in given.keys() & scored.criteria.keys()
        if given[code][:1].isdigit()
    ]
    assert sum(each) == float(scored.score.total), paper.path


def of_ranks(rows: Rows, paper: MadePaper, book: Book) -> None:
    """How many products had which rank at both ends of the year, and that what came and went lies between."""
    ends = [
        [rank_on(book, one, day).stars for one in active_products(book, day) if one.status != c.STATUS_PAUSED]
        for day in (EVE, ON)
    ]
    for row in rows:
        stars = int(row["Hạng"][0])
        assert [row["Đầu năm"], row["Cuối năm"]] == [count(end.count(stars)) for end in ends], paper.kind
        came, went = (
            sum(int(row[name]) for name in names if row[name].isdigit())
            for names in (("Công nhận mới", "Từ hạng khác đến"), ("Sang hạng khác", "Hết hạn", "Thu hồi", "Ngừng"))
        )
        assert int(row["Đầu năm"]) + came - went == int(row["Cuối năm"]), paper.kind


def of_activities(rows: Rows, paper: MadePaper, book: Book) -> None:
    """The rows of the year, counted anew; a nought is not said."""

    def year(rows: Iterable[Row], attribute: str) -> list[Any]:
        days = ((row, getattr(row, attribute)) for row in rows)
        return [row for row, day in days if day and day.year == ON.year and day <= ON]

    seen, events = year(book[Inspection], "inspected"), year(book[Promotion], "held")
    done = [row for row in year(book[Support], "done") if row.state == c.WORK_DONE]
    expected = {
        "Tuyên truyền, truyền thông": [len(year(book[Communication], "published"))],
        "Đào tạo, tập huấn": [len(book[TrainingClass]), len({row.producer_id for row in book[Training]})],
        "Tiếp nhận ý tưởng, sản phẩm": [len(year(book[Idea], "received"))],
        "Hồ sơ đánh giá, phân hạng": [len(year(book[Dossier], "received")), len(year(book[Dossier], "sent"))],
        "Hỗ trợ chủ thể và sản phẩm": [len(done)],
        "Xúc tiến thương mại": [len({row.event for row in events}), len({row.producer_id for row in events})],
        "Theo dõi, kiểm tra, rà soát": [len(seen), len({row.product_id for row in seen})],
    }
    for row in rows:
        if row["Hoạt động"] in expected:
            numbers = [count(number) for number in expected[row["Hoạt động"]] if number]
            assert re.findall(r"\d+", row["Kết quả"]) == numbers, (paper.kind, row)


TABLES: tuple[tuple[frozenset[str], Callable[[Rows, MadePaper, Book], None]], ...] = (
    (frozenset({"Chỉ tiêu", "Đơn vị tính"}), targets),
    (frozenset({"Nguồn kinh phí", "Dự kiến"}), money),
    (frozenset({"Tiềm năng"}), of_products),
    (frozenset({"Sản phẩm", "Ngày nhận"}), of_dossiers),
    (frozenset({"Minh chứng"}), of_evidence),
    (frozenset({"Ngày", "Hình thức", "Nhãn OCOP"}), of_visits),
    (frozenset({"Mã", "Điểm chấm"}), of_scores),
    (frozenset({"Mã", "Điểm tự chấm"}), of_scores),
    (frozenset({"Hạng", "Đầu năm", "Cuối năm"}), of_ranks),
    (frozenset({"Hoạt động", "Kết quả"}), of_activities),
    (frozenset({"STT"}), numbered),
)
