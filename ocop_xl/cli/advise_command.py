"""`ocop-xl advise BOOK PRODUCT`: the shortest way to a rank, step by step, with the papers that prove each step."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book
from ocop_xl.errors import Refusal
from ocop_xl.jobs.score_words import points
from ocop_xl.jobs.standing import Standing, standing
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.law.criteria import Option
from ocop_xl.law.stars import FULL_SCORE, RECOGNISED_STARS
from ocop_xl.scoring.advice import Step, Way, kept_as_is, way_up
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


# --- words --------------------------------------------------------------------------------------------------


def way_in_words(now: Standing, way: Way) -> Iterator[str]:
    """Where the product stands, then the steps to the rank, line by line."""
    keys = ", ".join(part for part in (now.product.id, f"hồ sơ {now.dossier.id}" if now.dossier else "") if part)
    yield f"{now.product.name} ({keys}): đường lên {way.stars} sao"
    yield f"  {_now(now)}"
    if way.reason:
        yield f"  {way.reason}"
    if not way.steps:
        return
    yield f"  {_title(now, len(way.steps))}"
    for number, step in enumerate(way.steps, 1):
        yield from _step(now, number, step, way.stars)
    yield f"  Xong các bước: {points(way.total_after)}/{FULL_SCORE} điểm, đủ hai điều kiện của {way.stars} sao."
    yield from (f"  Không tính đến {line}" for line in _left_alone(now))
    yield (
        "  Đây là đường ngắn nhất tính theo điểm của bảng chấm, không phải lời bảo đảm được công nhận "
        "(cách hiểu của phần mềm)."
    )


def _now(now: Standing) -> str:
    code = now.score.criteria_set.code
    if not now.score.answered and not now.score.knocked_out:
        return f"Hiện nay: chưa tiêu chí nào được chấm (bộ {code})."
    by = f"phiếu {now.sheet.sheet.id}" if now.sheet else f"trung bình {len(now.sheets)} phiếu"
    rank = f"{now.score.stars} sao" if now.score.stars else "không xếp hạng"
    blank = len(now.score.unanswered)
    so_far = f"; còn {blank} tiêu chí chưa chấm, tính 0 điểm" if blank else ""
    total = f"{points(now.score.total)}/{FULL_SCORE} điểm, {rank}"
    return f"Hiện nay: {total} (theo {now.scorer}, {by}, bộ {code}){so_far}."


def _title(now: Standing, steps: int) -> str:
    if not now.score.answered:
        return f"Những mức cần đạt, ở {steps} tiêu chí (khi đã chấm thì chỉ còn những việc phải làm thêm):"
    return f"Cần {steps} bước:"


def _step(now: Standing, number: int, step: Step, wanted: int) -> Iterator[str]:
    why = _why(step, wanted)
    yield f"  {number}. {step.criterion.code} {step.criterion.name}: thêm {points(step.gain)} điểm ({why})"
    if now.score.answered:
        yield f"     Đang: {_present(now, step)}"
    yield f"     Cần: {step.to.label}"
    if step.proofs:
        yield f"     Minh chứng (Mẫu 02): {'; '.join(line.label for line in step.proofs)}"
    else:
        yield "     Minh chứng: Mẫu 02 không có giấy tờ cho tiêu chí này, hội đồng xem trực tiếp"


def _why(step: Step, wanted: int) -> str:
    """The minimum that it mends, and whether it goes further for the points' sake."""
    if step.for_rank is None:
        return "để đủ tổng điểm"
    needed = {stars: step.criterion.minimum(stars) for stars in RECOGNISED_STARS if stars <= wanted}
    minima = ", ".join(f"{stars} sao là {least}" for stars, least in needed.items() if least and stars >= step.for_rank)
    further = "; cao hơn để đủ tổng điểm" if step.to.points > max(needed.values()) else ""
    return f"mức tối thiểu của {minima} điểm{further}"


def _present(now: Standing, step: Step) -> str:
    if step.has is None:
        return "chưa chấm"
    level = _level(step, now.case) if now.sheet else None
    return level.label if level else f"{points(step.has)} điểm (trung bình)"


def _level(step: Step, case: str) -> Option | None:
    fitting = (one for one in step.criterion.levels if one.case_letter in ("", case))
    return next((one for one in fitting if one.points == step.has), None)


def _left_alone(now: Standing) -> Iterator[str]:
    """Criteria below their maximum that nobody is advised to change."""
    for one in now.score.criteria_set.criteria:
        reason = kept_as_is(now.score.criteria_set).get(one.code)
        if reason and now.score.points.get(one.code, 0) < one.max:
            yield f"{one.code} {one.name}: {reason}."
