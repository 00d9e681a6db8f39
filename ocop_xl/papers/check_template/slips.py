"""What Word or a hurried hand does to tags: split runs, curly quotes, lone braces, company in the row."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Set

from ocop_xl.papers.check_template.finding import TemplateFinding, finding
from ocop_xl.papers.word.carried import field_codes
from ocop_xl.papers.word.tag_text import SCOPE_NAMES, SCOPED, Place
from ocop_xl.papers.word.wordxml import Paragraph, WordPart
from ocop_xl.vietnamese import tidy, typed_for_an_old_font

_CURLY = frozenset("“”„‘’")
_LONE = re.compile(r"\{\s+[{%][^{}]{0,60}|[%}]\s+\}|\}\}|%\}|\{\s*([A-Za-z_]\w*)(?:\.\w+)*\s*\}")
_OTHER_MARKS = re.compile(
    r"«\w{1,60}»|\$\{[^{}]{1,60}\}|[｛｝]{2}|\[\[[\w. ]{1,60}\]\]|\{％|％\}"
    r"|&lt;[%?][^<>&]{1,60}[%?]&gt;|&lt;&lt;[\w. ]{1,60}&gt;&gt;"
)
"""A mail-merge mark is one name, without blanks; a quotation is several words."""
_BARE = re.compile(r"(?<![\w./{])(?<!\{ )([a-z]\w*)(?:\.\w+)+(?![\w.]|\s*\})")
"""A field's name without its braces, or in those of another program: `[xa.ten_xa]`, `@xa.ten_xa@`."""
_MERGE_FIELDS = frozenset({"MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK"})
_TAG_BEGINS = re.compile(r"\{[{%][^<>{}]{0,60}")
_ELEMENT_NAME = re.compile(r"<([\w:]+)")
_NOT_FILLED = {"w:instrText": "mã trường", "m:t": "công thức", "a:t": "hình vẽ"}
_RUN = re.compile(r"<w:r\b(?:(?!</w:r>).)*</w:r>", re.DOTALL)
_HIDDEN = re.compile(r"<w:vanish\s*(?:/>|w:val=[\"'](?:1|true|on)[\"'])")
_WORDS = re.compile(r"<w:t\b[^<>]*>([^<]*)")
_SHOWN = 60


def slips(part: WordPart, top_names: Set[str]) -> Iterator[TemplateFinding]:
    """`top_names` are the kind's own names: `{xa.ten_xa}` is a slip, `{a}` is a set."""
    texts = {at for paragraph in part.paragraphs for at in paragraph.texts}
    taken: set[int] = set()
    for paragraph in part.paragraphs:
        yield from _splits(part, paragraph)
        yield from _company(part, paragraph, texts, taken)
        yield from _lone_braces(part, paragraph, top_names)
        yield from _other_marks(part, paragraph, top_names)


def merge_fields(xml: str) -> Iterator[TemplateFinding]:
    """Word's own mail merge: a field that is filled only from a list of addresses."""
    for code in field_codes(xml):
        if code.split()[:1] and code.split()[0].upper() in _MERGE_FIELDS:
            yield finding("MAU-23", Place("", _cut(tidy(code))), seen=_cut(tidy(code)))


def old_letters(part: WordPart) -> Iterator[TemplateFinding]:
    """Words typed for .VnTime or VNI-Times: the first of them, and how many paragraphs have some."""
    texts = (tidy(html.unescape(part.text(paragraph))) for paragraph in part.paragraphs)
    found = [words for words in texts if typed_for_an_old_font(words)]
    if found:
        yield finding("MAU-25", Place("", _cut(found[0], 90)), count=len(found))


def hidden_text(xml: str) -> Iterator[TemplateFinding]:
    """Words that no page shows: a remark that somebody has put away there."""
    if "<w:vanish" not in xml:
        return
    runs = (found[0] for found in _RUN.finditer(xml) if _HIDDEN.search(found[0]))
    for words in (tidy(html.unescape("".join(_WORDS.findall(run)))) for run in runs):
        if words:
            yield finding("MAU-26", Place("", _cut(words, 90)), seen=_cut(words))


def outside_text(xml: str) -> Iterator[TemplateFinding]:
    """Tags where the engine does not fill them: in attributes, field codes, equations and drawings."""
    for found in _TAG_BEGINS.finditer(xml):
        opened, closed = xml.rfind("<", 0, found.start()), xml.rfind(">", 0, found.start())
        element = _ELEMENT_NAME.match(xml, opened)
        name = element[1] if element else ""
        if opened > closed or name in _NOT_FILLED:
            what = "thuộc tính của hình, liên kết hoặc ô điều khiển" if opened > closed else _NOT_FILLED[name]
            yield finding("MAU-24", None, seen=_cut(html.unescape(found[0])), what=what)


def _other_marks(part: WordPart, paragraph: Paragraph, top_names: Set[str]) -> Iterator[TemplateFinding]:
    """«Ten_xa» and `${x}` of mail merges, `｛｛ ｝｝` of another keyboard: nobody fills them."""
    raw = part.text(paragraph)
    at = Place("", _cut(tidy(html.unescape(raw)), 90))
    marks = [("MAU-23", found) for found in _OTHER_MARKS.finditer(raw)]
    if not marks:
        bare = (found for found in _BARE.finditer(raw) if found[1] in top_names and "_" in found[0])
        marks = [("MAU-18", found) for found in bare]
    for code, found in marks:
        if not any(start < found.end() and found.start() < end for start, end in paragraph.spans):
            yield finding(code, at, seen=_cut(html.unescape(found[0])))


def _splits(part: WordPart, paragraph: Paragraph) -> Iterator[TemplateFinding]:
    """Tags in several runs, and quotes that are no longer straight."""
    bounds: list[tuple[int, int]] = []  # end of each text in the paragraph, its run
    offset = 0
    raw = part.text(paragraph)
    for at, run in zip(paragraph.texts, paragraph.runs, strict=True):
        offset += len(part.tokens[at])
        bounds.append((offset, run))
    first = 0
    for tag, (start, end) in zip(paragraph.tags, paragraph.spans, strict=True):
        if _CURLY & set(raw[start:end]):
            yield finding("MAU-16", tag.place)
        while bounds[first][0] <= start:
            first += 1
        runs = [bounds[first][1]]
        ahead = first
        while bounds[ahead][0] < end:
            ahead += 1
            if bounds[ahead][1] != runs[-1]:
                runs.append(bounds[ahead][1])
        if len(runs) > 1:
            looks = {_look(part, run) for run in runs}
            yield finding("MAU-17" if len(looks) > 1 else "MAU-19", tag.place, pieces=len(runs))


def _look(part: WordPart, run: int) -> str:
    """The run's properties as they stand in the file, without the marks of the spelling check."""
    tokens = part.tokens
    if run < 0 or not tokens[run + 1].startswith("<w:rPr>"):
        return ""
    inside = tokens[run + 2 : part.ends[run + 1]]
    return "".join(token for token in inside if not token.startswith(("<w:lang", "<w:noProof")))


def _company(part: WordPart, paragraph: Paragraph, texts: Set[int], taken: set[int]) -> Iterator[TemplateFinding]:
    """Words that share the row, paragraph, cell or run which a tag takes the place of: they would be lost."""
    raw = part.text(paragraph)
    for tag, (start, end) in zip(paragraph.tags, paragraph.spans, strict=True):
        scoped = SCOPED.match(tag.source)
        element = part.element(paragraph, scoped[3], start) if scoped else -1
        if not scoped or scoped[3] == "r" or element < 0 or element in taken:
            continue
        taken.add(element)
        whole = "".join(part.tokens[at] for at in range(element, part.ends[element]) if at in texts)
        lost = tidy(html.unescape(whole.replace(raw[start:end], "", 1)))
        if lost and not _only_scoped(lost):
            yield finding("MAU-10", tag.place, lost=_cut(lost), scope=SCOPE_NAMES[scoped[3]])


def _only_scoped(lost: str) -> bool:
    """Another tag of the same sort: told as two tags in one place already."""
    return SCOPED.match(lost) is not None and lost.endswith("%}") and lost.count("{%") == 1


def _lone_braces(part: WordPart, paragraph: Paragraph, top_names: Set[str]) -> Iterator[TemplateFinding]:
    raw = part.text(paragraph)
    if not any(sign in raw for sign in "{}"):
        return
    words = tidy(html.unescape(raw))
    position = 0
    for start, end in (*paragraph.spans, (len(raw), len(raw))):
        between = html.unescape(raw[position:start])
        for found in _LONE.finditer(between):
            if found[1] is None or found[1] in top_names:
                yield finding("MAU-18", Place("", _cut(words, 90)), seen=_cut(found[0]))
        position = end


def _cut(text: str, length: int = _SHOWN) -> str:
    return text if len(text) <= length else text[:length] + "…"
