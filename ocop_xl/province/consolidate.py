"""From what the communes have sent to one workbook of the province."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.office.files import read_file
from ocop_xl.office.guard import MAX_FILE
from ocop_xl.office.safe_write import create_file, replace_safely
from ocop_xl.province.arrivals import arrivals
from ocop_xl.province.choosing import Judged
from ocop_xl.province.gathering import gather
from ocop_xl.province.kept import FOLDER, Kept
from ocop_xl.province.spread import Tell, workers
from ocop_xl.province.summary.judgements import Judgement, judgements_in
from ocop_xl.province.summary.workbook import summary_workbook
from ocop_xl.records import NamedTuple


class Consolidated(NamedTuple):
    """`files` is every file with what became of it."""

    path: Path
    files: tuple[Judged, ...]

    @property
    def used(self) -> int:
        return sum(one.used for one in self.files)

    @property
    def to_do(self) -> bool:
        return any(one.fate.to_do for one in self.files)

    @property
    def set_aside(self) -> tuple[Judged, ...]:
        return tuple(one for one in self.files if not one.used)


def consolidate(
    places: Iterable[Path],
    out: Path,
    on: date | None = None,
    *,
    executor: Executor | None = None,
    processes: int | None = None,
    keep: bool = True,
    tell: Tell | None = None,
) -> Consolidated:
    """Write the province's workbook `out` of all that lies at these places, as of the day.

    `executor` does the reading if it is given; else as many processes as the work is worth, at most `processes`. A
    workbook of the province that stands at `out` is replaced, and what people have decided in it is carried over; any
    other file is left alone. `keep`: results stay in a folder beside `out`; what has not changed is not read again.
    """
    day = on or date.today()
    before, judgements = _before(out)
    kept = Kept(out.parent / FOLDER, day.isoformat()) if keep else None
    files = list(arrivals(places, ours=[out]))
    if not files:
        raise ExchangeError("Không có tệp nào ở nơi đã chọn; hãy chọn thư mục có gói hoặc sổ các xã gửi.")
    with (
        workers(len(files), processes) if executor is None else nullcontext(executor) as crew,
        gather(files, day.isoformat(), crew, kept, tell) as gathered,
    ):
        content = summary_workbook(gathered, day, judgements)
        judged = tuple(gathered.judged)
    if before is None:
        create_file(out, content)
    else:
        replace_safely(out, content, seen=before)
    if kept:
        kept.forget_the_rest()
    return Consolidated(out, judged)


def _before(out: Path) -> tuple[bytes | None, Mapping[str, Judgement]]:
    """What stands at `out`, and the judgements in it; refused for a file that is not ours to replace."""
    if out.suffix.lower() != ".xlsx":
        raise ExchangeError(f"«{out.name}»: bảng tổng hợp là tệp Excel, tên phải có đuôi .xlsx.")
    if not out.exists():
        return None, {}
    raw = read_file(out, MAX_FILE)
    judged = judgements_in(raw, out.name)
    if judged is None:
        raise ExchangeError(
            f"Đã có tệp «{out.name}» mà không phải bảng tổng hợp; hãy dời tệp ấy hoặc chọn tên khác bằng --out."
        )
    return raw, judged
