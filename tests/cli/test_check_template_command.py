"""`ocop-xl check-template` as an officer calls it, on templates edited in Word."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from ocop_xl.papers.resources import template_path
from tests.cli.command_line import ocop
from tests.papers.word_files import word


def test_a_template_with_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao-tien-do.docx"
    path.write_bytes(word("UBND xã {{ xa.tenxa }}", "{{ tong.datt }}"))
    done = ocop("check-template", path)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "bao-cao-tien-do.docx (Báo cáo tiến độ thực hiện các chỉ tiêu của Kế hoạch)",
        "  ✘ Lỗi (MAU-03): Không có tên «tenxa» ở thẻ {{ xa.tenxa }} trong đoạn “UBND xã {{ xa.tenxa }}”, "
        "tên gần nhất là «ten_xa». Hãy mở mẫu bằng Word và sửa lại tên.",
        "  ✘ Lỗi (MAU-03): Không có tên «datt» ở thẻ {{ tong.datt }}, tên gần nhất là «dat». "
        "Hãy mở mẫu bằng Word và sửa lại tên.",
        "  2 lỗi phải sửa, 0 cảnh báo.",
        "  Còn 1 lưu ý (trường để người soạn ghi, trường chưa dùng…), xem bằng --verbose.",
    ]


def test_json_says_the_same_for_every_file(tmp_path: Path) -> None:
    good, bad = tmp_path / "phu-luc-san-pham.docx", tmp_path / "mau-cua-xa.docx"
    shutil.copyfile(template_path(good.name), good)
    bad.write_bytes(word("{{ xa.tenxa }}"))
    done = ocop("check-template", good, bad, "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert {(Path(one["file"]).name, one["kind"], one["severity"]) for one in found} == {
        ("phu-luc-san-pham.docx", "phu-luc-san-pham", "info"),
        ("mau-cua-xa.docx", "", "error"),
    }
    assert list(found[0]) == ["file", "kind", "code", "severity", "tag", "paragraph", "message"]


def test_a_template_under_another_name_needs_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "mau-cua-xa.docx"
    path.write_bytes(word("{{ muc[0].ten }} {{ tong.dat }}"))
    unsure = ocop("check-template", path)
    assert unsure.returncode == 0
    assert "Hãy thêm --kind LOẠI để kiểm tra đủ." in unsure.stdout
    sure = ocop("check-template", path, "--kind", "phu-luc-san-pham")
    assert sure.returncode == 1
    assert "Không có tên «tong»" in sure.stdout


def test_what_cannot_be_read_does_not_hide_the_other_files(tmp_path: Path) -> None:
    broken, good = tmp_path / "hong.docx", tmp_path / "phu-luc-san-pham.docx"
    broken.write_bytes(b"khong phai zip")
    shutil.copyfile(template_path(good.name), good)
    done = ocop("check-template", broken, tmp_path / "khong-co.docx", good)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 2
    assert "hong.docx: Tệp mẫu không phải tệp Word" in done.stderr
    assert "✔ Mẫu dùng được" in done.stdout


def test_an_unknown_kind_is_one_sentence() -> None:
    done = ocop("check-template", "a.docx", "--kind", "thu-moi")
    assert done.returncode == 2
    assert "Không có loại văn bản «thu-moi»" in done.stderr
