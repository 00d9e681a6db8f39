"""An idea is answered, registered again, and becomes a product with its subject, its cycle and a first class."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ocop_xl.law import sectors
from ocop_xl.law.clocks import moved
from ocop_xl.law.legal_forms import legal_form
from ocop_xl.model import Book, Commune, CycleStep, Idea, Producer, Product, Row, Task, Training, spec_of
from ocop_xl.model import choices as c
from ocop_xl.model.keys import row_typed
from ocop_xl.model.terms import FIRST_CLASS
from ocop_xl.programme.names import Likeness, Name, likeness_of_writing
from ocop_xl.programme.steps.annex import new_product
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, of_day, of_text, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.cycle import cycle_of, finish, lay_cycle, proposed_days
from ocop_xl.programme.steps.topics.several import first_class_task
from ocop_xl.vietnamese import toned_key

_PLAN = "điểm a khoản 3 mục III Kế hoạch 76/KH-UBND"
CHOSEN, NOT_CHOSEN = c.IDEA_DECISION.values[:2]
NEW = "mới"
"""The answer that no row of the book is meant."""


def _is_not_chosen(answers: Answers) -> bool:
    return bool(answers.get("decision") == NOT_CHOSEN)


@step(
    "register-idea",
    "Ghi phiếu đăng ký ý tưởng mới",
    (Commune,),
    article=_PLAN,
    offered=lambda _book, _row, _on: True,
    questions=(
        ask(Idea, "received", today, past=True),
        ask(Idea, "title", needed=True),
        ask(Idea, "proposer", needed=True),
    ),
    leads_to=Idea,
)
def register_idea(book: Book, row: Commune, on: date, answers: Answers) -> Changes:
    """A form that was handed in; one that is on record already, told by idea and person, is not written twice."""
    draft = Draft(book, "ghi phiếu đăng ký ý tưởng")
    idea = Idea(title=answers["title"], proposer=answers["proposer"])
    same = (one for one in book[Idea] if _said(one) == _said(idea))
    if not any(one.decision != NOT_CHOSEN for one in same):
        draft.add(Idea, **answers)
    return draft.changes


@step(
    "answer-idea",
    "Ghi kết quả xem xét ý tưởng",
    (Idea,),
    article=_PLAN,
    offered=lambda _book, row, _on: row.decision not in (CHOSEN, NOT_CHOSEN),
    questions=(
        ask(Idea, "reviewed", today, past=True, after="received"),
        ask(Idea, "decision", needed=True, again=True, options=lambda *_: (CHOSEN, NOT_CHOSEN)),
        ask(Idea, "reason", only=lambda a: not _is_not_chosen(a)),
        ask(Idea, "reason", needed=True, only=_is_not_chosen),
        of_day("Đăng ký lại trước ngày", "again_by", "Khi cho hoàn thiện để đăng ký lại.", only=_is_not_chosen),
    ),
)
def answer_idea(book: Book, row: Idea, on: date, answers: Answers) -> Changes:
    """Whoever registered an idea hears whether it was taken, why not, and until when it may be registered again."""
    draft = Draft(book, "ghi kết quả xem xét ý tưởng")
    draft.fill(row, reviewed=answers["reviewed"], reason=answers["reason"])
    draft.move(row, decision=answers["decision"])
    if again := answers["again_by"]:
        draft.fill(row, note=f"Hoàn thiện, đăng ký lại trước ngày {again:%d/%m/%Y}.")
    return draft.changes


def _same_idea_since(book: Book, row: Idea) -> bool:
    """Whether it was registered again."""
    since = row.reviewed or row.received
    return any(
        other is not row and _said(other) == _said(row) and other.received and since and other.received >= since
        for other in book[Idea]
    )


def _said(row: Idea) -> tuple[str, str]:
    return toned_key(row.title or ""), toned_key(row.proposer or "")


@step(
    "register-again",
    "Đăng ký lại ý tưởng chưa được chọn",
    (Idea,),
    article=_PLAN,
    offered=lambda book, row, _on: row.decision == NOT_CHOSEN and not _same_idea_since(book, row),
    questions=(of_day("Ngày đăng ký lại", "registered", "", default=today, past=True, after="reviewed"),),
    leads_to=Idea,
)
def register_again(book: Book, row: Idea, on: date, answers: Answers) -> Changes:
    """A second chance is a row of its own: what was said the first time stays."""
    draft = Draft(book, "đăng ký lại ý tưởng")
    first = f"Đăng ký lại {row.id}."
    draft.add(
        Idea,
        received=answers["registered"],
        title=row.title,
        proposer=row.proposer,
        producer_id=row.producer_id,
        note=first,
    )
    return draft.changes


# --- idea → product -------------------------------------------------------------------------------------------


def producer_meant(book: Book, name: str | None) -> Producer | None:
    """The one subject whose name is this name, written the same or but for marks and legal form."""
    wanted = Name.of(name or "")
    found: dict[Likeness, list[Producer]] = {}
    for producer in book[Producer]:
        if producer.name and producer.id:
            found.setdefault(likeness_of_writing(wanted, Name.of(producer.name)), []).append(producer)
    near = found.get(Likeness.SAME) or found.get(Likeness.NEAR) or []
    return near[0] if len(near) == 1 else None


def _product_meant(book: Book, row: Idea) -> Product | None:
    """A product of that name which belongs to the idea's subject, or whose subject nobody has said."""
    subject = row.producer_id or getattr(producer_meant(book, row.proposer), "id", None)
    same = [p for p in book[Product] if p.name and toned_key(p.name) == toned_key(row.title or "")]
    mine = [p for p in same if p.id and p.producer_id in (subject, None)]
    return mine[0] if len(mine) == 1 else None


def _likely_set(book: Book, row: Idea, _on: date) -> int | None:
    likely = sectors.suggest_sets(row.title or "")
    return likely[0] if len(likely) == 1 else None


def _likely_sector(book: Book, row: Idea, _on: date) -> str | None:
    likely = {sectors.product_set(number).sector for number in sectors.suggest_sets(row.title or "")}
    return likely.pop() if len(likely) == 1 else None


def _likely_form(_book: Book, row: Idea, _on: date) -> str | None:
    form = legal_form(row.proposer or "")
    return form.name if form and form.eligible else None


def _first_year(_book: Book, row: Idea, on: date) -> int:
    return (row.reviewed or on).year


def _result_year(book: Book, row: Idea, on: date) -> int:
    return proposed_days(book.commune, row.reviewed or on)[4].year


def _key_or_new(kind: type[Row]) -> Callable[[Book, Row, str], str]:
    def problem(book: Book, _row: Row, text: str) -> str:
        known = text.casefold() == NEW or row_typed(book, kind, text) is not None
        return "" if known else f"trang «{spec_of(kind).sheet}» không có mã này; hãy ghi đúng mã, hoặc «{NEW}»."

    return problem


def _new_subject(answers: Answers) -> bool:
    return (answers.get("subject") or "").casefold() == NEW


def _new_product(answers: Answers) -> bool:
    return (answers.get("product") or "").casefold() == NEW


@step(
    "idea-to-product",
    "Lập sản phẩm từ ý tưởng được chọn",
    (Idea,),
    article=_PLAN + "; ngày các bước là cách hiểu của phần mềm",
    offered=lambda _book, row, _on: row.decision == CHOSEN and not row.product_id,
    questions=(
        of_text(
            "Chủ thể",
            "subject",
            f"Mã CT, hoặc «{NEW}» để thêm chủ thể.",
            default=lambda book, row, _on: row.producer_id or getattr(producer_meant(book, row.proposer), "id", NEW),
            problem=_key_or_new(Producer),
        ),
        ask(Producer, "legal_form", _likely_form, needed=True, only=_new_subject),
        of_text(
            "Sản phẩm",
            "product",
            f"Mã SP đã có, hoặc «{NEW}» để thêm sản phẩm.",
            default=lambda book, row, _on: getattr(_product_meant(book, row), "id", NEW),
            problem=_key_or_new(Product),
        ),
        ask(Product, "name", lambda _book, row, _on: row.title, needed=True, only=_new_product),
        ask(Product, "section", c.SECTION_NEW, only=_new_product),
        ask(Product, "sector", _likely_sector, needed=True, only=_new_product),
        ask(Product, "product_set", _likely_set, only=_new_product),
        ask(Product, "potential", 3, only=_new_product),
        ask(Product, "from_year", _first_year, only=_new_product),
        ask(Product, "to_year", _result_year, only=_new_product),
    ),
    papers=("danh-sach-y-tuong",),
    leads_to=Product,
)
def idea_to_product(book: Book, row: Idea, on: date, answers: Answers) -> Changes:
    """Nothing that the idea says is typed again; its cycle begins on the day on which it was chosen."""
    draft = Draft(book, "lập sản phẩm từ ý tưởng")
    begun = row.reviewed or on
    producer = _producer(draft, row, answers)
    product = _product(draft, answers, producer, begun)
    draft.fill(row, producer_id=producer.id, product_id=product.id)
    cycle = cycle_of(book, product.id)
    lay_cycle(draft, product.id or "", begun, cycle)
    registered = row.received or begun
    for number in (1, 2):  # who registers an idea has been told of the programme (our reading)
        finish(draft, cycle.get(number) or draft.row(CycleStep, f"{product.id}-{number}"), registered)
    _first_class(draft, producer, begun)
    return draft.changes


def _producer(draft: Draft, row: Idea, answers: Answers) -> Producer:
    known = row_typed(draft.book, Producer, answers["subject"])
    return known or draft.add(Producer, name=row.proposer, legal_form=answers["legal_form"])


def _product(draft: Draft, answers: Answers, producer: Producer, begun: date) -> Product:
    known = row_typed(draft.book, Product, answers["product"])
    if known is not None:
        draft.fill(known, producer_id=producer.id, joined=begun)
        return known
    names = ("section", "name", "sector", "product_set", "potential", "from_year", "to_year")
    cells = {name: answers[name] for name in names}
    status = c.PRODUCT_STATUS.values[0]
    return new_product(draft, **cells, producer_id=producer.id, status=status, joined=begun)


def _first_class(draft: Draft, producer: Producer, begun: date) -> None:
    """Every subject is to be trained (khoản 2 mục II of the plan): a task, unless it has been."""
    content = first_class_task(producer)
    trained = any(row.producer_id == producer.id for row in draft.book[Training])
    if not trained and not any(task.content == content for task in draft.book[Task]):
        unit = draft.book.commune.office or "UBND xã"
        draft.add(
            Task,
            section="III.2",
            content=content,
            unit=unit,
            due=moved(begun, FIRST_CLASS.of(draft.book.commune)),
            state=c.WORK_TODO,
        )
