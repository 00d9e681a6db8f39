"""A part of a Word file as a flat list of tokens, and its tags made whole again.

Word splits what a person types in one go over several runs (`{{ xa.` + `ten_xa }}`), curls the quotes in it, and
wraps it in paragraphs, cells and rows. This turns the part into Jinja source in which every tag is one piece. The tag
language is docxtpl's: `{{ }}`, `{% %}`, `{# #}`, and `{%p %}`, `{%tr %}`, `{%tc %}`, `{%r %}`, which take the place of
the paragraph, table row, cell or run they stand in.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from ocop_xl.papers.errors import TemplateError
from ocop_xl.vietnamese import nfc, tidy

_TOKEN = re.compile(r"""<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+""", re.DOTALL)
_NAME = re.compile(r"</?([^\s/>]+)")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LOOKS_OPEN = re.compile(r"\{(?=[{%#])")
_SCOPED = re.compile(r"(\{\{|\{%|\{#)(-?)(tr|tc|p|r)\s(.*)", re.DOTALL)
_AS_TYPED = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u200b": None, "\ufeff": None}
)
_WORDS_SHOWN = 90


@dataclass(slots=True)
class Place:
    """Where a tag stands: the tag as typed, and the words of its paragraph."""

    tag: str
    words: str


@dataclass(slots=True)
class Source:
    """Jinja source of one part. Tag number n stands on line n+1, so a line number leads to its place."""

    text: str
    places: list[Place]

    def place(self, line: int) -> Place | None:
        return self.places[line - 2] if 2 <= line <= len(self.places) + 1 else None


@dataclass(slots=True)
class _Paragraph:
    element: int  # token of <w:p>
    row: int  # token of the enclosing <w:tr>, -1 if none
    cell: int
    texts: list[int] = field(default_factory=list)  # tokens that are the text of a <w:t>
    runs: list[int] = field(default_factory=list)  # for each of them the token of its <w:r>


@dataclass(slots=True)
class _Tag:
    source: str
    place: Place


def jinja_source(xml: str) -> Source:
    """The part as Jinja source; raises `TemplateError` for tags that no paper could be made from."""
    part = _Part(xml)
    for paragraph in part.paragraphs:
        part.mend(paragraph)
    return part.source()


class _Part:
    """Tokens of one part, with what each paragraph's tags put in their place."""

    def __init__(self, xml: str) -> None:
        if "<!DOCTYPE" in xml or "<!ENTITY" in xml:
            raise TemplateError("Tệp mẫu chứa khai báo DTD, Word không tạo ra nội dung này. Hãy lưu lại mẫu bằng Word.")
        self.tokens: list[str] = _TOKEN.findall(xml)
        self.ends: dict[int, int] = {}  # token of a start tag → token of its end tag
        self.paragraphs: list[_Paragraph] = []
        self.pieces: dict[int, list[str | _Tag]] = {}  # text token → what it became
        self.replaced: dict[int, _Tag] = {}  # start tag of an element → the tag that stands for it
        self._scan()

    def _scan(self) -> None:
        stack: list[tuple[str, int]] = []
        open_paragraphs: list[_Paragraph] = []
        for at, token in enumerate(self.tokens):
            if token[0] != "<":
                if stack and stack[-1][0] == "w:t" and open_paragraphs:
                    open_paragraphs[-1].texts.append(at)
                    open_paragraphs[-1].runs.append(_innermost(stack, "w:r"))
            elif token.startswith("</"):
                name, start = stack.pop() if stack else ("", -1)
                self.ends[start] = at
                if name == "w:p" and open_paragraphs:
                    open_paragraphs.pop()
            elif token[1] not in "?!" and not token.endswith("/>"):
                found = _NAME.match(token)
                name = found[1] if found else ""
                if name == "w:p":
                    paragraph = _Paragraph(at, _innermost(stack, "w:tr"), _innermost(stack, "w:tc"))
                    open_paragraphs.append(paragraph)
                    self.paragraphs.append(paragraph)
                stack.append((name, at))

    def mend(self, paragraph: _Paragraph) -> None:
        """Gather each tag of the paragraph into the text where it begins."""
        raw = "".join(self.tokens[at] for at in paragraph.texts)
        if not _LOOKS_OPEN.search(raw):
            return
        words = tidy(html.unescape(raw))
        spans = [found.span() for found in _TAG.finditer(raw)]
        rest = _TAG.sub("", raw)
        if _LOOKS_OPEN.search(rest):
            raise TemplateError(
                f"Có thẻ mở mà không đóng trong đoạn “{_short(words)}”. Mỗi thẻ phải nằm trọn trong một đoạn: "
                "hãy thêm }} hoặc %} ở cuối thẻ."
            )
        tags = [_Tag(_normal(raw[start:end]), Place(_normal(raw[start:end]), _short(words))) for start, end in spans]
        offset = 0
        for at, run in zip(paragraph.texts, paragraph.runs, strict=True):
            text = self.tokens[at]
            self.pieces[at] = _cut(text, offset, spans, tags)
            offset += len(text)
            self._drop_if_emptied(at, run)
        self._take_scoped(paragraph, spans, tags)

    def _drop_if_emptied(self, at: int, run: int) -> None:
        """A run that held nothing but the middle of a tag goes, so that no empty run is left behind."""
        if self.pieces[at] or run < 0:
            return
        inside = {_name(token) for token in self.tokens[run + 1 : self.ends[run]] if token[0] == "<"}
        if not inside & {"w:drawing", "w:br", "w:tab", "w:fldChar", "w:pict", "w:object", "w:footnoteReference"}:
            self.replaced[run] = _Tag("", Place("", ""))

    def _take_scoped(self, paragraph: _Paragraph, spans: list[tuple[int, int]], tags: list[_Tag]) -> None:
        for (start, _), tag in zip(spans, tags, strict=True):
            scoped = _SCOPED.match(tag.source)
            if not scoped:
                continue
            opening, dash, scope, rest = scoped.groups()
            element = self._element(paragraph, scope, start)
            if opening == "{{":
                raise TemplateError(
                    f"Thẻ {tag.source} trong đoạn “{tag.place.words}” không dùng được: "
                    f"chữ chèn vào văn bản phải viết là {{{{ {rest.strip()}."
                )
            if element < 0:
                raise TemplateError(
                    f"Thẻ {tag.source} trong đoạn “{tag.place.words}” không nằm trong bảng: "
                    "hãy đặt thẻ vào một dòng của bảng, hoặc viết {%p … %}."
                )
            if element in self.replaced and self.replaced[element].source:
                raise TemplateError(
                    f"Hai thẻ {self.replaced[element].source} và {tag.source} cùng nằm trong một "
                    f"{_SCOPE_NAMES[scope]}: mỗi thẻ phải đứng riêng một {_SCOPE_NAMES[scope]}."
                )
            self.replaced[element] = _Tag(f"{opening}{dash} {rest}", tag.place)

    def _element(self, paragraph: _Paragraph, scope: str, start: int) -> int:
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

    def source(self) -> Source:
        out: list[str] = []
        places: list[Place] = []
        at = 0
        while at < len(self.tokens):
            standing = self.replaced.get(at)
            if standing is not None:
                _emit(standing, out, places)
                at = self.ends[at] + 1
                continue
            token = self.tokens[at]
            pieces = self.pieces.get(at)
            if pieces is None:
                tagged = any(isinstance(piece, _Tag) for piece in self.pieces.get(at + 1, ()))
                out.append('<w:t xml:space="preserve">' if tagged else _literal(token))
            else:
                for piece in pieces:
                    if isinstance(piece, _Tag):
                        _emit(piece, out, places)
                    else:
                        out.append(_literal(piece))
            at += 1
        return Source("".join(out), places)


_SCOPE_NAMES = {"p": "đoạn", "tr": "dòng của bảng", "tc": "ô của bảng", "r": "cụm chữ"}


def _innermost(stack: list[tuple[str, int]], name: str) -> int:
    return next((at for open_name, at in reversed(stack) if open_name == name), -1)


def _name(token: str) -> str:
    found = _NAME.match(token)
    return found[1] if found else ""


def _normal(tag: str) -> str:
    """A tag as it was meant: entities resolved, quotes straight, letters composed, on one line."""
    return nfc(" ".join(html.unescape(tag).translate(_AS_TYPED).splitlines()))


def _short(words: str) -> str:
    return words if len(words) <= _WORDS_SHOWN else words[:_WORDS_SHOWN] + "…"


def _cut(text: str, offset: int, spans: list[tuple[int, int]], tags: list[_Tag]) -> list[str | _Tag]:
    """The pieces of one text that begins `offset` characters into its paragraph."""
    pieces: list[str | _Tag] = []
    position = 0
    for (start, end), tag in zip(spans, tags, strict=True):
        begin, stop = start - offset, end - offset
        if stop <= 0 or begin >= len(text):
            continue
        if begin > position:
            pieces.append(text[position:begin])
        if begin >= 0:
            pieces.append(tag)
        position = max(position, min(stop, len(text)))
    if position < len(text):
        pieces.append(text[position:])
    return pieces


def _literal(text: str) -> str:
    """Text that Jinja must leave alone, on one line so that line numbers keep counting tags."""
    if "{" in text:
        text = _LOOKS_OPEN.sub("{{ '{' }}", text)
    if "\n" in text or "\r" in text:
        text = text.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    return text


def _emit(tag: _Tag, out: list[str], places: list[Place]) -> None:
    """The tag with a line break after its opening: the next tag counts one line further."""
    if not tag.source:
        return
    opening = 3 if tag.source[2:3] in ("-", "+") else 2
    out.append(f"{tag.source[:opening]}\n{tag.source[opening:]}")
    places.append(tag.place)
