"""`ocop-xl step BOOK NAME KEY`: one step forward on a row – shown first, written only with --apply. `--list` says which
steps a row can take."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial

from ocop_xl.cli.alone import alone
from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.errors import Refusal
from ocop_xl.jobs.next_step import action_of, as_json, in_words, plan_of, unanswered
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model import Book
from ocop_xl.programme.steps.steps import Plan, all_steps, plan, row_named, step_named, steps_for
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("name", nargs="?", default="", metavar="BƯỚC", help="tên của bước, ví dụ receive-dossier")
    command.add_argument(
        "key", nargs="?", default="", metavar="MÃ", help="mã của dòng, ví dụ HS06; để trống: dòng «Thông tin xã»"
    )
    command.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="CÂU_HỎI=TRẢ_LỜI",
        help='trả lời câu hỏi của bước, ví dụ "ngay-nhan=05/10/2026"; ghi được nhiều lần; "-" là để trống ô',
    )
    command.add_argument("--apply", action="store_true", help="ghi vào sổ đúng những ô đã xem trước")
    command.add_argument(
        "--list",
        nargs="?",
        const="",
        metavar="MÃ",
        help="các bước làm được ở dòng mang mã ấy; không ghi mã: mọi bước có trong phần mềm",
    )
    add_wait(command)


def run(options: Namespace) -> int:
    if options.list is not None:
        key = options.list or options.name
        return _list_of(options, key) if key else _list_all(json=options.json)
    if not options.name:
        raise Refusal(
            "Hãy ghi tên bước và mã dòng, ví dụ: step SO.xlsx receive-dossier HS06; --list HS06 liệt kê các bước."
        )
    answers = _answers(options.answer)
    return alone(options, partial(_do, options, answers), writes=options.apply)


def _answers(given: list[str]) -> dict[str, str]:
    """`ngay-nhan=05/10/2026` → {question: answer}; the first sign parts them, an answer may hold more."""
    answers = {}
    for pair in given:
        name, sign, answer = pair.partition("=")
        if not sign or not name.strip():
            raise Refusal(
                f"Câu trả lời «{pair}» chưa đúng dạng câu_hỏi=trả_lời, ví dụ: --answer ngay-nhan=05/10/2026; "
                "lệnh step không có --apply cho xem các câu hỏi."
            )
        answers[name] = answer
    return answers


def _list_all(*, json: bool) -> int:
    steps = all_steps().values()
    if json:
        print_json([{"step": one.id, "label": one.label, "article": one.article} for one in steps])
    else:
        print("\n".join(f"{one.id:<20} {one.label} – từ trang {one.sheets}" for one in steps))
    return DONE


def _list_of(options: Namespace, key: str) -> int:
    """Every step that the row can take, with what it would ask and write."""
    book = _book(options)
    row, on = row_named(book, key), book.day(options.on)
    found = [plan(book, one, row, on) for one in steps_for(book, row, on)]
    if options.json:
        print_json([as_json(one) for one in found])
    elif not found:
        print(f"Ở dòng {key} hiện không có bước nào để làm.")
    else:
        print("\n".join(line for one in found for line in in_words(one)))
    return DONE


def _book(options: Namespace) -> Book:
    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    return book


def _do(options: Namespace, answers: dict[str, str]) -> int:
    step, book = step_named(options.name), _book(options)
    found = plan_of(book, step, row_named(book, options.key), book.day(options.on), answers)
    if options.apply and found.open:
        raise Refusal(f"{unanswered(found)} Hãy thêm --answer cho từng câu.")
    if not options.json:
        print("\n".join(in_words(found)), flush=True)
    backup = None
    if options.apply and found.changes:
        from ocop_xl.sheets.writing.patch import apply_changes

        backup = apply_changes(options.book, book, found.changes, action=action_of(found.step))
    if options.json:
        print_json(as_json(found) | {"applied": bool(backup)})
    elif backup is not None:
        print(f"Đã ghi vào {options.book.name}; bản trước khi ghi ở {backup}.")
        _tell_papers(options, found)
    elif found.changes:
        print("Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply.")
    elif found.offered:
        _tell_papers(options, found)
    return DONE


def _tell_papers(options: Namespace, done: Plan) -> None:
    """The command that makes what usually follows."""
    if done.step.papers:
        from ocop_xl.jobs.step_papers import papers_command

        book = _book(options)
        command = papers_command(book, options.book.name, done.step, done.row, book.day(options.on))
        print(f"Văn bản thường lập tiếp: {command}")
