"""Which of a commune's files counts, and what becomes of each of the others.

Nothing depends on the order in which files have arrived, on their names or on a disk's clock: only on what they say of
themselves. in = used + set aside, always: every file has one fate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from ocop_xl.province.answered import answer_in_words
from ocop_xl.province.head import ANSWER, LETTER, PACKAGE, Head
from ocop_xl.records import NamedTuple


class Fate(StrEnum):
    """What became of a file, as the province's officer reads it."""

    USED = "Dùng"
    REPLACED = "Đã có bản mới hơn"
    REPEATED = "Gửi trùng"
    FORKED = "Hai bản khác nhau"
    NO_DAY = "Không rõ ngày gửi"
    COPY = "Sổ lấy từ gói"
    OTHER_BOOK = "Sổ khác cùng mã xã"
    ANSWER = "Trả lời của tỉnh"
    LETTER = "Không phải sổ, gói"
    REFUSED = "Không dùng được"

    @property
    def to_do(self) -> bool:
        """Somebody must ask the commune; the rest is as it should be: letters, second copies, what was replaced."""
        return self in (Fate.FORKED, Fate.NO_DAY, Fate.OTHER_BOOK, Fate.REFUSED)


class Judged(NamedTuple):
    """A file with its fate; `number` is its place among the arrivals, `why` a sentence, "" for a file that is used
    without more to say."""

    number: int
    name: str
    head: Head
    fate: Fate
    why: str = ""

    @property
    def used(self) -> bool:
        return self.fate is Fate.USED


class Sent(NamedTuple):
    """A file and what it says of itself."""

    number: int
    name: str
    head: Head

    def judged(self, fate: Fate, why: str = "") -> Judged:
        return Judged(*self, fate, why)

    @property
    def packed(self) -> bool:
        """A workbook as it is carries no day of its sending: it counts only where there is no package."""
        return self.head.kind == PACKAGE

    @property
    def age(self) -> tuple[str, int, str, str]:
        """Later files of one workbook are greater, whatever the clock of the PC said; what is of one age cannot be put
        in order. Between two workbooks the day decides on which each was packed last."""
        head = self.head
        return (head.book_id, head.sequence, head.made, head.reckoned)

    @property
    def mark(self) -> tuple[str, str, str]:
        """Decides, where nothing else does, the same way every time."""
        return (self.head.code, self.head.sum, self.name)


def judge(files: Iterable[Sent]) -> list[Judged]:
    """Every file with its fate, in the order of the communes' codes, what is used first; what no commune can be told of
    stands last."""
    by_commune: dict[str, list[Sent]] = defaultdict(list)
    answers, refused = [], []
    for file in files:
        if file.head.refusal:
            fate = Fate.LETTER if file.head.kind == LETTER else Fate.REFUSED
            refused.append(file.judged(fate, file.head.refusal))
        elif file.head.kind == ANSWER:
            why = f"Trả lời gói {file.head.code}, không phải tệp xã gửi. {answer_in_words(file.head)}."
            answers.append(file.judged(Fate.ANSWER, why))
        else:
            by_commune[file.head.commune_code].append(file)
    judged = [one for code in sorted(by_commune) for one in _of_commune(by_commune[code])]
    return judged + [one for of_kind in (answers, refused) for one in sorted(of_kind, key=lambda one: one.name)]


def _of_commune(files: Sequence[Sent]) -> list[Judged]:
    once, repeated = _once(files)
    latest: dict[str, str] = defaultdict(str)
    for one in once:
        latest[one.head.book_id] = max(latest[one.head.book_id], one.head.made)
    once.sort(key=lambda one: (one.packed, latest[one.head.book_id], one.age, one.mark), reverse=True)
    last, *earlier = once
    rivals = [one.name for one in earlier if _rivals(one, last)]
    why = f"Tạm dùng bản này; còn bản khác cùng ngày: {_named(rivals)}. Hãy hỏi xã bản nào đúng." if rivals else ""
    return [last.judged(Fate.USED, why), *(_set_aside(one, last) for one in earlier), *repeated]


def _once(files: Iterable[Sent]) -> tuple[list[Sent], list[Judged]]:
    """Files that are the same byte for byte, or packages of one code, count once: the one of the shortest name, since
    `goi (1).zip` is what a second download is called."""
    first: dict[str, Sent] = {}
    repeated = []
    for file in sorted(files, key=lambda one: (len(one.name), one.name)):
        same = first.setdefault(file.head.code or file.head.sum, file)
        if same is not file:
            repeated.append(file.judged(Fate.REPEATED, f"Giống hệt «{same.name}»."))
    return list(first.values()), repeated


def _rivals(one: Sent, last: Sent) -> bool:
    """Of one age, or both made from the same package before, and not of one content: nobody but the commune knows."""
    same_root = bool(one.head.previous) and one.head.previous == last.head.previous
    same_age = one.packed == last.packed and one.age == last.age
    return (same_age or same_root) and one.head.content != last.head.content


def _set_aside(one: Sent, last: Sent) -> Judged:
    if _rivals(one, last):
        return one.judged(Fate.FORKED, f"Khác với «{last.name}» mà không rõ bản nào sau; hãy hỏi xã.")
    if one.head.is_copy and last.packed and not one.packed:
        return one.judged(Fate.COPY, "Lấy ra từ một gói của xã, không phải bản gửi thêm.")
    if one.head.content == last.head.content:
        return one.judged(Fate.REPLACED, f"Cùng nội dung với «{last.name}».")
    if one.head.book_id and last.head.book_id and one.head.book_id != last.head.book_id:
        return one.judged(Fate.OTHER_BOOK, f"Lập từ một sổ khác với «{last.name}»; hãy hỏi xã đang dùng sổ nào.")
    if one.head.kind != last.head.kind:
        return one.judged(Fate.NO_DAY, f"Xã đã gửi gói «{last.name}»; sổ gửi rời không ghi ngày gửi nên không dùng.")
    return one.judged(Fate.REPLACED, f"Đã thay bằng «{last.name}».")


def _named(names: Sequence[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)


def used(judged: Iterable[Judged]) -> Iterator[Judged]:
    return (one for one in judged if one.used)
