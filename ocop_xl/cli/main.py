"""`ocop-xl`: the commands, their arguments and their help."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ocop_xl.cli.outcome import complain, unexpected
from ocop_xl.cli.parser import Parser, day, year

Command = Callable[[argparse.Namespace], int]


def run() -> None:
    """The program: exits with 0, 1 or 2, never with a traceback."""
    gc.disable()  # a command lives for a moment: collecting costs it a tenth of its time and frees nothing
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    _speak_utf8()
    try:
        options = parser().parse_args(arguments)
        return _command(options.command)(options)
    except KeyboardInterrupt:
        return complain("Đã dừng theo yêu cầu; hãy xem lại kết quả trước khi làm tiếp.")
    except BrokenPipeError:
        return complain("Nơi nhận kết quả đã đóng giữa chừng; lệnh dừng ở đó.")
    except Exception as error:
        from ocop_xl.faults import sentence_of

        known = sentence_of(error)
        return complain(known) if known else unexpected(error)


def _command(name: str) -> Command:
    """Import only what the chosen command needs."""
    from importlib import import_module

    run_command: Command = import_module(f"ocop_xl.cli.{name.replace('-', '_')}_command").run
    return run_command


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def parser() -> Parser:
    from ocop_xl import __version__

    top = Parser(prog="ocop-xl", description="Sổ OCOP của xã: kiểm tra, tính chỉ tiêu, lập văn bản.")
    top.add_argument("--version", action="version", version=f"ocop-xl {__version__}", help="xem phiên bản")
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH", prog=top.prog, parser_class=Parser)

    demo = commands.add_parser("demo", help="dựng sổ của xã Vĩnh Phong từ Kế hoạch 76/KH-UBND và làm trọn việc chính")
    demo.add_argument(
        "--out", type=Path, default=Path("demo"), metavar="THƯ_MỤC", help="nơi ghi kết quả (mặc định: demo)"
    )
    _on(demo)

    new = commands.add_parser("new", help="tạo sổ trống cho một xã")
    new.add_argument("file", type=Path, metavar="TỆP", help="tên tệp .xlsx sẽ tạo")

    check = commands.add_parser("check", help="kiểm tra sổ, nói rõ ô nào sai và sửa thế nào")
    _book(check)

    targets = commands.add_parser("targets", help="tính các chỉ tiêu của kế hoạch")
    _book(targets)

    score = commands.add_parser("score", help="tính điểm và sao của các phiếu chấm, hoặc mở phiếu mới (--open)")
    _book(score)
    score.add_argument("--dossier", metavar="MÃ_HS", help="chỉ xem hồ sơ này, ví dụ HS01")
    score.add_argument("--open", metavar="MÃ_HS", help="mở một phiếu chấm mới cho hồ sơ này")
    score.add_argument("--scorer", choices=("chu-the", "xa", "hoi-dong"), help="ai chấm phiếu mới")
    score.add_argument("--member", metavar="HỌ_TÊN", help="người chấm phiếu mới, nếu hội đồng có nhiều người chấm")
    score.add_argument(
        "--set", metavar="MÃ_BỘ", help="bộ tiêu chí của phiếu mới, ví dụ QD26-08 (mặc định: theo «Bộ sản phẩm»)"
    )
    score.add_argument("--apply", action="store_true", help="ghi phiếu mới vào sổ đúng như đã xem trước")

    advise = commands.add_parser("advise", help="đường lên hạng của một sản phẩm: nâng tiêu chí nào, cần minh chứng gì")
    _book(advise)
    advise.add_argument("product", metavar="SẢN_PHẨM", help="Mã SP, Mã HS hoặc tên sản phẩm")
    advise.add_argument(
        "--stars",
        type=int,
        choices=(3, 4, 5),
        metavar="SAO",
        help="hạng muốn đạt: 3, 4 hoặc 5 (mặc định: «Hạng đề nghị» của hồ sơ, rồi «Tiềm năng» của sản phẩm)",
    )

    papers = commands.add_parser("papers", help="lập văn bản Word từ sổ")
    _book(papers)
    papers.add_argument("kinds", nargs="*", default=[], metavar="LOẠI", help="loại văn bản, xem --list")
    papers.add_argument("--all", action="store_true", help="lập mọi loại văn bản")
    papers.add_argument("--list", action="store_true", help="liệt kê các loại văn bản")
    for option, name, what in (("--product", "MÃ_SP", "sản phẩm"), ("--dossier", "MÃ_HS", "hồ sơ")):
        papers.add_argument(
            option, action="append", default=[], metavar=name, help=f"chỉ văn bản về {what} này (ghi được nhiều lần)"
        )
    papers.add_argument("--year", type=year, metavar="NĂM", help="chỉ văn bản của năm này")
    papers.add_argument("--dry-run", action="store_true", help="cho xem sẽ lập gì, còn thiếu gì; không ghi tệp")
    papers.add_argument("--pdf", action="store_true", help="lập thêm bản PDF (cần LibreOffice)")
    papers.add_argument(
        "--vao-so",
        "--register",
        dest="register",
        action="store_true",
        help="lấy số tiếp theo của năm, in vào văn bản và ghi vào trang «Văn bản»; không có thì là dự thảo",
    )
    papers.add_argument(
        "--templates",
        type=Path,
        metavar="THƯ_MỤC",
        help="mẫu Word riêng của xã; chưa có thì mẫu gốc được chép vào đó (mặc định: thư mục «mau» cạnh sổ, nếu có)",
    )
    papers.add_argument(
        "--out", type=Path, default=Path("van-ban"), metavar="THƯ_MỤC", help="nơi ghi (mặc định: van-ban)"
    )

    template = commands.add_parser("check-template", help="kiểm tra mẫu Word trước khi dùng")
    template.add_argument("files", nargs="+", type=Path, metavar="MẪU", help="tệp mẫu .docx")
    template.add_argument("--kind", metavar="LOẠI", help="loại văn bản của mẫu, khi tên tệp không cho biết")
    template.add_argument("--verbose", action="store_true", help="in cả các lưu ý")
    template.add_argument("--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc")

    lint = commands.add_parser("lint-paper", help="kiểm tra thể thức của văn bản Word bất kỳ theo NĐ 30/2020/NĐ-CP")
    lint.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp văn bản .docx")
    lint.add_argument("--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc")

    imported = commands.add_parser("import", help="đọc phụ lục cũ (xlsx, docx, csv, txt), xem trước rồi mới ghi vào sổ")
    _book(imported)
    imported.add_argument("source", type=Path, metavar="TỆP_CŨ", help="tệp phụ lục cũ")
    imported.add_argument("--apply", action="store_true", help="ghi vào sổ đúng những dòng đã xem trước")

    criteria = commands.add_parser("criteria", help="nạp một bộ tiêu chí mà phần mềm chưa kèm (xlsx, docx, csv)")
    _book(criteria)
    criteria.add_argument(
        "file", type=Path, metavar="TỆP", help="bảng mỗi dòng một mức điểm, tên cột như ở trang «Tiêu chí»"
    )
    criteria.add_argument("--code", metavar="MÃ", help="mã của bộ khi tệp không có cột «Bộ», ví dụ QD148-08")
    criteria.add_argument("--apply", action="store_true", help="ghi vào trang «Tiêu chí» khi bộ không còn lỗi")

    share = commands.add_parser("share", help="đóng gói gửi tỉnh: sổ chỉ có giá trị, văn bản chọn gửi, danh mục")
    _book(share)
    share.add_argument(
        "--out",
        type=Path,
        default=Path(),
        metavar="TỆP.zip",
        help="tệp .zip sẽ tạo, hoặc thư mục (mặc định: thư mục đang đứng)",
    )
    share.add_argument(
        "--papers",
        action="append",
        default=[],
        metavar="VĂN_BẢN",
        help="thư mục có tệp .docx, .pdf; hoặc loại văn bản lập mới (xem papers --list), tat-ca; ghi được nhiều lần",
    )
    share.add_argument(
        "--profile",
        choices=("gui-tinh", "noi-bo"),
        default="gui-tinh",
        help="gui-tinh (mặc định): bỏ dữ liệu cá nhân; noi-bo: đủ mọi cột",
    )

    verify = commands.add_parser("verify", help="kiểm tra gói nhận được: còn nguyên không, có gì lạ không")
    verify.add_argument("file", type=Path, metavar="TỆP.zip", help="gói do lệnh share lập")
    verify.add_argument("--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc")

    install = commands.add_parser("install", help="cài nút lệnh OCOP vào Excel hoặc LibreOffice, không cần quản trị")
    install.add_argument("--libreoffice", action="store_true", help="cài vào LibreOffice Calc thay vì Excel")
    install.add_argument("--remove", action="store_true", help="gỡ nút lệnh ra; sổ không thay đổi")

    doctor = commands.add_parser("doctor", help="khám máy: vì sao nút lệnh không chạy, phải làm gì")
    doctor.add_argument("book", nargs="?", type=Path, metavar="SỔ", help="khám cả sổ này (.xlsx)")
    doctor.add_argument("--bundle", type=Path, metavar="TỆP.zip", help="ghi gói hỗ trợ, không có dữ liệu hay tên người")
    doctor.add_argument("--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc")
    return top


def _book(command: argparse.ArgumentParser) -> None:
    command.add_argument("book", type=Path, metavar="SỔ", help="tệp sổ OCOP (.xlsx)")
    command.add_argument("--json", action="store_true", help="in kết quả dạng JSON cho chương trình khác đọc")
    _on(command)


def _on(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--on", type=day, metavar="NGÀY", help="lấy ngày này làm «hôm nay», ví dụ 23/11/2026 hoặc 2026-11-23"
    )
