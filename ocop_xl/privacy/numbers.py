"""Numbers that lead to a person – telephone, identity, passport, bank account – found however they are typed.

The grammar is read in three steps, each linear in the text. Groups of digits that only a gap parts are a chain
(`_groups`). From each group on, the longest run of groups whose digits make a number of some kind is taken
(`_longest`, `_kind`). What stands around decides (`_begins`, `_ends`, `labels`): what is inside a longer number or
belongs to a paper, a firm, a good or a sum stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ocop_xl.privacy.labels import Label, Labels, is_paper, is_sum
from ocop_xl.records import NamedTuple

PHONE, IDENTITY, PASSPORT, ACCOUNT = "số điện thoại", "số định danh cá nhân", "số hộ chiếu", "số tài khoản"


class Found(NamedTuple):
    """The letters from `start` up to `end` of the text are the number."""

    start: int
    end: int
    what: str


class _Group(NamedTuple):
    """Digits that stand together; `gap` parts them from the group before, None if they begin a chain."""

    start: int
    end: int
    gap: str | None


class _Run(NamedTuple):
    """Neighbouring groups read as one number; `gaps` are the marks between them, a space for nothing else."""

    digits: str
    sizes: tuple[int, ...]
    gaps: tuple[str, ...]
    end: int


_SPACE = r"[ \t\xa0\xad\u2000-\u200b\u202f\u2060]"
_GAP = re.compile(
    rf"{_SPACE}{{0,2}}\)?{_SPACE}{{0,2}}(?:[.·•…*,/_:;+'’\-\u2010-\u2015\u2212]|\.{{2,3}})?{_SPACE}{{0,2}}\(?"
    rf"|{_SPACE}?\r?\n{_SPACE}{{0,2}}"
)
"""What people and programs put between the groups of one number; brackets close and open an area's code."""
_DIGITS = re.compile(r"\d+")
_LETTER_O, _LETTER_L = re.compile(r"(?<![^\W_])[oO](?=\d{2})|(?<=\d)[oO](?=\d)"), re.compile(r"(?<=\d)[lI](?=\d)")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_LONGEST_ADDRESS = 300
_LEAST_DIGITS, _MOST_DIGITS = 7, 19
_OPENING = re.compile(r"0(?:[1-9]|0[1-9])|84|[789]\d")
_TIGHT = re.compile(r"[.,_·\-\u2010-\u2015\u2212]")
"""Between two groups without a blank: the same number goes on."""
_PARTING = frozenset(",/_:;+'’\n")
"""Marks that also part numbers from one another."""
_SERIES = re.compile(r"(?<![^\W\d_])[A-Za-z]{1,2} ?$")
"""The letters of a passport's series or of an insurance card: «B1234567», «DN4797932112345»."""
_IDENTITY_SIZES = (9, 10, 12, 13)
"""Digits of the old identity card, the social insurance book, the citizen's card and the health insurance card."""
_NAMES = (Label.PHONE, Label.IDENTITY, Label.PASSPORT, Label.ACCOUNT, Label.BANK)
_OF_GOODS = ("893", "978", "979")
"""How the bar codes of Vietnamese goods and of books begin."""

_MOBILE = r"(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}"
_SUBSCRIBER = rf"(?:{_MOBILE}|1(?:2\d|6[2-9]|8[68]|99)\d{{7}}|2\d{{9}})"
"""Nine digits after the 0 of a mobile, ten of the landline and of the mobiles that were renumbered in 2018."""
_NATIONAL = re.compile(f"0{_SUBSCRIBER}")
_ABROAD = re.compile(rf"(?:00)?840?{_SUBSCRIBER}")
_LOST_ZERO, _LOST_ZERO_NAMED = re.compile(r"(?:7[06-9]|8[1-9]|9\d)\d{7}"), re.compile(_MOBILE)
"""Excel drops the 0. Nine digits in one piece are taken for a number only from 70 on; 3x and 5x begin old identity
numbers and sums too, so there a word must say it."""


def personal_numbers(text: str, telephones: bool = True) -> Iterator[Found]:
    """In the order of the text, none overlapping; without `telephones` identity numbers only."""
    plain = _plain(text)
    labels = Labels(plain)
    groups = list(_groups(plain))
    at, covered = 0, -1
    while at < len(groups):
        found = _longest(plain, groups, at, labels, covered)
        if found is None or (found[0].what != IDENTITY and not telephones):
            at += 1
            continue
        yield found[0]
        at, covered = found[1] + 1, found[0].end


def _plain(text: str) -> str:
    """The same letters one for one; digits of other scripts, widths and in circles, an O for a 0 and an l for a 1 as
    ASCII digits; days struck out."""
    if not text.isascii():
        text = "".join(one if one < "\u0660" else _narrow(one) for one in text)
    text = _LETTER_O.sub("0", _LETTER_L.sub("1", text))
    return _DAY.sub(lambda day: "x" * len(day[0]), text)


def _narrow(letter: str) -> str:
    circled = unicodedata.decomposition(letter).startswith("<circle>")
    digit = unicodedata.digit(letter, None) if circled else unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    return chr(ord(letter) - 0xFEE0) if "\uff01" <= letter <= "\uff5e" else letter


def _groups(text: str) -> Iterator[_Group]:
    before = -9
    for one in _DIGITS.finditer(text):
        gap = text[before : one.start()] if before >= 0 and one.start() - before <= 8 else None
        linked = gap is not None and _GAP.fullmatch(gap) is not None
        yield _Group(one.start(), one.end(), gap if linked else None)
        before = one.end()


def _longest(text: str, groups: list[_Group], at: int, labels: Labels, covered: int) -> tuple[Found, int] | None:
    """The number that begins with group `at`, and its last group; `covered` is where the number before it ended."""
    label, label_end = labels.before(_lead(text, groups[at].start))
    if not _may_open(text, groups[at].start, label) or not _begins(text, groups, at, covered, label, label_end):
        return None
    best = None
    for last, run in _runs(text, groups, at):
        what = _kind(text, run, label, _sign(text, groups[at].start))
        if what and (what == IDENTITY or label in _NAMES or _ends(text, groups, at, last)):
            best = Found(_start(text, groups[at].start, run, what), run.end, what), last
    return best


def _may_open(text: str, start: int, label: Label) -> bool:
    """A quick look at the first digits: most numbers of a text need no longer one."""
    opening = "".join(one for one in text[start : start + 8] if one.isdigit())
    return label is not Label.NONE or text[start - 1 : start] == "+" or _OPENING.match(opening) is not None


def _runs(text: str, groups: list[_Group], at: int) -> Iterator[tuple[int, _Run]]:
    digits, sizes, gaps = "", (), ()  # type: str, tuple[int, ...], tuple[str, ...]
    for last in range(at, len(groups)):
        group = groups[last]
        if last > at:
            if group.gap is None:
                return
            gaps += (_mark(group.gap),)
        digits += text[group.start : group.end]
        sizes += (group.end - group.start,)
        if len(digits) > _MOST_DIGITS:
            return
        if len(digits) < _LEAST_DIGITS:
            continue
        yield last, _Run(digits, sizes, gaps, group.end)


def _mark(gap: str) -> str:
    """What parts two groups: a line break, a sign, "" for a bracket alone, which parts no more than a blank."""
    if "\n" in gap:
        return "\n"
    return gap.strip().strip("()").strip() or ("" if "(" in gap or ")" in gap else " ")


def _kind(text: str, run: _Run, label: Label, sign: str) -> str:
    """What the run is, judged by its digits, its gaps and the words around it; "" for nothing personal."""
    size = len(run.digits)
    if not _is_one_number(run, sign):
        return ""
    if label is Label.IDENTITY and size in _IDENTITY_SIZES and not is_sum(text, run.end):
        return IDENTITY
    if label is Label.PASSPORT and size in (7, 8):
        return PASSPORT
    if size == 12 and run.digits[0] == "0" and min(run.sizes) >= 3 and label is not Label.GOODS:
        return IDENTITY
    if _is_account(text, run, label):
        return ACCOUNT
    return PHONE if _is_phone(text, run, label, sign) else ""


def _is_one_number(run: _Run, sign: str) -> bool:
    """Marks of `_PARTING` count only between longer groups; small groups need equal gaps."""
    if sign:
        return True
    marks = set(run.gaps) - {""}
    if marks & _PARTING:
        return min(run.sizes) >= 3 and len(marks - {"\n", " "}) <= 1
    return min(run.sizes) >= 3 or len(marks) <= 1 or run.digits.startswith("84")


def _is_account(text: str, run: _Run, label: Label) -> bool:
    least = {Label.ACCOUNT: 6, Label.BANK: 10}.get(label, 99)
    in_thousands = bool(run.gaps) and set(run.gaps) <= {".", ","} and run.digits[0] != "0" and set(run.sizes[1:]) == {3}
    return len(run.digits) >= least and not in_thousands and not is_sum(text, run.end)


def _is_phone(text: str, run: _Run, label: Label, sign: str) -> bool:
    if sign == "+":
        return len(run.digits) >= 9 and not is_sum(text, run.end)
    if label in (Label.FIRM, Label.GOODS):
        return False
    if _NATIONAL.fullmatch(run.digits):
        return label is Label.PHONE or not _are_days(run)
    if _ABROAD.fullmatch(run.digits):
        named = run.digits[0] == "0" or label is Label.PHONE
        return named or (run.gaps[:1] != (".",) and not is_sum(text, run.end))
    if is_sum(text, run.end) or label is Label.SUM:
        return False
    if label is Label.PHONE:
        return _LOST_ZERO_NAMED.fullmatch(run.digits) is not None
    return len(run.sizes) == 1 and _LOST_ZERO.fullmatch(run.digits) is not None and not _of_a_page(text, run.end)


def _of_a_page(text: str, end: int) -> bool:
    """Whether the number stands in the address of a web page: there nine digits are a product's."""
    word = text[max(0, end - _LONGEST_ADDRESS) : end].rsplit(maxsplit=1)[-1]
    return "://" in word


def _are_days(run: _Run) -> bool:
    """«ngày 09 10 11 12 13»: pairs that are all days of a month."""
    pairs = [int(run.digits[n : n + 2]) for n in range(0, len(run.digits), 2)]
    return set(run.sizes) == {2} and max(pairs) <= 31


def _begins(text: str, groups: list[_Group], at: int, covered: int, label: Label, label_end: int) -> bool:
    """Whether a number of its own can begin here: not inside a longer one, a code or a bar code."""
    group = groups[at]
    start = _lead(text, group.start)
    if group.gap is not None and start >= groups[at - 1].end:
        before = groups[at - 1]
        if before.end == covered:
            return True
        if text[before.start : before.end] in _OF_GOODS:
            return False
        return not _TIGHT.fullmatch(group.gap)
    before_it = text[start - 1 : start]
    if before_it == "/":
        return label_end == start
    return text[start] == "(" or not before_it.isalpha() or label_end == start or _is_series(text, start, label)


def _is_series(text: str, start: int, label: Label) -> bool:
    return label in (Label.PASSPORT, Label.IDENTITY) and bool(_SERIES.search(text, max(0, start - 4), start))


def _ends(text: str, groups: list[_Group], at: int, last: int) -> bool:
    """Whether the number ends there: no code goes on, no number of a paper, no branch of a firm's tax number."""
    end = groups[last].end
    if is_paper(text, end):
        return False
    after = text[end : end + 3]
    if after[:1].isalpha():
        return len(after) == 3 and after.isalpha()
    branch = re.compile(r"-\d{3}(?![\d.\- ]*\d)").match(text, end)
    return not (branch and at == last and end - groups[at].start == 10)


def _sign(text: str, start: int) -> str:
    """«+», or «00» that a plus is dialled as, before a country's number."""
    if text[start - 1 : start] == "+":
        return "+"
    return "00" if text.startswith("0084", start) else ""


def _lead(text: str, start: int) -> int:
    """Where the number begins with its plus and its bracket."""
    while start and text[start - 1] in "+(":
        start -= 1
    return start


def _start(text: str, start: int, run: _Run, what: str) -> int:
    if what == PASSPORT:
        series = _SERIES.search(text, max(0, start - 4), start)
        return series.start() if series else start
    if text[start - 1 : start] == "+":
        start -= 1
    closed = ")" in text[start : run.end]
    return start - 1 if closed and text[start - 1 : start] == "(" else start
