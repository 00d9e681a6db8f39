"""Many papers at once: what is made, what fails and why, which ones are wanted, what a look ahead says."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ocop_xl.errors import PaperError
from ocop_xl.model import Book, Dossier, Product
from ocop_xl.papers import batch, make
from ocop_xl.papers.facts import Gap, PaperFacts
from ocop_xl.papers.kinds import kind_of
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.make import make_papers, plan_papers, preview_papers
from ocop_xl.papers.paper_job import PaperJob
from ocop_xl.papers.wanted import Wanted, wanted_in
from tests.papers.plan_book import ON
from tests.papers.word_files import lines, word

CARD, LETTER, REPORT, NONE, BROKEN = "the", "thu", "bao-cao", "khong", "hong"


def _cards(book: Book, on: date) -> list[PaperFacts]:
    return [
        PaperFacts(
            f"Thẻ {p.name}", {"ten": p.name, "gia": Gap("Chưa ghi giá")}, subject=p.name or "", product_id=p.id or ""
        )
        for p in book[Product]
    ]


def _letters(book: Book, on: date) -> list[PaperFacts]:
    return [
        PaperFacts(f"Thư {d.id}", {"ten": d.id}, subject=d.id or "", dossier_id=d.id or "", year=2025)
        for d in book[Dossier]
    ]


def _broken(book: Book, on: date) -> list[PaperFacts]:
    raise ZeroDivisionError


MINE = {
    CARD: PaperKind(CARD, "Thẻ sản phẩm", "the.docx", _cards),
    LETTER: PaperKind(LETTER, "Thư về hồ sơ", "thu.docx", _letters),
    REPORT: PaperKind(REPORT, "Báo cáo chung", "thu.docx", lambda book, on: [PaperFacts("Báo cáo", {"ten": "xã"})]),
    NONE: PaperKind(NONE, "Giấy không có", "thu.docx", lambda book, on: []),
    BROKEN: PaperKind(BROKEN, "Giấy hỏng", "thu.docx", _broken),
}


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of small templates for the kinds above."""
    folder = tmp_path / "mau"
    folder.mkdir()
    (folder / "the.docx").write_bytes(word("Thẻ {{ ten }}, giá {{ gia }}"))
    (folder / "thu.docx").write_bytes(word("Thư {{ ten }}"))
    monkeypatch.setattr(make, "kind_of", lambda slug: MINE.get(slug) or kind_of(slug))
    return folder


@pytest.fixture
def two_dossiers(book: Book) -> Book:
    book[Dossier] = [Dossier(id="HS01", product_id="SP06"), Dossier(id="HS02", product_id="SP07")]
    return book


def test_every_paper_is_made_and_progress_is_told(book: Book, templates: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    papers = make_papers(book, ON, [CARD], tmp_path / "ra", templates, progress=lambda *now: told.append(now))
    assert [p.title for p in papers][:2] == ["Thẻ Tương hột và chao", "Thẻ Chả cá phi"]
    assert told == [(n, 7) for n in range(1, 8)]
    assert {p.missing for p in papers} == {("Chưa ghi giá",)}


def test_one_failure_does_not_stop_the_rest(two_dossiers: Book, templates: Path, tmp_path: Path) -> None:
    (templates / "the.docx").write_bytes(word("{{ nhan }}"))
    papers = make_papers(two_dossiers, ON, [CARD, BROKEN, LETTER, NONE], tmp_path / "ra", templates)
    assert [p.title for p in papers] == ["Thư HS01", "Thư HS02"]
    assert len(papers.failed) == 7 + 1
    first, fault = papers.failed[0], papers.failed[-1]
    assert first.sentence.startswith("Mẫu «the.docx»: Không có tên «nhan» ở thẻ {{ nhan }}")
    assert (fault.title, "ZeroDivisionError" in fault.trace) == ("Giấy hỏng", True)
    assert fault.sentence.startswith("Phần mềm gặp lỗi ngoài dự kiến khi lập văn bản này")
    assert papers.nothing == ("Giấy không có",)


def test_a_template_that_is_nowhere_fails_only_its_kind(two_dossiers: Book, templates: Path, tmp_path: Path) -> None:
    (templates / "the.docx").unlink()
    papers = make_papers(two_dossiers, ON, [CARD, LETTER], tmp_path / "ra", templates)
    assert [f.title for f in papers.failed] == ["Thẻ sản phẩm"]
    assert len(list(papers)) == 2


WANTED = """
| asked for            | made                                    |
|----------------------|-----------------------------------------|
|                      | Thẻ ×7, Thư HS01, Thư HS02, Báo cáo     |
| product=SP06         | Thẻ Gạo, Thư HS01                       |
| product=sp06         | Thẻ Gạo, Thư HS01                       |
| product=SP06,SP01    | Thẻ Tương hột và chao, Thẻ Gạo, Thư HS01 |
| dossier=HS02         | Thư HS02                                |
| product=SP06 dossier=HS02 |                                    |
| year=2026            | Thẻ ×7, Báo cáo                         |
| year=2025            | Thư HS01, Thư HS02                      |
"""


def _cases() -> Iterator[tuple[dict[str, str], list[str]]]:
    for line in WANTED.strip().splitlines()[2:]:
        asked, made = (cell.strip() for cell in line.strip("|").split("|"))
        yield (
            dict(part.split("=") for part in asked.split()),
            [name.strip() for name in made.split(",") if name.strip()],
        )


@pytest.mark.parametrize(("asked", "made"), [*_cases()])
def test_only_the_wanted_papers(
    two_dossiers: Book, templates: Path, tmp_path: Path, asked: dict[str, str], made: list[str]
) -> None:
    """A paper about the whole commune is about no product; one without a year is of the year in which it is made."""
    ids = {name: asked[name].split(",") if name in asked else [] for name in ("product", "dossier")}
    year = int(asked["year"]) if "year" in asked else None
    wanted = wanted_in(two_dossiers, ids["product"], ids["dossier"], year)
    plan = plan_papers(two_dossiers, ON, [CARD, LETTER, REPORT], templates, wanted)
    titles = [task.facts.title for task in plan.tasks]
    cards = [title for title in titles if title.startswith("Thẻ")]
    assert (["Thẻ ×7", *titles[7:]] if len(cards) == 7 else titles) == made


@pytest.mark.parametrize(
    ("products", "dossiers", "said"),
    [
        (["SP66"], [], "Không có «Mã SP» SP66 ở trang «Sản phẩm»; gần nhất là SP06. Hãy ghi lại mã."),
        ([], ["HS01"], "Không có «Mã HS» HS01: trang «Hồ sơ» chưa có dòng nào."),
    ],
)
def test_an_unknown_id_is_one_sentence(book: Book, products: list[str], dossiers: list[str], said: str) -> None:
    book[Dossier] = []
    with pytest.raises(PaperError) as error:
        wanted_in(book, products, dossiers, None)
    assert str(error.value) == said


def test_a_look_ahead_names_files_and_gaps_and_writes_nothing(book: Book, templates: Path, tmp_path: Path) -> None:
    book[Product][1].name = book[Product][0].name
    out = tmp_path / "ra"
    plan = plan_papers(book, ON, [CARD], templates, Wanted(frozenset({"SP01", "SP02"})))
    seen = list(preview_papers(plan, out))
    assert not out.exists()
    made = list(make_papers(book, ON, [CARD], out, templates, Wanted(frozenset({"SP01", "SP02"}))))
    assert [p.missing for p in seen] == [p.missing for p in made] == [("Chưa ghi giá",)] * 2
    assert [p.path.name for p in made][:1] == [seen[0].path.name]


def _tasks(templates: Path, count: int) -> list[PaperJob]:
    """Every tenth wants the name of the one before it, with other words inside."""
    return [
        PaperJob(
            CARD,
            PaperFacts(f"Thẻ {n}", {"ten": f"số {n}", "gia": Gap("Chưa ghi giá")}),
            templates / "the.docx",
            f"the-{n - (n % 10 == 1)}",
        )
        for n in range(count)
    ]


def test_all_cores_make_the_same_files_as_one(templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch.os, "cpu_count", lambda: 3)
    monkeypatch.setattr(batch, "PAYS", 100)
    tasks = _tasks(templates, 150)
    told: list[int] = []
    many = batch.make_all(tasks, tmp_path / "many", lambda done, total: told.append(done))
    monkeypatch.setattr(batch, "PAYS", 10_000)
    one = batch.make_all(tasks, tmp_path / "one")
    assert [m.title for m in many] == [o.title for o in one] == [t.facts.title for t in tasks]
    assert [m.path.name for m in many] == [o.path.name for o in one]  # type: ignore[union-attr]
    assert _files(tmp_path / "many") == _files(tmp_path / "one")
    assert len(_files(tmp_path / "one")) == len(tasks)
    assert (sorted(told) == told, told[-1]) == (True, len(tasks))
    assert many[0].missing == ("Chưa ghi giá",)  # type: ignore[union-attr]


def test_a_killed_process_costs_no_paper(templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other processes die on their first paper; this one makes what is left."""
    here, rendered = os.getpid(), batch.rendered
    monkeypatch.setattr(batch, "rendered", lambda task: rendered(task) if os.getpid() == here else os._exit(9))
    monkeypatch.setattr(batch.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(batch, "PAYS", 100)
    tasks = _tasks(templates, 100)
    outcomes = batch.make_all(tasks, tmp_path / "ra")
    assert [o.title for o in outcomes] == [t.facts.title for t in tasks]
    assert len(_files(tmp_path / "ra")) == len(tasks)


def _files(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_code_kept_from_an_earlier_run_is_used_only_from_a_private_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ocop_xl.papers.word import compiled
    from ocop_xl.papers.word.template import PaperTemplate

    content = word("Xã {{ ten }} hôm nay")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    compiled.cache_folder.cache_clear()
    first = PaperTemplate(content).fill(PaperFacts("x", {"ten": "Vĩnh Phong"}))
    folder = tmp_path / "ocop_xl" / "mau"
    (kept,) = folder.iterdir()
    monkeypatch.setattr("jinja2.Environment.compile", None)  # whoever compiles again fails
    assert PaperTemplate(content).fill(PaperFacts("x", {"ten": "Vĩnh Phong"})) == first
    monkeypatch.undo()

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept.write_bytes(kept.read_bytes()[:-40])  # damaged: compiled anew
    assert lines(PaperTemplate(content).fill(PaperFacts("x", {"ten": "B"}))) == ["Xã B hôm nay"]
    folder.chmod(0o777)  # anybody could have put code there
    compiled.cache_folder.cache_clear()
    assert compiled.cache_folder() is None
    assert lines(PaperTemplate(content).fill(PaperFacts("x", {"ten": "C"}))) == ["Xã C hôm nay"]
    compiled.cache_folder.cache_clear()
