"""All tags of one part in their order: which blocks are open, which names are known where, what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from ocop_xl.papers.check_template.finding import TemplateFinding, finding
from ocop_xl.papers.check_template.hints import syntax_hint
from ocop_xl.papers.check_template.names import Names, loop_shape
from ocop_xl.papers.check_template.tags import (
    COMMANDS,
    ENDS,
    FORBIDDEN,
    MIDDLES,
    OPENERS,
    Read,
    expression,
    read_tag,
    statement,
)
from ocop_xl.papers.shapes import Anything, Group, Items, Leaf, Shape
from ocop_xl.papers.word.blame import nearest
from ocop_xl.papers.word.tag_text import Place, Tag

_NESTED = "Mẫu có thẻ lồng nhau quá nhiều lớp. Hãy viết lại đơn giản hơn."


@dataclass(slots=True)
class _Block:
    word: str
    place: Place
    scoped: bool  # has names of its own
    over: bool = False  # its `else` has come


class Walk:
    """The check of one part; `findings` grow as tags are taken, `used` are the paths of the fields that were named."""

    def __init__(self, values: Mapping[str, Shape]) -> None:
        self.findings: list[TemplateFinding] = []
        self.blocks: list[_Block] = []
        self.names = Names(values, self._report)
        self._place = Place("", "")

    @property
    def used(self) -> set[str]:
        return self.names.used

    def go(self, tags: Iterable[Tag]) -> None:
        """Take the tags, then tell which blocks were left open."""
        for tag in tags:
            read = read_tag(tag)
            if read is None or (self.blocks and self.blocks[-1].word == "raw" and read.word != "endraw"):
                continue
            self._place = read.place
            try:
                self._take(read)
            except TemplateSyntaxError:
                self._report("MAU-02", hint=syntax_hint(tag.source))
            except (RecursionError, MemoryError, OverflowError):
                self._report("MAU-15", sentence=_NESTED)
        for block in self.blocks:
            self._not_closed(block)

    def _report(self, code: str, **facts: object) -> None:
        self.findings.append(finding(code, self._place, **facts))

    def _take(self, read: Read) -> None:
        if read.slip:
            self._report("MAU-06", name=read.slip, hint=f", viết đúng là {{%{read.slip} {read.source[2:].strip()}")
        if not read.word:
            if read.source.startswith("{{"):
                self._printed(expression(read))
            else:
                self._report("MAU-02", hint="")
        elif read.word in OPENERS:
            self._open(read)
        elif read.word in MIDDLES:
            self._middle(read)
        elif read.word in ENDS:
            self._close(read)
        elif read.word in FORBIDDEN:
            self._report("MAU-13", name=read.word)
        elif read.word != "print":
            typed = f"{read.word}{read.rest.split(' ')[0]}" if read.word in ("end", "els", "el") else read.word
            near = "elif" if read.word == "elseif" else nearest(typed, list(COMMANDS), {})
            self._report("MAU-06", name=read.word[:80], hint=f", lệnh gần nhất là «{near}»" if near else "")

    def _printed(self, node: nodes.Expr) -> None:
        shape = self.names.shape(node)
        if isinstance(shape, Group | Items):
            self._report("MAU-04")
        elif isinstance(shape, Leaf) and shape.gap:
            self._report("MAU-20", name=shape.path, label=shape.gap)

    def _open(self, read: Read) -> None:
        word = read.word
        if word == "raw":
            self.blocks.append(_Block(word, read.place, scoped=False))
            return
        try:
            node = statement(read)
        except (TemplateSyntaxError, RecursionError, MemoryError):
            if word != "set" or "=" not in read.rest:  # the block is open all the same: its end tag is no stray
                self._push(word, read.place)
                self.names.scopes[-1].update({name: Anything() for name in _targets_of(read)})
            raise
        if isinstance(node, nodes.Assign):
            self.names.bind_target(node.target, self.names.shape(node.node))
        elif isinstance(node, nodes.For):
            self._for(node, read.place)
        elif isinstance(node, nodes.If):
            self.names.shape(node.test)
            self.blocks.append(_Block(word, read.place, scoped=False))
        elif isinstance(node, nodes.AssignBlock):
            self.names.bind_target(node.target, Leaf())
            self.blocks.append(_Block(word, read.place, scoped=False))
        elif isinstance(node, nodes.Macro | nodes.CallBlock):
            self._macro(node, word, read.place)
        elif isinstance(node, nodes.FilterBlock):
            self.names.shape(node.filter)
            self._push(word, read.place)
        elif isinstance(node, nodes.With):
            shapes = [self.names.shape(value) for value in node.values]
            self._push(word, read.place)
            for target, shape in zip(node.targets, shapes, strict=True):
                self.names.bind_target(target, shape)
        else:
            self._push(word, read.place)

    def _push(self, word: str, place: Place) -> None:
        self.blocks.append(_Block(word, place, scoped=True))
        self.names.scopes.append({})

    def _for(self, node: nodes.For, place: Place) -> None:
        whole = self.names.shape(node.iter)
        item: Shape = Anything()
        if isinstance(whole, Items):
            item = whole.item
        elif isinstance(whole, Group):
            item = Leaf()
        elif isinstance(whole, Leaf):
            self._report("MAU-05", hint=f" (đang là “{whole.sample[:40]}”)" if whole.sample else "")
        self._push("for", place)
        self.names.bind_target(node.target, item)
        self.names.bind("loop", loop_shape(item))
        if node.test is not None:
            self.names.shape(node.test)

    def _macro(self, node: nodes.Macro | nodes.CallBlock, word: str, place: Place) -> None:
        if isinstance(node, nodes.Macro):
            self.names.bind(node.name, Anything())
        else:
            self.names.shape(node.call)
        for default in node.defaults:
            self.names.shape(default)
        self._push(word, place)
        names = [argument.name for argument in node.args]
        self.names.scopes[-1].update({name: Anything() for name in (*names, "caller", "varargs", "kwargs")})

    def _middle(self, read: Read) -> None:
        top = self.blocks[-1] if self.blocks else None
        fits = top is not None and not top.over and top.word in (("if",) if read.word == "elif" else ("if", "for"))
        if top is None or not fits:
            self._report("MAU-09", name="if", hint=_open_one(top))
        elif read.word == "else":
            top.over = True
            if top.scoped:
                self.names.scopes[-1].clear()  # the else of a for knows no item
        if read.word == "elif":
            node = statement(read)
            if isinstance(node, nodes.If):
                self.names.shape(node.test)
        elif read.rest:
            self._report("MAU-02", hint=", sau «else» không ghi gì thêm; muốn thêm điều kiện hãy dùng «elif»")

    def _close(self, read: Read) -> None:
        word = read.word.removeprefix("end")
        if not any(block.word == word for block in self.blocks):
            self._report("MAU-09", name=word, hint=_open_one(self.blocks[-1] if self.blocks else None))
            return
        while True:
            block = self.blocks.pop()
            if block.scoped:
                self.names.scopes.pop()
            if block.word == word:
                break
            self._not_closed(block)
        if read.rest and word != "block":
            self._report("MAU-02", hint=f", sau «{read.word}» không ghi gì thêm")

    def _not_closed(self, block: _Block) -> None:
        self.findings.append(finding("MAU-08", block.place, name=block.word))


def _open_one(block: _Block | None) -> str:
    return f", lệnh đang mở là «{block.word}» ở thẻ {block.place.tag[:60]}" if block else ""


def _targets_of(read: Read) -> list[str]:
    """The names that a mistyped `for` was to bind, so that they are not told as unknown one by one."""
    before = read.rest.partition(" in ")[0] if read.word == "for" else ""
    return [name.strip() for name in before.split(",") if name.strip().isidentifier()]
