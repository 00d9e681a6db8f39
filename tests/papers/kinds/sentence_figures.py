"""What the figures in a paper's sentences have to be, known by the words around them, whatever the paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import NamedTuple

from docx import Document

from ocop_xl.law.clocks import commune_deadline
from ocop_xl.model import ALL_TABLES, Book, Budget, Dossier, Evidence, Idea, Inspection, Task, Training
from ocop_xl.model import choices as c
from ocop_xl.model.table import spec_of
from ocop_xl.papers.kinds import kind_of
from ocop_xl.papers.paper_job import MadePaper
from ocop_xl.papers.resources import template_path
from ocop_xl.papers.wording import count
from ocop_xl.programme.participation import active_producers, active_products
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.targets import TargetResult, measure_targets
from ocop_xl.scoring.score import Score
from ocop_xl.vietnamese import figure
from tests.papers.kinds.paper_subjects import score_behind, subject_of
from tests.papers.plan_book import ON

Said = tuple[str, ...]
_REFERENCE = re.compile(
    r"(?:số|khoản|Điều|điểm|Mẫu|Phụ lục|mục|bước|đợt|năm|tháng|ngày|Chỉ tiêu|hạng|giai đoạn) \d[\w./Đ-]*"
    r"|\b\d+/\d+/\d{4}\b|\d+/[\w-]+[A-ZĐ][\w-]+",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\w/.,-])(\d+(?:[.,/]\d+)*%?) ?([^\W\d_]*)")


class Figure(NamedTuple):
    """A figure with the word behind it, and where in the text it stands."""

    said: Said
    at: int


class Sentence(NamedTuple):
    """Words with figures between them, and what those may be in a paper."""

    words: str
    right: Callable[[MadePaper], Collection[Said]]


def figures(text: str) -> Iterator[Figure]:
    """Those that count or measure: not days, numbers of documents, articles."""
    for found in _FIGURE.finditer(_REFERENCE.sub(lambda known: " " * len(known[0]), text)):
        yield Figure((found[1], found[2]), found.start())


@cache
def typed_figures(kind: str) -> frozenset[Said]:
    """What the template of a kind says between its tags."""
    body = Document(str(template_path(kind_of(kind).template, None)))
    texts = (re.sub(r"{[{%].*?[%}]}", "·", paragraph.text) for paragraph in body.paragraphs)
    return frozenset(figure.said for text in texts for figure in figures(text))


def written_figures(book: Book) -> frozenset[Said]:
    """What is typed in a cell: names, remarks, tasks."""
    rows = (row for kind in ALL_TABLES for row in book[kind])
    values = (getattr(row, column.attribute, None) for row in rows for column in spec_of(type(row)).columns)
    return frozenset(figure.said for value in values if isinstance(value, str) for figure in figures(value))


def sentences(book: Book) -> list[Sentence]:
    """Every sentence with figures; what they have to be is counted here anew."""
    return [*_of_targets(book), *_of_the_year(book), *_of_visits(book), *_of_dossiers(book), *_of_scores(book)]


def _same(*said: str) -> Callable[[MadePaper], Collection[Said]]:
    return lambda _: {said}


def _of_targets(book: Book) -> Iterator[Sentence]:
    results, active = measure_targets(book, ON), active_products(book, ON)
    both = count(len(active)), count(len(active_producers(book, ON)))
    met = [count(sum(result.met is wanted for result in results)) for wanted in (True, False)]
    yield Sentence(r"có (\d+) sản phẩm của (\d+) chủ thể", _same(*both))
    yield Sentence(
        r"Trong (\d+) chỉ tiêu.*?có (\d+) chỉ tiêu đạt mức tối thiểu.*?, (\d+) chỉ tiêu chưa đạt",
        _same(count(len(results)), *met),
    )
    numbered = list(enumerate(results, 1))
    levels = {(str(n), figure(r.actual or 0)) for n, r in numbered}
    yield Sentence(r"Chỉ tiêu (\d) \([^)]*\): (\d+) (?:sản phẩm|tổ chức|điểm)", lambda _: levels)
    yield Sentence(r"Chỉ tiêu (\d) \([^)]*\): (\d+)/(\d+) (?:chủ thể|sản phẩm)", _Shares(numbered))
    lacking = {
        (str(n), figure(r.actual or 0), figure(r.minimum or 0), figure((r.minimum or 0) - (r.actual or 0)))
        for n, r in numbered
    }
    yield Sentence(r"Chỉ tiêu (\d) \([^)]*\): mới đạt (\d+)/(\d+) .*?, còn thiếu (\d+)", lambda _: lacking)
    percent = {(str(n), figure(r.actual or 0), figure(r.minimum or 0)) for n, r in numbered}
    yield Sentence(r"Chỉ tiêu (\d) \([^)]*\): mới đạt (\d+)%, mức tối thiểu (\d+)%", lambda _: percent)
    stars = [rank_on(book, product, ON).stars or 0 for product in active]
    ranks = [count(stars.count(level)) for level in (5, 4, 3)] + [count(sum(level < 3 for level in stars))]
    yield Sentence(
        r"trong đó: 5 sao: (\d+); 4 sao: (\d+); 3 sao: (\d+); chưa được xếp hạng từ 3 sao: (\d+)", _same(*ranks)
    )
    yield Sentence(r"(\d+) sản phẩm theo lộ trình chưa được công nhận từ 3 sao", _same(ranks[-1]))


class _Shares:
    """`2/5` of a target in per cent: whatever the whole, the share is the target's."""

    def __init__(self, numbered: list[tuple[int, TargetResult]]) -> None:
        self.shares = {str(number): result.actual for number, result in numbered}

    def __call__(self, _: MadePaper) -> Collection[Said]:
        return {
            (number, str(part), str(whole))
            for number, share in self.shares.items()
            for whole in range(1, 20)
            for part in range(whole + 1)
            if share is not None and abs(100 * part / whole - share) < 0.06
        }


def _of_the_year(book: Book) -> Iterator[Sentence]:
    year = [row for row in book[Budget] if row.year == ON.year]
    sums = [figure(sum(getattr(row, what) or 0 for row in year)) for what in ("planned", "allocated", "spent")]
    yield Sentence(
        r"dự kiến ([\d,]+) triệu đồng, được giao ([\d,]+) triệu đồng, đã chi ([\d,]+) triệu đồng", _same(*sums)
    )
    left = [row for row in book[Task] if row.state not in (c.WORK_DONE, c.WORK_DROPPED) and row.done is None]
    yield Sentence(r"Tiếp tục thực hiện (\d+) nhiệm vụ", _same(count(len(left))))
    ideas, products = count(len(book[Idea])), count(len(active_products(book, ON)))
    yield Sentence(r"ĐĂNG KÝ \((\d+) Ý TƯỞNG\)", _same(ideas))
    yield Sentence(r"THAM GIA \((\d+) SẢN PHẨM\)", _same(products))
    yield Sentence(r"gồm (\d+) ý tưởng và (\d+) sản phẩm", _same(ideas, products))
    units = [row.unit for row in left]
    yield Sentence(r"^(\d+) việc chưa xong", lambda paper: {(count(units.count(paper.title.partition(": ")[2])),)})
    yield Sentence(
        r"Danh sách gồm (\d+) người",
        lambda paper: {(count(sum(row.class_id == subject_of(paper) for row in book[Training])),)},
    )
    yield Sentence(r"chưa xong bước nào trong (\d+) bước", _same("06"))


def _of_visits(book: Book) -> Iterator[Sentence]:
    visits = [
        row for row in book[Inspection] if row.inspected and row.inspected.year == ON.year and row.inspected <= ON
    ]
    subjects = {row.product_id for row in visits}
    yield Sentence(r"số (\d+) lượt .* đối với (\d+) sản phẩm", _same(count(len(visits)), count(len(subjects))))
    kinds = {(kind.lower(), count(sum(row.kind == kind for row in visits))) for kind in c.INSPECTION_KIND.values}
    names = "|".join(kind for kind, _ in kinds)
    yield Sentence(rf"({names}) (\d+) lượt", lambda _: kinds)
    seen = {"Điều kiện": "conditions", "Chất lượng": "quality", "Duy trì": "criteria_kept", "Sử dụng": "mark_use"}
    for words, attribute in seen.items():
        found = [getattr(row, attribute) for row in visits]
        said = [
            f"{count(found.count(what))} lượt" if what in found else "không có lượt" for what in ("Đạt", "Chưa đạt")
        ]
        yield Sentence(rf"^- {words}.*: (\d+ lượt|không có lượt) đạt, (\d+ lượt|không có lượt) chưa đạt", _same(*said))
    faulty = count(sum(row.severity in ("Cần khắc phục", "Nghiêm trọng") for row in visits))
    yield Sentence(r"Có (\d+) lượt phát hiện tồn tại, (\d+) lượt phải khắc phục", _same(faulty, faulty))
    done = [row for row in visits if row.severity in ("Cần khắc phục", "Nghiêm trọng") and row.done]
    late = [row for row in visits if row.due and row.due < ON and not row.done]
    yield Sentence(
        r"Yêu cầu khắc phục (\d+) lượt kiểm tra, đã khắc phục (\d+), quá hạn chưa khắc phục (\d+)",
        _same(faulty, count(len(done)), count(len(late))),
    )


def _of_dossiers(book: Book) -> Iterator[Sentence]:
    here = [row for row in book[Dossier] if row.received and not row.sent]
    missing = [row.dossier_id for row in book[Evidence] if row.state == c.EVIDENCE_MISSING]
    late = [row for row in here if row.received and commune_deadline(row.received) < ON]
    go = [row for row in here if row.id not in missing and row not in late]
    for words in (r"UBND xã.* đối với (\d+) hồ sơ, theo", r"giao nhận (\d+) hồ sơ"):
        yield Sentence(words, _same(count(len(here))))
    yield Sentence(r"lập báo cáo theo .* đối với (\d+) hồ sơ", _same(count(len(go))))
    yield Sentence(r"(\d+) sản phẩm mẫu; tổng số mẫu gửi kèm: (\d+)", _same("05", count(5 * len(go))))
    yield Sentence(r"bổ sung (\d+) minh chứng sau đây", lambda paper: {(count(missing.count(subject_of(paper))),)})
    yield Sentence(r"Yêu cầu bổ sung (\d+) minh chứng", lambda _: {(str(missing.count(one)),) for one in missing})
    yield Sentence(r"\((15) ngày làm việc\)", _same("15"))
    yield Sentence(r"không sớm hơn (\d+) ngày và không muộn hơn (\d+) ngày", _same("180", "120"))
    yield Sentence(r"thu hồi trong thời hạn (\d+) ngày", _same("15"))
    ideas, received = len(book[Idea]), [row for row in book[Dossier] if row.received]
    chosen = sum(row.decision == c.IDEA_DECISION.values[0] for row in book[Idea])
    yield Sentence(
        r"Tiếp nhận (\d+) ý tưởng: (\d+) được chọn \(trong đó (\d+) đã thành sản phẩm tham gia\), (\d+) chưa được "
        r"chọn, (\d+) chưa có kết quả",
        _same(count(ideas), count(chosen), "00", "00", count(sum(row.decision is None for row in book[Idea]))),
    )
    yield Sentence(
        r"Tiếp nhận (\d+) hồ sơ, gửi tỉnh (\d+) hồ sơ.*, bị trả lại (\d+) hồ sơ; (\d+) hồ sơ quá hạn",
        _same(count(len(received)), count(len(received) - len(here)), "00", count(len(late))),
    )


def _of_scores(book: Book) -> Iterator[Sentence]:
    def of(tell: Callable[[Score], Said]) -> Callable[[MadePaper], Collection[Said]]:
        def right(paper: MadePaper) -> Collection[Said]:
            scored = score_behind(paper, book)
            return {tell(scored.score)} if scored and scored.score else ()

        return right

    yield Sentence(
        r"Phần A: ([\d,]+)/\d+; phần B: ([\d,]+)/\d+; phần C: ([\d,]+)/\d+; tổng điểm: ([\d,]+)/100",
        of(lambda score: (*(figure(float(part)) for part in score.parts.values()), figure(float(score.total)))),
    )
    yield Sentence(
        r"theo điểm: (\d) sao; theo mức tối thiểu: (\d) sao; xếp hạng(?: tạm tính)?: (\d) sao",
        of(lambda score: (str(score.stars_by_points), str(score.stars_by_minima), str(score.stars))),
    )
    yield Sentence(r"Còn (\d+) tiêu chí chưa chấm", of(lambda score: (count(len(score.unanswered)),)))
    yield Sentence(
        r"Tổng điểm tự chấm: ([\d,]+)/100; hạng tự đánh giá: (\d) sao",
        of(lambda score: (figure(float(score.total)), str(score.stars))),
    )
