"""One click: start the action and do, one after the other, what it orders on the open workbook.

Orders and answers are lines of JSON: `{"do": "read", "with": [...]}` and `{"value": ...}` or `{"failed": "..."}`.
"""

import json
from contextlib import suppress

from ocop_book import OpenBook
from ocop_python import command, start
from ocop_user import User

_NO_PYTHON = (
    "Không chạy được ocop_xl bằng {}. Hãy cài Python 3.11 trở lên và ocop_xl, rồi chạy "
    "«ocop-xl install --libreoffice»; xem hướng dẫn cài đặt, mục «Trợ giúp»."
)
_BROKE_OFF = (
    "Chương trình OCOP dừng giữa chừng khi chạy bằng {}. Sổ chưa được lưu: muốn trả về như trước thì bấm «Hoàn tác», "
    "hoặc đóng sổ mà không lưu rồi mở lại. Hãy chạy «ocop-xl doctor» để biết máy thiếu gì."
)
_READING_TIME = 60  # seconds that the last word stays in the status bar


def run(context, frame, action):
    user = User(context, frame)
    try:
        process = start(action)
    except OSError:
        user.tell(_NO_PYTHON.format(" ".join(command())))
        return
    book = OpenBook(frame.getController())
    try:
        orders = _serve(process, book, user)
    finally:
        book.end_work()
        user.leave_status(_READING_TIME)
    if process.wait() != 0:
        user.tell((_BROKE_OFF if orders else _NO_PYTHON).format(" ".join(command())))


def _serve(process, book, user):
    """How many orders were done until the process ended."""
    orders = 0
    for line in process.stdout:
        try:
            order = json.loads(line.decode("utf-8"))
            process.stdin.write(json.dumps(_answer(order, book, user)).encode("ascii") + b"\n")
            process.stdin.flush()
        except (OSError, ValueError):
            break  # it has ended, or speaks no more sense; its exit status tells the rest
        orders += 1
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # an answer that nobody took
            pipe.close()
    return orders


def _answer(order, book, user):
    verb = order["do"]
    doer = user if verb in user.VERBS else book if verb in book.VERBS else None
    if doer is None:
        return {"failed": "unknown order: " + verb}
    try:
        return {"value": doer.do(verb, order["with"])}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}
