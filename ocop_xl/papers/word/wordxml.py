"""A part of a Word file as a flat list of tokens, and its tags made whole again.

Word splits what a person types in one go over several runs (`{{ xa.` + `ten_xa }}`), curls the quotes in it, and
wraps it in paragraphs, cells and rows. This turns the part into Jinja source in which every tag is one piece. The tag
language is docxtpl's: `{{ }}`, `{% %}`, `{# #}`, and `{%p %}`, `{%tr %}`, `{%tc %}`, `{%r %}`, which take the place of
the paragraph, table row, cell or run they stand in.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field

from ocop_xl.errors import TemplateError
from ocop_xl.papers.word.markup import innermost, name_of, tokens_of
from ocop_xl.papers.word.merge import DASHED, joins
from ocop_xl.papers.word.tag_text import (
    LOOKS_OPEN,
    SCOPE_NAMES,
    SCOPED,
    Place,
    Source,
    Tag,
    broken_after_opening,
    cut,
    literal,
    normal,
    short,
    tag_spans,
)
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import tidy

_OF_TEXT = frozenset({"w:rPr", "w:t", "w:lastRenderedPageBreak"})
"""What a run may hold beside its words and still go when a tag has taken them all."""


@dataclass(slots=True)
class Paragraph:
    element: int  # token of <w:p>
    row: int  # token of the enclosing <w:tr>, -1 if none
    cell: int
    texts: list[int] = field(default_factory=list)  # tokens that are the text of a <w:t>
    runs: list[int] = field(default_factory=list)  # for each of them the token of its <w:r>
    tags: list[Tag] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)  # of each tag in the joined texts


class Fault(NamedTuple):
    """Tags that no paper could be made from; `sentence` is for the template's author."""

    place: Place
    sentence: str


def jinja_source(xml: str) -> Source:
    """The part as Jinja source; raises `TemplateError` for tags that no paper could be made from."""
    part = WordPart(xml)
    if part.faults:
        raise TemplateError(part.faults[0].sentence)
    return part.source()


class WordPart:
    """Tokens of one part, with what each paragraph's tags put in their place; `faults` are wrong tags."""

    def __init__(self, xml: str) -> None:
        self.tokens = tokens_of(xml)
        self.ends: dict[int, int] = {}  # token of a start tag → token of its end tag
        self.paragraphs: list[Paragraph] = []
        self.pieces: dict[int, list[str | Tag]] = {}  # text token → what it became
        self.replaced: dict[int, Tag] = {}  # start tag of an element → the tag that stands for it
        self.faults: list[Fault] = []
        self._scan()
        for paragraph in self.paragraphs:
            self._mend(paragraph)
        self.joined = self._joined()

    def _joined(self) -> dict[int, int]:
        """Tokens that go because a dash in a tag joins two texts: the first of each stretch → that behind its last."""
        if not any(DASHED.search(tag.source) for paragraph in self.paragraphs for tag in paragraph.tags):
            return {}
        texts = sorted(at for paragraph in self.paragraphs for at in paragraph.texts)
        return {join.start: join.stop for join in joins(self.tokens, texts, self.pieces)}

    def _scan(self) -> None:
        stack: list[tuple[str, int]] = []
        open_paragraphs: list[Paragraph] = []
        for at, token in enumerate(self.tokens):
            if token[0] != "<":
                if stack and stack[-1][0] == "w:t" and open_paragraphs:
                    open_paragraphs[-1].texts.append(at)
                    open_paragraphs[-1].runs.append(innermost(stack, "w:r"))
            elif token.startswith("</"):
                name, start = stack.pop() if stack else ("", -1)
                self.ends[start] = at
                if name == "w:p" and open_paragraphs:
                    open_paragraphs.pop()
            elif token[1] not in "?!" and not token.endswith("/>"):
                name = name_of(token)
                if name == "w:p":
                    paragraph = Paragraph(at, innermost(stack, "w:tr"), innermost(stack, "w:tc"))
                    open_paragraphs.append(paragraph)
                    self.paragraphs.append(paragraph)
                stack.append((name, at))

    def text(self, paragraph: Paragraph) -> str:
        """The paragraph's words and tags as they stand in the file, entities unresolved."""
        return "".join(self.tokens[at] for at in paragraph.texts)

    def _mend(self, paragraph: Paragraph) -> None:
        """Gather each tag of the paragraph into the text where it begins."""
        raw = self.text(paragraph)
        if not LOOKS_OPEN.search(raw):
            return
        words = short(tidy(html.unescape(raw)))
        spans, all_closed = tag_spans(raw)
        if not all_closed:
            sentence = (
                f"Có thẻ mở mà không đóng trong đoạn “{words}”. Mỗi thẻ phải nằm trọn trong một đoạn: "
                "hãy thêm }} hoặc %} ở cuối thẻ."
            )
            self.faults.append(Fault(Place("", words), sentence))
        tags = [Tag(normal(raw[start:end]), Place(normal(raw[start:end]), words)) for start, end in spans]
        paragraph.tags, paragraph.spans = tags, spans
        offset = 0
        ahead = 0
        for at in paragraph.texts:
            text = self.tokens[at]
            while ahead < len(spans) and spans[ahead][1] <= offset:
                ahead += 1
            self.pieces[at] = cut(text, offset, spans, tags, ahead)
            offset += len(text)
        for run in dict.fromkeys(paragraph.runs):
            self._drop_if_emptied(run)
        self._take_scoped(paragraph)

    def _drop_if_emptied(self, run: int) -> None:
        """A run that held nothing but the middle of a tag goes, so that no empty run is left behind."""
        if run >= 0 and self._only(run, []):
            self.replaced[run] = Tag("", Place("", ""))

    def _only(self, run: int, wanted: list[str | Tag]) -> bool:
        """Whether these pieces are all that the run shows."""
        shown: list[str | Tag] = []
        at = self._after_look(run)
        while at < self.ends[run]:
            token = self.tokens[at]
            if token[0] == "<":
                if name_of(token) not in _OF_TEXT:
                    return False
            else:
                shown += self.pieces.get(at, [token])
            at += 1
        return shown == wanted

    def _after_look(self, run: int) -> int:
        """The token behind the run's properties."""
        first = run + 1
        has_look = self.tokens[first].startswith("<w:rPr") and not self.tokens[first].endswith("/>")
        return self.ends[first] + 1 if has_look else first

    def _take_scoped(self, paragraph: Paragraph) -> None:
        for (start, _), tag in zip(paragraph.spans, paragraph.tags, strict=True):
            scoped = SCOPED.match(tag.source)
            if not scoped:
                continue
            opening, dash, scope, rest = scoped.groups()
            element = self.element(paragraph, scope, start)
            sentence = self._scope_fault(tag, opening, scope, rest, element)
            if sentence:
                self.faults.append(Fault(tag.place, sentence))
                continue
            plain = Tag(f"{opening}{dash} {rest}", tag.place)
            if scope == "r" and not self._only(element, [tag]):
                self._set_apart(paragraph, element, tag, plain)
            else:
                self.replaced[element] = plain

    def _set_apart(self, paragraph: Paragraph, run: int, tag: Tag, plain: Tag) -> None:
        """`{%r %}` takes the place of a run of its own: the words before and behind keep theirs."""
        look = "".join(self.tokens[run + 1 : self._after_look(run)])
        apart: list[str | Tag] = ["</w:t></w:r>", plain, f'{self.tokens[run]}{look}<w:t xml:space="preserve">']
        for at in paragraph.texts:
            pieces = self.pieces[at]
            if tag in pieces:
                place = pieces.index(tag)
                self.pieces[at] = [*pieces[:place], *apart, *pieces[place + 1 :]]

    def _scope_fault(self, tag: Tag, opening: str, scope: str, rest: str, element: int) -> str:
        """Why the tag cannot take the place of its element, "" if it can."""
        if opening == "{{":
            return (
                f"Thẻ {tag.source} trong đoạn “{tag.place.words}” không dùng được: "
                f"chữ chèn vào văn bản phải viết là {{{{ {rest.strip()}."
            )
        if element < 0:
            return (
                f"Thẻ {tag.source} trong đoạn “{tag.place.words}” không nằm trong bảng: "
                "hãy đặt thẻ vào một dòng của bảng, hoặc viết {%p … %}."
            )
        if element in self.replaced and self.replaced[element].source:
            return (
                f"Hai thẻ {self.replaced[element].source} và {tag.source} cùng nằm trong một "
                f"{SCOPE_NAMES[scope]}: mỗi thẻ phải đứng riêng một {SCOPE_NAMES[scope]}."
            )
        return ""

    def element(self, paragraph: Paragraph, scope: str, start: int) -> int:
        """The token of the row, cell, paragraph or run that a tag `start` characters into its paragraph stands in."""
        if scope == "p":
            return paragraph.element
        if scope == "tr":
            return paragraph.row
        if scope == "tc":
            return paragraph.cell
        offset = 0
        for at, run in zip(paragraph.texts, paragraph.runs, strict=True):
            offset += len(self.tokens[at])
            if start < offset:
                return run
        return -1

    def items(self) -> Iterator[str | Tag]:
        """The part in its order: markup and words as Jinja must leave them, and whole tags."""
        at = 0
        while at < len(self.tokens):
            at = self.joined.get(at, at)
            standing = self.replaced.get(at)
            if standing is not None:
                if standing.source:
                    yield standing
                at = self.ends[at] + 1
                continue
            pieces = self.pieces.get(at)
            if pieces is None:
                # Word drops blanks at the edge of a text that does not ask for them: what is cut must ask
                cut = at + 2 in self.joined or (at + 1 in self.pieces and self.pieces[at + 1] != [self.tokens[at + 1]])
                yield '<w:t xml:space="preserve">' if cut else literal(self.tokens[at])
            else:
                for piece in pieces:
                    yield piece if isinstance(piece, Tag) else literal(piece)
            at += 1

    def source(self) -> Source:
        out: list[str] = []
        places: list[Place] = []
        for item in self.items():
            if isinstance(item, Tag):
                out.append(broken_after_opening(item.source))
                places.append(item.place)
            else:
                out.append(item)
        return Source("".join(out), places)
