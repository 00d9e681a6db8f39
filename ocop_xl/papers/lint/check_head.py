"""Quốc hiệu, Tiêu ngữ, agency, number, place and date, title: their words and lines."""

from __future__ import annotations

import re
from datetime import date

from ocop_xl.law.paper_form import MOTTO, NATION_SPELLINGS, ZERO_MONTHS
from ocop_xl.papers.lint.letters import check_letters
from ocop_xl.papers.lint.recognise import PaperSort, Recognised
from ocop_xl.papers.lint.report import Report
from ocop_xl.papers.lint.story import Line

_BLANK = r"[\s._…]*"
_SYMBOL = r"[A-ZĐ][A-ZĐa-zđy]*(?:-[A-ZĐ0-9&]+)+"
_NUMBER = re.compile(rf"Số: ?(?P<number>\d+(?:/20\d\d)?|{_BLANK})/(?P<symbol>{_SYMBOL}|…+)")
_UNSPACED = re.compile(r"\s*([/–-])\s*")
_DATE = re.compile(
    rf"(?P<place>[^,]+), ngày ?(?P<day>\d{{1,2}}|{_BLANK}) ?tháng ?(?P<month>\d{{1,2}}|{_BLANK}) ?"
    rf"năm ?(?P<year>\d{{4}}|{_BLANK})\.?",
    re.IGNORECASE,
)


def check_head(report: Report, paper: Recognised) -> None:
    _check_nation(report, paper)
    if paper.official:
        _check_agency(report, paper)
    _check_number(report, paper)
    _check_date(report, paper)
    check_letters(report, "VV", paper.head.subject)
    if paper.head.subject and not paper.head.subject[0].words.startswith("V/v "):
        report.add("VV-11", f"“{paper.head.subject[0].words[:12]}”", paper.head.subject[0])


def _check_nation(report: Report, paper: Recognised) -> None:
    nation, motto = paper.head.nation, paper.head.motto
    if nation is None:
        report.add("QH-10", "không có Quốc hiệu")
        return
    check_letters(report, "QH", [nation])
    if nation.words.upper() not in NATION_SPELLINGS:
        report.add("QH-11", f"“{nation.words}”", nation)
    if motto is None:
        report.add("TN-10", "không có Tiêu ngữ")
        return
    check_letters(report, "TN", [motto])
    if motto.words != MOTTO and motto.words != MOTTO.upper():
        report.add("TN-11", f"“{motto.words}”", motto)
    if not paper.head.motto_ruled:
        report.add("TN-12", "không có đường kẻ", motto)


def _check_agency(report: Report, paper: Recognised) -> None:
    """Lines that are not bold, above a bold one, are the superior agency."""
    lines = paper.head.agency
    own = next((at for at, line in enumerate(lines) if line.has_style(bold=True)), None)
    if own is None:
        own = 0
    check_letters(report, "CC", lines[:own])
    check_letters(report, "CQ", lines[own:])
    if lines and not paper.head.agency_ruled:
        report.add("CQ-12", "không có đường kẻ", lines[-1])


def _check_number(report: Report, paper: Recognised) -> None:
    line = paper.head.number
    if line is None:
        if paper.official:
            report.add("SO-10", "không có số, ký hiệu")
        return
    check_letters(report, "SO", [line])
    match = _NUMBER.fullmatch(line.text)
    if match is None:
        squeezed = _NUMBER.fullmatch(_UNSPACED.sub(lambda found: found[1], line.text))
        report.add("SO-13" if squeezed else "SO-11", f"“{line.text}”", line)
        return
    number, symbol = match["number"].partition("/")[0], match["symbol"]
    if number.isdecimal() and number != (number.lstrip("0") or "0").zfill(2):
        report.add("SO-12", f"số {number}", line)
    if paper.abbreviation and not symbol.startswith("…") and symbol.partition("-")[0] != paper.abbreviation:
        report.add("SO-14", f"ký hiệu {symbol} trong khi {paper.title[0].words} viết tắt là {paper.abbreviation}", line)


def _check_date(report: Report, paper: Recognised) -> None:
    line = paper.head.date
    if line is None:
        if paper.official:
            report.add("NG-10", "không có địa danh, ngày tháng năm")
        return
    check_letters(report, "NG", [line])
    match = _DATE.fullmatch(line.words)
    if match is None:
        report.add("NG-11", f"“{line.words}”", line)
        return
    day, month = match["day"], match["month"]
    if day.isdecimal() and len(day) < 2:
        report.add("NG-12", f"ngày {day}", line)
    if month.isdecimal() and len(month) < 2 and int(month) in ZERO_MONTHS:
        report.add("NG-12", f"tháng {month}", line)
    if all(match[part].isdecimal() for part in ("day", "month", "year")):
        try:
            date(int(match["year"]), int(month), int(day))
        except ValueError:
            report.add("NG-13", f"ngày {day} tháng {month} năm {match['year']}", line)


def check_title(report: Report, paper: Recognised) -> None:
    if paper.kind is not PaperSort.NAMED:
        return
    check_letters(report, "TL", paper.title)
    check_letters(report, "TY", paper.summary)
    last: Line = (paper.summary or paper.title)[-1]
    if not paper.summary_ruled:
        report.add("TY-12", "không có đường kẻ", last)
