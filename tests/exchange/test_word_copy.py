"""The copy of a Word paper: nothing that is not seen, nothing seen that is not there, the same bytes each time."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.traces import traces
from ocop_xl.exchange.word.pictures import rebuilt
from ocop_xl.exchange.word_copy import shared_word
from ocop_xl.office.container import unzipped
from tests.conftest import OFFICE_VERSIONS
from tests.exchange.planted import places_of
from tests.exchange.planted_pictures import PICTURES, bmp, emf, exif, gif, jpeg, tiff, webp, wmf
from tests.exchange.planted_words import GONE, MARK, TOLD, control, field, form, paper, paper_of_picture, run
from tests.exchange.word_papers import png


@pytest.mark.parametrize("kind", GONE)
def test_what_nobody_sees_is_not_in_the_copy(kind: str) -> None:
    assert places_of(MARK, "a.docx", GONE[kind]) or kind == "a thumbnail", "the paper must hold the mark"
    copy = shared_word("a.docx", GONE[kind])
    assert places_of(MARK, "a.docx", copy.content) == []
    assert copy.notices == ()
    assert shared_word("a.docx", copy.content).content == copy.content
    assert list(traces(unzipped("a.docx", copy.content))) == []


@pytest.mark.parametrize("kind", TOLD)
def test_what_must_stay_is_told(kind: str) -> None:
    content, told = TOLD[kind]
    copy = shared_word("a.docx", content)
    assert places_of(MARK, "a.docx", copy.content)
    assert any(told in notice for notice in copy.notices), copy.notices


@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_are_rebuilt_from_what_draws_them(kind: str) -> None:
    copy = shared_word("a.docx", paper_of_picture(PICTURES[kind]))
    assert places_of(MARK, "a.docx", copy.content) == []
    assert copy.notices == ()
    assert [name for name in unzipped("a.docx", copy.content) if "media" in name] == [
        f"word/media/image1.{rebuilt(PICTURES[kind], 'a.bin').suffix}"
    ]


@pytest.mark.parametrize("clean", [png(), jpeg(), gif(), bmp()[:142], tiff(), webp(), emf(), wmf()])
def test_rebuilding_a_rebuilt_picture_changes_nothing(clean: bytes) -> None:
    once = rebuilt(clean, "a")
    assert once.rebuilt
    assert rebuilt(once.content, "a") == once


def test_a_picture_stays_the_way_the_camera_was_held() -> None:
    note = exif(6)
    held = rebuilt(jpeg(b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note), "a.jpg").content
    assert b"\x01\x12\0\x03\0\0\0\x01\0\x06" in held


SEEN = {
    "hidden off": run("chữ", '<w:vanish w:val="0"/>'),
    "a page number in a table of contents": run("12", "<w:webHidden/>"),
    "white on a dark cell": "<w:tbl><w:tr><w:tc>"
    + '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'
    + run("STT", '<w:color w:val="FFFFFF"/>')
    + "</w:tc></w:tr></w:tbl>",
    "white on a solid pattern": run(
        "STT", '<w:color w:val="FFFFFF"/><w:shd w:val="solid" w:color="auto" w:fill="auto"/>'
    ),
    "small notes": run("ghi chú", '<w:sz w:val="16"/>'),
    "a live page number": field("PAGE", "1"),
    "an address that is written": field("HYPERLINK https://ocop.gov.vn/", "https://ocop.gov.vn"),
}


@pytest.mark.parametrize("kind", SEEN)
def test_what_is_seen_is_not_told(kind: str) -> None:
    assert shared_word("a.docx", paper(SEEN[kind])).notices == ()


DRAWN = {
    "a picture": GONE["a picture's name and text"],
    "a chart": GONE["a sheet's name in a chart"],
    "an old picture": GONE["an old picture's text"],
    "controls and fields": paper(control('<w:alias w:val="x"/>') + field("AUTHOR", "x") + field("PAGE", "1")),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_the_open_xml_sdk_finds_nothing_new(
    kind: str, tmp_path: Path, sdk_errors: Callable[[Path, str], list[Any]]
) -> None:
    (tmp_path / "a.docx").write_bytes(DRAWN[kind])
    (tmp_path / "b.docx").write_bytes(shared_word("a.docx", DRAWN[kind]).content)
    before, after = (sdk_errors(tmp_path / name, OFFICE_VERSIONS[-1]) for name in ("a.docx", "b.docx"))
    assert {one["description"] for one in after} <= {one["description"] for one in before}


def _texts(content: bytes) -> list[str]:
    return [one.text for one in Document(io.BytesIO(content)).paragraphs]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (control('<w:alias w:val="x"/>', "Kính gửi"), "Kính gửi"),
        (form("", "FORMTEXT"), "chữ"),
        (field("MERGEFIELD ten", "Bà Tư"), "Bà Tư"),
        (field("REF muc_1 \\h", "Mục 1"), "Mục 1"),
        (field('TOC \\o "1-3"', "Mục lục"), "Mục lục"),
        ("<w:p><w:smartTag><w:r><w:t>An Giang</w:t></w:r></w:smartTag></w:p>", "An Giang"),
    ],
)
def test_what_is_shown_stays(words: str, shown: str) -> None:
    assert shown in _texts(shared_word("a.docx", paper(words)).content)


@pytest.mark.parametrize(
    "live", ["PAGE", "NUMPAGES", "SECTIONPAGES", 'STYLEREF "heading 1"', "SYMBOL 252 \\f Wingdings"]
)
def test_fields_that_depend_on_the_page_stay_fields(live: str) -> None:
    document = unzipped("a", shared_word("a.docx", paper(field(live, "1"))).content)["word/document.xml"].decode()
    assert f"> {live} <" in document


def test_a_drawing_that_cannot_be_rebuilt_stops_the_paper() -> None:
    smart = '<w:p><w:r><w:drawing><wp:inline><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="x"><d:relIds xmlns:d="y"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    with pytest.raises(ExchangeError, match=r"«a\.docx» có sơ đồ SmartArt"):
        shared_word("a.docx", paper(smart))


def test_png_sums_are_right() -> None:
    content = rebuilt(PICTURES["PNG with texts"], "a.png").content
    assert struct.unpack(">I", content[29:33])[0] == zlib.crc32(content[12:29])
