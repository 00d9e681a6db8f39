"""The way up to a rank as an officer reads it: where the product stands, then step by step, with what proves each."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.jobs.score_words import points
from ocop_xl.jobs.standing import Standing
from ocop_xl.law.criteria import Option
from ocop_xl.law.stars import FULL_SCORE, RECOGNISED_STARS
from ocop_xl.scoring.advice import Step, Way, kept_as_is


def way_in_words(now: Standing, way: Way) -> Iterator[str]:
    """Where the product stands, then the steps to the rank, line by line."""
    keys = ", ".join(part for part in (now.product.id, f"hồ sơ {now.dossier.id}" if now.dossier else "") if part)
    yield f"{now.product.name or now.product.id} ({keys}): đường lên {way.stars} sao"
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
