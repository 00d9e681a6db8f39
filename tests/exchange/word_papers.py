"""Word files as people send them: with names, comments, changes, macros and ways to other files."""

from __future__ import annotations

import io
import zipfile

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


def with_part(name: str, content: str | bytes) -> bytes:
    """The plain paper with one part more, or another in its place."""
    return _changed({name: content if isinstance(content, bytes) else content.encode()})


def with_words(xml: str) -> bytes:
    """The plain paper with some XML before its end."""
    body = _part("word/document.xml").replace("<w:sectPr", f"{xml}<w:sectPr", 1)
    return with_part("word/document.xml", body)


def with_link(kind: str, target: str, part: str = "word/_rels/document.xml.rels", mode: str = "External") -> bytes:
    """The plain paper with a relationship to the outside."""
    old = (
        _part(part)
        or '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    return with_part(part, old.replace("</Relationships>", _RELATION.format(kind, target, mode) + "</Relationships>"))


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
