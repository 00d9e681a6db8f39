"""«PDF»: every Word paper in the commune's folder of papers also as PDF."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.buttons.papers.papers_told import Watched
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.pdf import find_office, make_pdfs


def run(desk: Desk) -> Outcome:
    folder = desk.path.parent / PAPERS
    files = sorted(file for file in folder.glob("*.docx") if not file.name.startswith(("~$", ".")))
    if not files:
        raise Refusal(f"Thư mục «{PAPERS}» cạnh sổ chưa có văn bản Word nào; hãy bấm «Lập văn bản…» trước.")
    office = find_office()
    if office is None:
        raise Refusal(
            "Máy này không có LibreOffice nên chưa lập được PDF; hãy cài LibreOffice (miễn phí), "
            "hoặc mở tệp Word và chọn «Lưu thành PDF»."
        )
    desk.status(f"Đang chuyển {len(files)} văn bản sang PDF…")
    pdfs = make_pdfs(files, office, Watched(desk, "chuyển sang PDF"))
    lost = [file.name for file, pdf in pdfs.items() if pdf is None]
    done = f"Đã có {len(files) - len(lost)} tệp PDF trong thư mục «{PAPERS}» cạnh sổ; sổ không thay đổi."
    if not lost:
        return Outcome(done)
    return Outcome(f"{done}\n✘ Không chuyển được: {', '.join(lost)}. Hãy mở các tệp này bằng Word và lưu thành PDF.")
