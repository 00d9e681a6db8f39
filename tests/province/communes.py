"""Communes as the province meets them: each with goods, certificates and dossiers of its own, some with faults."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from ocop_xl.exchange.share import Packing, make_package
from ocop_xl.law.clocks import certificate_end
from ocop_xl.law.sectors import SECTORS
from ocop_xl.model import (
    Book,
    Budget,
    Channel,
    Commune,
    Dossier,
    Inspection,
    Producer,
    Product,
    Recognition,
    ScoreSheet,
    Target,
)
from ocop_xl.model import choices as c
from ocop_xl.sheets.building.workbook import build_workbook

DAY = date(2026, 11, 23)
RAW = 4
"""The commune whose workbook is sent as it is: building one takes as long as ten packages."""
_NAMES = (
    "Vĩnh Phong",
    "An Hòa",
    "Tân Hoà",
    "Mỹ Đức",
    "Bình Giang",
    "Thạnh Đông",
    "Giồng Riềng",
    "Hòn Nghệ",
    "Châu Phú",
    "Đông Thái",
)
_GOODS = ("Tôm khô", "Mắm cá linh", "Gạo thơm", "Mật ong tràm", "Chả cá thác lác", "Bánh tráng", "Rượu nếp", "Nước mắm")
_FORMS = c.LEGAL_FORM.values


def code_of(number: int) -> str:
    return str(31001 + number)


def commune(number: int) -> Book:
    """Two to eight products; every figure follows from the number."""
    book = Book()
    book[Commune] = [
        Commune(
            province="An Giang",
            province_code="91",
            name=f"{_NAMES[number % 10]} {number}",
            kind="phường" if number % 9 == 8 else "xã",
            commune_code=code_of(number),
            agency=f"Ủy ban nhân dân xã {_NAMES[number % 10]} {number}",
            office="Phòng Kinh tế",
            office_symbol="PKT",
            place=_NAMES[number % 10],
            signer="Nguyễn Thị Mẫu",
            signer_position="CHỦ TỊCH",
            plan_number="76/KH-UBND",
            plan_date=date(2026, 3, 20),
            plan_title="Kế hoạch OCOP",
            plan_from=2026,
            plan_to=2030,
            officer_phone="0912345678",
        )
    ]
    count = 2 + number % 7
    book[Producer] = [
        Producer(
            id=f"CT{n:02}",
            name=f"Hợp tác xã {_NAMES[(number + n) % 10]} {number}-{n}",
            legal_form=_FORMS[(number + n) % len(_FORMS)],
            registration=f"17{number:04}{n:04}",
            representative="Trần Văn Mẫu",
            phone="0912345678",
            workers=10 + n,
            local_workers=8,
        )
        for n in range(1, count + 1)
    ]
    book[Product] = [
        Product(
            id=f"SP{n:02}",
            name=f"{_GOODS[(number + n) % 8]} {_NAMES[number % 10]}",
            section=c.SECTION_NEW,
            number=n,
            sector=SECTORS[(number + n) % len(SECTORS)],
            producer_id=f"CT{n:02}",
            potential=3 + n % 3,
            from_year=2026,
            to_year=2026 + n % 4,
            traceability=c.YES if n % 2 else c.NO,
        )
        for n in range(1, count + 1)
    ]
    book[Recognition] = [_recognised(number, n) for n in range(1, count) if (number + n) % 4]
    book[Dossier] = [
        Dossier(
            id=f"HS{n:02}",
            product_id=f"SP{n:02}",
            kind=c.DOSSIER_FIRST,
            stars=3,
            state=c.DOSSIER_STATE.values[0],
            received=DAY - timedelta(days=10 * n + number % 20),
        )
        for n in range(1, 1 + count // 2)
    ]
    book[ScoreSheet] = [ScoreSheet(id="HS01-XA", dossier_id="HS01", criteria_set="QD26-08", scorer=c.SCORER_COMMUNE)]
    book[Channel] = [
        Channel(
            id="KB01",
            kind=c.CHANNEL_ECOMMERCE,
            name=("Sàn A", "Sàn B", "Sàn C")[number % 3],
            product_id="SP01",
            link="https://example.vn/1",
            since=date(2026, 1, 1),
            state=c.CHANNEL_OPEN,
        )
    ]
    book[Budget] = [
        Budget(
            id=f"KP{n:02}",
            year=2026 + n,
            source=c.FUNDING_SOURCE.values[0],
            planned=100.5 + number,
            allocated=80.0,
            spent=40.25,
        )
        for n in range(3)
    ]
    book[Target] = [
        Target(
            id="MT01",
            name="Số sản phẩm OCOP",
            short_name="Sản phẩm",
            measure=c.MEASURE.values[0],
            unit="sản phẩm",
            minimum=4.0,
        )
    ]
    book[Inspection] = [
        Inspection(
            id="KT01",
            inspected=date(2026, 9, 1),
            kind=c.INSPECTION_KIND.values[0],
            product_id="SP01",
            conditions="Đạt",
            due=date(2026, 10, 1) if number % 5 == 0 else None,
        )
    ]
    if number == RAW:
        book[Product][0].note, book[Producer][0].phone = "gọi 0912 345 678", "09123"
    book.lay_out()
    return book


def _recognised(number: int, n: int) -> Recognition:
    issued = DAY - timedelta(days=(97 * number + 211 * n) % 1150)
    return Recognition(
        id=f"CN{n:02}",
        product_id=f"SP{n:02}",
        stars=3 + (number + n) % 3,
        decision_number=f"{n}/QĐ-UBND",
        decision_date=issued,
        authority=c.AUTHORITY_PROVINCE,
        issued=issued,
        ends=certificate_end(issued),
        legal_basis="148/QĐ-TTg",
        state=c.RECOGNITION_ACTIVE,
    )


@cache
def _folder() -> TemporaryDirectory[str]:
    """Kept by the cache as long as the run, and gone with it."""
    return TemporaryDirectory(prefix="ocop-communes-")


@cache
def nothing_else() -> Path:
    """Packing looks at the file for what is not in its tables; these communes have nothing else."""
    path = Path(_folder().name) / "so.xlsx"
    xlsxwriter.Workbook(path).close()
    return path


def package(book: Book, made: date = DAY) -> bytes:
    return make_package(book, nothing_else(), Packing(made)).content


@cache
def package_of(number: int, made: date = DAY) -> bytes:
    """Of the commune as it is: made once in a run."""
    return package(commune(number), made)


@cache
def workbook_of(number: int) -> bytes:
    return build_workbook(commune(number), DAY)


def changed(number: int, change: Callable[[Book], None]) -> Book:
    book = commune(number)
    change(book)
    return book


def write_communes(folder: Path, numbers: range) -> None:
    """A package of each, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"goi_{code_of(number)}.zip").write_bytes(package_of(number))
