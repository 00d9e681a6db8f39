"""Numbers: taken only when asked, printed in the paper, entered in «Văn bản» – both or neither, whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.errors import CannotChange, WorkbookError
from ocop_xl.model import Book, Inspection, Paper
from ocop_xl.papers.make import plan_papers
from ocop_xl.papers.numbering.register import into_closed_file, preview_registered, register_papers
from ocop_xl.papers.numbering.register_row import text_of
from ocop_xl.papers.numbering.staged import finish_waiting, stage
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.papers.commune_at_work import visit
from tests.papers.numbering.registering import ANNEX, CONFERENCE, FORCED, PLAN, REPORT, enter
from tests.papers.plan_book import ON, vinh_phong
from tests.papers.word_files import lines, table_rows, word


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The plan's workbook, to write in."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong, ON))
    return path


def signs(workbook: Path) -> list[str]:
    return [f"{row.id} {row.number}/{row.symbol} {row.issued:%Y}" for row in read_book(workbook)[Paper]]


def test_a_registered_paper_shows_its_number_and_stands_in_the_register(workbook: Path) -> None:
    (paper,) = enter(workbook, REPORT)
    assert paper.number == "01/BC-UBND"
    assert table_rows(paper.path.read_bytes(), 0)[1][0] == "Số: 01/BC-UBND"
    (row,) = read_book(workbook)[Paper]
    assert (row.id, row.number, row.symbol, row.issued, row.kind) == ("VB01", 1, "BC-UBND", ON, "Báo cáo")
    assert (row.title, row.file) == (paper.title, paper.path.name)
    assert row.template is not None and row.template.startswith("bao-cao-tien-do.docx (")
    assert row.rows is not None and row.rows.startswith("Thông tin xã, MT01, ") and "SP07" in row.rows
    assert [path.name for path in paper.path.parent.iterdir()] == [paper.path.name]
    assert len(list((workbook.parent / "saoluu").iterdir())) == 1


def test_a_draft_takes_no_number(book: Book, tmp_path: Path) -> None:
    (task,) = plan_papers(book, ON, [REPORT]).tasks
    assert task.facts.values["van_ban"]["so"].isspace()


def test_a_record_of_a_visit_is_registered_on_the_day_it_bears(book: Book, tmp_path: Path) -> None:
    """Two visits, one last year: each has the first number of its own year, whenever the numbers are taken."""
    last_year, this_year = date(2025, 12, 29), date(2026, 10, 1)
    book[Inspection] = [visit("KT01", "SP06", last_year), visit("KT02", "SP07", this_year)]
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(book, ON))
    papers = enter(path, "bien-ban-kiem-tra")
    assert [paper.number for paper in papers] == ["01/BB-UBND", "01/BB-UBND"]
    assert [row.issued for row in read_book(path)[Paper]] == [last_year, this_year]
    again = enter(path, "bien-ban-kiem-tra")
    assert ["đã vào sổ ngày 29/12/2025" in failed.sentence for failed in again.failed] == [True, False]


def test_numbers_run_by_year_and_symbol(workbook: Path) -> None:
    enter(workbook, REPORT, CONFERENCE, on=date(2026, 11, 5))
    enter(workbook, REPORT, PLAN, on=date(2027, 1, 4))
    assert signs(workbook) == [
        "VB01 1/BC-UBND 2026",
        "VB02 2/BC-UBND 2026",
        "VB03 1/BC-UBND 2027",
        "VB04 1/KH-UBND 2027",
        "VB05 2/KH-UBND 2027",
    ]


def test_the_next_number_follows_what_the_register_holds(workbook: Path) -> None:
    book = read_book(workbook)
    typed = {
        "Số": 41,
        "Ký hiệu": "BC-UBND",
        "Ngày ban hành": date(2026, 3, 1),
        "Loại văn bản": "Báo cáo",
        "Trích yếu": "Cũ",
    }
    apply_changes(
        workbook,
        book,
        [Change("tblVanBan", "VB07", header, None, value, "nhập tay") for header, value in typed.items()],
    )
    (paper,) = enter(workbook, REPORT)
    assert paper.number == "42/BC-UBND"
    assert signs(workbook)[-1] == "VB08 42/BC-UBND 2026"


def test_an_annex_has_no_number_of_its_own(workbook: Path) -> None:
    (paper,) = enter(workbook, ANNEX)
    assert (paper.number, paper.path.exists(), signs(workbook)) == ("", True, [])


def test_the_same_paper_takes_no_second_number(workbook: Path) -> None:
    enter(workbook, REPORT)
    again = enter(workbook, REPORT)
    assert [f.sentence for f in again.failed] == [
        "Văn bản này đã vào sổ ngày 05/11/2026, không lấy thêm số. Muốn lập lại, hãy xóa dòng của nó ở trang «Văn bản»; "
        "cần bản để xem thì lập dự thảo, không lấy số."
    ]
    assert len(signs(workbook)) == 1


def test_a_template_without_room_for_the_number_takes_none(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "mau").mkdir()
    (tmp_path / "mau" / "bao-cao-tien-do.docx").write_bytes(word("Báo cáo {{ xa.ten_xa }}"))
    papers = enter(workbook, REPORT, PLAN, templates=tmp_path / "mau")
    assert [f.sentence for f in papers.failed] == [
        "Mẫu «bao-cao-tien-do.docx» không in số 01/BC-UBND nên chưa lấy số. "
        "Hãy mở mẫu bằng Word, ghi dòng số là: Số: {{ van_ban.so }}/BC-UBND"
    ]
    assert all("KH-UBND" in sign for sign in signs(workbook))


def test_a_look_ahead_takes_no_number(workbook: Path) -> None:
    before = workbook.read_bytes()
    book = read_book(workbook)
    out = workbook.parent / "van-ban"
    (seen,) = preview_registered(book, ON, plan_papers(book, ON, [REPORT]), out, FORCED)
    assert (seen.number, out.exists(), workbook.read_bytes() == before) == ("01/BC-UBND", False, True)
    (made,) = enter(workbook, REPORT)
    assert seen == made


def test_a_workbook_that_is_open_elsewhere_gives_no_number_and_leaves_no_file(workbook: Path) -> None:
    (workbook.parent / f".~lock.{workbook.name}#").touch()
    with pytest.raises(WorkbookError, match="đang mở ở chương trình khác"):
        enter(workbook, REPORT)
    assert (signs(workbook), list((workbook.parent / "van-ban").iterdir())) == ([], [])


def test_two_officers_never_get_the_same_number(workbook: Path) -> None:
    """The second decided on a register that was older than the first one's row."""
    early = read_book(workbook)
    (first,) = enter(workbook, REPORT)
    plan = plan_papers(early, date(2026, 11, 6), [REPORT])
    with pytest.raises(CannotChange):
        enter_rows = into_closed_file(workbook, early)
        register_papers(early, date(2026, 11, 6), plan, workbook.parent / "van-ban", enter_rows, taking=FORCED)
    assert signs(workbook) == ["VB01 1/BC-UBND 2026"]
    assert list((workbook.parent / "van-ban").iterdir()) == [first.path]


def test_an_error_after_the_rows_came_in_loses_no_paper(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def then_fail(*arguments: object, **more: object) -> None:
        apply_changes(*arguments, **more)  # type: ignore[arg-type]
        raise CannotChange(workbook.name, "ổ đĩa có lỗi")

    monkeypatch.setattr("ocop_xl.sheets.writing.patch.apply_changes", then_fail)
    (paper,) = enter(workbook, REPORT)
    assert paper.path.exists()
    assert signs(workbook) == ["VB01 1/BC-UBND 2026"]


KILLED = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.papers.numbering.registering import REPORT, enter
import {module} as module
module.{step} = lambda *arguments, **more: os._exit(9)
enter(Path(sys.argv[2]), REPORT)
"""


@pytest.mark.parametrize(
    ("module", "step", "taken"),
    [
        ("ocop_xl.papers.numbering.register", "changes_for", False),
        ("ocop_xl.sheets.writing.patch", "replace_safely", False),
        ("ocop_xl.papers.numbering.register", "put_in_place", True),
    ],
)
def test_killed_between_two_steps_nothing_is_taken_or_the_row_names_the_file(
    workbook: Path, module: str, step: str, taken: bool
) -> None:
    code = KILLED.format(module=module, step=step)
    root = str(Path(__file__).resolve().parents[3])
    assert subprocess.run([sys.executable, "-c", code, root, str(workbook)], check=False).returncode == 9
    out = workbook.parent / "van-ban"
    assert [path for path in out.iterdir() if not path.name.startswith(".")] == []
    assert signs(workbook) == (["VB01 1/BC-UBND 2026"] if taken else [])

    after = enter(workbook, REPORT)  # the officer runs the command again
    (row,) = read_book(workbook)[Paper]
    assert (row.number, [f.sentence[:24] for f in after.failed]) == (1, ["Văn bản này đã vào sổ ng"] if taken else [])
    assert row.file is not None
    assert table_rows((out / row.file).read_bytes(), 0)[1][0] == "Số: 01/BC-UBND"


def test_a_file_that_waits_for_no_row_is_dropped_only_when_it_is_old(tmp_path: Path) -> None:
    ours, others = tmp_path / "so.xlsx", tmp_path / "so-khac.xlsx"
    paper = stage(tmp_path, "a", ".docx", b"1", (), others)
    second = stage(tmp_path, "a", ".docx", b"2", (), ours)
    assert second.path.name == "a-2.docx"  # another workbook's command is at work on the first
    finish_waiting(tmp_path, (), ours, alone=False)
    assert paper.file.exists() and second.file.exists()
    finish_waiting(tmp_path, (), ours)  # whoever holds the lock of a workbook knows that its papers are nobody's
    assert paper.file.exists() and not second.file.exists()
    os.utime(paper.file, (1, 1))
    finish_waiting(tmp_path, (), ours)
    assert not paper.file.exists()


def test_the_law_is_that_in_force_on_the_papers_date(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "mau").mkdir()
    cited = "Số: {{ van_ban.so }}/BC-UBND theo Quyết định số 148/QĐ-TTg và Quyết định số 26/2026/QĐ-TTg"
    (tmp_path / "mau" / "bao-cao-tien-do.docx").write_bytes(word(cited))
    enter(workbook, REPORT, on=date(2026, 5, 30), templates=tmp_path / "mau")
    enter(workbook, REPORT, on=date(2026, 11, 5), templates=tmp_path / "mau")
    assert [row.law for row in read_book(workbook)[Paper]] == ["148/QĐ-TTg, 26/2026/QĐ-TTg", "26/2026/QĐ-TTg"]


def test_the_words_of_a_paper() -> None:
    content = word("Số: 12", ["Căn cứ Quyết định số ", "26/2026/QĐ-TTg"], "A & B")
    assert text_of(content).splitlines()[-3:] == lines(content)[-3:]
