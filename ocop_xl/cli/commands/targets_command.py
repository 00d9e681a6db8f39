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
from ocop_xl.model import Book
from ocop_xl.programme.flow import TargetFlow, measure_flow
from ocop_xl.programme.targets import TargetResult, measure_targets
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
    results = measure_targets(book, last)
    if options.json:
        print_json([as_json(result) for result in results])
        return DONE
    print(f"Chỉ tiêu tính đến ngày {last:%d/%m/%Y}:")
    print_targets(results, how=True)
    return DONE


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
    }


def _plain(value: float | None) -> float | None:
    """Whole numbers without `.0`."""
    return int(value) if value is not None and float(value).is_integer() else value


def print_targets(results: Sequence[TargetResult], *, how: bool) -> None:
    for result in results:
        print(f"  {result}")
        if how:
            print(f"      {result.how}")
