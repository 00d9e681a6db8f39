"""Makers of hostile and broken workbooks: each returns the bytes of one file that has hurt some reader before."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from ocop_xl.office.guard import MAX_FILE

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_BOOK = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Sản phẩm" sheetId="1" r:id="s"/></sheets></workbook>'
_BOOK_LINKS = _LINKS.format(
    f'<Relationship Id="s" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="t" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="y" Type="{_OFFICE}/styles" Target="styles.xml"/>'
)
_SHEET_LINKS = _LINKS.format(f'<Relationship Id="t" Type="{_OFFICE}/table" Target="../tables/table1.xml"/>')
HEADERS = '<row r="4"><c r="A4" t="inlineStr"><is><t>Mã SP</t></is></c><c r="B4" t="inlineStr"><is><t>Tên sản phẩm</t></is></c></row>'

Parts = dict[str, bytes | str]


def sheet(rows: str) -> str:
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def table(ref: str, name: str = "tblSanPham") -> str:
    return f'<table xmlns="{_MAIN}" id="1" name="{name}" displayName="{name}" ref="{ref}"/>'


def parts(**changed: bytes | str) -> Parts:
    """The parts of a workbook with one sheet «Sản phẩm» and table A4:B6; `sheet`, `table`, `strings`, `styles`, `book`,
    `book_links` replace one."""
    rows = HEADERS + '<row r="5"><c r="A5" t="inlineStr"><is><t>SP01</t></is></c></row>'
    return {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": changed.get("book", _BOOK),
        "xl/_rels/workbook.xml.rels": changed.get("book_links", _BOOK_LINKS),
        "xl/worksheets/sheet1.xml": changed.get("sheet", sheet(rows)),
        "xl/worksheets/_rels/sheet1.xml.rels": changed.get("sheet_links", _SHEET_LINKS),
        "xl/tables/table1.xml": changed.get("table", table("A4:B6")),
        "xl/sharedStrings.xml": changed.get("strings", f'<sst xmlns="{_MAIN}"/>'),
        "xl/styles.xml": changed.get("styles", f'<styleSheet xmlns="{_MAIN}"/>'),
    }


def archive(content: Parts, method: int = ZIP_DEFLATED) -> bytes:
    memory = BytesIO()
    with ZipFile(memory, "w", method) as out:
        for name, data in content.items():
            out.writestr(name, data)
    return memory.getvalue()


def noise(count: int) -> list[str]:
    """Numbers that do not compress to nothing: a bomb that respects the ratio."""
    state, found = 1, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        found.append(str(state))
    return found


def sound() -> bytes:
    return archive(parts())


def bomb_of_spaces() -> bytes:
    return archive(parts(sheet=sheet(HEADERS + " " * 300_000_000)))


def bomb_within_the_ratio() -> bytes:
    """150 MB of blanks with just enough noise."""
    filling = "".join(number + " " * 600 for number in noise(240_000))
    return archive(parts(sheet=sheet(HEADERS + filling)))


def billion_laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE w [<!ENTITY l0 "ha">{levels}]>' + sheet(HEADERS + "<row><c><v>&l9;</v></c></row>")
    return archive(parts(sheet=text))


def laughs_in_the_workbook() -> bytes:
    return archive(parts(book='<!DOCTYPE w [<!ENTITY a "x">]>' + _BOOK))


def laughs_in_a_table() -> bytes:
    """The smallest part that is looked into."""
    return archive(parts(table='<!DOCTYPE table [<!ENTITY a "x">]>' + table("A4:B6")))


def nested_zip() -> bytes:
    return archive({"inner.zip": archive({"inner.zip": bomb_of_spaces()})})


def ten_million_empty_rows() -> bytes:
    return archive(parts(sheet=sheet(HEADERS + "<row/>" * 10_000_000)))


def numbered_empty_rows() -> bytes:
    return archive(parts(sheet=sheet(HEADERS + "".join(f'<row r="{n}"/>' for n in range(5, 1_048_577)))))


def far_corner() -> bytes:
    """Two cells a whole sheet apart: a reader that lays out the rectangle needs 17 thousand million cells."""
    return archive(parts(sheet=sheet(HEADERS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))


def far_corner_in_disguise() -> bytes:
    """The same, with another spelling of everything that a quick look might look for."""
    rows = "<x:row r = '1048576'><x:c\tt=\"n\" r\n=\n'xfd1048576'><x:v>1</x:v></x:c></x:row>"
    decoy = '<sheetData><row r="4"><c r="A4"><v>1</v></c></row></sheetData>'
    whole = f'<x:worksheet xmlns:x="{_MAIN}"><x:sheetData>{HEADERS}{rows}</x:sheetData>{decoy}</x:worksheet>'
    return archive(parts(sheet=whole))


def far_corner_without_addresses() -> bytes:
    """The cells say nothing of their place; it follows from their order: 9,000 down and 9,000 across."""
    numbers = noise(18_000)
    down = "".join(f"<row><c><v>{n}</v></c></row>" for n in numbers[:9000])
    return archive(
        parts(sheet=sheet(HEADERS + down + "<row>" + "".join(f"<c><v>{n}</v></c>" for n in numbers[9000:]) + "</row>"))
    )


def address_behind_a_bracket() -> bytes:
    """An attribute holding `>` must not hide the one after it."""
    return archive(parts(sheet=sheet(HEADERS + '<row r="9"><c s=">" r="XFD1048576"><v>1</v></c></row>')))


def address_behind_a_decoy() -> bytes:
    """The text of one attribute looks like the address, the address is another."""
    return archive(parts(sheet=sheet(HEADERS + """<row r="9"><c s=" r='A9' " r="XFD1048576"><v>1</v></c></row>""")))


def widest_sheet() -> bytes:
    """16,384 columns in 300 rows."""
    row = "".join(f"<c><v>{n}</v></c>" for n in range(16_384))
    return archive(parts(sheet=sheet(HEADERS + f"<row>{row}</row>" * 300)))


def table_over_everything() -> bytes:
    """A small sheet whose table claims all of it."""
    far = '<row r="5"><c r="A5" t="inlineStr"><is><t>SP01</t></is></c></row><row r="1048576"/>'
    return archive(parts(sheet=sheet(HEADERS + far), table=table("A4:XFD1048576")))


def endless_texts() -> bytes:
    """Ten million shared texts."""
    return archive(parts(strings=f'<sst xmlns="{_MAIN}">' + "<si><t/></si>" * 10_000_000 + "</sst>"))


def many_texts() -> bytes:
    """Three million shared texts that respect the ratio."""
    texts = "".join(f"<si><t>{number}</t></si>" for number in noise(3_000_000))
    return archive(parts(strings=f'<sst xmlns="{_MAIN}">{texts}</sst>'))


def one_text_a_million_times() -> bytes:
    """A text of 100 KB that a million cells show: 100 GB in memory."""
    long_text = "".join(noise(10_000))
    rows = "".join(
        f'<row r="{n}">' + f'<c r="A{n}" t="s"><v>0</v></c><c r="B{n}" t="s"><v>&#48;</v></c>' + "</row>"
        for n in range(5, 500_000)
    )
    strings = f'<sst xmlns="{_MAIN}"><si><t>{long_text}</t></si></sst>'
    return archive(parts(sheet=sheet(HEADERS + rows), table=table("A4:B500000"), strings=strings))


def endless_styles() -> bytes:
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{n}"/><xf numFmtId="{n}"/>' for n in range(500_000))
    return archive(parts(styles=f'<styleSheet xmlns="{_MAIN}"><numFmts>{formats}</numFmts></styleSheet>'))


def many_tables() -> bytes:
    """900 tables, all on one sheet of a million cells."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(5, 90_000))
    links = "".join(
        f'<Relationship Id="t{n}" Type="{_OFFICE}/table" Target="../tables/table{n}.xml"/>' for n in range(900)
    )
    names = ("tblSanPham", "tblChuThe", "tblHoSo", "tblMinhChung", "tblChamDiem", "tblCongNhan", "tblTapHuan")
    content = parts(sheet=sheet(HEADERS + rows), sheet_links=_LINKS.format(links))
    for n in range(900):
        content[f"xl/tables/table{n}.xml"] = table("A4:B90000", names[n] if n < len(names) else f"t{n}")
    return archive(content)


def many_parts() -> bytes:
    return archive(parts() | {f"xl/media/{n}.txt": "x" for n in range(5000)})


def wrong_targets() -> bytes:
    """Relationships to nowhere, to outside and to itself."""
    links = f'<Relationship Id="s" Type="{_OFFICE}/worksheet" Target="../../../../etc/passwd"/>'
    return archive(parts(book_links=_LINKS.format(links)))


def sheet_that_is_the_workbook() -> bytes:
    links = f'<Relationship Id="s" Type="{_OFFICE}/worksheet" Target="workbook.xml"/>'
    return archive(parts(book_links=_LINKS.format(links)))


def escaping_name() -> bytes:
    return archive(parts() | {"../../evil.xml": "x"})


def _renamed(old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return archive(parts() | {old.decode(): "x"}).replace(old, new)


def nul_in_name() -> bytes:
    return _renamed(b"xl/aaaa.xml", b"xl/a\0aa.xml")


def two_parts_of_one_name() -> bytes:
    """Names that differ in case only are one name; which of the two would a reader take?"""
    return archive(parts() | {"xl/worksheets/Sheet1.xml": sheet("")})


def overlapping_parts() -> bytes:
    """One part lies inside another: with enough of them a small file declares an endless content (David Fifield)."""
    inner_name, inner = b"xl/workbook.xml", b"<a/>"
    inner_local = _local(inner_name, inner) + inner
    outer_name, outer = b"[Content_Types].xml", inner_local
    local = _local(outer_name, outer) + outer
    entries = _entry(outer_name, outer, 0) + _entry(inner_name, inner, len(local) - len(inner_local))
    return local + entries + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, len(entries), len(local), 0)


def _local(name: bytes, data: bytes) -> bytes:
    crc = zlib.crc32(data)
    return struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 33, crc, len(data), len(data), len(name), 0) + name


def _entry(name: bytes, data: bytes, at: int) -> bytes:
    facts = (0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0, 0, 0, 0, 0, at)
    return struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *facts) + name


def lying_size() -> bytes:
    """The directory declares 10 bytes for a part of many; the sheet would inflate without end."""
    raw = archive(parts(sheet=sheet(HEADERS + "<row/>" * 100_000)))
    at = raw.index(b"PK\1\2", raw.rindex(b"xl/worksheets/sheet1.xml") - 60)
    return raw[: at + 24] + struct.pack("<L", 10) + raw[at + 28 :]


def encrypted_entry() -> bytes:
    raw = sound()
    at = raw.index(b"PK\1\2")
    return raw[: at + 8] + b"\1\0" + raw[at + 10 :]


def strange_method() -> bytes:
    raw = sound()
    at = raw.index(b"PK\1\2")
    return raw[: at + 10] + b"\x0e\0" + raw[at + 12 :]


def sixteen_bit_text() -> bytes:
    """Without the mark that tells UTF-16 from anything else."""
    return archive(parts(sheet=sheet(HEADERS).encode("utf-16-le")))


def sheet_that_ends_among_its_rows() -> bytes:
    """The container is whole; the program that wrote the sheet had stopped half-way."""
    return archive(parts(sheet=sheet(HEADERS).partition("</row>")[0]))


def too_large_file() -> bytes:
    return archive(parts() | {"xl/media/photo.jpg": b"\0" * (MAX_FILE + 1)}, ZIP_STORED)


def long_inline_texts() -> bytes:
    """21 MB of text typed straight into the cells, each text with one rare letter so that it takes four bytes a letter."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{number * 170}\U0001f33e</t></is></c></row>'
        for n, number in enumerate(noise(12_000), 5)
    )
    return archive(parts(sheet=sheet(HEADERS + rows), table=table("A4:B12005")))


def unclosed_tags() -> bytes:
    """Tags that never end: a pattern that looks for the end from each of them takes hours."""
    rows = "".join(f'<c t="e" {n} <f {n} ' for n in noise(150_000))
    return archive(parts(sheet=sheet(HEADERS + rows)))


def unclosed_cells() -> bytes:
    rows = "".join(f'<c t="e" r="{n}">' for n in noise(300_000)) + "<c " + 't="e" ' * 100_000 + "/></f>"
    return archive(parts(sheet=sheet(HEADERS + rows)))


def a_megabyte_of_a_name() -> bytes:
    """An attribute name without end."""
    name = "".join(noise(100_000))
    return archive(parts(sheet=sheet(HEADERS + f'<row r="5"><c n{name} {" " * 500_000}r="A5"><v>1</v></c></row>')))


def a_megabyte_of_commas() -> bytes:
    """A number that is never done."""
    head = '<row r="4"><c r="A4" t="str"><v>Mã SP</v></c><c r="B4" t="str"><v>STT</v></c></row>'
    marks = "".join("," * (int(n) % 90) + "." for n in noise(20_000))
    row = f'<row r="5"><c r="A5" t="str"><v>SP01</v></c><c r="B5" t="str"><v>1{marks}x1</v></c></row>'
    return archive(parts(sheet=sheet(head + row)))


def unreadable_everywhere() -> bytes:
    """100,000 rows of which no date or number can be read."""
    names = ("Mã SP", "Hiện trạng", "Tiềm năng", "Lộ trình từ năm", "Lộ trình đến năm", "STT", "Bộ sản phẩm")
    head = "".join(f'<c r="{"ABCDEFG"[i]}4" t="inlineStr"><is><t>{name}</t></is></c>' for i, name in enumerate(names))
    rows = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}" t="str"><v>x{number}</v></c>' for c in "ABCDEFG") + "</row>"
        for n, number in enumerate(noise(100_000), 5)
    )
    return archive(parts(sheet=sheet(f'<row r="4">{head}</row>{rows}'), table=table("A4:G100005")))


HOSTILE: tuple[Callable[[], bytes], ...] = (
    bomb_of_spaces,
    bomb_within_the_ratio,
    billion_laughs,
    laughs_in_the_workbook,
    laughs_in_a_table,
    nested_zip,
    ten_million_empty_rows,
    far_corner,
    far_corner_in_disguise,
    far_corner_without_addresses,
    address_behind_a_bracket,
    address_behind_a_decoy,
    widest_sheet,
    endless_texts,
    many_texts,
    one_text_a_million_times,
    many_parts,
    escaping_name,
    nul_in_name,
    two_parts_of_one_name,
    overlapping_parts,
    lying_size,
    encrypted_entry,
    strange_method,
    sixteen_bit_text,
    sheet_that_ends_among_its_rows,
    too_large_file,
    unreadable_everywhere,
)
"""Files that must be refused with one sentence."""

BEARABLE: tuple[Callable[[], bytes], ...] = (
    table_over_everything,
    many_tables,
    numbered_empty_rows,
    unclosed_tags,
    unclosed_cells,
    a_megabyte_of_a_name,
    a_megabyte_of_commas,
    endless_styles,
    long_inline_texts,
    wrong_targets,
    sheet_that_is_the_workbook,
)
"""Files that may be read or refused, but neither crash nor exhaust the machine."""
