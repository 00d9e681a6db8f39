"""`ocop-xl check-template FILE…`: what would go wrong in a Word template, before it is used."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, complain, print_json
from ocop_xl.cli.options import add_json
from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.sample import sample_book
from ocop_xl.errors import Refusal
from ocop_xl.office.files import WORD, read_file
from ocop_xl.papers.check_template import TemplateFinding, check_template
from ocop_xl.papers.context import common_values
from ocop_xl.papers.kinds import KINDS, kind_of
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.word.template import MAX_TEMPLATE_BYTES
from ocop_xl.rules.finding import SEVERITY_NAMES, Severity


def add(command: ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="MẪU", help="tệp mẫu .docx")
    command.add_argument("--kind", metavar="LOẠI", help="loại văn bản của mẫu, khi tên tệp không cho biết")
    command.add_argument("--verbose", action="store_true", help="in cả các lưu ý")
    add_json(command)


def run(options: Namespace) -> int:
    asked = kind_of(options.kind) if options.kind else None
    book = sample_book(DEMO_DAY)
    common = list(common_values(book, DEMO_DAY))
    status = DONE
    lines: list[dict[str, str]] = []
    for path in options.files:
        kind = asked or next((kind for kind in KINDS if kind.template == path.name), None)
        samples = [facts for one in ([kind] if kind else KINDS) for facts in one.facts(book, DEMO_DAY)]
        try:
            content = read_file(path, MAX_TEMPLATE_BYTES, WORD)
            found = check_template(content, samples, own_kind=kind is not None, common=common)
        except Refusal as error:
            status = complain(f"{path.name}: {error}")
            continue
        if any(one.severity is Severity.ERROR for one in found):
            status = max(status, ERRORS_FOUND)
        lines += [_as_json(path, kind, one) for one in found]
        if not options.json:
            _print(path, kind, found, verbose=options.verbose)
    if options.json:
        print_json(lines)
    return status


def _as_json(path: Path, kind: PaperKind | None, found: TemplateFinding) -> dict[str, str]:
    return {
        "file": str(path),
        "kind": kind.slug if kind else "",
        "code": found.code,
        "severity": found.severity.value,
        "tag": found.tag,
        "paragraph": found.paragraph,
        "message": found.message,
    }


def _print(path: Path, kind: PaperKind | None, found: Sequence[TemplateFinding], *, verbose: bool) -> None:
    numbers = {severity: sum(one.severity is severity for one in found) for severity in Severity}
    print(f"{path.name} ({kind.name if kind else 'chưa rõ loại văn bản'})")
    if kind is None:
        print(
            "  Tên tệp không phải tên mẫu nào của phần mềm: chỉ so với tên trường của mọi loại. "
            "Hãy thêm --kind LOẠI để kiểm tra đủ."
        )
    for severity in Severity:
        if severity is not Severity.INFO or verbose:
            for one in found:
                if one.severity is severity:
                    print(f"  {SEVERITY_NAMES[severity]} ({one.code}): {one.message}")
    if numbers[Severity.ERROR]:
        print(f"  {numbers[Severity.ERROR]} lỗi phải sửa, {numbers[Severity.WARNING]} cảnh báo.")
    else:
        print(f"  ✔ Mẫu dùng được; {numbers[Severity.WARNING]} cảnh báo.")
    if numbers[Severity.INFO] and not verbose:
        print(
            f"  Còn {numbers[Severity.INFO]} lưu ý (trường để người soạn ghi, trường chưa dùng…), xem bằng --verbose."
        )
