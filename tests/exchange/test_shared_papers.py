"""The papers of a package: their text as it is, the names that Word keeps beside it gone, nothing unfinished."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from ocop_xl.demo.books import vinh_phong
from ocop_xl.errors import ExchangeError, PaperError
from ocop_xl.exchange.papers import SharedPapers, chosen_papers
from ocop_xl.papers.kinds import KINDS
from tests.exchange import word_papers as word
from tests.exchange.planted import places_of

ON = date(2026, 11, 23)


def chosen(folder: Path, **files: bytes) -> SharedPapers:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return chosen_papers([str(folder)], vinh_phong(), ON)


def test_names_in_the_properties_are_gone_and_the_text_is_not(tmp_path: Path) -> None:
    papers = chosen(tmp_path, **{"Tờ trình__docx": word.plain()})
    ((name, content),) = papers.files.items()
    assert name == "van-ban/to-trinh.docx"
    assert papers.titles[name] == "văn bản Word, tệp gốc «Tờ trình.docx»"
    assert places_of("DauVet", name, content) == []
    assert [p.text for p in Document(io.BytesIO(content)).paragraphs] == ["Kính gửi Sở Nông nghiệp và Môi trường"]


def test_the_place_of_the_template_is_taken_out(tmp_path: Path) -> None:
    link = word.with_link("attachedTemplate", "file:///C:/Users/DauVet/mau.dotx", "word/_rels/settings.xml.rels")
    ((name, content),) = chosen(tmp_path, a__docx=link).files.items()
    assert places_of("dauvet", name, content) == []


RELATION = '<Relationships><Relationship Id="a" Type="http://x/{}" Target="vo-hai.bin"/></Relationships>'
DDE = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEA</w:instrText></w:r>'
    '<w:r><w:instrText xml:space="preserve">UTO c:\\x</w:instrText></w:r></w:p>'
)
W = 'w:id="1" w:author="DauVet"'


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        (word.with_part("word/vbaProject.bin", b"x"), "có mã lệnh (macro) nên không đóng gói"),
        (word.with_part("word/embeddings/oleObject1.bin", b"x"), "có đối tượng nhúng"),
        (word.with_link("image", "http://x.vn/anh.png"), "có liên kết ra tệp khác"),
        (word.with_link("hyperlink", "file:///C:/Users/DauVet/x.xlsx"), "có liên kết ra tệp khác"),
        (word.with_link("image", "http://x.vn/anh.png", mode="Exter&#110;al"), "có liên kết ra tệp khác"),
        (word.with_words(DDE), "có liên kết ra tệp khác"),
        (word.with_part("word/_rels/a.xml.rels", RELATION.format("vbaProject")), "có mã lệnh (macro)"),
        (word.with_part("word/_rels/a.xml.rels", RELATION.format("aFChunk")), "có đối tượng nhúng"),
        (word.with_part("word/_rels/a.xml.rels", "<x"), "có phần bên trong viết khác thường"),
        (word.with_part("word/a.xml", "<a/>".encode("utf-16")), "có phần bên trong viết khác thường"),
        (word.with_words(f"<w:p><w:ins {W}><w:r><w:t>x</w:t></w:r></w:ins></w:p>"), "còn sửa đổi chưa duyệt"),
        (
            word.with_words(f"<w:p><w:del {W}><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"),
            "còn sửa đổi chưa duyệt",
        ),
        (
            word.with_part("word/comments.xml", f"<w:comments><w:comment {W}/></w:comments>"),
            "còn ghi chú của người soạn",
        ),
        (
            word.with_part(
                "word/embeddings/so.xlsx", word.zip_of({f"xl/worksheets/sheet{n}.xml": b"x" for n in (1, 2)})
            ),
            "có biểu đồ mang theo cả sổ Excel",
        ),
        (b"PK\3\4 not whole", "bị hỏng hoặc chép thiếu"),
        (word.zip_of({"x.txt": b"x"}), "không phải tệp Word"),
        (b"xin chao", "không phải tệp nén"),
    ],
)
def test_a_paper_that_must_not_go_out_stops_the_package(tmp_path: Path, paper: bytes, why: str) -> None:
    with pytest.raises(ExchangeError, match=r"«a\.docx»") as refused:
        chosen(tmp_path, a__docx=paper)
    assert why in str(refused.value)


def test_a_plain_link_of_the_web_is_no_danger(tmp_path: Path) -> None:
    """Neither as a relationship nor as a field, even with «link» in its address."""
    assert chosen(tmp_path, a__docx=word.with_link("hyperlink", "https://ocop.gov.vn/link")).files
    field = '<w:p><w:fldSimple w:instr=" HYPERLINK https://ocop.gov.vn/link "/></w:p>'
    assert chosen(tmp_path, a__docx=word.with_words(field)).files


def test_a_signed_paper_stays_as_it_is_and_the_sender_is_told(tmp_path: Path) -> None:
    signed = word.with_part("_xmlsignatures/sig1.xml", b"<x/>")
    papers = chosen(tmp_path, a__docx=signed)
    assert list(papers.files.values()) == [signed]
    assert papers.notices == ["«a.docx» đã ký số nên được giữ nguyên, kể cả tên người soạn trong thuộc tính tệp."]


def test_pdf_goes_as_it_is_and_other_files_do_not(tmp_path: Path) -> None:
    papers = chosen(tmp_path, a__pdf=b"%PDF-1.7\n", b__xlsx=b"x", **{"~$a__docx": b"x"})
    assert papers.files == {"van-ban/a.pdf": b"%PDF-1.7\n"}
    assert "Không đóng gói «b.xlsx»: gói chỉ nhận văn bản .docx và .pdf." in papers.notices


@pytest.mark.parametrize(
    ("content", "why"), [(b"MZ", "không phải tệp PDF"), (b"%PDF-1.7 /JavaScript (x)", "có mã lệnh hoặc tệp đính kèm")]
)
def test_a_pdf_that_is_none_or_acts_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    with pytest.raises(ExchangeError, match=why):
        chosen(tmp_path, a__pdf=content)


def test_two_files_of_one_plain_name_both_go(tmp_path: Path) -> None:
    papers = chosen(tmp_path, **{"tờ trình__docx": word.plain("một"), "to trinh__docx": word.plain("hai")})
    assert sorted(papers.files) == ["van-ban/to-trinh-2.docx", "van-ban/to-trinh.docx"]


def test_kinds_are_made_afresh_and_their_gaps_told() -> None:
    papers = chosen_papers(["bao-cao-tien-do"], vinh_phong(), ON)
    assert list(papers.files) == ["van-ban/bao-cao-tien-do_vinh-phong_2026-11-23.docx"]
    assert any("còn thiếu" in notice for notice in papers.notices)


@pytest.mark.thorough
def test_all_kinds_can_go_out() -> None:
    """Each template of the house passes the look for code and links."""
    made = chosen_papers(["tat-ca"], vinh_phong(), ON)
    assert {name.split("/")[1].split("_")[0] for name in made.files} <= {kind.slug for kind in KINDS}
    assert len(made.files) > 10


@pytest.mark.parametrize(
    ("wanted", "why"),
    [("khong-co", "Không có loại văn bản «khong-co»"), ("thu/muc", "Không thấy thư mục văn bản «thu/muc»")],
)
def test_what_is_neither_folder_nor_kind_is_refused(wanted: str, why: str) -> None:
    with pytest.raises((ExchangeError, PaperError), match=why):
        chosen_papers([wanted], vinh_phong(), ON)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"không có văn bản \.docx hay \.pdf nào"):
        chosen(tmp_path)
