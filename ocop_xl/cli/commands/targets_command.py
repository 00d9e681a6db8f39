"""`ocop-xl targets BOOK [--from DAY]`: the plan's targets, whether met, what was counted, and what a period brought."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date, timedelta

from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_book
from ocop_xl.cli.parser import day
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Target
from ocop_xl.programme.flow import TargetFlow, measure_flow
from ocop_xl.programme.targets import TargetResult, result_of
from ocop_xl.programme.uncounted import UNCOUNTED, missing_for, named
from ocop_xl.programme.years import YearPromise, promises
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument(
        "--from",
        dest="first",
        type=day,
        metavar="NGÀY",
        help="xem cả phần tăng, giảm trong kỳ từ ngày này đến ngày --on, ví dụ 01/10/2026",
    )


def run(options: Namespace) -> int:
    book = read_book(options.book)
    last = book.day(options.on)
    missing = book.lacking()
    if missing:
        print(f"⚠ Sổ thiếu {missing}: các số dưới đây chưa đủ.", file=sys.stderr)
    if options.first is not None:
        return _tell_flow(book, options.first, last, json=options.json)
    if options.json:
        print_json([_standing_as_json(target, book, last) for target in book[Target]])
        return DONE
    print(f"Chỉ tiêu tính đến ngày {last:%d/%m/%Y}:")
    for target in book[Target]:
        result = result_of(target, book, last)
        print_targets([result], how=True)
        _tell_missing_and_years(target, result, book, last)
    return DONE


def _tell_missing_and_years(target: Target, result: TargetResult, book: Book, on: date) -> None:
    missing = missing_for(target.measure, book, on)
    if missing:
        rule = UNCOUNTED[target.measure or ""].rule
        print(f"      Còn {len(missing)} {rule}: {'; '.join(map(named, missing))}.")
    for promise in promises(target, book, on):
        print(f"      {_year_line(promise, result)}")


def _year_line(promise: YearPromise, result: TargetResult) -> str:
    """`Năm 2026: ✔ Đạt – mức 2 sản phẩm, đã có 3 sản phẩm`"""
    reached = "chưa tới năm này" if promise.actual is None else f"đã có {result.amount(promise.actual)}"
    verdict = f"{promise.verdict} – " if promise.actual is not None else ""
    return f"Năm {promise.year}: {verdict}mức {result.amount(promise.level)}, {reached}"


def _standing_as_json(target: Target, book: Book, on: date) -> dict[str, object]:
    """The figure, who does not count yet (by key), and each year's promise beside what was reached."""
    years = [
        {"year": one.year, "level": _plain(one.level), "actual": _plain(one.actual), "met": one.met}
        for one in promises(target, book, on)
    ]
    return as_json(result_of(target, book, on)) | {"years": years}


def _tell_flow(book: Book, first: date, last: date, *, json: bool) -> int:
    if first > last:
        raise Refusal(f"Kỳ bắt đầu ngày {first:%d/%m/%Y}, sau ngày cuối {last:%d/%m/%Y}: hãy sửa --from hoặc --on.")
    flows = measure_flow(book, first, last)
    if json:
        print_json([flow_as_json(flow) for flow in flows])
        return DONE
    before = first - timedelta(days=1)
    print(f"Chỉ tiêu tính đến ngày {last:%d/%m/%Y}, so với hết ngày {before:%d/%m/%Y}:")
    for flow in flows:
        print(f"  {flow.result}")
        print(f"      {flow}")
        print(f"      {flow.result.how}")
    return DONE


def flow_as_json(flow: TargetFlow) -> dict[str, object]:
    """The target on the last day, with the figure before the period and the difference."""
    return as_json(flow.result) | {"before": _plain(flow.before.actual), "change": _plain(flow.change)}


def as_json(result: TargetResult) -> dict[str, object]:
    return {
        "id": result.id,
        "name": result.name,
        "target": _plain(result.minimum),
        "aspiration": _plain(result.aspiration),
        "actual": _plain(result.actual),
        "unit": result.unit,
        "met": result.met,
        "how": result.how,
        "missing": list(result.missing),
    }


def _plain(value: float | None) -> float | None:
    """Whole numbers without `.0`."""
    return int(value) if value is not None and float(value).is_integer() else value


def print_targets(results: Sequence[TargetResult], *, how: bool) -> None:
    for result in results:
        print(f"  {result}")
        if how:
            print(f"      {result.how}")
