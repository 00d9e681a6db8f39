"""argparse that speaks Vietnamese."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any, NoReturn

from ocop_xl.errors import Refusal

_TEXTS = {
    "usage: ": "cách dùng: ",
    "positional arguments": "tham số",
    "options": "tùy chọn",
    "optional arguments": "tùy chọn",
    "subcommands": "lệnh",
    "show this help message and exit": "xem hướng dẫn này",
    "the following arguments are required: %s": "còn thiếu: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "expected one argument": "phải có một giá trị đi kèm",
    "expected at least one argument": "phải có ít nhất một giá trị đi kèm",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có %(value)r (chọn một trong: %(choices)s)",
    "invalid %(type)s value: %(value)r": "giá trị %(value)r không hợp lệ",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s chưa rõ, có thể là %(matches)s",
    "not allowed with argument %s": "không dùng cùng %s",
}


def translate(text: str) -> str:
    return _TEXTS.get(text, text)


argparse._ = translate  # type: ignore[attr-defined]  # its gettext hook, the only seam argparse has


class _Help(argparse.HelpFormatter):
    """A fixed width: asking the terminal loads more modules than the whole check needs."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)


class Parser(argparse.ArgumentParser):
    """Bad arguments end as one sentence, like everything else that cannot be done."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**{"formatter_class": _Help} | facts)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """argparse gives the words after an option to nobody: «papers SỔ --pdf mau-03» means the kind mau-03."""
        options, rest = self.parse_known_args(args, namespace)
        if rest and hasattr(options, "kinds") and not any(word.startswith("-") for word in rest):
            options.kinds = [*options.kinds, *rest]
        elif rest:
            self.error(f"không hiểu: {' '.join(rest)}")
        return options

    def error(self, message: str) -> NoReturn:
        raise Refusal(f"Lệnh chưa đúng: {message}. Hãy gõ «{self.prog} --help» để xem cách dùng.")


def day(text: str) -> date:
    """`--on`: YYYY-MM-DD, and dd/mm/yyyy because that is how people write it."""
    try:
        if "/" in text:
            number, month, year = (int(part) for part in text.split("/"))
            found = date(year, month, number)
        else:
            found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{text}» không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 23/11/2026 hoặc 2026-11-23"
        ) from None
    if not 2000 <= found.year <= 2100:
        raise argparse.ArgumentTypeError(f"năm {found.year} ngoài khoảng 2000–2100; hãy ghi lại ngày")
    return found


def year(text: str) -> int:
    """`--year`: four digits, within the years that a day may have."""
    if not (text.isascii() and text.isdecimal() and 2000 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"«{text}» không phải năm trong khoảng 2000–2100; hãy ghi lại, ví dụ 2026")
    return int(text)


def seconds(text: str) -> int:
    """`--wait`: whole seconds, at most a day."""
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text) <= 86_400):
        raise argparse.ArgumentTypeError(f"«{text}» không phải số giây từ 0 đến 86400; hãy ghi lại, ví dụ 60")
    return int(text)


def processes(text: str) -> int:
    """`--processes`: at least one, and no more than any machine of an office has use for."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 256):
        raise argparse.ArgumentTypeError(f"«{text}» không phải số tiến trình từ 1 đến 256; hãy ghi lại, ví dụ 2")
    return int(text)
