"""Word files as people send them: with names, comments, changes, macros and ways to other files."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from docx import Document

_RELATION = '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}" TargetMode="{}"/>'


def plain(text: str = "Kính gửi Sở Nông nghiệp và Môi trường", author: str = "DauVet tác giả") -> bytes:
    document = Document()
    document.add_paragraph(text)
    document.core_properties.author = author
    document.core_properties.last_modified_by = author
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


def with_part(name: str, content: str | bytes, *more: str | bytes) -> bytes:
    """The plain paper with one part more, or another in its place; `more` are names and contents of further parts."""
    both = (name, content, *more)
    return _changed(
        {
            str(one): part if isinstance(part, bytes) else part.encode()
            for one, part in zip(both[::2], both[1::2], strict=True)
        }
    )


def with_words(xml: str, *more: str | bytes) -> bytes:
    """The plain paper with some XML before its end."""
    declared = " ".join(f'xmlns:{one}="urn:{one}"' for one in ("v", "o") if f"<{one}:" in xml)
    body = _part("word/document.xml").replace("<w:sectPr", f"{xml}<w:sectPr", 1)
    return with_part("word/document.xml", body.replace("<w:document ", f"<w:document {declared} ", 1), *more)


def with_link(kind: str, target: str, part: str = "word/_rels/document.xml.rels", mode: str = "External") -> bytes:
    """The plain paper with a relationship to the outside."""
    old = (
        _part(part)
        or '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    return with_part(part, old.replace("</Relationships>", _RELATION.format(kind, target, mode) + "</Relationships>"))


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MARK = "DauVet"
CHANGED = f'w:id="7" w:author="{MARK} Lê Văn C" w:date="2026-03-01T08:00:00Z"'
LOOKS = f"""
<w:p>
  <w:pPr><w:jc w:val="center"/><w:pPrChange {CHANGED}><w:pPr/></w:pPrChange></w:pPr>
  <w:permStart w:id="9" w:ed="xa\\{MARK}"/>
  <w:r><w:rPr><w:b/><w:rPrChange {CHANGED}><w:rPr/></w:rPrChange></w:rPr><w:t>Kính gửi Sở</w:t></w:r>
  <w:permEnd w:id="9"/>
</w:p>
<w:tbl>
  <w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblPrChange {CHANGED}><w:tblPr/></w:tblPrChange></w:tblPr>
  <w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>
  <w:tr><w:tc><w:p><w:r><w:t>Một ô w:author="Bà Tư"</w:t></w:r></w:p></w:tc></w:tr>
</w:tbl>"""


def told_by_word() -> bytes:
    """A paper as Word leaves it on a busy computer; whatever tells of a person there holds `MARK`."""
    document = Document()
    document.add_picture(io.BytesIO(png()))
    document.core_properties.author = MARK
    memory = io.BytesIO()
    document.save(memory)
    old = _opened(memory.getvalue())
    links, types = old["word/_rels/document.xml.rels"].decode(), old["[Content_Types].xml"].decode()
    printer = f'<Relationship Id="rIdP" Type="{OFFICE}/printerSettings" Target="printerSettings/printerSettings1.bin"/>'
    body = old["word/document.xml"].decode()
    body = body.replace(' descr=""', "").replace("<wp:docPr ", rf'<wp:docPr descr="C:\Users\{MARK} Lê Văn C\anh.png" ')
    body = body.replace("<w:sectPr", f"{LOOKS}<w:sectPr", 1)
    body = body.replace("</w:sectPr>", f'<w:printerSettings xmlns:r="{OFFICE}" r:id="rIdP"/></w:sectPr>')
    settings = old["word/settings.xml"].decode()
    variables = f'<w:docVars><w:docVar w:name="nguoi" w:val="{MARK}"/></w:docVars>'
    assert "<w:rsids>" in settings
    changed = {
        "word/document.xml": body,
        "word/settings.xml": settings.replace("<w:rsids>", f"{variables}<w:rsids>"),
        "word/_rels/document.xml.rels": links.replace("</Relationships>", f"{printer}</Relationships>"),
        "word/printerSettings/printerSettings1.bin": f"máy in của {MARK}",
        "docProps/thumbnail.jpeg": MARK,
        "[Content_Types].xml": types.replace(
            "</Types>",
            '<Override PartName="/word/printerSettings/printerSettings1.bin" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings"/></Types>',
        ),
    }
    return zip_of(old | {name: content.encode() for name, content in changed.items()})


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A picture of one white dot; `chunks` are what else a camera or a program has put in."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(b"\0\xff")), (b"IEND", b"")]
    blocks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(blocks)


def _opened(paper: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(paper)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(plain())) as package:
        return package.read(name).decode() if name in package.namelist() else ""


def _changed(parts: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(memory, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return memory.getvalue()


def zip_of(files: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return memory.getvalue()
