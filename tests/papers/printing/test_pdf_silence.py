"""No request leaves the machine while PDFs are made, whatever a Word file links to: a socket listens."""

from __future__ import annotations

import io
import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ocop_xl.papers.pdf import make_pdfs
from tests.conftest import need
from tests.papers.word_files import word

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="ảnh"/>'
    f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="ảnh"/><pic:cNvPicPr/></pic:nvPicPr>'
    f'<pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:link="rX"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "{}/x.png" \\d</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_CHUNK = f'<w:altChunk xmlns:r="{_OFFICE}" r:id="rX"/>'


@contextmanager
def listening() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine, and what was asked of it."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with suppress(OSError):  # the server is closed
                while True:
                    caller, _ = server.accept()
                    with caller, suppress(OSError):
                        caller.settimeout(1)
                        asked.append(caller.recv(200))

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", asked
        server.shutdown(socket.SHUT_RDWR)


def linked(path: Path, address: str, kind: str, run: str = "", block: str = "") -> Path:
    """A Word file that our own templates may not be: it links to the address."""
    link = f'<Relationship Id="rX" Type="{_OFFICE}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
    with zipfile.ZipFile(io.BytesIO(word("Văn bản"))) as package, zipfile.ZipFile(path, "w") as out:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue  # the thumbnail
            xml = package.read(name).decode()
            if name == "word/document.xml":
                xml = xml.replace("<w:r>", f"{run}<w:r>", 1).replace("<w:sectPr", f"{block}<w:sectPr", 1)
            elif name == "word/_rels/document.xml.rels":
                xml = xml.replace("</Relationships>", f"{link}</Relationships>")
            out.writestr(name, xml)
    return path


def test_nothing_that_a_paper_links_to_is_fetched(tmp_path: Path) -> None:
    office = need("soffice", "PDF")
    with listening() as (address, asked):
        files = [
            linked(tmp_path / "anh.docx", address, "image", run=_PICTURE),
            linked(tmp_path / "truong.docx", address, "hyperlink", run=_FIELD.format(address)),
            linked(tmp_path / "phan.docx", address, "aFChunk", block=_CHUNK),
        ]
        assert all(make_pdfs(files, office).values())
    assert asked == []
