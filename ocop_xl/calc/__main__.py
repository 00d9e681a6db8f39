"""`python -m ocop_xl.calc ACTION`: what a button in LibreOffice starts; orders go to stdout, answers come on stdin."""

from __future__ import annotations

import gc
import sys

from ocop_xl.buttons.runner import complain, press, unexpected, wanted
from ocop_xl.desks.calc import CalcDesk
from ocop_xl.faults import sentence_of


def main(arguments: list[str]) -> int:
    try:
        action = wanted(arguments)
        desk = CalcDesk.of_caller()
    except Exception as error:
        return complain(sentence_of(error) or unexpected(error, None))
    return press(desk, action)


if __name__ == "__main__":
    gc.disable()  # a click lives for a moment: collecting costs time and frees nothing
    sys.exit(main(sys.argv[1:]))
