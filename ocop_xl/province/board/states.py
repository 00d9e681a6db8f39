"""One line for each unit: what it has sent, in which state that is, and what is to be done about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from ocop_xl import __version__
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.province.answered import waiting_for_the_province
from ocop_xl.province.board.units import Unit, plain_code
from ocop_xl.province.choosing import Fate, Judged
from ocop_xl.province.head import PACKAGE, Head
from ocop_xl.records import NamedTuple


class State(StrEnum):
    """Of a unit; the symbol speaks where colours do not."""

    ON_TIME = "✔ Đã gửi"
    LATE = "⚠ Gửi muộn"
    SAME = "► Gửi lại, không đổi"
    FORKED = "⚠ Hai bản khác nhau"
    OTHER_BOOK = "⚠ Hai sổ khác nhau"
    UNUSABLE = "✘ Tệp không dùng được"
    NEWER = "✘ Phần mềm mới hơn"
    MISSING = "– Chưa gửi"
    OVERDUE = "✘ Quá hạn, chưa gửi"
    STRANGER = "⚠ Ngoài danh sách"


TO_DO = {
    State.ON_TIME: "",
    State.LATE: "",
    State.SAME: "Hỏi xã có quên cập nhật sổ trước khi gửi lại không.",
    State.FORKED: "Hỏi xã bản nào đúng, đề nghị gửi lại một bản.",
    State.OTHER_BOOK: "Hỏi xã đang dùng sổ nào; ghép hai sổ bằng lệnh merge nếu cả hai đều đúng.",
    State.UNUSABLE: "Đề nghị xã gửi lại; lý do ở danh sách tệp.",
    State.NEWER: "Cập nhật phần mềm của tỉnh rồi chạy lại; gói của xã không hỏng.",
    State.MISSING: "",
    State.OVERDUE: "Nhắc xã gửi.",
    State.STRANGER: "Kiểm tra mã xã trong sổ, hoặc thêm xã vào danh sách.",
}


class Line(NamedTuple):
    """A unit's line. `used` is the file that counts, None where none does; `versions` how many different ones there
    are; `late` days after the due day; `remarks` what is to be known beside the state."""

    unit: Unit
    state: State
    used: Judged | None = None
    files: tuple[Judged, ...] = ()
    versions: int = 0
    late: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def answer(self) -> Judged | None:
        """The province's last answer to the used package; one in which nothing is written counts least."""
        answers = [one for one in self.files if one.fate is Fate.ANSWER and self.used and _answers(one, self.used)]
        return max(answers, key=lambda one: (bool(one.head.answered), one.head.made), default=None)

    @property
    def before(self) -> Judged | None:
        """The version that the used one has replaced."""
        return next((one for one in self.files if one.fate is Fate.REPLACED), None)


def lines(judged: Sequence[Judged], units: Sequence[Unit], on: date, due: date | None) -> list[Line]:
    """The units of the list in its order, then those that are not on it. Each file belongs to one unit, or to none: one
    that cannot be read is told by its name alone."""
    known = {unit.code: unit for unit in units}
    of_unit: dict[str, list[Judged]] = defaultdict(list)
    for file in judged:
        code = plain_code(file.head.commune_code) or _named(file.name, known)
        if code:
            of_unit[code].append(file)
    strangers = [Unit(code, of_unit[code][0].head.commune) for code in sorted(of_unit) if code not in known]
    return [
        *(_line(unit, of_unit.get(unit.code, ()), on, due) for unit in units),
        *(_line(unit, of_unit[unit.code], on, due)._replace(state=State.STRANGER) for unit in strangers),
    ]


def _named(name: str, known: Mapping[str, Unit]) -> str:
    """The code that a file's name has, for a file that says nothing of itself; "" for none, or for two."""
    codes = {code for code in re.findall(r"(?<!\d)\d{5}(?!\d)", name) if code in known}
    return codes.pop() if len(codes) == 1 else ""


def _line(unit: Unit, files: Sequence[Judged], on: date, due: date | None) -> Line:
    used = next((one for one in files if one.used), None)
    if used is None:
        overdue = due is not None and on > due
        state = _without_a_file_of_use(files) or (State.OVERDUE if overdue else State.MISSING)
        return Line(unit, state, files=tuple(files), late=(on - due).days if due and overdue else 0)
    contents = {one.head.content for one in files if one.head.content}
    made = date.fromisoformat(used.head.made) if used.head.made else None
    late = max(0, (made - due).days) if made and due else 0
    remarks = tuple(_remarks(unit, used, files))
    return Line(unit, _state(files, used, late), used, tuple(files), len(contents), late, remarks)


def _without_a_file_of_use(files: Sequence[Judged]) -> State | None:
    """None where nothing was sent: a letter is no workbook."""
    sent = [one for one in files if one.fate is Fate.REFUSED]
    if any(one.head.newer for one in sent):
        return State.NEWER
    return State.UNUSABLE if sent else None


def _state(files: Sequence[Judged], used: Judged, late: int) -> State:
    fates = {one.fate for one in files}
    if Fate.FORKED in fates:
        return State.FORKED
    if Fate.OTHER_BOOK in fates:
        return State.OTHER_BOOK
    if any(_sent_again(one, used) for one in files):
        return State.SAME
    return State.LATE if late else State.ON_TIME


def _sent_again(one: Judged, used: Judged) -> bool:
    """An earlier package of the same contents; the workbook that a package was made of is no second sending."""
    return one.fate is Fate.REPLACED and one.head.kind == PACKAGE and one.head.content == used.head.content


def _remarks(unit: Unit, used: Judged, files: Iterable[Judged]) -> Iterator[str]:
    head = used.head
    if unit.name and not _alike(unit.name, head):
        yield f"sổ ghi tên «{head.commune}»"
    if head.kind != PACKAGE:
        yield "gửi sổ rời, không ghi ngày gửi"
    if head.model < MODEL_VERSION:
        yield f"sổ phiên bản cũ ({head.model}); nên chuyển bằng lệnh new --from"
    if head.model > MODEL_VERSION:
        yield f"sổ của phần mềm mới hơn ({head.model}); nên cập nhật phần mềm của tỉnh"
    if head.software and head.software != f"ocop_xl {__version__}":
        yield f"lập bằng {head.software}"
    if head.sequence > 1 and head.previous not in {one.head.code for one in files}:
        yield f"chưa nhận gói lần {head.sequence - 1}"
    if waiting := waiting_for_the_province(head):
        yield f"{waiting} ý kiến xã đã sửa hoặc trả lời, tỉnh chưa đóng"
    for fate, words in (
        (Fate.REPEATED, "tệp gửi trùng"),
        (Fate.REFUSED, "tệp không dùng được"),
        (Fate.NO_DAY, "sổ rời không dùng"),
    ):
        times = sum(one.fate is fate for one in files)
        if times:
            yield f"{times} {words}"


def _answers(one: Judged, used: Judged) -> bool:
    return bool(one.head.code) and one.head.code == used.head.code


def _alike(name: str, head: Head) -> bool:
    """Whether the list and the book call the commune the same, with or without its level."""
    from ocop_xl.vietnamese import name_key

    return name_key(head.commune).endswith(name_key(name)) or name_key(name).endswith(name_key(head.commune))
