"""«Chấm»: what the score sheets of the user's dossier come to; of all dossiers when her row names none."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.whole_book import read_whole, selected_dossier
from ocop_xl.jobs.score_entries import entries
from ocop_xl.jobs.score_words import lines


def run(desk: Desk) -> Outcome:
    live = read_whole(desk)
    dossier = selected_dossier(desk, live)
    found = entries(live.book, dossier)
    if not found:
        whose = f"Hồ sơ {dossier}" if dossier else "Sổ"
        return Outcome(f"{whose} chưa có phiếu chấm nào; hãy bấm «Mở phiếu» trước.")
    return Outcome("\n".join(lines(live.book, found)))
