"""«PDF»: every Word paper in the commune's folder of papers also as PDF."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.buttons.papers.office_files import office, word_files
from ocop_xl.buttons.papers.papers_told import Watched
from ocop_xl.desks.desk import Desk
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.pdf import make_pdfs


def run(desk: Desk) -> Outcome:
    files, program = word_files(desk), office()
    desk.status(f"Đang chuyển {len(files)} văn bản sang PDF…")
    pdfs = make_pdfs(files, program, Watched(desk, "chuyển sang PDF"))
    lost = [file.name for file, pdf in pdfs.items() if pdf is None]
    done = f"Đã có {len(files) - len(lost)} tệp PDF trong thư mục «{PAPERS}» cạnh sổ; sổ không thay đổi."
    if not lost:
        return Outcome(done)
    return Outcome(f"{done}\n✘ Không chuyển được: {', '.join(lost)}. Hãy mở các tệp này bằng Word và lưu thành PDF.")
