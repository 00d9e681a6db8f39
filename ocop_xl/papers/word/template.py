"""A Word template, compiled once and filled many times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from jinja2 import Environment, Template
from jinja2.exceptions import TemplateSyntaxError

from ocop_xl.errors import TemplateError, WorkbookError
from ocop_xl.office.archive import Parts
from ocop_xl.office.files import WORD, read_file
from ocop_xl.office.word_package import BODY, read_package, text_of, write_package
from ocop_xl.papers.facts import PaperFacts, plain
from ocop_xl.papers.word.carried import refuse_carried
from ocop_xl.papers.word.cleaned import cleaned
from ocop_xl.papers.word.compiled import compiled
from ocop_xl.papers.word.sandbox import paper_environment
from ocop_xl.papers.word.work import Job, start_job
from ocop_xl.records import NamedTuple

if TYPE_CHECKING:
    from ocop_xl.papers.word.chart import ChartSlot

MAX_TEMPLATE_BYTES = 20 * 1024 * 1024
_TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")

_SHAPE_ID = re.compile(rb'(<wp:docPr\b[^<>]*?\bid=")(\d+)')


class Filled(NamedTuple):
    """A finished Word file, and the labels of the gaps it shows; `lacking` are those that the workbook could fill."""

    content: bytes
    gaps: tuple[str, ...]
    lacking: tuple[str, ...]


class _Part(NamedTuple):
    name: str
    xml: str
    template: Template

    def render(self, values: Mapping[str, Any], job: Job) -> bytes:
        pieces = []
        try:
            for piece in self.template.root_render_func(self.template.new_context(dict(values))):
                job.tick()
                pieces.append(piece)
        except Exception as error:  # whatever a template does wrong is one sentence for its author
            from ocop_xl.papers.word.blame import render_blame
            from ocop_xl.papers.word.wordxml import jinja_source  # known templates are not taken apart again

            raise render_blame(error, self.template, jinja_source(self.xml), values) from error
        content = "".join(pieces).encode()
        try:
            expat.ParserCreate().Parse(content, True)
        except expat.ExpatError as error:
            raise TemplateError(
                "Các lệnh for, if và thẻ đóng của chúng không cùng cấp (một thẻ ở trong bảng, thẻ kia ở ngoài…). "
                "Hãy dùng {%p … %} cho cả đoạn, {%tr … %} cho cả dòng của bảng."
            ) from error
        return content


class PaperTemplate:
    """A template ready to be filled; raises `TemplateError` when it never could be."""

    def __init__(self, content: bytes) -> None:
        package = read_package(content)
        refuse_carried(package)
        self._package = cleaned(package)
        environment = paper_environment()
        self._parts = [_compile(name, xml, environment) for name, xml in tagged_texts(self._package)]
        self._charts = _charts(self._package)

    def fill(self, facts: PaperFacts) -> Filled:
        """The paper; the same facts give the same bytes."""
        values = plain(facts.values)
        job = start_job()
        changed: dict[str, bytes] = {part.name: part.render(values, job) for part in self._parts}
        changed = {name: _with_own_ids(content) for name, content in changed.items()}
        for slot in self._charts:
            data = facts.charts.get(slot.data_name)
            if data is None:
                known = ", ".join(facts.charts) or "không có"
                raise TemplateError(f"Không có số liệu «{slot.data_name}» cho biểu đồ; loại văn bản này có: {known}.")
            changed |= slot.filled(data)
        lacking = tuple(label for label in job.gaps if label not in job.by_hand)
        return Filled(write_package(self._package, changed), tuple(job.gaps), lacking)


def _with_own_ids(content: bytes) -> bytes:
    """Shapes repeated by a loop get numbers of their own: Word calls a file with two of one number damaged."""
    numbers = [int(found[2]) for found in _SHAPE_ID.finditer(content)]
    if len(set(numbers)) == len(numbers):
        return content
    seen: set[int] = set()
    free = max(numbers)

    def own(found: re.Match[bytes]) -> bytes:
        nonlocal free
        if int(found[2]) not in seen:
            seen.add(int(found[2]))
            return found[0]
        free += 1
        return found[1] + str(free).encode()

    return _SHAPE_ID.sub(own, content)


def tagged_texts(package: Parts) -> Iterator[tuple[str, str]]:
    """Name and XML of the body, and of every other part of text that may hold a tag."""
    texts = ((name, text_of(name, part)) for name, part in package.items() if _TEXT_PART.fullmatch(name))
    return ((name, xml) for name, xml in texts if name == BODY or "{" in xml)


_loaded: dict[Path, tuple[tuple[int, int], PaperTemplate]] = {}


def load_template(path: Path) -> PaperTemplate:
    """The compiled template, kept in this process until the file changes."""
    try:
        facts = path.stat()
        stamp = (facts.st_mtime_ns, facts.st_size)
        kept = _loaded.get(path)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        template = PaperTemplate(read_file(path, MAX_TEMPLATE_BYTES, WORD))
    except OSError as error:
        raise TemplateError("Không mở được tệp mẫu. Hãy đóng tệp trong Word rồi thử lại.") from error
    except WorkbookError as problem:
        raise TemplateError(str(problem)) from problem
    _loaded[path] = (stamp, template)
    return template


def _charts(parts: Parts) -> list[ChartSlot]:
    document = text_of(BODY, parts[BODY])
    if "<w:drawing" not in document:
        return []
    from ocop_xl.papers.word.chart import find_charts  # few papers have a picture of any kind

    return find_charts(document, parts)


def _compile(name: str, xml: str, environment: Environment) -> _Part:
    try:
        return _Part(name, xml, compiled(environment, xml))
    except TemplateSyntaxError as error:
        from ocop_xl.papers.word.blame import syntax_blame
        from ocop_xl.papers.word.wordxml import jinja_source

        raise syntax_blame(error, jinja_source(xml)) from error
    except (SyntaxError, RecursionError, MemoryError, OverflowError) as error:
        raise TemplateError("Mẫu có thẻ lồng nhau quá nhiều lớp. Hãy viết lại đơn giản hơn.") from error
