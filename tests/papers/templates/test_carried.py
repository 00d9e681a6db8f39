"""What a template would carry into a paper is refused however it is written: other spellings of XML, other names."""

from __future__ import annotations

import pytest

from ocop_xl.errors import TemplateError
from ocop_xl.office.archive import deflated
from ocop_xl.office.word_package import read_package, write_package
from ocop_xl.papers.word.carried import refuse_carried
from tests.papers.word_files import word

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OUT = 'Target="http://vi.du/x" TargetMode="External"'
_HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def package(links: str = "", body: str = "", more: dict[str, str] | None = None, types: str = "") -> bytes:
    """A sound file with more relationships, more in its body, more parts."""
    parts = read_package(word("Xã Vĩnh Phong"))
    changed = {}
    for name, end, added in (
        ("word/_rels/document.xml.rels", "</Relationships>", links),
        ("word/document.xml", "</w:body>", body),
        ("[Content_Types].xml", "</Types>", types),
    ):
        changed[name] = parts[name].content(2**24).decode().replace(end, added + end).encode()
    parts |= {name: deflated(text.encode()) for name, text in (more or {}).items()}
    return write_package(parts, changed)


def link(kind: str, rest: str) -> str:
    return f'<Relationship Id="rId99" Type="{_KINDS}{kind}" {rest}/>'


@pytest.mark.parametrize(
    "kind",
    ["image", "hyperlink2", "frame", "subDocument", "oleObject", "video", "audio", "chart", "package", "customXml",
     "externalLinkPath", "font", "header", "footnotes", "glossaryDocument", "mailMergeSource", "xsltTransform", "aFChunk"],
)  # fmt: skip
def test_nothing_is_fetched_from_outside(kind: str) -> None:
    with pytest.raises(TemplateError, match="Mẫu có"):
        refuse_carried(read_package(package(link(kind, _OUT))))


@pytest.mark.parametrize(
    "target", ["file:///C:/bi-mat.docx", "\\\\may\\chung\\a.docx", "..\\a.docx", "ftp://vi.du/a", "C:\\a"]
)
def test_a_link_leads_to_a_page_and_not_to_a_file(target: str) -> None:
    with pytest.raises(TemplateError, match="liên kết tới tệp"):
        refuse_carried(read_package(package(link("hyperlink", f'Target="{target}" TargetMode="External"'))))
    refuse_carried(read_package(package(link("hyperlink", 'Target="https://vi.du" TargetMode="External"'))))


@pytest.mark.parametrize(
    "spelt",
    [
        f'<Relationship Id="r9" Type="{_KINDS}ole&#79;bject" Target="embeddings/o.bin"/>',
        f'<Relationship Id="r9" Type="{_KINDS}image" Target="http://vi.du/a.png" TargetMode="&#69;xternal"/>',
        f'<Relationship Id="r9" Target="a>b" Type="{_KINDS}oleObject"/>',
        f"<Relationship Id='r9' Type='{_KINDS}image' TargetMode = 'External' Target='http://vi.du'/>",
        f'<q:Relationship xmlns:q="x" Id="r9" Type="{_KINDS}aFChunk" Target="a.html"/>',
        f'<Relationship\nId="r9"\n\tType="{_KINDS}vbaProject"\nTarget="vbaProject.bin"/>',
    ],
)
def test_however_a_relationship_is_spelt(spelt: str) -> None:
    with pytest.raises(TemplateError, match="Mẫu có"):
        refuse_carried(read_package(package(spelt)))


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:fldChar w:dirty="a>b" w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE a</w:instrText></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="beg&#105;n"/></w:r><w:r><w:instrText>INCLUDETEXT "a"</w:instrText></w:r></w:p>',
        '<w:p><w:fldSimple w:x=">" w:instr="I&#78;CLUDEPICTURE http://vi.du/a.png"/></w:p>',
        f'<q:p xmlns:q="{_MAIN}"><q:r><q:fldChar q:fldCharType="begin"/><q:instrText>DDEAUTO a</q:instrText></q:r></q:p>',
        f'<p xmlns="{_MAIN}"><r><instrText>DDEAUTO a</instrText></r></p>',
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://vi.du/a.png"/></v:rect>'
        "</w:pict></w:r></w:p>",
        '<w:p><w:ins w:id="1" w:author="Lê"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
    ],
)  # fmt: skip
def test_however_a_field_or_a_picture_is_spelt(body: str) -> None:
    with pytest.raises(TemplateError, match="Mẫu có"):
        refuse_carried(read_package(package(body=body)))


@pytest.mark.parametrize("name", ["word/header1.dat", "word/khac/dau.xml", "phan/dau.bin"])
def test_a_part_of_any_name_is_looked_at(name: str) -> None:
    """Word goes by the type that the package declares, not by the name."""
    xml = f'<w:hdr xmlns:w="{_MAIN}"><w:p><w:fldSimple w:instr="DDEAUTO a b"/></w:p></w:hdr>'
    types = f'<Override PartName="/{name}" ContentType="{_HEADER}"/>'
    with pytest.raises(TemplateError, match="DDEAUTO"):
        refuse_carried(read_package(package(more={name: xml}, types=types)))


def test_what_word_writes_by_itself_is_no_carrier() -> None:
    page = '<w:p><w:fldSimple w:instr=" PAGE "/></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    binary = {"word/printerSettings1.bin": "\x01\x02<w:instrText>DDE</w:instrText>"}
    refuse_carried(read_package(package(link("image", 'Target="media/a.png"'), page, binary)))
