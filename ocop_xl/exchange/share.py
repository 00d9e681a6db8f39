"""«Đóng gói gửi tỉnh»: the workbook's values, the papers chosen and a list with sums, in one zip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ocop_xl import __version__
from ocop_xl.changes.change import Change
from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.manifest import LIST, READABLE, Manifest, PackedFile, code_of, packed_file
from ocop_xl.exchange.papers import chosen_papers
from ocop_xl.exchange.readable import day_in_words, findings_in_words, readable
from ocop_xl.exchange.residue import Residue, residue
from ocop_xl.exchange.rules_version import documents, rules_version
from ocop_xl.exchange.sendings import KIND, Link, Sending, as_text, next_link, sendings_of
from ocop_xl.exchange.sent_rows import sent_before, sent_row
from ocop_xl.exchange.shared_rows import SharedRows, shared_rows
from ocop_xl.exchange.values_workbook import Cover, values_workbook
from ocop_xl.exchange.verify import verify_package
from ocop_xl.model import Book, spec_of
from ocop_xl.office.container import zipped
from ocop_xl.office.safe_write import create_file
from ocop_xl.papers.paper_files import safe_stem
from ocop_xl.privacy.profiles import TO_PROVINCE, Profile
from ocop_xl.records import NamedTuple
from ocop_xl.rules.check import check, counts
from ocop_xl.rules.finding import Severity

_PAPERS_ARE_WHOLE = "Văn bản giữ nguyên nội dung, kể cả họ tên, địa chỉ, điện thoại mà mẫu yêu cầu ghi."


class SharedPackage(NamedTuple):
    """A package: its bytes, what it is called, the code to compare, its list, and `notices` – Vietnamese sentences for
    whoever sends, which are not in the package. `exported` is what the workbook is to remember of it, `path` where it
    was written, if it was; `changes` say to people in the workbook that it went out."""

    name: str
    content: bytes
    code: str
    manifest: Manifest
    notices: tuple[str, ...]
    exported: Mapping[str, str] = {}
    changes: tuple[Change, ...] = ()
    path: Path | None = None


class Packing(NamedTuple):
    """How a book is to be packed: on which day (today if None), for whom, and the `period` that it reports on. `papers`
    are folders and kinds of papers, `templates` the commune's own folder of templates."""

    on: date | None = None
    profile: Profile = TO_PROVINCE
    papers: Sequence[str] = ()
    templates: Path | None = None
    period: str = ""


def make_package(book: Book, source: Path, packing: Packing) -> SharedPackage:
    """The package of a book that was read from `source`. Same book and day, same bytes. Raises `ExchangeError`,
    `PaperError` or `WorkbookError`."""
    profile = packing.profile
    made, reckoned = packing.on or date.today(), book.day(packing.on)
    chosen = chosen_papers(packing.papers, book, reckoned, packing.templates)
    link = next_link(book, packing.period) if profile is TO_PROVINCE else None
    told = sent_before(book, link.sequence) if link else book
    rows, rest = shared_rows(told, reckoned, profile), residue(source)
    left_out = _left_out(book, profile, rows, rest)
    found = {severity.value: number for severity, number in counts(check(book, reckoned)).items()}
    findings = {severity.value: found.get(severity.value, 0) for severity in Severity}
    title = f"Gói {profile.name.lower()}: sổ OCOP {_commune(book)}"
    facts = [*_facts(book, profile, made, reckoned, findings), *(_of_chain(link) if link else ())]
    if chosen.files:
        facts.append(("Văn bản kèm theo", f"{len(chosen.files)} tệp. {_PAPERS_ARE_WHOLE}"))
    about = f"Bản chỉ có giá trị, tính đến ngày {day_in_words(reckoned)}; sửa ở sổ của xã, không sửa ở đây."
    stem = safe_stem("ocop", book.commune.commune_code or book.commune.name or "", str(reckoned.year))
    workbook = f"so-{stem}.xlsx"
    files = {workbook: values_workbook(rows.tables, Cover(title, facts, left_out, made, about)), **chosen.files}
    titles = {workbook: "sổ OCOP, chỉ có giá trị"} | chosen.titles
    packed = [packed_file(path, titles[path], content) for path, content in files.items()]
    words = readable(title, facts, packed, left_out)
    packed.append(packed_file(READABLE, "danh mục cho người đọc", words))
    manifest = _manifest(told, profile, (made, reckoned), findings, left_out, packed)
    if link:
        manifest = replace(
            manifest,
            book_id=link.book_id,
            sequence=link.sequence,
            previous=link.previous,
            period=link.period,
            content=link.content,
        )
    listing = manifest.as_json()
    content = zipped({READABLE: words, LIST: listing, **files})
    if problems := verify_package(content).problems:
        raise ExchangeError(f"Gói vừa lập chưa gửi được: {problems[0]}")
    again = [f"Sổ không đổi từ {_told(link.same)}; gói này là gói ấy gửi lại."] if link and link.same else []
    notices = (*again, *rest.named, *_outside_tables(book), *rows.look_at, *chosen.notices)
    code = code_of(listing)
    exported = {KIND: as_text(sendings_of(book), link, made, code)} if link else {}
    changes = tuple(sent_row(book, manifest, code)) if link else ()
    return SharedPackage(f"goi-{profile.code}_{stem}.zip", content, code, manifest, notices, exported, changes)


def write_package(package: SharedPackage, out: Path) -> Path:
    """Write it as the file `out` (`….zip`) or, under its own name, into the folder `out`; never over another file."""
    if out.suffix.lower() == ".zip" and not out.is_dir():
        path = out
    else:
        out.mkdir(parents=True, exist_ok=True)
        path = out / package.name
    if path.exists():
        raise ExchangeError(
            f"Đã có tệp «{path.name}» ở nơi ghi; hãy đổi tên, dời tệp cũ hoặc chọn tên khác bằng --out."
        )
    create_file(path, package.content)
    return path


def _commune(book: Book) -> str:
    return f"{book.commune.kind or 'xã'} {book.commune.name or ''}".strip()


def _facts(book: Book, profile: Profile, made: date, reckoned: date, findings: dict[str, int]) -> list[tuple[str, str]]:
    commune = book.commune
    return [
        ("Nơi gửi", f"{commune.agency or _commune(book)}, {commune.province or 'chưa ghi tỉnh'}"),
        ("Mã tỉnh, mã xã", f"{commune.province_code or 'chưa ghi'}, {commune.commune_code or 'chưa ghi'}"),
        ("Ngày đóng gói", day_in_words(made)),
        ("Số liệu tính đến ngày", day_in_words(reckoned)),
        ("Chế độ", f"{profile.name}. {profile.purpose}"),
        ("Kết quả kiểm tra sổ", findings_in_words(findings)),
        ("Phần mềm", f"ocop_xl {__version__}, bộ tiêu chí theo {rules_version()['criteria']}"),
    ]


def _of_chain(link: Link) -> list[tuple[str, str]]:
    said = [("Lần gửi", f"{link.sequence}" + (f", tiếp sau gói {link.previous}" if link.previous else ""))]
    return [*said, ("Kỳ báo cáo", link.period)] if link.period else said


def _told(sent: Sending) -> str:
    day = f" ngày {day_in_words(date.fromisoformat(sent.made))}" if sent.made else ""
    return f"gói lần {sent.sequence}{day} (mã {sent.code})"


def _manifest(
    book: Book,
    profile: Profile,
    days: tuple[date, date],
    findings: dict[str, int],
    left_out: list[str],
    files: list[PackedFile],
) -> Manifest:
    commune = book.commune
    facts = {
        name: getattr(commune, name) or "" for name in ("province", "province_code", "kind", "name", "commune_code")
    }
    named = {"code": profile.code, "name": profile.name}
    made, reckoned = (day.isoformat() for day in days)
    rows = {spec_of(kind).name: len(book[kind]) for kind in book if book[kind]}
    law = documents(days[1])
    return Manifest(facts, named, made, reckoned, rules_version(), law, findings, left_out, files, rows=rows)


def _left_out(book: Book, profile: Profile, rows: SharedRows, rest: Residue) -> list[str]:
    """One sentence each; kinds and numbers, and where something was covered, but nothing of what was there."""
    lines = []
    for kind in book:
        spec = spec_of(kind)
        columns = profile.left_out(spec)
        if columns:
            lines.append(f"Trang «{spec.sheet}»: cột {', '.join(f'«{column.header}»' for column in columns)}.")
    lines += [f"Đã che ở {place}." for place in rows.covered]
    lines.append("Công thức: mọi ô tự tính chỉ còn giá trị.")
    lines.append(
        "Mọi thứ ngoài các bảng nhập liệu: «Nhật ký», «Phát hiện», «Tổng quan», ô gõ cạnh bảng, ghi chú, định dạng."
    )
    lines.append("Tên tác giả, người sửa cuối, ngày giờ sửa, máy in.")
    lines += rest.left_out
    outside = len(_outside_tables(book))
    return [*lines, f"{outside} dòng gõ ngoài bảng."] if outside else lines


def _outside_tables(book: Book) -> list[str]:
    return [
        f"Trang «{spec_of(type(cell.row)).sheet}», dòng số {cell.row.at} nằm ngoài bảng nên không được gửi; "
        "hãy kéo bảng xuống cho hết dòng rồi đóng gói lại."
        for cell in book.unseen
        if cell.problem == "outside_table"
    ]
