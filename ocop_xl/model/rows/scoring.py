"""Sheets «Kết quả chấm» and «Chấm điểm»: who judged a dossier by which set, and each answer.

The formulas work on «Tiêu chí»: a row of «Chấm điểm» finds its criterion's first line there («Dòng tiêu chí») and takes
everything else from it. Codes such as 1.1 are compared only inside longer keys: Excel would take them for numbers.
"""

from datetime import date

from ocop_xl.law.stars import STAR_BANDS
from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.rows.dossiers import DOSSIER_PRODUCT
from ocop_xl.model.table import Row, table

_COUNT = "COUNTIFS(tblChamDiem[Mã phiếu],[@[Mã phiếu]],{more})"
_ANSWERED = '=IF([@[Mã phiếu]]="","",' + _COUNT.format(more='tblChamDiem[Điểm],">=0"') + ")"
_BEGUN = '=IF(N([@[Đã chấm]])=0,"",{value})'
_PART = _BEGUN.format(value="SUMIFS(tblChamDiem[Điểm],tblChamDiem[Mã phiếu],[@[Mã phiếu]],tblChamDiem[Phần],\"{part}\")")


def _by_points() -> str:
    formula = str(STAR_BANDS[-1].stars)
    for band in reversed(STAR_BANDS[:-1]):
        formula = f"IF([@[Tổng điểm]]>={band.at_least},{band.stars},{formula})"
    return _BEGUN.format(value=formula)


def _by_minima() -> str:
    formula = "5"
    for stars in (5, 4, 3):
        wanted = f'COUNTIFS(tblTieuChi[Bộ],[@[Bộ tiêu chí]],tblTieuChi[Xét từ hạng],">=3",tblTieuChi[Xét từ hạng],"<={stars}")'
        met = _COUNT.format(more=f'tblChamDiem[Xét từ hạng],">=3",tblChamDiem[Xét từ hạng],"<={stars}",tblChamDiem[Được đến hạng],">={stars}"')
        formula = f"IF({met}<{wanted},{stars - 1},{formula})"
    return _BEGUN.format(value=formula)


_SHEET_TO_DO = (
    '=IF([@[Mã phiếu]]="","",IF(N([@[Số tiêu chí]])=0,"✘ Chưa có bộ tiêu chí này",IF([@[Lý do bị loại]]<>"","✘ Bị loại",'
    'IF(N([@[Đã chấm]])=0,"► Chưa chấm",IF([@[Đã chấm]]<[@[Số tiêu chí]],"► Còn "&([@[Số tiêu chí]]-[@[Đã chấm]])&" tiêu chí",'
    'IF([@[Sao theo mức tối thiểu]]<[@[Sao theo điểm]],"⚠ Thiếu mức tối thiểu","✔ Đã chấm xong"))))))'
)


@table(
    sheet="Kết quả chấm",
    name="tblKetQuaCham",
    title="KẾT QUẢ CHẤM ĐIỂM",
    purpose="Mỗi dòng một phiếu: một bên chấm một hồ sơ theo một bộ tiêu chí. Điểm và sao tự tính từ trang Chấm điểm.",
)
class ScoreSheet(Row):
    """One scorer's judgement of one dossier by one criteria set (Phụ lục II, QĐ 26/2026/QĐ-TTg)."""

    id: str | None = column("Mã phiếu", Kind.KEY, "Mã hồ sơ và bên chấm, ví dụ HS01-CT (chủ thể), HS01-XA (xã), HS01-HD1 (thành viên hội đồng).", required=True, width=11, derived_from="dossier_id")
    dossier_id: str | None = column("Mã HS", Kind.REF, "", required=True, refers_to="tblHoSo", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, DOSSIER_PRODUCT, width=28)
    criteria_set: str | None = column("Bộ tiêu chí", Kind.TEXT, "Mã bộ dùng để chấm, ví dụ QD26-08 là bộ 8 của Quyết định 26/2026/QĐ-TTg (xem trang Tiêu chí).", required=True, width=11)
    scorer: str | None = column("Bên chấm", Kind.CHOICE, "", required=True, choices=choices.SCORER, width=18, names=True)
    member: str | None = column("Người chấm", Kind.TEXT, "Họ tên thành viên hội đồng, nếu có nhiều người chấm.", width=20, personal=True, names=True)
    scored_on: date | None = column("Ngày chấm", Kind.DATE, "", width=12)
    knock_out: str | None = column("Lý do bị loại", Kind.CHOICE, "Chỉ chọn khi sản phẩm bị loại theo ghi chú của bộ tiêu chí.", choices=choices.KNOCK_OUT, width=24)
    criteria: int | None = live("Số tiêu chí", Kind.INTEGER, '=IF([@[Mã phiếu]]="","",COUNTIFS(tblTieuChi[Bộ],[@[Bộ tiêu chí]],tblTieuChi[Số mức],">0"))', "Số tiêu chí của bộ.", width=9)
    answered: int | None = live("Đã chấm", Kind.INTEGER, _ANSWERED, "Số tiêu chí đã chọn mức.", width=9)
    part_a: float | None = live("Phần A", Kind.DECIMAL, _PART.replace("{part}", "A"), "Tối đa 40 điểm.", width=9)
    part_b: float | None = live("Phần B", Kind.DECIMAL, _PART.replace("{part}", "B"), "Tối đa 25 điểm.", width=9)
    part_c: float | None = live("Phần C", Kind.DECIMAL, _PART.replace("{part}", "C"), "Tối đa 35 điểm.", width=9)
    total: float | None = live("Tổng điểm", Kind.DECIMAL, _BEGUN.format(value="[@[Phần A]]+[@[Phần B]]+[@[Phần C]]"), "Tối đa 100 điểm; tiêu chí chưa chấm tính 0 điểm.", width=9)
    stars_by_points: int | None = live("Sao theo điểm", Kind.STARS, _by_points(), "Theo khung điểm 90, 70, 50, 30.", width=10)
    stars_by_minima: int | None = live("Sao theo mức tối thiểu", Kind.STARS, _by_minima(), "Hạng cao nhất mà mọi mức tối thiểu (dấu sao trong bảng chấm) đều đạt; thiếu mức của 3 sao thì ghi 2 sao.", width=12)
    stars: int | None = live("Xếp hạng tạm tính", Kind.STARS, _BEGUN.format(value='IF([@[Lý do bị loại]]<>"","Bị loại",MIN([@[Sao theo điểm]],[@[Sao theo mức tối thiểu]]))'), "Hạng thấp hơn trong hai cách tính.", width=11)
    to_do: str | None = live("Việc cần làm", Kind.TEXT, _SHEET_TO_DO, width=24)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=30)


def _of_criterion(header: str, *, text: bool = False) -> str:
    """A cell of the criterion's first line on «Tiêu chí»."""
    return f'=IF([@[Dòng tiêu chí]]="","",INDEX(tblTieuChi[{header}],[@[Dòng tiêu chí]]){"&" + chr(34) * 2 if text else ""})'


_LEVELS = "tblTieuChi[Khóa],INDEX(tblTieuChi[Khóa],[@[Dòng tiêu chí]])"
_CHOSEN = "TRIM([@[Mức được chọn]])"
_IS_LEVEL = (  # no level has * or ?, with which COUNTIFS would find another text than the one that was typed
    f'AND(COUNTIFS({_LEVELS},tblTieuChi[Mức],{_CHOSEN})=1,SUBSTITUTE(SUBSTITUTE({_CHOSEN},"*",""),"?","")={_CHOSEN})'
)
_LINE = (
    '=IF([@[Mã tiêu chí]]="","",IF(MATCH([@[Khóa]],tblChamDiem[Khóa],0)<>ROW()-ROW(tblChamDiem[[#Headers],[Khóa]]),"",'
    "IFERROR(MATCH(INDEX(tblKetQuaCham[Bộ tiêu chí],MATCH([@[Mã phiếu]],tblKetQuaCham[Mã phiếu],0))"
    '&"|"&[@[Mã tiêu chí]],tblTieuChi[Khóa],0),"")))'
)
_SIDE = (
    '=IF([@[Dòng tiêu chí]]="","",INDEX(tblKetQuaCham[Mã HS],MATCH([@[Mã phiếu]],tblKetQuaCham[Mã phiếu],0))&"|"'
    '&INDEX(tblKetQuaCham[Bên chấm],MATCH([@[Mã phiếu]],tblKetQuaCham[Mã phiếu],0))&"|"'
    "&INDEX(tblTieuChi[Khóa],[@[Dòng tiêu chí]]))"
)
_CASE = (
    f'=IF(OR([@[Dòng tiêu chí]]="",AND(LEFT({_CHOSEN},2)<>"a)",LEFT({_CHOSEN},2)<>"b)")),"",'
    f'IF({_IS_LEVEL},LEFT({_CHOSEN},1),""))'
)
_POINTS = (
    f'=IF(OR([@[Dòng tiêu chí]]="",{_CHOSEN}=""),"",'
    'IF(IF([@[Trường hợp]]="",FALSE,COUNTIFS(tblChamDiem[Mã phiếu],[@[Mã phiếu]],tblChamDiem[Trường hợp],'
    'IF([@[Trường hợp]]="a","b","a"))>0),"",'
    f"IF({_IS_LEVEL},SUMIFS(tblTieuChi[Điểm],{_LEVELS},tblTieuChi[Mức],{_CHOSEN}),"
    f'IF(COUNTIFS({_LEVELS},tblTieuChi[Điểm],{_CHOSEN})>0,IFERROR(IF(VALUE({_CHOSEN})&""={_CHOSEN},VALUE({_CHOSEN}),""),""),""))))'
)
_MAY_BE = (
    '=IF([@[Điểm]]="","",IF([@[Điểm]]<INDEX(tblTieuChi[Cần cho 3 sao],[@[Dòng tiêu chí]]),2,'
    "IF([@[Điểm]]<INDEX(tblTieuChi[Cần cho 4 sao],[@[Dòng tiêu chí]]),3,"
    "IF([@[Điểm]]<INDEX(tblTieuChi[Cần cho 5 sao],[@[Dòng tiêu chí]]),4,5))))"
)
_ROW_TO_DO = (
    '=IF([@[Mã tiêu chí]]="","",IF([@[Dòng tiêu chí]]="","✘ Không có trong bộ, hoặc trùng",IF([@[Điểm]]="",'
    f'IF({_CHOSEN}="","► Chưa chấm","✘ Mức chưa đúng"),'
    'IF([@[Được đến hạng]]=5,"✔ Đạt","⚠ Chưa đủ cho "&([@[Được đến hạng]]+1)&" sao"))))'
)


@table(
    sheet="Chấm điểm",
    name="tblChamDiem",
    title="CHẤM ĐIỂM THEO BỘ TIÊU CHÍ",
    purpose="Mỗi dòng một tiêu chí của một phiếu: chọn mức đạt được trong danh sách, điểm tự tính. Xã rà soát để hướng dẫn, không cho điểm trong Mẫu 03.",
)
class ScoreLine(Row):
    """One criterion on one score sheet, and the level that was chosen."""

    id: str | None = column("Mã dòng", Kind.KEY, "Mã phiếu và mã tiêu chí, ví dụ HS01-XA-1.1.", required=True, width=14, derived_from="sheet_id")
    sheet_id: str | None = column("Mã phiếu", Kind.REF, "", required=True, refers_to="tblKetQuaCham", width=11, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, '=IFERROR(INDEX(tblKetQuaCham[Tên sản phẩm],MATCH([@[Mã phiếu]],tblKetQuaCham[Mã phiếu],0)),"")', width=22)
    criterion: str | None = column("Mã tiêu chí", Kind.TEXT, "Như trong trang Tiêu chí, ví dụ 1.1.", required=True, width=9, names=True)
    name: str | None = live("Tiêu chí", Kind.LONG_TEXT, _of_criterion("Tiêu chí", text=True), width=34)
    level: str | None = column("Mức được chọn", Kind.LEVEL, "Bấm mũi tên, chọn đúng một mức của tiêu chí này.", width=62, aliases=("Mức", "Mức điểm"))
    points: float | None = live("Điểm", Kind.DECIMAL, _POINTS, "Điểm của mức được chọn.", width=7)
    maximum: float | None = live("Tối đa", Kind.DECIMAL, _of_criterion("Điểm tối đa"), width=7)
    minima: str | None = live("Mức tối thiểu", Kind.TEXT, _of_criterion("Mức tối thiểu", text=True), "Điểm phải có cho từng hạng (dấu sao trong bảng chấm).", width=24)
    may_be: int | None = live("Được đến hạng", Kind.STARS, _MAY_BE, "Hạng cao nhất mà điểm của riêng tiêu chí này cho phép.", width=9)
    to_do: str | None = live("Việc cần làm", Kind.TEXT, _ROW_TO_DO, width=24)
    evidence: str | None = column("Minh chứng", Kind.TEXT, "Số của minh chứng trong hồ sơ, hoặc tên tệp.", width=24)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=24)
    proofs: str | None = live("Minh chứng cần có", Kind.TEXT, _of_criterion("Minh chứng (Mẫu 02)", text=True), "Số của minh chứng trong danh mục Mẫu 02 (cách hiểu của phần mềm); cảm quan thì không có.", width=12)
    remark: str | None = live("Lưu ý của bộ tiêu chí", Kind.LONG_TEXT, _of_criterion("Lưu ý", text=True), width=66)
    part: str | None = live("Phần", Kind.TEXT, _of_criterion("Phần", text=True), width=7)
    key: str | None = live("Khóa", Kind.TEXT, '=IF([@[Mã tiêu chí]]="","",[@[Mã phiếu]]&"|"&[@[Mã tiêu chí]])', "Ô phụ: mã phiếu và mã tiêu chí.", width=14, helper=True)
    side: str | None = live("Khóa so sánh", Kind.TEXT, _SIDE, "Ô phụ: mã hồ sơ, bên chấm, bộ và mã tiêu chí.", width=14, helper=True)
    case: str | None = live("Trường hợp", Kind.TEXT, _CASE, "Bộ 26: trường hợp a hay b đã chọn; không chọn lẫn hai trường hợp trong một phiếu.", width=9)
    from_rank: int | None = live("Xét từ hạng", Kind.INTEGER, _of_criterion("Xét từ hạng"), "Ô phụ: hạng thấp nhất mà tiêu chí này có mức tối thiểu; 0 là không có.", width=8, helper=True)
    line: int | None = live("Dòng tiêu chí", Kind.INTEGER, _LINE, "Ô phụ: tiêu chí đứng ở dòng thứ mấy của trang Tiêu chí.", width=9, helper=True)
