"""`python -m ocop_xl.calc ACTION`: what a button in LibreOffice starts; orders go to stdout, answers come on stdin."""

from __future__ import annotations

import gc
import sys

from ocop_xl.buttons.runner import press_from
from ocop_xl.desks.calc import CalcDesk


def main(arguments: list[str]) -> int:
    return press_from(CalcDesk.of_caller, arguments)


if __name__ == "__main__":
    gc.disable()  # a click lives for a moment: collecting costs time and frees nothing
    sys.exit(main(sys.argv[1:]))
