"""The scoring table of a criteria set as lines of a paper: parts, groups, criteria, levels, with what was chosen."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.law.criteria import CriteriaSet, Criterion, Heading, Option, Part
from ocop_xl.papers.context import Values
from ocop_xl.papers.facts import Gap, shown
from ocop_xl.scoring.answers import answer_of
from ocop_xl.scoring.book_scores import ScoredSheet
from ocop_xl.scoring.score import Answer, Score

PART, GROUP, CRITERION, LEVEL, NOTE = "phan", "nhom", "tieu_chi", "muc", "luu_y"
"""What a line is (`loai`), so that a template can print each in its own way."""
MARK = "x"
_CASES = {"a": "a) ", "b": "b) "}


def score_lines(scored: ScoredSheet) -> list[Values]:
    """The table from top to bottom; empty where the book has no such set."""
    if scored.criteria_set is None or scored.score is None:
        return []
    table = _Table(scored, scored.score)
    return [line for part in scored.criteria_set.parts for line in table.of_part(part)]


def self_scored(scored: ScoredSheet) -> list[Values]:
    """A line a criterion, in the set's order, with its evidence and the level that was chosen; parts between them."""
    lines: list[Values] = []
    for line in score_lines(scored):
        if line["loai"] in (PART, CRITERION):
            row = scored.lines.get(line["ma"].upper())
            lines.append(line | {"mo_ta": "", "minh_chung": (row.evidence if row else None) or ""})
        elif line["loai"] == LEVEL and line["chon"]:
            lines[-1]["mo_ta"] = line["noi_dung"]
    return lines


def begun(score: Score) -> bool:
    return bool(score.answered or score.knocked_out)


def open_label(scored: ScoredSheet) -> str:
    """One line for all criteria without an answer."""
    wanting = len(scored.score.unanswered) if scored.score else 0
    return f"Phiếu {scored.sheet.id}: còn {wanting} tiêu chí chưa chấm (trang Chấm điểm)"


class _Table:
    """The lines of one sheet."""

    def __init__(self, scored: ScoredSheet, score: Score) -> None:
        self.scored = scored
        self.score = score
        self.bad = {answer.criterion.upper() for answer in score.bad}

    def of_part(self, part: Part) -> Iterator[Values]:
        points = self.score.parts[part.code] if begun(self.score) else None
        yield self._line(PART, "", f"PHẦN {part.code}. {part.name}", part.max, points)
        for group in part.groups:
            if [one.code for one in group.criteria] != [group.code]:
                points = self.score.groups[group.code] if begun(self.score) else None
                yield self._line(GROUP, group.code, group.name, group.max, points)
            heading: Heading | None = None
            for one in group.criteria:
                if one.parent is not None and one.parent != heading:
                    yield self._line(GROUP, one.parent.code, one.parent.name, one.parent.max, None)
                heading = one.parent
                yield from self._of_criterion(one)

    def _of_criterion(self, one: Criterion) -> Iterator[Values]:
        line = self._line(CRITERION, one.code, one.name, one.max, self.score.points.get(one.code))
        if one.code not in self.score.points:
            label = open_label(self.scored)
            if one.code.upper() in self.bad:
                label = f"Phiếu {self.scored.sheet.id}: mức đã ghi ở tiêu chí {one.code} không có trong bộ tiêu chí"
            line["diem_cham"] = Gap(label)
        yield line
        for note in one.notes:
            yield self._line(NOTE, "", note, None, None)
        chosen = self._chosen(one)
        for level in one.levels:
            if level is chosen or (level in one.options and not level.implied):
                yield self._of_level(level, level is chosen)

    def _of_level(self, level: Option, chosen: bool) -> Values:
        text = f"{_CASES.get(level.case_letter, '')}{level.text}"
        line = self._line(LEVEL, "", text, level.points, None)
        return line | {"sao": "*" * (level.min_star or 0), "chon": MARK if chosen else ""}

    def _chosen(self, one: Criterion) -> Option | None:
        """The level of the answer that counts; None without a good one."""
        row = self.scored.lines.get(one.code.upper())
        if one.code not in self.score.points or row is None or row.level is None:
            return None
        answer = answer_of(one, row.level)
        points, case = answer if isinstance(answer, Answer) else (answer, "")
        fitting = [level for level in one.levels if level.points == points and case in ("", level.case_letter)]
        return fitting[0] if fitting else None

    def _line(self, kind: str, code: str, text: str, maximum: float | None, points: float | None) -> Values:
        return {
            "loai": kind,
            "ma": code,
            "noi_dung": text,
            "diem": "" if maximum is None else shown(float(maximum)),
            "sao": "",
            "chon": "",
            "diem_cham": "" if points is None else shown(float(points)),
        }


def remarks(criteria_set: CriteriaSet) -> list[str]:
    """What whoever signs has to know of the printed set and what has no place in a filed form: our readings of it."""
    noted = (*criteria_set.doubts, *criteria_set.corrections)
    said = [f"Bộ tiêu chí, mục {remark.at}: {remark.text}" for remark in noted]
    levels = [option for one in criteria_set.criteria for option in one.options]
    if any(option.abbr for option in levels):
        said.append("Một số câu dài của bộ tiêu chí đã rút gọn; đối chiếu văn bản đã ký khi cần.")
    if any(option.implied for option in levels):
        said.append("Mức suy ra từ điểm tối đa, không có trong bảng in, chỉ hiện khi được chọn (cách hiểu).")
    return said
