"""`ocop-xl criteria BOOK FILE`: a criteria set of another decision into the workbook – checked and shown first, written
only with --apply."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.cli.alone import alone
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.errors import Refusal
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.law.criteria import CriteriaSet
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book, CriterionLine, spec_of
from ocop_xl.model.book import UnreadCell
from ocop_xl.rules.rule import shown
from ocop_xl.scoring.own_sets import SetProblem, by_set, own_set, problems_of, sheet_lines
from ocop_xl.sheets.importing.criteria_file import CriteriaFile, read_criteria_file
from ocop_xl.sheets.reading.read import read_book

_SPEC = spec_of(CriterionLine)
_ORDER = {column.header: at for at, column in enumerate(_SPEC.columns)}


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument(
        "file", type=Path, metavar="TỆP", help="bảng mỗi dòng một mức điểm, tên cột như ở trang «Tiêu chí»"
    )
    command.add_argument("--code", metavar="MÃ", help="mã của bộ khi tệp không có cột «Bộ», ví dụ QD148-08")
    command.add_argument("--apply", action="store_true", help="ghi vào trang «Tiêu chí» khi bộ không còn lỗi")
    add_wait(command)


def run(options: Namespace) -> int:
    return alone(options, partial(_load, options), writes=options.apply)


def _load(options: Namespace) -> int:
    book = read_book(options.book, own_sets=True)
    refuse_if_incomplete(book, options.book.name)
    file = read_criteria_file(options.file, (options.code or "").strip())
    sets = by_set(file.lines)
    problems = _problems(file, sets)
    fresh = [] if problems else _fresh(book, sets, options.book.name)
    if not options.json:
        _print(file, sets, problems)
    backup = _apply(options.book, book, fresh, file.name) if options.apply and fresh else None
    if options.json:
        print_json(_as_json(file, sets, problems) | {"applied": bool(backup)})
    elif not problems:
        print(_ending(options.book, fresh, backup))
    return ERRORS_FOUND if problems else DONE


def _problems(file: CriteriaFile, sets: dict[str, list[CriterionLine]]) -> list[dict[str, Any]]:
    """Row, column, what stands there, sentences; in the order of the file."""
    unread = {(id(cell.row), cell.column.attribute) for cell in file.unread}
    found = [_unread(cell) for cell in file.unread] + [
        _problem(problem)
        for lines in sets.values()
        for problem in problems_of(lines)
        if (id(problem.line), problem.attribute) not in unread
    ]
    return sorted(found, key=lambda one: (one["row"], _ORDER[one["column"]]))


_UNREAD = {
    "not_a_number": ("không phải là số", "gõ lại bằng chữ số, không kèm chữ."),
    "not_stars": ("không phải là hạng sao", "ghi 3, 4, 5, *** hoặc để trống."),
    "error_cell": ("là lỗi của công thức", "sửa công thức hoặc gõ lại giá trị."),
}


def _unread(cell: UnreadCell) -> dict[str, Any]:
    rule, remedy = _UNREAD[cell.problem]
    return _told(cell.row.at, cell.column.header, cell.text, rule, remedy)


def _problem(problem: SetProblem) -> dict[str, Any]:
    column = _SPEC.column(problem.attribute)
    seen = shown(getattr(problem.line, problem.attribute), column.kind)
    return _told(problem.line.at, column.header, seen, problem.rule, problem.remedy)


def _told(row: int, header: str, seen: str, rule: str, remedy: str) -> dict[str, Any]:
    message = f"«{header}» đang là “{seen}” — {rule}."
    return {"row": row, "column": header, "saw": seen, "message": message, "fix": f"Hãy {remedy}"}


# --- into the workbook --------------------------------------------------------------------------------------


def _fresh(book: Book, sets: dict[str, list[CriterionLine]], name: str) -> list[CriterionLine]:
    """Lines that the workbook does not have yet. A set is never changed under the scores given by it."""
    there = by_set(book[CriterionLine])
    fresh: list[CriterionLine] = []
    for code, lines in sets.items():
        wanted = sheet_lines(lines)
        if code not in there:
            fresh += wanted
        elif there[code] != wanted:
            raise Refusal(
                f"Sổ «{name}» đã có bộ {code} với nội dung khác, phần mềm không sửa bộ đang dùng để chấm. "
                "Hãy nạp bộ này với mã khác."
            )
    return fresh


def _apply(path: Path, book: Book, lines: Sequence[CriterionLine], source: str) -> Path | None:
    """Whatever goes wrong here ends the command before it says that anything was written."""
    from ocop_xl.sheets.writing.patch import apply_changes

    changes = [
        Change(_SPEC.name, line.id or "", column.header, None, value, f"nạp từ {source}")
        for line in lines
        for column in _SPEC.columns
        if (value := getattr(line, column.attribute)) is not None
    ]
    return apply_changes(path, book, changes, action="Nạp bộ tiêu chí")


# --- words --------------------------------------------------------------------------------------------------


def _print(file: CriteriaFile, sets: dict[str, list[CriterionLine]], problems: list[dict[str, Any]]) -> None:
    for line in file.left_out:
        print(f"Bỏ qua dòng {line.at} của {file.name}: không có mã tiêu chí, điểm và mức.")
    if problems:
        print(f"Bộ tiêu chí trong {file.name} chưa dùng được, có {len(problems)} chỗ phải sửa:")
        for one in problems:
            print(f"  [dòng {one['row']}] {one['message']} {one['fix']}")
        return
    for lines in sets.values():
        found = own_set(lines)
        if found:
            print(_summary(found))


def _summary(found: CriteriaSet) -> str:
    parts = ", ".join(f"phần {part.code} {part.max} điểm" for part in found.parts)
    minima = ", ".join(f"{stars} sao {len(found.minima(stars))}" for stars in RECOGNISED_STARS)
    levels = sum(len(one.levels) for one in found.criteria)
    return (
        f"Bộ {found.code}: {len(found.criteria)} tiêu chí, {levels} mức; {parts}.\n"
        f"  Số tiêu chí có mức tối thiểu: {minima}."
    )


def _ending(path: Path, fresh: Sequence[CriterionLine], backup: Path | None) -> str:
    if not fresh:
        return f"Sổ {path.name} đã có đúng bộ này, không có gì mới để ghi."
    if backup is None:
        return "Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply."
    codes = ", ".join(dict.fromkeys(line.set_code or "" for line in fresh))
    return (
        f"Đã ghi {len(fresh)} dòng vào trang «Tiêu chí» của {path.name}; bản trước khi ghi ở {backup}.\n"
        f"Để chấm theo bộ này, ghi mã {codes} vào cột «Bộ tiêu chí» của trang «Kết quả chấm»."
    )


def _as_json(
    file: CriteriaFile, sets: dict[str, list[CriterionLine]], problems: list[dict[str, Any]]
) -> dict[str, Any]:
    made = [found for lines in sets.values() if (found := own_set(lines))]
    return {
        "sets": [
            {
                "code": found.code,
                "criteria": len(found.criteria),
                "parts": {part.code: part.max for part in found.parts},
                "minima": {str(stars): found.minima(stars) for stars in RECOGNISED_STARS},
            }
            for found in made
        ],
        "problems": problems,
        "left_out": [line.at for line in file.left_out],
    }
