"""One tag of a template by itself: its command, its syntax tree, and what the author most likely meant.

Jinja reads a template as a whole and stops at the first mistake. Tags are read one by one here, each with the end tag
that it needs, so that one wrong tag does not hide the others.
"""

from __future__ import annotations

import re
from typing import TypeVar

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from ocop_xl.papers.word.tag_text import SCOPED, Place, Tag
from ocop_xl.records import NamedTuple

OPENERS = frozenset({"for", "if", "set", "macro", "call", "filter", "with", "block", "autoescape", "raw"})
MIDDLES = frozenset({"else", "elif"})
ENDS = frozenset(f"end{name}" for name in OPENERS)
FORBIDDEN = frozenset({"include", "import", "from", "extends"})
COMMANDS = (*sorted(OPENERS | MIDDLES | ENDS), "print")

_WORD = re.compile(r"\{%[-+]?\s*(\w*)(.*?)[-+]?%\}", re.DOTALL)
_LOOSE_SCOPE = re.compile(r"\{%[-+]?\s*(tr|tc|p|r)\s*(?=(?:for|if|elif|else|set|end\w+)\b)(.*)", re.DOTALL)
_N = TypeVar("_N", bound=nodes.Node)
_PARSER = Environment(autoescape=True)


class Read(NamedTuple):
    """A tag as the check reads it. `word` is its command, "" for `{{ }}`; `rest` what follows the command.

    `slip` is the scope of a tag written `{% tr for … %}` or `{%trfor … %}`; it is read as it was meant.
    """

    word: str
    rest: str
    source: str
    place: Place
    slip: str = ""


def read_tag(tag: Tag) -> Read | None:
    """None for comments."""
    source, slip = tag.source, ""
    if source.startswith("{#"):
        return None
    if scoped := SCOPED.match(source):
        source = f"{scoped[1]}{scoped[2]} {scoped[4]}"
    elif loose := _LOOSE_SCOPE.match(source):
        slip, source = loose[1], f"{{% {loose[2]}"
    if source.startswith("{{"):
        return Read("", "", source, tag.place)
    found = _WORD.fullmatch(source)
    word, rest = (found[1], found[2].strip()) if found else ("", "")
    return Read(word, rest, source, tag.place, slip)


def expression(read: Read) -> nodes.Expr:
    """What a `{{ }}` prints; raises `TemplateSyntaxError`."""
    output: nodes.Node = _parsed(read.source)
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise TemplateSyntaxError("empty", 1)
    return output.nodes[0]


def statement(read: Read) -> nodes.Node:
    """The node of a command that opens a block, of `set`, or of `elif` (as an `If`); raises `TemplateSyntaxError`."""
    if read.word == "elif":
        return _parsed(f"{{% if 1 %}}{read.source}{{% endif %}}", nodes.If).elif_[0]
    if read.word == "set" and "=" in read.rest:
        return _parsed(read.source)
    return _parsed(f"{read.source}{{% end{read.word} %}}")


def _parsed(source: str, kind: type[_N] = nodes.Node) -> _N:  # type: ignore[assignment]
    body = _PARSER.parse(source).body
    if len(body) != 1 or not isinstance(body[0], kind):
        raise TemplateSyntaxError("more than one tag", 1)
    return body[0]
