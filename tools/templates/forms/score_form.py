"""Phiếu tự chấm, phiếu rà soát, phiếu đánh giá by a criteria set."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import Table, _Row

from tools.templates.forms.form_parts import add_nation_head, add_signer_at_the_right, add_title
from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document

_WIDTHS = (13, 94, 13, 17, 13, 15)
_HEADERS = ("Mã", "Tiêu chí, mức", "Điểm", "Mức tối thiểu", "Chọn", "Điểm chấm")


def score_form() -> WordDocument:
    """Phiếu: product and code, the whole table with the chosen levels, result, signature, remarks on the set."""
    document = new_document("Phiếu chấm điểm sản phẩm OCOP theo bộ tiêu chí")
    code = document.add_paragraph("Mã sản phẩm (T)-(X)-(STT)-20..: {{ dau_phieu.ma_san_pham }}", CELL)
    code.paragraph_format.space_after = Pt(6)
    add_nation_head(document)
    add_title(document, "{{ dau_phieu.ten }}", "Sản phẩm {{ san_pham.ten_san_pham }}")
    for line in (
        "Bộ tiêu chí: {{ bo.ten }} ({{ bo.ma }}{% if bo.nguon %}; {{ bo.nguon }}{% endif %})",
        "Chủ thể: {{ chu_the.ten_chu_the }}",
        "Bên chấm: {{ phieu.ben_cham }}; người chấm: {{ dau_phieu.ho_ten }}; số phiếu: {{ phieu.ma_phieu }}",
    ):
        document.add_paragraph(line, BODY)
    document.add_paragraph("{%p if dau_phieu.la_ra_soat %}", BODY)
    document.add_paragraph(
        "Phiếu này để hướng dẫn chủ thể hoàn thiện hồ sơ; Ủy ban nhân dân cấp xã không chấm điểm trong Báo cáo Mẫu 03.",
        BODY,
    )
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph("{%p if bo.loai_khi %}", BODY)
    document.add_paragraph("Hồ sơ bị loại khi: {{ bo.loai_khi }}.", BODY)
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph("").paragraph_format.line_spacing = Pt(6)
    _table(document)
    _result(document)
    add_signer_at_the_right(
        document,
        "{{ xa.dia_danh }}, {{ dau_phieu.ngay_cham }}",
        "{{ dau_phieu.nguoi_ky }}",
        "(Ký, ghi rõ họ tên)",
        "{{ dau_phieu.ho_ten }}",
    )
    _remarks(document)
    return document


def _table(document: WordDocument) -> None:
    table = grid_table(document, _WIDTHS, _HEADERS)
    add_tag_row(table, "{%tr for d in dong %}")
    add_tag_row(table, "{%tr if d.loai == 'phan' %}")
    part = _line(table, "Mục bảng", "Đầu bảng")
    _span(part, "{{ d.noi_dung }}", "Mục bảng")
    _keep_with_next(part)
    add_tag_row(table, "{%tr elif d.loai == 'nhom' or d.loai == 'tieu_chi' %}")
    _keep_with_next(_line(table, "Mục bảng", "Đầu bảng"))
    add_tag_row(table, "{%tr elif d.loai == 'luu_y' %}")
    note = add_row(table, ("", "{{ d.noi_dung }}", "", "", "", ""), [CELL] * 6)
    note.cells[1].paragraphs[0].runs[0].italic = True
    _keep_with_next(note)
    add_tag_row(table, "{%tr else %}")
    _line(table, CELL, "Ô giữa")
    add_tag_row(table, "{%tr endif %}")
    add_tag_row(table, "{%tr endfor %}")
    add_row(
        table,
        ("", "TỔNG CỘNG", "100", "", "", "{{ ket_qua.tong }}"),
        ("Đầu bảng", "Mục bảng", *["Đầu bảng"] * 4),
    )


def _line(table: Table, text_style: str, number_style: str) -> _Row:
    names = ("ma", "noi_dung", "diem", "sao", "chon", "diem_cham")
    styles = (number_style, text_style, *[number_style] * 4)
    return add_row(table, [f"{{{{ d.{name} }}}}" for name in names], styles)


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _span(row: _Row, text: str, style: str) -> None:
    """A part's name over the first two columns."""
    first, second = row.cells[0], row.cells[1]
    for cell in (first, second):
        for run in list(cell.paragraphs[0].runs):
            run._r.getparent().remove(run._r)
    joined = first.merge(second)
    for blank in joined.paragraphs[1:]:
        blank._p.getparent().remove(blank._p)
    joined.paragraphs[0].style = style
    joined.paragraphs[0].add_run(text)


def _result(document: WordDocument) -> None:
    before = len(document.paragraphs)
    document.add_paragraph("Kết quả", "Mục").paragraph_format.space_before = Pt(12)
    for line in (
        "- Phần A: {{ ket_qua.phan_a }}/40; phần B: {{ ket_qua.phan_b }}/25; phần C: {{ ket_qua.phan_c }}/35; "
        "tổng điểm: {{ ket_qua.tong }}/100.",
        "- Xếp hạng theo điểm: {{ ket_qua.theo_diem }}; theo mức tối thiểu: {{ ket_qua.theo_muc }}; "
        "xếp hạng tạm tính: {{ ket_qua.xep_hang }}.",
    ):
        document.add_paragraph(line, BODY)
    _if(document, "ket_qua.bi_loai", "- Lý do bị loại: {{ ket_qua.bi_loai }}.")
    _if(document, "ket_qua.chua_cham", "- Còn {{ ket_qua.chua_cham }} tiêu chí chưa chấm, tạm tính 0 điểm.")
    document.add_paragraph("{%p for dong_thieu in ket_qua.con_thieu %}", BODY)
    document.add_paragraph("- Chưa đạt mức tối thiểu: {{ dong_thieu }}.", BODY)
    document.add_paragraph("{%p endfor %}", BODY)
    for paragraph in document.paragraphs[before:]:
        paragraph.paragraph_format.keep_with_next = True


def _remarks(document: WordDocument) -> None:
    document.add_paragraph(
        "Ghi chú: dấu * ở cột “Mức tối thiểu” là mức thấp nhất phải đạt để được xếp hạng (*** là 3 sao, **** là 4 sao, "
        "***** là 5 sao).",
        BODY,
    ).paragraph_format.space_before = Pt(12)


def _if(document: WordDocument, condition: str, line: str) -> None:
    document.add_paragraph(f"{{%p if {condition} %}}", BODY)
    document.add_paragraph(line, BODY)
    document.add_paragraph("{%p endif %}", BODY)


TEMPLATES = {"phieu-cham.docx": score_form}
