"""«Khám mẫu»: the commune's own Word templates, read before they are used."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.sample import sample_book
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.model import Book
from ocop_xl.office.files import WORD, read_file
from ocop_xl.papers.check_template import TemplateFinding, check_template
from ocop_xl.papers.context import common_values
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.resources import OWN_TEMPLATES, copy_templates, own_templates
from ocop_xl.papers.word.template import MAX_TEMPLATE_BYTES
from ocop_xl.rules.finding import SEVERITY_NAMES, Severity


def run(desk: Desk) -> Outcome:
    folder = own_templates(desk.path)
    files = sorted(file for file in folder.glob("*.docx") if not file.name.startswith("~$")) if folder else []
    if not files:
        return _offer(desk)
    book = sample_book(DEMO_DAY)
    told = []
    for at, file in enumerate(files, 1):
        desk.status(f"Đang khám mẫu {at}/{len(files)}: {file.name}")
        told.append(_told(file, book))
    told.sort(key=lambda lines: lines[0].startswith("✔"))
    broken = sum(not lines[0].startswith("✔") for lines in told)
    result = f"{broken} mẫu hỏng, xem ngay dưới đây." if broken else "mẫu nào cũng dùng được."
    head = f"Đã khám {len(files)} mẫu trong thư mục «{OWN_TEMPLATES}»: {result}"
    return Outcome("\n".join([head, *(line for lines in told for line in lines)]))


def _offer(desk: Desk) -> Outcome:
    """A commune that has no templates of its own may have the house's to edit."""
    none = f"Xã chưa có mẫu riêng trong thư mục «{OWN_TEMPLATES}» cạnh sổ, nên văn bản lập theo mẫu của phần mềm"
    if not desk.confirm(f"{none}.\nChép các mẫu ấy vào thư mục «{OWN_TEMPLATES}» để sửa lời văn bằng Word?"):
        return Outcome(f"{none}; các mẫu này đã được kiểm tra sẵn.", quiet=True)
    copied = copy_templates([kind.template for kind in KINDS], desk.path.parent / OWN_TEMPLATES)
    return Outcome(
        f"Đã chép {len(copied)} mẫu vào thư mục «{OWN_TEMPLATES}» cạnh sổ; từ nay văn bản lập theo các mẫu này.\n"
        "Sửa lời văn bằng Word, giữ tên tệp và các chỗ trong ngoặc {{ }}, rồi bấm «Khám mẫu» lần nữa. "
        "Muốn dùng lại mẫu của phần mềm: xóa tệp đó khỏi thư mục."
    )


def _told(file: Path, book: Book) -> list[str]:
    kind = next((kind for kind in KINDS if kind.template == file.name), None)
    samples = [facts for one in ([kind] if kind else KINDS) for facts in one.facts(book, DEMO_DAY)]
    common = list(common_values(book, DEMO_DAY))
    try:
        content = read_file(file, MAX_TEMPLATE_BYTES, WORD)
        found = check_template(content, samples, own_kind=kind is not None, common=common)
    except Refusal as error:
        return [f"✘ {file.name}: {error}"]
    return [_verdict(file, found), *_worst(found)]


def _verdict(file: Path, found: list[TemplateFinding]) -> str:
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    return f"{'✘' if errors else '✔'} {file.name}: {errors} lỗi phải sửa, {warnings} cảnh báo"


def _worst(found: list[TemplateFinding]) -> list[str]:
    bad = [one for severity in (Severity.ERROR, Severity.WARNING) for one in found if one.severity is severity]
    return [f"    {SEVERITY_NAMES[one.severity]}: {one.message}" for one in bad]
