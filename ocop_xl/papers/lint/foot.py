"""The foot of a paper: «Nơi nhận» at the left, who signs at the right; minutes have two who sign."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ocop_xl.papers.lint.story import Line, Paragraph

_FOR_ANOTHER = re.compile(r"(t ?m|k ?t|t ?l|t ?u ?q|q) \w.*")
_POSITIONS = (
    "chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong", "pho truong", "chanh", "thu ky", "chu tri",
    "chu toa", "nguoi", "dai dien", "chu the", "chu ho", "can bo", "cong chuc",
)  # fmt: skip
_MOST_CELLS = 3
_LONGEST = 80


@dataclass(slots=True)
class Signature:
    """`authority` are the lines above the room for signing, `name` the line below it."""

    authority: list[Line]
    name: Line | None


@dataclass(slots=True)
class Foot:
    """`start` is the number of its first paragraph."""

    start: int = 0
    word: Line | None = None
    recipients: list[Line] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)


def find_foot(paragraphs: list[Paragraph]) -> Foot:
    """Signature tables and «Nơi nhận», wherever the first of them stands."""
    foot = Foot(len(paragraphs))
    word = next((at for at, p in enumerate(paragraphs) if _is_recipients(p)), None)
    tables = _signature_tables(paragraphs)
    if word is not None:
        foot.start = word
        place = paragraphs[word].place
        if place is None:
            section = paragraphs[word].section
            _read_lines(foot, [p for p in paragraphs[word:] if p.place is None and p.section == section])
        else:
            tables.add(place[0])
            _read_recipients(foot, [p for p in paragraphs[word:] if p.place == place])
    for table in sorted(tables):
        _read_table(foot, paragraphs, table)
    if not foot.signatures:
        _read_loose_signature(foot, paragraphs)
    return foot


def _is_recipients(paragraph: Paragraph) -> bool:
    first = next((line for line in paragraph.lines if line.words), None)
    return first is not None and first.split()[0].key == "noi nhan"


def _signs(line: Line) -> bool:
    """A line that begins a signature: «TM. …», or a position in capitals."""
    words = line.words
    if len(words) > _LONGEST:
        return False
    key = line.key
    for_another = _FOR_ANOTHER.fullmatch(key) and re.match(r"(?:T[/.]?M|K[/.]?T|T[/.]?L|TUQ|Q)[./ ]", words)
    return bool(for_another) or (words == words.upper() and key.startswith(_POSITIONS))


def _signature_tables(paragraphs: list[Paragraph]) -> set[int]:
    """Tables of few cells in which a cell begins with who signs; a ruled list has headers in small letters."""
    opening: dict[tuple[int, int, int], Line] = {}
    widths: dict[int, int] = {}
    for paragraph in paragraphs:
        if paragraph.place is not None:
            table, _, cell = paragraph.place
            widths[table] = max(widths.get(table, 0), cell + 1)
            first = next((line for line in paragraph.lines if line.words), None)
            if first is not None:
                opening.setdefault(paragraph.place, first)
    return {place[0] for place, line in opening.items() if widths[place[0]] <= _MOST_CELLS and _signs(line)}


def _read_table(foot: Foot, paragraphs: list[Paragraph], table: int) -> None:
    cells: dict[int, list[Paragraph]] = {}
    left = foot.word.paragraph.place if foot.word else None
    for at, paragraph in enumerate(paragraphs):
        if paragraph.place is not None and paragraph.place[0] == table:
            foot.start = min(foot.start, at)
            if paragraph.place != left:
                cells.setdefault(paragraph.place[2], []).append(paragraph)
    for cell in cells.values():
        signature = _signature([line for paragraph in cell for line in paragraph.lines])
        if signature:
            foot.signatures.append(signature)


def _signature(lines: list[Line]) -> Signature | None:
    """Groups of lines between blanks: the first says by what right, the last who."""
    groups: list[list[Line]] = [[]]
    aside = False
    for line in lines:
        words = line.words
        if line.key.startswith("ghi chu"):
            break  # a note below the signature
        if not words:
            groups.append([])
        elif words.startswith("(") or aside:  # «(Ký, ghi rõ họ tên)», over as many lines as it takes
            aside = not words.endswith(")")
        elif not words.startswith("- "):  # recipients whose heading is missing
            groups[-1].append(line)
    groups = [group for group in groups if group]
    if not groups:
        return None
    if len(groups) > 1:
        return Signature(groups[0], groups[-1][-1])
    only = groups[0]
    named = len(only) > 1 and only[-1].words != only[-1].words.upper()
    return Signature(only[:-1], only[-1]) if named else Signature(only, None)


def _read_recipients(foot: Foot, paragraphs: list[Paragraph]) -> None:
    lines = [line for paragraph in paragraphs for line in paragraph.lines if line.words]
    foot.word, foot.recipients = lines[0], lines[1:]


def _read_lines(foot: Foot, paragraphs: list[Paragraph]) -> None:
    """«Nơi nhận» typed without a table: what stands right of a tab belongs to the signature."""
    signature: list[Line] = []
    for paragraph in paragraphs:
        for line in paragraph.lines:
            for piece in line.split():
                if foot.word is None:
                    foot.word = piece
                elif piece.words.startswith(("-", "–", "+")):
                    foot.recipients.append(piece)
                else:
                    signature.append(piece)
    found = _signature(signature)
    if found:
        foot.signatures.append(found)


def _read_loose_signature(foot: Foot, paragraphs: list[Paragraph]) -> None:
    """A signature outside tables, above «Nơi nhận» or without it."""
    for at, paragraph in enumerate(paragraphs[: foot.start]):
        if paragraph.place is None and _signs(paragraph.lines[0]):
            after = [p for p in paragraphs[at : foot.start] if p.place is None]
            found = _signature([line for p in after for line in p.lines])
            if found:
                foot.signatures.append(found)
                foot.start = at
            return
