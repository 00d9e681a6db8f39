"""«Lên mẫu mới»: the open workbook laid out anew in today's shape, as another file beside it."""

from __future__ import annotations

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.page import show_result
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.office.passing import passing_folder
from ocop_xl.sheets.vocabulary import RESULT

_FEW = 12
"""Lines that a message shows whole."""


def run(desk: Desk) -> Outcome:
    from ocop_xl.jobs.new_book import renewed_book
    from ocop_xl.jobs.renewing_words import renewed_in_words

    path = desk.path
    out = path.with_name(f"{path.stem}-khung-{MODEL_VERSION}.xlsx")
    if not desk.confirm(
        f"Lập lại sổ đang mở theo mẫu mới nhất (khung phiên bản {MODEL_VERSION}) thành tệp «{out.name}» cạnh sổ?\n"
        "Mọi ô đã gõ được mang sang hoặc kể ra; sổ đang mở giữ nguyên."
    ):
        return NOTHING_DONE
    desk.status("Đang lập lại sổ…")
    with passing_folder() as folder:
        copy = folder / path.name
        desk.save_copy(copy)
        lines = list(renewed_in_words(f"«{out.name}», cùng thư mục với sổ", path.name, renewed_book(out, copy)))
    if len(lines) > _FEW:
        show_result(desk, lines)
        return Outcome(f"{lines[0]}\n{lines[1]}\nChỗ cần xem lại ở trang «{RESULT}».")
    return Outcome("\n".join(lines))
