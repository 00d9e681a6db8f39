"""`python -m ocop_xl.excel ACTION --wb=NAME --from_xl=1 --hwnd=NUMBER`: what a button of the ribbon starts."""

from __future__ import annotations

import gc
import sys

from ocop_xl.excel.host import Desk
from ocop_xl.excel.runner import complain, press, sentence_of, unexpected, wanted


def main(arguments: list[str]) -> int:
    try:
        action = wanted(arguments)
        desk = Desk.of_caller()
    except Exception as error:
        return complain(sentence_of(error) or unexpected(error, None))
    return press(desk, action)


if __name__ == "__main__":
    gc.disable()  # a click lives for a moment: collecting costs time and frees nothing
    sys.exit(main(sys.argv[1:]))
