"""Paragraphs as Word may have cut them, in every place of a Word file, and what a person sees of them.

python-docx reads blanks that Word drops, so what a person sees is read by Word's own rules (`shown`).
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from docx import Document
from docxtpl import DocxTemplate
from hypothesis import strategies as st

FACTS: dict[str, Any] = {"a": "Vĩnh Phong", "b": "R&D <1>", "yes": 1, "no": 0, "rows": ["Gạo", "Tôm khô"]}
WORDS = ("Số ", "xã", " và ", "2026/QĐ", " ", "thông báo", "(", "), ", "R&D")
# A comment is not among them: docxtpl loses the blank before it, we do not.
TAGS = (
    "{{ a }}", "{{a}}", "{{ b|upper }}", "{{ ', ' if no }}",
    "{% if yes %}có {{ a }}{% endif %}", "{% if no %}có{% else %} không {% endif %}",
    "{% for row in rows %}{{ row }}{{ '; ' if not loop.last else '.' }}{% endfor %}",
)  # fmt: skip
_TAG = re.compile(r"\{[{%#].*?[}%#]\}")
BESIDE = (
    "<w:br/>", "<w:tab/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", '<w:sym w:font="Wingdings" w:char="F0FC"/>',
)  # fmt: skip
UNSEEN = ("", "<w:lastRenderedPageBreak/>")
BETWEEN = ("", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>')

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "word/document.xml"
_SHOWN_AS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": "¬", "sym": "§"}


def shown(content: bytes, part: str = BODY) -> list[str]:
    """The paragraphs as Word shows them: a text that does not ask for its blanks has none at its edges."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = ElementTree.fromstring(package.read(part))  # noqa: S314 (made a moment ago)
    return ["".join(map(_shown_of, paragraph.iter())) for paragraph in body.iter(f"{{{_W}}}p")]


def _shown_of(element: ElementTree.Element) -> str:
    name = element.tag.removeprefix(f"{{{_W}}}")
    if name == "t":
        text = element.text or ""
        return (
            text if element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" else text.strip(" \t\n\r")
        )
    return _SHOWN_AS.get(name, "")


def of_docxtpl(template: bytes, part: str = BODY) -> list[str]:
    other, saved = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    other.render(FACTS, autoescape=True)
    other.save(saved)
    return shown(saved.getvalue(), part)


# --- paragraphs as Word may have cut them ------------------------------------------------------------------------


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """The XML of a paragraph; what a run holds beside its text stands between tags, not in them."""
    typed = "".join(draw(st.lists(st.sampled_from((*WORDS, *TAGS)), min_size=1, max_size=5)))
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(typed) - 1)), max_size=6)) - {len(typed)})
    inside = {at for tag in _TAG.finditer(typed) for at in range(tag.start() + 1, tag.end())}
    xml = ""
    for start, stop in zip([0, *cuts], [*cuts, len(typed)], strict=True):
        if start:
            beside = draw(st.sampled_from(UNSEEN if start in inside else (*UNSEEN, *BESIDE)))
            apart = f"</w:r>{draw(st.sampled_from(BETWEEN))}<w:r>{draw(st.sampled_from(('', '<w:rPr><w:b/></w:rPr>')))}"
            xml += draw(st.sampled_from((apart + beside, beside + apart, beside)))
        xml += _text(typed[start:stop])
    return f"<w:p><w:r>{xml}</w:r></w:p>"


def _text(text: str) -> str:
    """As Word writes it: blanks are asked for where there are any at the edge."""
    keep = ' xml:space="preserve"' if text != text.strip(" ") else ""
    return f"<w:t{keep}>{escape(text)}</w:t>"


# --- where they may stand ----------------------------------------------------------------------------------------

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_CELL = '<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{}</w:tc>'
_TABLE = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{}</w:tbl>'
_BOX = "<w:txbxContent>@</w:txbxContent>"
_OLD_BOX = f"<w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict>"


def _line(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _table(*cells: str) -> str:
    return _TABLE.format("".join(f"<w:tr>{_CELL.format(cell)}</w:tr>" for cell in cells))


PLACES = {
    "alone": "@",
    "in a link": "<w:p><w:hyperlink w:anchor='b'>#</w:hyperlink><w:r><w:t>{{ a }}</w:t></w:r></w:p>",
    "in a content control": "<w:sdt><w:sdtPr/><w:sdtContent>@</w:sdtContent></w:sdt>",
    "in a text box": f"<w:p><w:r>{_OLD_BOX}</w:r></w:p>",
    "in a text box of today": (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{_BOX}</wps:txbx></mc:Choice>'
        f"<mc:Fallback>{_OLD_BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
    "in a table in a table": _table(_table("@") + "@") + "@",
    "in the rows of a loop": _table("@", _line("{%tr for row in rows %}"), "@", _line("{%tr endfor %}")) + "@",
    "in a loop": _line("{%p for row in rows %}") + _line("{{ row }}") + "@" + _line("{%p endfor %}"),
    "in a choice": _line("{%p if no %}") + "@" + _line("{%p else %}") + "@@" + _line("{%p endif %}"),
}
"""Where a paragraph (`@`), or the runs of one (`#`), may stand in a part."""
ENDNOTES, FOOTNOTES = "word/endnotes.xml", "word/footnotes.xml"
PARTS = (BODY, "word/header1.xml", "word/footer1.xml", FOOTNOTES)
"""Parts that docxtpl fills; it leaves the tags of endnotes as they are."""
_ROOTS = {BODY: "document", "word/header1.xml": "hdr", "word/footer1.xml": "ftr"}


def placed(paragraph: str, place: str) -> str:
    return PLACES[place].replace("@", paragraph).replace("#", paragraph[len("<w:p>") : -len("</w:p>")])


def file_of(blocks: str, part: str = BODY) -> bytes:
    """A Word file that has these blocks in the part, and a header, a footer and notes whatever the part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_plain())) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name in _ROOTS:
                content = _with_blocks(content.decode(), _ROOTS[name], blocks if name == part else _line("x"))
            elif name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
                content = _with_notes(content.decode()).encode()
            copy.writestr(name, content)
        for name in (FOOTNOTES, ENDNOTES):
            note = "footnote" if name == FOOTNOTES else "endnote"
            held = blocks if name == part else _line("x")
            copy.writestr(name, f'<w:{note}s {_NAMES}><w:{note} w:id="2">{held}</w:{note}></w:{note}s>')
    return out.getvalue()


def _plain() -> bytes:
    document, content = Document(), io.BytesIO()
    document.add_paragraph("x")
    document.sections[0].header.paragraphs[0].text = document.sections[0].footer.paragraphs[0].text = "x"
    document.save(content)
    return content.getvalue()


def _with_blocks(xml: str, root: str, blocks: str) -> bytes:
    named = re.sub(rf"<w:{root} [^>]*>", f"<w:{root} {_NAMES}>", xml)
    return re.sub(r"<w:p>.*</w:p>", lambda _: blocks, named, flags=re.DOTALL).encode()


def _with_notes(xml: str) -> str:
    """The list of types, or of relationships, with the two parts of notes."""
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    for name in ("footnotes", "endnotes"):
        kind = f'<Override PartName="/word/{name}.xml" ContentType="{office}.{name}+xml"/></Types>'
        link = f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/></Relationships>'
        xml = xml.replace("</Types>", kind).replace("</Relationships>", link)
    return xml
