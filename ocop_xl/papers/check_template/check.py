"""The check of one template file against the facts of its kind."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ocop_xl.errors import TemplateError
from ocop_xl.office.archive import Parts
from ocop_xl.office.word_package import BODY, read_package, text_of
from ocop_xl.papers.check_template.finding import TemplateFinding, finding
from ocop_xl.papers.check_template.levels import crossings
from ocop_xl.papers.check_template.slips import hidden_text, merge_fields, old_letters, outside_text, slips
from ocop_xl.papers.check_template.walk import Walk
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.shapes import Group, Shape, leaves, merged, shape_of
from ocop_xl.papers.word.blame import nearest
from ocop_xl.papers.word.carried import refuse_carried
from ocop_xl.papers.word.chart import find_charts
from ocop_xl.papers.word.tag_text import Tag
from ocop_xl.papers.word.template import PaperTemplate, tagged_texts
from ocop_xl.papers.word.wordxml import WordPart
from ocop_xl.rules.finding import Severity

SECONDS = 1.5
"""How long names are looked at, and again how long papers are tried; a house template takes a tenth of a second."""
_NAMES_SHOWN = 40
_TOO_LONG = "Mẫu có quá nhiều thẻ, chưa kiểm tra hết. Hãy chia mẫu thành các tệp nhỏ hơn."


def check_template(
    content: bytes, samples: Sequence[PaperFacts], *, own_kind: bool = True, common: Iterable[str] = ()
) -> list[TemplateFinding]:
    """All findings, in the order of the text; raises `TemplateError` when the file cannot be read at all.

    `samples` are papers of the template's kind – or of every kind, when nobody knows which it is (`own_kind` False:
    names are then checked, but no paper is tried). `common` are the names that every kind has: nobody misses them.
    """
    package = read_package(content)
    try:
        refuse_carried(package)
    except TemplateError as error:
        return [finding("MAU-22", None, sentence=str(error))]
    shape = merged([shape_of(facts.values) for facts in samples])
    values = shape.fields if isinstance(shape, Group) else {}
    found: list[TemplateFinding] = []
    used: set[str] = set()
    deadline = time.monotonic() + SECONDS
    for _, xml in tagged_texts(package):
        found += _part(WordPart(xml), values, used, deadline)
        found += (*outside_text(xml), *merge_fields(xml), *hidden_text(xml))
    found += _charts(package, samples)
    if own_kind and not any(item.severity is Severity.ERROR for item in found):
        found += _tried(content, samples)
    if own_kind:
        found += _unused(values, used, set(common))
    return list(dict.fromkeys(found))


def _part(part: WordPart, values: Mapping[str, Shape], used: set[str], deadline: float) -> Iterator[TemplateFinding]:
    for fault in part.faults:
        yield finding("MAU-11" if fault.place.tag else "MAU-01", fault.place, sentence=fault.sentence)
    walk = Walk(values)
    walk.go(_until(deadline, (tag for paragraph in part.paragraphs for tag in paragraph.tags)))
    yield from walk.findings
    used |= walk.used
    if time.monotonic() > deadline:
        yield finding("MAU-15", None, sentence=_TOO_LONG)
        return
    yield from old_letters(part)
    told = list(slips(part, values.keys()))
    yield from told
    if not part.faults and not any(item.code in _UNSURE_BLOCKS for item in (*walk.findings, *told)):
        yield from crossings(part)


_UNSURE_BLOCKS = frozenset({"MAU-02", "MAU-06", "MAU-08", "MAU-09", "MAU-10", "MAU-13"})
"""After one of these it is not known which tags belong together."""


def _until(deadline: float, tags: Iterable[Tag]) -> Iterator[Tag]:
    for tag in tags:
        if time.monotonic() > deadline:
            return
        yield tag


def _charts(package: Parts, samples: Sequence[PaperFacts]) -> Iterator[TemplateFinding]:
    known = list(dict.fromkeys(name for facts in samples for name in facts.charts))
    try:
        slots = find_charts(text_of(BODY, package[BODY]), package)
    except TemplateError as error:
        yield finding("MAU-15", None, sentence=str(error))
        return
    for slot in slots:
        if slot.data_name not in known:
            near = nearest(slot.data_name, known, {})
            yield finding("MAU-14", None, name=slot.data_name, hint=f", tên gần nhất là «{near}»" if near else "")


def _tried(content: bytes, samples: Sequence[PaperFacts]) -> Iterator[TemplateFinding]:
    """What shows itself only when papers are made: sums of texts, loops without end."""
    deadline = time.monotonic() + SECONDS
    try:
        template = PaperTemplate(content)
        for facts in samples:
            template.fill(facts)
            if time.monotonic() > deadline:
                return
    except TemplateError as error:
        yield finding("MAU-15", None, sentence=str(error))


def _unused(values: Mapping[str, Shape], used: set[str], common: set[str]) -> Iterator[TemplateFinding]:
    own = Group({name: shape for name, shape in values.items() if name not in common})
    names = [leaf.path for leaf in leaves(own) if leaf.path not in used]
    if names:
        more = f" … và {len(names) - _NAMES_SHOWN} trường nữa" if len(names) > _NAMES_SHOWN else ""
        yield finding("MAU-21", None, names=", ".join(names[:_NAMES_SHOWN]) + more)
