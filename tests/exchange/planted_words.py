"""One Word paper for each kind of thing that Word and people leave beside the text; every one holds `MARK`."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from docx import Document

from tests.exchange.planted_pictures import PICTURES
from tests.exchange.word_papers import MARK, OFFICE, zip_of


def paper(words: str = "", settings: str = "", styles: str = "", part: str = "") -> bytes:
    """A paper of one line and a table, with XML put in, or with a part of that name."""
    return _paper(words, settings, styles, {part: f"<a>{MARK}</a>".encode()} if part else {}, {})


def linked(kind: str, name: str, content: str | bytes, words: str = "") -> bytes:
    """A part that a relationship of the document leads to; `words` may point to it as `rMark`."""
    raw = content if isinstance(content, bytes) else content.encode()
    return _paper(words, "", "", {name: raw}, {"document": (kind, name.removeprefix("word/"), "rMark")})


@cache
def _plain() -> dict[str, bytes]:
    document = Document()
    document.add_paragraph("Kính gửi Sở Nông nghiệp và Môi trường")
    document.add_table(1, 1, "Table Grid").cell(0, 0).text = "Một ô"
    document.core_properties.author = ""
    memory = io.BytesIO()
    document.save(memory)
    with zipfile.ZipFile(memory) as package:
        return {name: package.read(name) for name in package.namelist()}


def _paper(
    words: str, settings: str, styles: str, more: dict[str, bytes], links: dict[str, tuple[str, str, str]]
) -> bytes:
    parts = dict(_plain())
    _put(parts, "word/document.xml", "<w:sectPr", f"{words}<w:sectPr")
    missing = " ".join(
        one for one in _DECLARED.split() if one.partition("=")[0] not in parts["word/document.xml"].decode()
    )
    _put(parts, "word/document.xml", "<w:document ", f"<w:document {missing} ")
    _put(parts, "word/settings.xml", "<w:rsids>", f"{settings}<w:rsids>")
    parts["word/styles.xml"] = f"<w:styles {_W}>{_PLAIN_STYLES}{styles}</w:styles>".encode()
    for owner, (kind, target, name) in links.items():
        link = f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
        _put(parts, f"word/_rels/{owner}.xml.rels", "</Relationships>", link)
    return zip_of(parts | more)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PLAIN_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'
)
_DECLARED = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _put(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    text = parts[name].decode()
    parts[name] = text.replace(old, new, 1).encode()


def run(text: str, looks: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def control(properties: str, content: str = "đã chọn") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{content}</w:t></w:r></w:p></w:sdtContent></w:sdt>"


def form(data: str, code: str = "FORMTEXT", shown: str = "<w:r><w:t>chữ</w:t></w:r>") -> str:
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def field(instruction: str, shown: str = "chữ") -> str:
    return form("", instruction, f"<w:r><w:t>{shown}</w:t></w:r>")


def picture(attributes: str = "", blip: str = "", crop: str = "") -> str:
    """A drawing that points to `rMark`."""
    named = attributes or 'name="x"'
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/>'
        f'<wp:docPr id="7" {named}/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="rMark">{blip}</a:blip>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def _note(kind: str, called: str = "") -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = f'<w:{kind} w:id="5"><w:p><w:r><w:t>{MARK}</w:t></w:r></w:p></w:{kind}>'
    return linked(f"{kind}s", f"word/{kind}s.xml", f"<w:{kind}s {w}>{note}</w:{kind}s>", called)


_CHART_SPACE = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/>'
    '<c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>\'{}\'!$A$1</c:f><c:numCache>'
    '<c:ptCount val="1"/><c:pt idx="0"><c:v>5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    "</c:plotArea></c:chart></c:chartSpace>"
)
_CHART = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="x"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rMark"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_PRESENT = f'<w:p><w:pPr><w:pStyle w:val="{MARK}"/></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>'
_STYLE = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{MARK}"><w:name w:val="Kiểu của {MARK}"/></w:style>'

GONE: dict[str, bytes] = {
    "a mail merge": paper(
        settings=f'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:connectString w:val="{MARK}"/>'
        f'<w:query w:val="{MARK}"/><w:odso><w:udl w:val="{MARK}"/><w:table w:val="{MARK}"/></w:odso></w:mailMerge>'
    ),
    "variables": paper(settings=f'<w:docVars><w:docVar w:name="{MARK}" w:val="{MARK}"/></w:docVars>'),
    "a password's salt": paper(settings=f'<w:documentProtection w:edit="readOnly" w:salt="{MARK}"/>'),
    "who may not write": paper(settings=f'<w:writeProtection w:userName="{MARK}"/>'),
    "an XML schema": paper(settings=f'<w:attachedSchema w:val="{MARK}"/>'),
    "a caption": paper(settings=f'<w:captions><w:caption w:name="{MARK}"/></w:captions>'),
    "the glossary": linked("glossaryDocument", "word/glossary/document.xml", f"<w:glossaryDocument {_W}>{MARK}</w:glossaryDocument>"),
    "the editors": linked("people", "word/people.xml", f'<w15:people xmlns:w15="x"><w15:person w15:author="{MARK}"/></w15:people>'),
    "web settings": linked("webSettings", "word/webSettings.xml", f'<w:webSettings {_W}><w:divs><w:div w:id="{MARK}"/></w:divs></w:webSettings>'),
    "custom data": linked("customXml", "customXml/item7.xml", f"<a><b>{MARK}</b></a>"),
    "a printer": linked("printerSettings", "word/printerSettings1.bin", MARK),
    "a key map": linked("keyMapCustomizations", "word/customizations.xml", f"<x>{MARK}</x>"),
    "a web extension": paper(part="word/webextensions/taskpanes.xml"),
    "a part that nothing leads to": paper(part="word/unlinked.xml"),
    "a waste part": paper(part="[trash]/0000.dat"),
    "a sensitivity label": paper(part="docMetadata/LabelInfo.xml"),
    "own properties": paper(part="docProps/custom.xml"),
    "a thumbnail": paper(part="docProps/thumbnail.jpeg"),
    "a part with the mark in its name": linked("image", f"word/media/{MARK}.png", PICTURES["clean PNG"], picture()),
    "a smart tag": paper(
        f'<w:p><w:smartTag w:uri="{MARK}" w:element="{MARK}"><w:smartTagPr><w:attr w:name="a" w:val="{MARK}"/></w:smartTagPr>'
        "<w:r><w:t>chữ</w:t></w:r></w:smartTag></w:p>"
    ),
    "an XML tag": paper(
        f'<w:customXml w:uri="{MARK}" w:element="{MARK}"><w:customXmlPr><w:placeholder w:val="{MARK}"/></w:customXmlPr>'
        "<w:p><w:r><w:t>chữ</w:t></w:r></w:p></w:customXml>"
    ),
    "a control's name": paper(control(f'<w:alias w:val="{MARK}"/><w:tag w:val="{MARK}"/>')),
    "a control's list": paper(control(f'<w:dropDownList w:lastValue="{MARK}"><w:listItem w:displayText="{MARK}" w:value="{MARK}"/></w:dropDownList>')),
    "a combo box": paper(control(f'<w:comboBox><w:listItem w:displayText="{MARK}" w:value="1"/></w:comboBox>')),
    "a binding": paper(control(f'<w:dataBinding w:xpath="/a[{MARK}]" w:storeItemID="{{1}}"/>')),
    "a repeated section": paper(control(f'<w15:repeatingSection><w15:sectionTitle w15:val="{MARK}"/></w15:repeatingSection>')),
    "a form's help": paper(form(f'<w:name w:val="{MARK}"/><w:helpText w:type="text" w:val="{MARK}"/><w:statusText w:val="{MARK}"/>')),
    "a form's default": paper(form(f'<w:textInput><w:default w:val="{MARK}"/></w:textInput>')),
    "a form's macro": paper(form(f'<w:entryMacro w:val="{MARK}"/><w:exitMacro w:val="{MARK}"/>')),
    "a check box's name": paper(form(f'<w:name w:val="{MARK}"/><w:checkBox><w:sizeAuto/><w:checked/></w:checkBox>', "FORMCHECKBOX", "")),
    "a drop-down's other entries": paper(
        form(f'<w:ddList><w:result w:val="0"/><w:listEntry w:val="hiện"/><w:listEntry w:val="{MARK}"/></w:ddList>', "FORMDROPDOWN", "")
    ),
    "a bookmark": paper(f'<w:p><w:bookmarkStart w:id="5" w:name="{MARK}"/><w:r><w:t>chữ</w:t></w:r><w:bookmarkEnd w:id="5"/></w:p>'),
    "a bookmark that a link leads to": paper(
        f'<w:p><w:bookmarkStart w:id="5" w:name="{MARK}"/><w:bookmarkEnd w:id="5"/>'
        f'<w:hyperlink w:anchor="{MARK}" w:tooltip="{MARK}" w:docLocation="{MARK}"><w:r><w:t>chữ</w:t></w:r></w:hyperlink></w:p>'
    ),
    "a bookmark of a linking field": paper(
        f'<w:p><w:bookmarkStart w:id="5" w:name="{MARK}"/><w:bookmarkEnd w:id="5"/></w:p>' + field(f'HYPERLINK \\l "{MARK}" \\o "{MARK}"')
    ),
    "a style": paper(_PRESENT, styles=_STYLE),
    "a style's other names": paper(styles=f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="A"><w:name w:val="A"/><w:aliases w:val="{MARK}"/></w:style>'),
    "a style that is no more": paper(_PRESENT),
    "a field of a style": paper(field(f'STYLEREF "Kiểu của {MARK}"'), styles=_STYLE),
    "an index entry": paper(field(f'XE "{MARK}"', "")),
    "a question of a field": paper(field(f'FILLIN "{MARK}"')),
    "a condition": paper(field(f'IF "{MARK}" = "{MARK}" "a" "b"')),
    "a data field": paper(f'<w:p><w:fldSimple w:instr=" MERGEFIELD {MARK} "/></w:p>'),
    "a field's private data": paper(
        field("PAGE").replace("</w:fldChar>", f"<w:fldData>{MARK}</w:fldData></w:fldChar>", 1)
    ),
    "a private field": paper(field(f"PRIVATE {MARK}", "")),
    "a field in another's instruction": paper(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r></w:p>'
        + field("MERGEFIELD a", MARK)
        + '<w:p><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>hiện</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "an XML comment": paper(f"<!-- {MARK} -->"),
    "a processing instruction": paper(f"<?mso-{MARK} {MARK}?>"),
    "text between the elements": paper(f"<w:p>{MARK}<w:r><w:t>chữ</w:t></w:r></w:p>"),
    "a table's caption": paper(f'<w:tbl><w:tblPr><w:tblCaption w:val="{MARK}"/><w:tblDescription w:val="{MARK}"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'),
    "changed looks": paper(run("chữ", f'<w:b/><w:rPrChange w:id="1" w:author="{MARK}"><w:rPr/></w:rPrChange>')),
    "whom a part is open to": paper(f'<w:p><w:permStart w:id="1" w:ed="{MARK}"/><w:permEnd w:id="1"/></w:p>'),
    "a mark of the spelling": paper(f'<w:p w:rsidR="{MARK}"><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="{MARK}"><w:t>chữ</w:t></w:r></w:p>'),
    "an unknown word": paper(f'<w15:{MARK.lower()} w15:val="{MARK}">{MARK}</w15:{MARK.lower()}>'),
    "a footnote that nothing calls": _note("footnote"),
    "an endnote that nothing calls": _note("endnote"),
    "a list's name": linked("numbering", "word/numbering.xml", f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:name w:val="{MARK}"/></w:abstractNum></w:numbering>'),
    "a header of even pages": linked(
        "header", "word/header9.xml", f"<w:hdr {_W}><w:p><w:r><w:t>{MARK}</w:t></w:r></w:p></w:hdr>",
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="even" r:id="rMark"/></w:sectPr></w:pPr></w:p>',
    ),
    "a picture's name and text": linked("image", "word/media/a.png", PICTURES["clean PNG"], picture(f'name="{MARK}" descr="{MARK}" title="{MARK}"')),
    "an old picture's text": linked(
        "image", "word/media/a.png", PICTURES["clean PNG"],
        f'<w:p><w:r><w:pict><v:shape id="{MARK}" o:spid="{MARK}" o:gfxdata="{MARK}" alt="{MARK}" title="{MARK}" href="{MARK}" style="width:9pt;height:9pt">'
        f'<v:imagedata r:id="rMark" o:title="{MARK}" o:href="{MARK}"/></v:shape></w:pict></w:r></w:p>',
    ),
    "an extension of a picture": linked(
        "image", "word/media/a.png", PICTURES["clean PNG"], picture(blip=f'<a:extLst><a:ext uri="{MARK}"><x>{MARK}</x></a:ext></a:extLst>')
    ),
    "a sheet's name in a chart": linked("chart", "word/charts/chart9.xml", _CHART_SPACE.format(MARK), _CHART),
    "a pivot table in a chart": linked(
        "chart", "word/charts/chart9.xml",
        _CHART_SPACE.format("A").replace("<c:chart>", f"<c:pivotSource><c:name>[{MARK}.xlsx]A!B</c:name></c:pivotSource><c:chart>"), _CHART,
    ),
}  # fmt: skip
"""Nothing of these is left in a copy."""

TOLD: dict[str, tuple[bytes, str]] = {
    "hidden words": (paper(run(MARK, "<w:vanish/>")), "chữ ẩn"),
    "words hidden on the web": (paper(run(f"Bà {MARK}", "<w:webHidden/>")), "chữ ẩn"),
    "a hidden row": (paper(f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{run(MARK)}</w:tc></w:tr></w:tbl>"), "chữ ẩn"),
    "white words": (paper(run(MARK, '<w:color w:val="FFFFFF"/>')), "chữ khó thấy"),
    "white words by a style": (
        paper(run(MARK, '<w:rStyle w:val="Mo"/>'), styles='<w:style w:type="character" w:styleId="Mo"><w:name w:val="Mo"/><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>'),
        "chữ khó thấy",
    ),
    "black on black": (paper(run(MARK, '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>')), "chữ khó thấy"),
    "tiny words": (paper(run(MARK, '<w:sz w:val="2"/>')), "chữ khó thấy"),
    "yellow on yellow": (paper(run(MARK, '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>')), "chữ khó thấy"),
    "a flat row": (
        paper(f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc>{run(MARK)}</w:tc></w:tr></w:tbl>'),
        "chữ khó thấy",
    ),
    "a flat line": (
        paper(run(MARK).replace("<w:p>", '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>', 1)),
        "chữ khó thấy",
    ),
    "beside the page": (
        paper(run(MARK).replace("<w:p>", '<w:p><w:pPr><w:framePr w:w="100" w:x="-20000" w:y="1"/></w:pPr>', 1)),
        "chữ khó thấy",
    ),
    "the author's name in a field": (paper(field("AUTHOR", MARK)), "trường AUTHOR"),
    "a data field's words": (paper(f'<w:p><w:fldSimple w:instr=" MERGEFIELD a "><w:r><w:t>{MARK}</w:t></w:r></w:fldSimple></w:p>'), "trường MERGEFIELD"),
    "an address behind words": (paper(field(f"HYPERLINK https://a.vn/{MARK}", "xem tại đây")), f"https://a.vn/{MARK}"),
    "a cropped picture": (linked("image", "word/media/a.png", PICTURES["clean PNG"], picture(crop='<a:srcRect r="5000"/>') + run(MARK)), "ảnh đã cắt bớt"),
    "a picture of a kind unknown": (linked("image", "word/media/a.heic", b"\0\0\0\x18ftypheic" + MARK.encode(), picture()), ".heic"),
    "a damaged picture": (linked("image", "word/media/a.jpg", b"\xff\xd8\xff\xe1\xff\xff" + MARK.encode(), picture()), ".jpeg"),
}  # fmt: skip
"""These cannot go without a change in what Word shows: a notice names them."""


def paper_of_picture(image: bytes) -> bytes:
    """A paper that shows the picture."""
    return linked("image", "word/media/anh.bin", image, picture())
