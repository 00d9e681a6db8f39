"""The plan's targets on a day: minimum, aspiration, actual, whether met, and which rows were counted."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Target
from ocop_xl.programme.measure import Counted, tenths
from ocop_xl.programme.measures import MEASURES
from ocop_xl.programme.uncounted import missing_for
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import figure

UNSET, UNKNOWN = "– Chưa đặt mức", "– Chưa có số liệu"
ASPIRATION_MET, MET, NOT_MET = "★ Đạt mức phấn đấu", "✔ Đạt", "✘ Chưa đạt"


class TargetResult(NamedTuple):
    """One target on one day. `actual` is the figure with one decimal, `counted` before it was rounded; `ratio` is what
    was counted in percent of the minimum, at most 100; `met` is None while the minimum or the figure is missing; `how`
    names the rows counted, `missing` are the keys of the products or subjects that do not count yet."""

    id: str
    name: str
    short_name: str
    unit: str
    minimum: float | None
    aspiration: float | None
    actual: float | None
    how: str
    missing: tuple[str, ...] = ()
    counted: float | None = None

    @property
    def met(self) -> bool | None:
        if self.minimum is None or self.actual is None:
            return None
        return self.actual >= self.minimum

    @property
    def ratio(self) -> float | None:
        if self.minimum is None or self.counted is None:
            return None
        return 100.0 if self.met else tenths(100 * self.counted / self.minimum)

    @property
    def verdict(self) -> str:
        """The symbol and words of the column «Kết quả»."""
        if self.met is None:
            return UNSET if self.minimum is None else UNKNOWN
        if not self.met:
            return NOT_MET
        aspired = self.aspiration is not None and (self.actual or 0) >= self.aspiration
        return ASPIRATION_MET if aspired else MET

    def __str__(self) -> str:
        """`✔ Đạt  Số sản phẩm OCOP: 7 sản phẩm (tối thiểu 7 sản phẩm)`"""
        actual = "chưa có số liệu" if self.actual is None else self.amount(self.actual)
        return f"{self.verdict}  {self.name}: {actual} (tối thiểu {self._wanted()})"

    def _wanted(self) -> str:
        if self.minimum is None:
            return "chưa đặt"
        aspired = f", phấn đấu {figure(self.aspiration)}" if self.aspiration is not None else ""
        return f"{self.amount(self.minimum)}{aspired}"

    def amount(self, value: float) -> str:
        """`40%`, `7 sản phẩm`"""
        return f"{figure(value)}%" if self.unit == "%" else f"{figure(value)} {self.unit}"


def measure_targets(book: Book, on: date) -> list[TargetResult]:
    """Every target of the sheet «Chỉ tiêu», in its order."""
    return [result_of(target, book, on) for target in book[Target]]


def result_of(target: Target, book: Book, on: date) -> TargetResult:
    """What stands behind one target on the day: the figure, how it was counted, who is missing. A target without a
    known measure keeps its line, with `actual` None."""
    spec = MEASURES.get(target.measure or "")
    counted = spec.reckon(book, on) if spec else Counted(None, "Chưa chọn cách đếm.")
    return TargetResult(
        id=target.id or "",
        name=target.name or "",
        short_name=target.short_name or target.name or "",
        unit=target.unit or "",
        minimum=target.minimum,
        aspiration=target.aspiration,
        actual=None if counted.value is None else tenths(counted.value),
        how=counted.how,
        missing=tuple(item.id or "" for item in missing_for(target.measure, book, on)),
        counted=counted.value,
    )
