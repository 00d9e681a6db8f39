"""`python -m ocop_xl.excel ACTION --wb=NAME --from_xl=1 --hwnd=NUMBER`: what a button of the ribbon starts."""

from __future__ import annotations

import gc
import sys


def main(arguments: list[str]) -> int:
    from ocop_xl.buttons.runner import press_from
    from ocop_xl.desks.excel import ExcelDesk

    return press_from(ExcelDesk.of_caller, arguments)


if __name__ == "__main__":
    gc.disable()  # a click lives for a moment: collecting costs time and frees nothing
    code = main(sys.argv[1:])
    gc.freeze()  # nor need Python look through every module and class once more before it ends
    sys.exit(code)
