"""The results of score sheets as an officer reads them, in a terminal or a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from ocop_xl.jobs.score_entries import ScoreEntry, named
from ocop_xl.law.criteria import CriteriaSet, KnockOut
from ocop_xl.law.stars import FULL_SCORE, RECOGNISED_STARS, STAR_BANDS
from ocop_xl.model import Book, ScoreLine, spec_of
from ocop_xl.model import choices as c
from ocop_xl.scoring.book_scores import BookScores
from ocop_xl.scoring.knock_outs import notes_of
from ocop_xl.scoring.panel import FAR_APART, differences
from ocop_xl.scoring.reading import ARTICLE
from ocop_xl.scoring.score import Missed, Score, exact


def points(value: float) -> str:
    """`70`, `69,6667`: never rounded up to a band."""
    return f"{exact(value):g}".replace(".", ",")


def lines(book: Book, found: Sequence[ScoreEntry]) -> Iterator[str]:
    """All entries, after each dossier where its scorers are far apart, at the end what a rank is read from."""
    for dossier_id, of_dossier in groupby(found, key=lambda one: one.dossier_id.upper()):
        for entry in of_dossier:
            yield from _entry(entry)
        yield from _differences(book, dossier_id)
    if any(one.is_begun for one in found):
        yield f"Căn cứ: {ARTICLE}."


def _entry(entry: ScoreEntry) -> Iterator[str]:
    score = entry.score
    if score is None:
        yield f"{heading(entry)}: chưa tính được"
        yield f"  ✘ {entry.problem}"
        return
    if not entry.is_begun:
        yield f"{heading(entry)}: chưa chấm"
        return
    yield heading(entry)
    yield f"  {_result(score, so_far=bool(score.unanswered or entry.partial))}"
    yield from (f"  {line}" for line in _knocked_out(score))
    wrong = {one.criterion for one in entry.bad}
    blank = [code for code in score.unanswered if code not in wrong]
    if blank and not score.knocked_out:
        yield f"  Còn {len(blank)} tiêu chí chưa chấm, tính 0 điểm: {', '.join(blank)}"
    if entry.partial:
        counted = "mỗi tiêu chí chỉ tính trung bình các phiếu đã chấm tiêu chí ấy"
        yield f"  ⚠ {entry.partial}/{entry.members} phiếu chưa chấm đủ; {counted}"
    yield from (f"  {line}" for line in _barring(score))
    sheet = spec_of(ScoreLine).sheet
    yield from (f"  ✘ [{sheet}!{one.cell}] {one.message}" for one in entry.bad)


def heading(entry: ScoreEntry) -> str:
    """`HS02 Chả cá phi – UBND xã rà soát (phiếu HS02-XA, bộ QD26-08)`."""
    subject = f"{entry.dossier_id or '(chưa ghi hồ sơ)'} {(entry.product and entry.product.name) or ''}".rstrip()
    if entry.found is None:
        code = entry.score.criteria_set.code if entry.score else ""
        apart = f", không tính {entry.left_out} phiếu theo bộ khác" if entry.left_out else ""
        return f"{subject} – {c.SCORER_COUNCIL}, trung bình {entry.members} phiếu (bộ {code}{apart})"
    sheet = entry.found.sheet
    scorer = ", ".join(part for part in (sheet.scorer or "(chưa ghi bên chấm)", sheet.member) if part)
    return f"{subject} – {scorer} (phiếu {sheet.id}, bộ {sheet.criteria_set or '(chưa ghi)'})"


def _result(score: Score, *, so_far: bool) -> str:
    most = {part.code: part.max for part in score.criteria_set.parts}
    parts = ", ".join(f"{code} {points(value)}/{most[code]}" for code, value in score.parts.items())
    rank = f"{'tạm tính ' * so_far}{score.stars} sao" if score.stars else "không xếp hạng"
    return (
        f"{points(score.total)}/{FULL_SCORE} điểm ({parts}): theo điểm {score.stars_by_points} sao, "
        f"theo mức tối thiểu {score.stars_by_minima} sao → {rank}"
    )


def _knocked_out(score: Score) -> Iterator[str]:
    """The recorded reasons, and what the scoring sheet itself says of them."""
    for reason in score.knocked_out:
        yield f"Bị loại: {reason}."
        said = notes_of(score.criteria_set, reason)
        yield from (f"Bộ {score.criteria_set.code} ghi: {_note(one)}" for one in said)
        if not said:
            yield f"⚠ Bộ {score.criteria_set.code} không ghi lý do loại này, hãy xem lại ô «Lý do bị loại»."


def _note(note: KnockOut) -> str:
    return f"{note.at} – {note.text}" if note.at else note.text


# --- what stands against the next rank ----------------------------------------------------------------------


def _barring(score: Score) -> Iterator[str]:
    """Minima of the next rank that answers miss, its points if all is answered, and the doubts on those lines."""
    following = next((stars for stars in RECOGNISED_STARS if stars > score.stars), None)
    if following is None or score.knocked_out:
        return
    missed = [one for one in score.missed if one.stars <= following and one.has is not None]
    for stars, of_rank in groupby(missed, key=lambda one: one.stars):
        yield from _minima(score.criteria_set, stars, list(of_rank))
    lacking = next(band.at_least for band in STAR_BANDS if band.stars == following) - score.total
    if lacking > 0 and not score.unanswered:
        yield f"Thiếu {points(lacking)} điểm để vào khung điểm của {following} sao"
    for code in dict.fromkeys(one.criterion for one in missed):
        yield from (f"Lưu ý của bộ tiêu chí ở {code}: {text}" for text in score.criteria_set.remarks(code))


def _minima(criteria_set: CriteriaSet, stars: int, missed: list[Missed]) -> Iterator[str]:
    told = [f"{named(criteria_set, one.criterion)} cần {one.wants} điểm, đang {points(one.has or 0)}" for one in missed]
    if len(told) == 1:
        yield f"Thiếu mức tối thiểu của {stars} sao: {told[0]}"
    else:
        yield f"Thiếu {len(told)} mức tối thiểu của {stars} sao:"
        yield from (f"  {line}" for line in told)


# --- between scorers ----------------------------------------------------------------------------------------


def _differences(book: Book, dossier_id: str) -> Iterator[str]:
    """The subject, the commune and the council, each against the others."""
    scores = book.derived(BookScores)
    for one, other in combinations(c.SCORER.values, 2):
        first, second = scores.begun(dossier_id, one), scores.begun(dossier_id, other)
        if first is None or second is None:
            continue
        apart = [
            f"{d.criterion.code} {d.criterion.name}: {points(d.first)} – {points(d.second)}"
            for d in differences(first, second)
        ]
        if apart:
            yield f"{dossier_id}: {one} và {other} chênh từ {FAR_APART} điểm trở lên ở {len(apart)} tiêu chí:"
            yield from (f"  {line}" for line in apart)
