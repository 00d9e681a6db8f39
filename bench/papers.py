"""Papers against docxtpl, and PDFs against single conversions: whole processes, documents on disk.

`python -m bench.papers ours|docxtpl COUNT TEMPLATE FOLDER` is one of the competing processes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

DAY = "ngày 23 tháng 11 năm 2026"
ROWS = 10
SIZES = ((1, 21), (100, 5), (1000, 3))
"""How many documents a process makes, and over how many rounds."""
PDFS = 20


def values(number: int) -> dict[str, Any]:
    """The facts of one document."""
    ward = {"cap_hanh_chinh": "xã", "ten_xa": "Vĩnh Phong", "dia_danh": "Vĩnh Phong"}
    return {
        "xa": ward | {"co_quan_ban_hanh": "Ủy ban nhân dân xã Vĩnh Phong"},
        "van_ban": {"ngay": DAY, "so": "       "},
        "noi_nhan": {"cac_dong": ["- Như trên;", "- Sở NN và MT tỉnh;", "- Lưu: VT, PKT."]},
        "ky": {"quyen_han": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "ho_ten": "Châu Ngọc Cẩn"},
        "san_pham": {
            "ten": f"Khô cá lóc & mắm số {number}",
            "chu_the": f"Hộ <Nguyễn Văn {number}>",
            "ngay": "20/11/2026",
            "ghi_chu": "" if number % 3 else f"lần {number}",
        },
        "dong_kiem_tra": [
            {"noi_dung": f"Nội dung kiểm tra số {row} của lần {number}", "ket_qua": "Đạt" if row % 4 else "Chưa đạt"}
            for row in range(ROWS)
        ],
    }


def make_template(path: Path) -> None:
    """Two pages in the house form: head, a page of sentences, a table of ten rows, foot."""
    from tools.templates.layout import BODY, add_row, add_tag_row, grid_table, new_document, save
    from tools.templates.parts import add_foot, add_head

    document = new_document("Thông báo kết quả kiểm tra")
    add_head(document, "Số:        /TB-UBND")
    document.add_paragraph("THÔNG BÁO", "Tên văn bản")
    document.add_paragraph("Kết quả kiểm tra sản phẩm {{ san_pham.ten }}", "Tên văn bản")
    for _ in range(12):
        document.add_paragraph(
            "Sản phẩm {{ san_pham.ten }} của {{ san_pham.chu_the }}{% if san_pham.ghi_chu %} ({{ san_pham.ghi_chu }})"
            "{% endif %} được kiểm tra ngày {{ san_pham.ngay }} tại {{ xa.co_quan_ban_hanh }}; hồ sơ lưu tại xã.",
            BODY,
        )
    table = grid_table(document, (15, 90, 60), ("STT", "Nội dung", "Kết quả"))
    add_tag_row(table, "{%tr for dong in dong_kiem_tra %}")
    add_row(table, ["{{ loop.index }}", "{{ dong.noi_dung }}", "{{ dong.ket_qua }}"], (BODY, BODY, BODY))
    add_tag_row(table, "{%tr endfor %}")
    add_foot(document)
    save(document, path)


def ours(count: int, template: Path, folder: Path) -> None:
    """As `ocop-xl` does: without collecting garbage, at its end either."""
    import gc

    gc.disable()
    from ocop_xl.papers.batch import make_all
    from ocop_xl.papers.facts import PaperFacts
    from ocop_xl.papers.paper_job import PaperJob

    tasks = [PaperJob("thu", PaperFacts(f"Số {n}", values(n)), template, f"thu-{n}") for n in range(count)]
    make_all(tasks, folder)
    gc.freeze()


def docxtpl(count: int, template: Path, folder: Path) -> None:
    """As its manual says: a fresh template for each document."""
    from docxtpl import DocxTemplate

    folder.mkdir(parents=True)
    for n in range(count):
        document = DocxTemplate(template)
        document.render(values(n), autoescape=True)
        document.save(folder / f"thu-{n}.docx")


def documents(folder: Path) -> None:
    """1, 100 and 1.000 documents, then whether both made the same."""
    import shutil

    from bench.timing import paired, process

    template = folder / "mau.docx"
    make_template(template)
    mine, theirs = folder / "ours", folder / "docxtpl"

    def fresh(side: str, out: Path, count: int) -> None:
        shutil.rmtree(out, ignore_errors=True)
        process(sys.executable, "-m", "bench.papers", side, str(count), str(template), str(out))()

    fresh("ours", mine, 1), fresh("docxtpl", theirs, 1)
    for count, rounds in SIZES:
        ratio, us, them = paired(
            lambda count=count: fresh("ours", mine, count),  # type: ignore[misc]
            lambda count=count: fresh("docxtpl", theirs, count),  # type: ignore[misc]
            rounds,
        )
        print(f"process that makes {count} papers / docxtpl: {ratio:.3f}  ({us:.3f} / {them:.3f} s)")
    same = sum(canonical(mine / path.name) == canonical(path) for path in theirs.iterdir())
    print(f"  text and structure equal to docxtpl's (canonical XML): {same} of {len(list(theirs.iterdir()))}")


def canonical(path: Path) -> list[str]:
    """Body, header and footer of a Word file as canonical XML."""
    import zipfile
    from xml.etree.ElementTree import canonicalize

    with zipfile.ZipFile(path) as package:
        names = sorted(n for n in package.namelist() if n.startswith(("word/document", "word/header", "word/footer")))
        return [canonicalize(package.read(name).decode()) for name in names]


def pdfs(folder: Path) -> None:
    """A batch in one LibreOffice against one LibreOffice a file; the single ones keep their profile warm."""
    import shutil

    from bench.timing import paired, process
    from ocop_xl.papers.pdf import find_office, make_pdfs

    office = find_office()
    if office is None:
        print("LibreOffice is not installed: PDFs not measured")
        return
    template, made, out = folder / "mau-pdf.docx", folder / "word", folder / "pdf"
    make_template(template)
    ours(PDFS, template, made)
    files = sorted(made.glob("*.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def single() -> None:
        for file in files:
            process(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(file))()

    def batch() -> None:
        for pdf in made.glob("*.pdf"):
            pdf.unlink()
        made_now = make_pdfs(files, office)
        assert all(made_now.values())

    process(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(files[0]))()
    ratio, us, them = paired(batch, single, 3)
    print(f"{PDFS} PDFs in one process / {PDFS} single conversions: {ratio:.3f}  ({us:.1f} / {them:.1f} s)")
    shutil.rmtree(out, ignore_errors=True)


if __name__ == "__main__":
    side = {"ours": ours, "docxtpl": docxtpl}[sys.argv[1]]
    side(int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
