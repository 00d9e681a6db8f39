"""Sheets «Hồ sơ» and «Minh chứng»: what a subject files and what proves it."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.dossiers import (
    ANSWER_BY,
    EVIDENCE_DUTY,
    EXPIRY_DUTY,
    FILE_BY,
    HOLIDAYS,
    PAUSED_BY,
    ROUND_CLOSES,
    WAITING_DUTY,
    WAY_DUTY,
)
from ocop_xl.model.due.duty import term_name
from ocop_xl.model.table import TODAY, Row, table
from ocop_xl.model.terms import DOSSIER_NEAR

PRODUCT_NAME = '=IFERROR(INDEX(tblSanPham[Tên sản phẩm],MATCH([@[Mã SP]],tblSanPham[Mã SP],0))&"","")'
DOSSIER_PRODUCT = '=IFERROR(INDEX(tblHoSo[Tên sản phẩm],MATCH([@[Mã HS]],tblHoSo[Mã HS],0)),"")'

_TO_DO = (
    f'=IF(OR([@[Hạn gửi tỉnh]]="",N([@[Ngày nhận]])>{TODAY},IF(N([@[Ngày gửi tỉnh]])>0,[@[Ngày gửi tỉnh]]<={TODAY},'
    'OR([@[Tình trạng hồ sơ]]="Đã gửi tỉnh",[@[Tình trạng hồ sơ]]="Đã được công nhận",[@[Tình trạng hồ sơ]]="Bị trả lại"))),"",'
    f'IF([@[Hạn gửi tỉnh]]<{TODAY},"⚠ Quá hạn gửi tỉnh",IF([@[Hạn gửi tỉnh]]-{TODAY}<={term_name(DOSSIER_NEAR)},"► Sắp đến hạn","✔ Còn hạn")))'
)


@table(
    sheet="Hồ sơ",
    name="tblHoSo",
    title="HỒ SƠ ĐĂNG KÝ ĐÁNH GIÁ, PHÂN HẠNG",
    purpose="Mỗi dòng một hồ sơ, từ khi soạn đến khi được công nhận hoặc trả lại; bốn nội dung xã đánh giá (Mẫu 03).",
)
class Dossier(Row):
    """A dossier under Điều 6–7, QĐ 26/2026/QĐ-TTg, with the four contents of Mẫu 03."""

    id: str | None = column("Mã HS", Kind.KEY, "HS và số thứ tự. Ví dụ HS01.", required=True, prefix="HS", width=9)
    product_id: str | None = column("Mã SP", Kind.REF, "", required=True, refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    kind: str | None = column("Loại hồ sơ", Kind.CHOICE, "Lần đầu, nâng hạng hay phân hạng lại.", required=True, choices=choices.DOSSIER_KIND, width=14, names=True)
    stars: int | None = column("Hạng đề nghị", Kind.STARS, "Số sao chủ thể đề nghị.", minimum=3, maximum=5, width=12)
    received: date | None = column("Ngày nhận", Kind.DATE, "Ngày xã nhận hồ sơ; từ ngày này tính 15 ngày làm việc.", width=12)
    send_by: date | None = live("Hạn gửi tỉnh", Kind.DATE, f'=IF([@[Ngày nhận]]="","",WORKDAY([@[Ngày nhận]],15,{HOLIDAYS}))', "15 ngày làm việc kể từ ngày nhận (khoản 2 Điều 7), đã trừ ngày nghỉ, lễ, tết.", width=12)
    to_do: str | None = live("Việc cần làm", Kind.TEXT, _TO_DO, width=20)
    state: str | None = column("Tình trạng hồ sơ", Kind.CHOICE, "", required=True, choices=choices.DOSSIER_STATE, width=18, group="state")
    received_by: str | None = column("Người nhận", Kind.TEXT, "", width=18, personal=True)
    form_number: str | None = column("Số phiếu", Kind.TEXT, "Số phiếu đăng ký (PĐK), Mẫu 01.", width=20)
    paper_sets: int | None = column("Bộ giấy", Kind.INTEGER, "Số bộ hồ sơ giấy (quy định 01).", minimum=0, maximum=20, width=8)
    electronic_sets: int | None = column("Bộ điện tử", Kind.INTEGER, "Số bộ hồ sơ điện tử (quy định 01).", minimum=0, maximum=20, width=8)
    samples: int | None = column("Số mẫu", Kind.INTEGER, "Số sản phẩm mẫu (gửi tỉnh 05; du lịch không cần).", minimum=0, maximum=100, width=8)
    asked: date | None = column("Ngày yêu cầu bổ sung", Kind.DATE, "", width=12, group="supplement", since=2)
    supply_due: date | None = column("Hạn bổ sung", Kind.DATE, "", width=12, group="supplement", since=2)
    supplied: date | None = column("Ngày bổ sung đủ", Kind.DATE, "", width=12, group="supplement", since=2)
    sent: date | None = column("Ngày gửi tỉnh", Kind.DATE, "", width=12, group="state")
    round: str | None = column("Đợt đánh giá", Kind.TEXT, "Đợt của tỉnh, ví dụ 1/2026 (30/4) hoặc 2/2026 (30/10).", width=11, group="state", since=2)
    returned: date | None = column("Ngày trả lại", Kind.DATE, "Ngày tỉnh trả lại hồ sơ.", width=12, group="state", filled_by="tỉnh", since=2)
    return_reason: str | None = column("Lý do trả lại", Kind.LONG_TEXT, "", width=30, group="state", filled_by="tỉnh", since=2)
    province_score: float | None = column("Điểm của tỉnh", Kind.DECIMAL, "Điểm hội đồng cấp tỉnh công bố.", minimum=0, maximum=100, width=9, group="result", filled_by="tỉnh", since=2)
    province_stars: int | None = column("Hạng của tỉnh", Kind.STARS, "Hạng hội đồng cấp tỉnh công bố.", minimum=1, maximum=5, width=9, group="result", filled_by="tỉnh", since=2)
    material_claim: str | None = column("Nguyên liệu: chủ thể mô tả", Kind.LONG_TEXT, "Sử dụng nguyên liệu địa phương, theo hồ sơ của chủ thể.", width=34, filled_by="chủ thể")
    material_finding: str | None = column("Nguyên liệu: xã đánh giá", Kind.LONG_TEXT, "Nhận xét của UBND xã (mục II.1 Mẫu 03).", width=34)
    labour_claim: str | None = column("Lao động: chủ thể mô tả", Kind.LONG_TEXT, "Sử dụng lao động địa phương, theo hồ sơ.", width=34, filled_by="chủ thể")
    labour_finding: str | None = column("Lao động: xã đánh giá", Kind.LONG_TEXT, "Nhận xét của UBND xã (mục II.2 Mẫu 03).", width=34)
    idea_claim: str | None = column("Ý tưởng: chủ thể mô tả", Kind.LONG_TEXT, "Nguồn gốc ý tưởng sản phẩm, theo hồ sơ.", width=34, filled_by="chủ thể")
    idea_finding: str | None = column("Ý tưởng: xã đánh giá", Kind.LONG_TEXT, "Nhận xét của UBND xã (mục II.3 Mẫu 03).", width=34)
    identity_claim: str | None = column("Bản sắc: chủ thể mô tả", Kind.LONG_TEXT, "Bản sắc, trí tuệ địa phương, theo hồ sơ.", width=34, filled_by="chủ thể")
    identity_finding: str | None = column("Bản sắc: xã đánh giá", Kind.LONG_TEXT, "Nhận xét của UBND xã (mục II.4 Mẫu 03).", width=34)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    round_closes: date | None = ROUND_CLOSES
    answer_by: date | None = ANSWER_BY
    file_by: date | None = FILE_BY
    paused_by: date | None = PAUSED_BY
    duty: int | None = WAY_DUTY
    evidence_duty: int | None = EVIDENCE_DUTY
    waiting_duty: int | None = WAITING_DUTY


@table(
    sheet="Minh chứng",
    name="tblMinhChung",
    title="MINH CHỨNG TRONG HỒ SƠ",
    purpose="Mỗi hồ sơ 15 dòng theo danh mục của Mẫu 02: có, thiếu hay không áp dụng, tệp nào, hết hạn khi nào.",
)
class Evidence(Row):
    """One line of Mẫu 02's list of evidence for one dossier."""

    id: str | None = column("Mã MC", Kind.KEY, "Mã hồ sơ và số minh chứng, ví dụ HS01-07.", required=True, width=11, derived_from="dossier_id")
    dossier_id: str | None = column("Mã HS", Kind.REF, "", required=True, refers_to="tblHoSo", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, DOSSIER_PRODUCT, width=28)
    line: str | None = column("Minh chứng", Kind.CHOICE, "", required=True, choices=choices.EVIDENCE_LINE, width=46, names=True)
    state: str | None = column("Có minh chứng", Kind.CHOICE, "", required=True, choices=choices.EVIDENCE_STATE, width=14)
    file: str | None = column("Tệp, số hiệu", Kind.TEXT, "Tên tệp hoặc số, ngày giấy tờ.", width=30, filled_by="chủ thể")
    expires: date | None = column("Ngày hết hạn", Kind.DATE, "Nếu giấy tờ có thời hạn.", width=12)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    duty: int | None = EXPIRY_DUTY
