"""`ocop-xl merge BOOK OTHER`: what another copy of the workbook has – shown first, conflicts decided by name, written
only with --apply."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from ocop_xl.changes.contents import UNSAID, Contents
from ocop_xl.changes.merging.conflict import Choice, Conflict, answers
from ocop_xl.cli.alone import alone
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.errors import Refusal
from ocop_xl.jobs.copies import read_copy
from ocop_xl.jobs.merging import Merging, apply_merging, merging
from ocop_xl.jobs.merging_words import (
    apart_in_words,
    asked_in_words,
    base_in_words,
    broken_in_words,
    counts_in_words,
    diff_in_words,
    renumbered_in_words,
    sides_in_words,
)
from ocop_xl.model.table import spec_of

_REST = {"này": Choice.MINE, "kia": Choice.THEIRS}


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("other", type=Path, metavar="BẢN_KIA", help="bản sao mà người khác đã sửa (.xlsx)")
    command.add_argument("--base", type=Path, metavar="TỆP_GỐC", help="tệp mà hai bản cùng chép từ đó, nếu còn")
    command.add_argument(
        "--take",
        action="append",
        default=[],
        metavar="CHỖ=CHỌN",
        help='chọn cho một chỗ hai bản khác nhau, ví dụ "Hồ sơ/HS01/Ngày gửi tỉnh=kia"; ghi được nhiều lần',
    )
    command.add_argument("--choose", choices=list(_REST), help="mọi chỗ còn lại: lấy bản này hay bản kia")
    command.add_argument("--force", action="store_true", help="ghép cả khi hai tệp có vẻ là hai sổ khác nhau")
    command.add_argument("--apply", action="store_true", help="ghi vào sổ đúng như đã xem trước, có bản sao lưu")
    add_wait(command)


def run(options: Namespace) -> int:
    chosen = answers(_pair(text) for text in options.take)
    return alone(options, partial(_merge, options, chosen), writes=options.apply)


def _pair(text: str) -> tuple[str, str]:
    name, sign, choice = text.rpartition("=")
    if not sign:
        raise Refusal(f"--take «{text}» thiếu dấu =; hãy ghi tên chỗ rồi =này, =kia hoặc =gốc.")
    return name, choice


def _merge(options: Namespace, chosen: Mapping[str, Choice]) -> int:
    path: Path = options.book
    found = merging(
        read_copy(path),
        read_copy(options.other),
        chosen,
        base=read_copy(options.base) if options.base else None,
        folder=path.resolve().parent,
        rest=_REST.get(options.choose),
        force=options.force,
    )
    _refuse_unknown(found, chosen)
    if not options.json:
        for line in _told(found):
            print(line)
    backup = apply_merging(path, found) if options.apply else None
    if options.json:
        print_json(_as_json(found) | {"applied": backup is not None})
    else:
        print(_last_words(found, path, backup))
    return ERRORS_FOUND if found.apart or found.merged.open or found.merged.broken else DONE


def _refuse_unknown(found: Merging, chosen: Mapping[str, Choice]) -> None:
    """A choice that meets nothing would be believed to have been followed."""
    known = {one.name: one for one in found.merged.conflicts}
    for name, choice in chosen.items():
        if name not in known:
            raise Refusal(f"Không có chỗ nào tên «{name}» phải chọn; hãy chép đúng tên như lệnh in ra.")
        if choice not in known[name].choices:
            words = ", ".join(f"«{one}»" for one in known[name].choices)
            raise Refusal(f"Chỗ «{name}» không chọn «{choice}» được; hãy chọn {words}.")


def _told(found: Merging) -> Iterator[str]:
    merged = found.merged
    yield from apart_in_words(found.mine, found.theirs)
    yield base_in_words(found)
    if found.is_nothing:
        return
    if merged.rows:
        yield f"Lấy từ «{found.theirs.name}»: {counts_in_words(merged.rows)}."
        yield from diff_in_words(merged.rows)
    yield from renumbered_in_words(merged)
    for one in merged.conflicts:
        yield from _conflict_in_words(one, merged.contents)
    if merged.broken:
        yield "Ghép xong cần xem lại:"
        yield from broken_in_words(merged)


def _conflict_in_words(one: Conflict, merged: Contents) -> Iterator[str]:
    base, mine, theirs = sides_in_words(one)
    yield f"? {one.clash.capitalize()} – {asked_in_words(one, merged)}"
    for side, words in (("gốc", base), ("bản này", mine), ("bản kia", theirs)):
        if words:
            yield f"      {side}: {words}"
    if one.choice is None:
        first, *others = map(_short, one.choices)
        yield f'      chọn: --take "{one.name}={first}" (hoặc {", ".join(f"={other}" for other in others)})'
    else:
        yield f"      đã chọn: {one.choice}"


def _short(choice: Choice) -> str:
    """The word of an answer that tells it from the others: `kia`, `hai`."""
    first, last = choice.split()
    return last if first == "bản" else first


def _last_words(found: Merging, path: Path, backup: Path | None) -> str:
    if backup:
        return (
            f"Đã ghép {len(found.merged.changes)} ô từ «{found.theirs.name}» vào {path.name}; "
            f"bản trước khi ghi ở {backup}.\n"
            f"Từ nay hai người cùng làm trên bản đã ghép: hãy gửi {path.name} cho người giữ «{found.theirs.name}»."
        )
    if found.is_nothing:
        return f"«{found.theirs.name}» không có gì mới so với {path.name}."
    if left := len(found.merged.open):
        return f"Chưa ghi gì vào sổ. Còn {left} chỗ phải chọn: thêm --take như trên, hoặc --choose này|kia cho mọi chỗ."
    return "Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply."


def _as_json(found: Merging) -> dict[str, object]:
    merged = found.merged
    return {
        "base": found.base.where if found.base else None,
        "changes": [change._asdict() for change in merged.changes],
        "conflicts": [_conflict_as_json(one) for one in merged.conflicts],
        "renumbered": [
            {"table": one.spec.name, "before": one.before, "after": one.after, "joined": one.joined}
            for one in merged.renumbered
        ],
        "broken": [
            {
                "table": one.reference.spec.name,
                "row_id": one.reference.row_id,
                "column": one.reference.column.header,
                "value": one.reference.value,
                "other": one.other_id or None,
            }
            for one in merged.broken
        ],
        "apart": [
            {"file": copy.name, "table": spec_of(one.kind).name, "row_id": one.row_id, "row": one.at}
            for copy, one in found.apart
        ],
    }


def _conflict_as_json(one: Conflict) -> dict[str, object]:
    cells = [
        {
            "column": cell.column.header,
            **{
                side: None if value is UNSAID else value
                for side, value in (("base", cell.base), ("mine", cell.mine), ("theirs", cell.theirs))
            },
        }
        for cell in one.cells
    ]
    return {
        "name": one.name,
        "kind": one.clash.name.lower(),
        "table": one.spec.name,
        "row_id": one.row_id,
        "other": one.other_id or None,
        "cells": cells,
        "choices": list(one.choices),
        "choice": one.choice,
    }
