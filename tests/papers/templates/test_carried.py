"""What a template would carry into a paper is refused however it is written: other spellings of XML, other names."""

from __future__ import annotations

import pytest

from ocop_xl.errors import TemplateError
from ocop_xl.office.archive import deflated
from ocop_xl.office.word_package import read_package, write_package
from ocop_xl.papers.word.carried import refuse_carried
from ocop_xl.papers.word.cleaned import cleaned
from tests.papers.templates.checked_template import check
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


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:pPr><w:pPrChange w:id="1" w:author="An"><w:pPr/></w:pPrChange></w:pPr></w:p>',
        '<w:p><w:moveTo w:id="1" w:author="An"><w:r><w:t>x</w:t></w:r></w:moveTo></w:p>',
        '<w:p><w:ins\nw:id="1" w:author="An"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
    ],
)
def test_nothing_that_a_writer_left_goes_out_under_his_name(body: str) -> None:
    with pytest.raises(TemplateError, match="Track Changes"):
        refuse_carried(read_package(package(body=body)))


@pytest.mark.parametrize("field", ["PRINT 27", "AUTOTEXT loi-chao", "AUTOTEXTLIST x", "GLOSSARY x"])
def test_a_field_prints_or_fetches_nothing(field: str) -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "end"))
    with pytest.raises(TemplateError, match=f"trường {field.split()[0]}"):
        refuse_carried(
            read_package(package(body=f"<w:p>{begin}<w:r><w:instrText>{field}</w:instrText></w:r>{end}</w:p>"))
        )


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "Add-in"),
        ("http://schemas.microsoft.com/office/2007/relationships/ui/extensibility", "Add-in"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", "chữ ký số"),
    ],
)
def test_what_word_itself_would_load_or_check_is_refused(kind: str, told: str) -> None:
    added = f'<Relationship Id="rId99" Type="{kind}" Target="x.xml"/></Relationships>'
    parts = read_package(package())
    links = parts["_rels/.rels"].content(2**20).decode().replace("</Relationships>", added)
    with pytest.raises(TemplateError, match=told):
        refuse_carried(read_package(write_package(parts, {"_rels/.rels": links.encode()})))


@pytest.mark.parametrize(
    "drawing", ['<image href="http://vi.du/a.png"/>', "<script>1</script>", "<style>@import 'http://vi.du/a'</style>"]
)
def test_a_drawing_of_its_own_language_has_no_address_and_no_code(drawing: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'
    types = '<Default Extension="svg" ContentType="image/svg+xml"/>'
    with pytest.raises(TemplateError, match="hình lấy từ nơi khác"):
        refuse_carried(read_package(package(more={"word/media/a.svg": svg}, types=types)))
    plain = '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>'
    refuse_carried(read_package(package(more={"word/media/a.svg": plain}, types=types)))


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" Type="Embed"/></w:object></w:r></w:p>',
        '<w:p><w:r><w:drawing><x:webVideoPr xmlns:x="urn:x" embeddedHtml="&lt;iframe/&gt;"/></w:drawing></w:r></w:p>',
    ],
)
def test_objects_and_videos_are_refused_whatever_holds_them(body: str) -> None:
    with pytest.raises(TemplateError, match="Mẫu có"):
        refuse_carried(read_package(package(body=body)))


def test_a_template_saved_as_such_makes_a_document_without_a_picture_of_its_own() -> None:
    """.dotx renamed to .docx: Word would not open the paper; the picture shows what the template once said."""
    parts = read_package(package(more={"docProps/thumbnail.jpeg": "x"}))
    types = parts["[Content_Types].xml"].content(2**20).decode().replace("document.main+xml", "template.main+xml")
    clean = cleaned(read_package(write_package(parts, {"[Content_Types].xml": types.encode()})))
    assert "docProps/thumbnail.jpeg" not in clean
    assert b"document.main+xml" in clean["[Content_Types].xml"].content(2**20)


def test_words_that_no_page_shows_are_told() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>đừng cho đọc</w:t></w:r></w:p>"
    assert [(one.code, "đừng cho đọc" in one.message) for one in check(package(body=hidden))] == [("MAU-26", True)]
    mark = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>thấy</w:t></w:r></w:p>"
    assert check(package(body=mark)) == []
