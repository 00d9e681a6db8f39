"""What an author writes who comes from another program or language: told with what to write instead."""

from __future__ import annotations

import pytest

from tests.papers.templates.checked_template import check
from tests.papers.word_files import fill, lines, word


def said(*paragraphs: str) -> str:
    return " ".join(f"{found.code} {found.message}" for found in check(word(*paragraphs)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{{{ xa.ten_xa }}}", "chỉ viết hai dấu ngoặc {{ tên }}"),
        ("{{#if xa.ten_xa}}a{{/if}}", "viết {% if … %} … {% endif %}"),
        ("{{#each ds}}a{{/each}}", "{% for tên in danh_sách %}"),
        ("{% for each d in ds %}a{% endfor %}", "{% for tên in danh_sách %}"),
        ("{% if xa.ten_xa && ds %}a{% endif %}", "«và» viết là and"),
        ("{% if xa.ten_xa || ds %}a{% endif %}", "«hoặc» viết là or"),
        ("{% if !ds %}a{% endif %}", "«không» viết là not"),
        ("{{ xa.ten_xa ? 'a' : 'b' }}", "{{ a if điều_kiện else b }}"),
        ("{{ xa->ten_xa }}", "sau dấu chấm, như xa.ten_xa"),
        ("{{ xa.ten_xa; }}", "không ghi dấu chấm phẩy"),
        ("{{= xa.ten_xa }}", "không ghi dấu = ở đầu thẻ"),
        ("{{ xa.ten xa }}", "tên không có dấu cách: hãy nối bằng dấu _"),
    ],
)
def test_a_fault_of_syntax_says_what_was_meant(text: str, meant: str) -> None:
    assert "MAU-02" in said(text) and meant in said(text)


@pytest.mark.parametrize(
    "text", ["<%= xa.ten_xa %>", "<?= xa.ten_xa ?>", "<<xa.ten_xa>>", "<<Ten xa>>", "{％ if xa ％}"]
)
def test_brackets_of_other_programs_would_be_printed(text: str) -> None:
    assert "MAU-23" in said(f"Xã {text} báo cáo") and "in ra nguyên như vậy" in said(f"Xã {text} báo cáo")


@pytest.mark.parametrize("text", ["xa.ten_xa", "[xa.ten_xa]", "@xa.ten_xa@", "%xa.ten_xa%", "ds.chu_the.ho_ten"])
def test_a_field_without_its_braces_is_told_once(text: str) -> None:
    assert said(f"Xã {text} báo cáo").count("MAU-18") == 1


@pytest.mark.parametrize(
    "text", ["xa.gov.vn", "an@xa.gov.vn", "[1], [2]", "<< trang trước", "{{ xa.ten_xa }} 5 < 7 > 3"]
)
def test_addresses_and_signs_of_the_text_are_left_alone(text: str) -> None:
    assert said(f"Xã {text} báo cáo") == ""


def test_a_hyphen_that_nobody_sees_does_not_part_a_name() -> None:
    assert lines(fill(word("Xã {{ xa.ten\u00ad_xa }}"), xa={"ten_xa": "Vĩnh Phong"})) == ["Xã Vĩnh Phong"]


def test_a_row_that_the_list_does_not_have_is_called_so() -> None:
    assert "Danh sách không có dòng thứ 6" in said("{{ ds[5].ten }}")
