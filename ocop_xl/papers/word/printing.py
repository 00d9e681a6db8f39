"""What a `{{ }}` becomes in a paper."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ocop_xl.papers.facts import ByHand, Gap, shown
from ocop_xl.papers.word.unknown import Unknown
from ocop_xl.papers.word.work import this_job
from ocop_xl.vietnamese import nfc

_NOT_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")


def words(value: Any) -> str:
    """As `shown`; an inline `if` without `else` gives nothing."""
    return "" if isinstance(value, Undefined) and not isinstance(value, Unknown) else shown(value)


def word_text(text: str) -> str:
    """Text for a `<w:t>`: composed, without what XML cannot hold, line breaks and tabs as Word writes them."""
    plain = str(escape(_NOT_XML.sub("", _LINE_ENDS.sub("\n", nfc(text)))))
    if "\n" in plain or "\t" in plain or "\f" in plain:
        plain = plain.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        plain = plain.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        plain = plain.replace("\f", '</w:t><w:br w:type="page"/><w:t xml:space="preserve">')
    return plain


@pass_context
def printed(_: Context, value: Any) -> Any:
    """What a `{{ }}` prints; gaps are remembered. It asks for the context so that Jinja never prints a constant while
    it compiles: what stands in a paper must not depend on what was made before."""
    if isinstance(value, Unknown):
        return value
    job = this_job()
    job.tick()
    if isinstance(value, Markup):  # the text of a {% set %} block: written by this same function
        return job.print(value)
    if isinstance(value, Gap) and value.label not in job.gaps:
        job.gaps.append(value.label)
        if isinstance(value, ByHand):
            job.by_hand.add(value.label)
    return Markup(job.print(word_text(words(value))))  # noqa: S704 – word_text escapes
