"""`ocop-xl advise BOOK PRODUCT`: the shortest way to a rank, step by step, with the papers that prove each step."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book
from ocop_xl.errors import Refusal
from ocop_xl.jobs.standing import Standing, standing
from ocop_xl.jobs.way_words import way_in_words
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.scoring.advice import Way, way_up
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("product", metavar="SẢN_PHẨM", help="Mã SP, Mã HS hoặc tên sản phẩm")
    command.add_argument(
        "--stars",
        type=int,
        choices=RECOGNISED_STARS,
        metavar="SAO",
        help="hạng muốn đạt: 3, 4 hoặc 5 (mặc định: «Hạng đề nghị» của hồ sơ, rồi «Tiềm năng» của sản phẩm)",
    )


def run(options: Namespace) -> int:
    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    now = standing(book, options.product, book.day(options.on))
    way = way_up(now.score, options.stars or _wanted(now), case=now.case)
    bad = sum(len(one.score.bad) for one in now.sheets if one.score)
    if options.json:
        print_json(as_json(now, way))
    else:
        for line in way_in_words(now, way):
            print(line)
        if bad:
            print(f"⚠ {bad} mức chọn chưa đúng nên chưa được tính; lệnh ocop-xl score cho biết ở ô nào.")
    return ERRORS_FOUND if bad else DONE


def _wanted(now: Standing) -> int:
    """«Hạng đề nghị» of the dossier, else «Tiềm năng» of the product."""
    wanted = (now.dossier.stars if now.dossier else None) or now.product.potential
    if wanted is None:
        raise Refusal(
            f"Sản phẩm {now.product.id or now.product.name} chưa ghi «Hạng đề nghị» hay «Tiềm năng»; "
            "hãy cho biết hạng muốn đạt, ví dụ --stars 4."
        )
    return wanted


def as_json(now: Standing, way: Way) -> dict[str, Any]:
    return {
        "product": now.product.id,
        "product_name": now.product.name,
        "dossier": now.dossier.id if now.dossier else None,
        "sheet": now.sheet.sheet.id if now.sheet else None,
        "scorer": now.scorer or None,
        "criteria_set": now.score.criteria_set.code,
        "answered": now.score.answered,
        "stars": now.score.stars,
        "wanted": way.stars,
        "reachable": way.reachable,
        "reason": way.reason or None,
        "total_before": way.total_before,
        "total_after": way.total_after,
        "steps": [
            {
                "criterion": step.criterion.code,
                "name": step.criterion.name,
                "has": step.has,
                "to_points": step.to.points,
                "to_level": step.to.label,
                "gain": step.gain,
                "for_rank": step.for_rank,
                "evidence": [line.number for line in step.proofs],
            }
            for step in way.steps
        ],
    }
