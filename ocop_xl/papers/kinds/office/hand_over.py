"""What goes along to the province: the cover letter of a package, the record of dossiers and samples handed over."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.sectors import TOURISM
from ocop_xl.model import Book, Dossier
from ocop_xl.papers.context import Values, common_values
from ocop_xl.papers.dossier_values import dossier_values, samples_of
from ocop_xl.papers.facts import ByHand, Gap, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import address, copy_to, province
from ocop_xl.papers.kinds.parts.articles import article
from ocop_xl.papers.kinds.request import ready
from ocop_xl.papers.wording import count


def cover_facts(book: Book, on: date) -> list[PaperFacts]:
    """One letter; the package's code is written in when the package is made."""
    values = common_values(book, on)
    address(book, values, province(book))
    values["ma_goi"] = ByHand("Chưa có «Mã gói» (nút «Đóng gói» in ra): người soạn ghi vào công văn")
    values["giai_doan"] = values["ke_hoach"]["giai_doan"]
    return [PaperFacts("Công văn gửi gói số liệu OCOP", values, year=on.year)]


def hand_over_facts(book: Book, on: date) -> list[PaperFacts]:
    """One record for the dossiers that are ready to go; those asked for by key, whatever their state."""
    return _record(book, [dossier for dossier in book[Dossier] if ready(dossier)], on)


def chosen_facts(book: Book, on: date, keys: frozenset[str]) -> list[PaperFacts]:
    return _record(book, [dossier for dossier in book[Dossier] if dossier.id in keys], on)


def _record(book: Book, dossiers: list[Dossier], on: date) -> list[PaperFacts]:
    if not dossiers:
        return []
    values = common_values(book, on)
    values["ho_so"] = [_line(book, dossier, on, number) for number, dossier in enumerate(dossiers, 1)]
    values["tong"] = {"ho_so": count(len(dossiers)), "mau": _samples(dossiers, values["ho_so"])}
    values["dieu_khoan"] = article(on, "khoản 2 Điều 7", first=True)
    values["ghi_tay"] = {
        "gio": ByHand("Giờ giao nhận: ghi khi lập biên bản"),
        "ben_nhan": ByHand("Bên nhận (cơ quan, họ tên, chức vụ): ghi khi lập biên bản"),
        "ben_giao": book.commune.officer or ByHand("Người giao: ghi khi lập biên bản"),
    }
    copy_to(book, values)
    alone = dossiers[0].id or "" if len(dossiers) == 1 else ""
    title = f"Biên bản giao nhận hồ sơ, sản phẩm mẫu ({f'hồ sơ {alone}' if alone else f'{count(len(dossiers))} hồ sơ'})"
    return [PaperFacts(title, values, dossier_id=alone, year=on.year)]


def _samples(dossiers: list[Dossier], lines: list[Values]) -> str:
    """Of all dossiers together; dots while that of one is not known."""
    unknown = next((line["mau"] for line in lines if isinstance(line["mau"], Gap)), None)
    return unknown if unknown is not None else count(sum(dossier.samples or 0 for dossier in dossiers))


def _line(book: Book, dossier: Dossier, on: date, number: int) -> Values:
    found = dossier_values(book, dossier, on)
    line: Values = found["ho_so"]
    line["stt"] = str(number)
    line["ten_san_pham"], line["ten_chu_the"] = found["san_pham"]["ten_san_pham"], found["chu_the"]["ten_day_du"]
    tourism = found["san_pham"]["nhom_san_pham"] == TOURISM
    line["mau"] = "không áp dụng" if tourism else samples_of(book, dossier)
    return line


KINDS = (
    PaperKind(
        "gui-goi",
        "Công văn gửi gói số liệu OCOP",
        "gui-goi.docx",
        cover_facts,
        register_kind="Công văn",
        symbol="UBND",
    ),
    PaperKind(
        "giao-nhan-mau",
        "Biên bản giao nhận hồ sơ, sản phẩm mẫu",
        "giao-nhan-mau.docx",
        hand_over_facts,
        register_kind="Biên bản",
        symbol="BB-UBND",
        made_for="các hồ sơ đủ điều kiện gửi tỉnh, hoặc hồ sơ được chọn (trang Hồ sơ)",
        chosen=chosen_facts,
    ),
)
