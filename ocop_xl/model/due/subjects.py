"""Subjects whom the plan's targets still miss, in the year in which the target is to be met."""

from typing import Any

from ocop_xl.model.choices import MEASURE_FULLY_SUPPORTED, MEASURE_TRAINED
from ocop_xl.model.due.duty import PLAN_TO, Case, duty, helper


def year_wanted(levels: dict[int, str]) -> str:
    """Of a target: the first year that has a level, else the plan's last; `levels` are years with their headers."""
    formula = f'IF({PLAN_TO}>0,{PLAN_TO},"")'
    for year, header in sorted(levels.items(), reverse=True):
        formula = f"IF(N([@[{header}]])>0,{year},{formula})"
    return f"={formula}"


def _year(measure: str) -> str:
    return f'IFERROR(N(INDEX(tblChiTieu[Năm phải đạt],MATCH("{measure}",tblChiTieu[Cách đếm],0))),0)'


def _missed(source: str, measure: str, lacking: str, header: str) -> Any:
    year = _year(measure)
    when = f'AND([@[Mã CT]]<>"",N([@[Số sản phẩm tham gia]])>0,{lacking},{year}>0)'
    return duty(
        "tblChuThe", "Mã CT", Case(source, when, f"DATE({year},12,31)", f"DATE({year},1,1)"), header=header
    )


TRAINING_DUTY = _missed("training", MEASURE_TRAINED, "N([@[Lượt tập huấn]])=0", "Tập huấn đến hạn")
HELP_DUTY = _missed("help", MEASURE_FULLY_SUPPORTED, "N([@[Số nội dung được hỗ trợ]])<3", "Hỗ trợ đến hạn")


def wanted_column(levels: dict[int, str]) -> Any:
    return helper("Năm phải đạt", year_wanted(levels))
