"""`ocop-xl`: the commands, their arguments and their help."""

from __future__ import annotations

import gc
import sys
from collections.abc import Collection, Sequence
from types import ModuleType

from ocop_xl.cli.alone import clear_up
from ocop_xl.cli.exit import complain, unexpected
from ocop_xl.cli.parser import Parser

COMMANDS = {
    "demo": "dựng sổ của xã Vĩnh Phong từ Kế hoạch 76/KH-UBND và làm trọn việc chính",
    "new": "tạo sổ trống cho một xã",
    "check": "kiểm tra sổ, nói rõ ô nào sai và sửa thế nào",
    "targets": "tính các chỉ tiêu của kế hoạch",
    "agenda": "việc cần làm: đến hạn nào, ai làm, căn cứ điều nào",
    "step": "bước tiếp của một dòng: tiếp nhận hồ sơ, gửi tỉnh, ghi kết quả…; xem trước rồi mới ghi",
    "score": "tính điểm và sao của các phiếu chấm, hoặc mở phiếu mới (--open)",
    "advise": "đường lên hạng của một sản phẩm: nâng tiêu chí nào, cần minh chứng gì",
    "papers": "lập văn bản Word từ sổ",
    "check-template": "kiểm tra mẫu Word trước khi dùng",
    "lint-paper": "kiểm tra thể thức của văn bản Word bất kỳ theo NĐ 30/2020/NĐ-CP",
    "import": "đọc phụ lục cũ (xlsx, docx, csv, txt), xem trước rồi mới ghi vào sổ",
    "criteria": "nạp một bộ tiêu chí mà phần mềm chưa kèm (xlsx, docx, csv)",
    "diff": "so hai sổ theo mã dòng và cột: khác nhau ở đâu",
    "merge": "ghép một bản sao của sổ vào sổ này; xem trước, chọn chỗ hai bản khác nhau, rồi mới ghi",
    "share": "đóng gói gửi tỉnh: sổ chỉ có giá trị, văn bản chọn gửi, danh mục",
    "receive": "nhận trả lời của tỉnh (tra-loi….xlsx) vào sổ: kết quả, ý kiến; xem trước rồi mới ghi",
    "catalogue": "trang sản phẩm OCOP mở bằng bấm đúp, có mã QR",
    "consolidate": "tổng hợp của tỉnh: gói và sổ của nhiều xã thành một bảng Excel có phân tích, biểu đồ",
    "board": "bảng theo dõi của tỉnh: xã nào đã gửi gì, muộn, thiếu, hỏng, đổi gì so với lần trước",
    "answer": "trả lời các gói: mỗi xã một tệp tra-loi….xlsx để ghi kết quả, ý kiến",
    "export": "bảng cho người phân tích (CSV, Parquet) và bảng PTNT_OCOP của quốc gia",
    "verify": "kiểm tra gói nhận được: còn nguyên không, có gì lạ không",
    "install": "cài nút lệnh OCOP vào Excel hoặc LibreOffice, không cần quản trị",
    "doctor": "khám máy: vì sao nút lệnh không chạy, phải làm gì",
}
"""What each command is for. Options and work stand in `commands/<name>_command.py`, imported when it is called."""
_OF_THE_PROVINCE = frozenset(("consolidate", "board", "answer", "export"))
"""Those that stand in the room `commands/province`."""


def run() -> None:
    """The program: exits with 0, 1 or 2, never with a traceback."""
    gc.disable()  # a command lives for a moment: collecting costs it a tenth of its time and frees nothing
    status = main(sys.argv[1:])
    gc.freeze()  # nor need Python look through every module and class once more before it ends
    sys.exit(status)


def main(arguments: Sequence[str]) -> int:
    _speak_utf8()
    try:
        options = parser(arguments[:1]).parse_args(arguments)
        if book := getattr(options, "book", None):
            clear_up(book)
        status: int = command_module(options.command).run(options)
        return status
    except KeyboardInterrupt:
        return complain("Đã dừng theo yêu cầu; hãy xem lại kết quả trước khi làm tiếp.")
    except BrokenPipeError:
        return complain("Nơi nhận kết quả đã đóng giữa chừng; lệnh dừng ở đó.")
    except Exception as error:
        from ocop_xl.faults import sentence_of

        known = sentence_of(error)
        return complain(known) if known else unexpected(error)


def parser(called: Collection[str] = tuple(COMMANDS)) -> Parser:
    """Every command by its name and help; of those called, the options too."""
    from ocop_xl import __version__

    top = Parser(prog="ocop-xl", description="Sổ OCOP của xã: kiểm tra, tính chỉ tiêu, lập văn bản.")
    top.add_argument("--version", action="version", version=f"ocop-xl {__version__}", help="xem phiên bản")
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH", prog=top.prog, parser_class=Parser)
    for name, what in COMMANDS.items():
        command = commands.add_parser(name, help=what)
        if name in called:
            command_module(name).add(command)
    return top


def command_module(name: str) -> ModuleType:
    """A file of this room with `add(command)`, its options, and `run(options)`, its work and exit status."""
    from importlib import import_module

    room = "ocop_xl.cli.commands" + (".province" if name in _OF_THE_PROVINCE else "")
    return import_module(f"{room}.{name.replace('-', '_')}_command")


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
