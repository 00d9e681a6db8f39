"""`make demo`'s command: what it makes and what it says."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.papers.kinds import KINDS
from ocop_xl.sheets.reading.read import read_book
from tests.cli.command_line import ocop
from tests.processor_time import within


def test_demo_does_the_main_job_twice_in_time(tmp_path: Path) -> None:
    for _ in range(2):
        with within(15):
            done = ocop("demo", "--out", tmp_path / "demo", "--on", "2026-11-23")
        assert done.returncode == 0, done.stderr
    assert read_book(tmp_path / "demo" / "OCOP_VinhPhong.xlsx").missing == []
    assert "đạt 2/9" in done.stdout
    assert "Cần chú ý:" in done.stdout
    assert "1 × Phụ lục sản phẩm dự kiến tham gia OCOP" in done.stdout
    made = [path.name for path in (tmp_path / "demo").glob("van-ban*/*.docx")]
    assert {kind.slug for kind in KINDS} == {name.partition("_")[0] for name in made}
    index = (tmp_path / "demo/trang-san-pham-minh-hoa/index.html").read_text("utf-8")
    assert index.count('<li class="card"') == 7 and "Không dùng để công bố" in index
    assert "Sổ cùng tên có từ trước được giữ ở:" in done.stdout  # the second run kept the first one's workbook
