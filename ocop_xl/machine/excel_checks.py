"""Excel and its add-in: found, in place, current, not blocked, not forbidden. Read only."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl import __version__
from ocop_xl.machine.diagnosis import Diagnosis, State, bad, care, good
from ocop_xl.machine.machine import ADDIN, Machine
from ocop_xl.machine.registry import text, value
from ocop_xl.machine.remembered import remembered_python
from ocop_xl.machine.shipped import in_order, version_of
from ocop_xl.machine.zone import is_blocked
from ocop_xl.records import NamedTuple

_APP_PATHS = (
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe",
    r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe",
)
_CLICK_TO_RUN = r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
_INSTALL = "Hãy chạy «ocop-xl install»."
_ASK_IT = "Hãy nhờ cán bộ tin học của cơ quan mở, hoặc dùng LibreOffice («ocop-xl install --libreoffice»)."


def has_excel(machine: Machine) -> bool:
    return bool(_program(machine))


def check_excel(machine: Machine) -> Iterator[Diagnosis]:
    if not machine.windows:
        yield care(
            "excel",
            "Máy này không phải Windows nên không có nút lệnh trong Excel.",
            "Hãy dùng LibreOffice («ocop-xl install --libreoffice»); lệnh gõ vẫn chạy như thường.",
        )
    elif has_excel(machine):
        build = text(machine.registry, _CLICK_TO_RUN, "VersionToReport")
        bits = {"x64": ", 64 bit", "x86": ", 32 bit"}.get(text(machine.registry, _CLICK_TO_RUN, "Platform"), "")
        yield good("excel", f"Excel {build or office_key(machine)}{bits} ở «{_program(machine)}».")
    else:
        yield care(
            "excel",
            "Không thấy Excel trên máy này.",
            "Nếu máy có Excel, hãy sửa chữa (Repair) Office; nếu không, hãy dùng LibreOffice.",
        )


def check_addin(machine: Machine) -> Iterator[Diagnosis]:
    if not has_excel(machine):
        return
    if not machine.addin.is_file():
        yield _missing_addin(machine)
    elif is_blocked(machine.addin):
        yield bad(
            "addin",
            f"Tệp «{machine.addin}» bị Windows chặn vì mang dấu «tải từ Internet».",
            "Hãy đóng Excel rồi chạy lại «ocop-xl install»; hoặc bấm phải vào tệp, chọn Properties, đánh dấu Unblock.",
        )
    elif in_order(there := version_of(machine.addin)) < in_order(__version__):
        yield care(
            "addin",
            f"Nút lệnh trong Excel là bản {there or 'không rõ'}, cũ hơn ocop_xl {__version__}.",
            f"Hãy đóng Excel. {_INSTALL}",
        )
    else:
        yield good("addin", f"Nút lệnh bản {there} ở «{machine.addin}».")


def _missing_addin(machine: Machine) -> Diagnosis:
    if remembered_python(machine):
        return bad(
            "addin",
            f"Tệp «{ADDIN}» từng được cài nhưng không còn trong thư mục khởi động của Excel; "
            "có thể phần mềm diệt vi-rút đã chuyển tệp đi.",
            f"Hãy xem mục cách ly của phần mềm diệt vi-rút, cho phép tệp, rồi chạy lại. {_INSTALL}",
        )
    return bad("addin", "Chưa cài nút lệnh OCOP vào Excel.", _INSTALL)


def check_remembered(machine: Machine) -> Iterator[Diagnosis]:
    """Only once something is installed that starts it."""
    python = remembered_python(machine)
    if python is None:
        if machine.windows and machine.addin.is_file():
            yield bad("remembered", "Excel chưa được cho biết Python nằm ở đâu.", _INSTALL)
    elif not python.is_file():
        yield bad("remembered", f"Nút lệnh tìm Python ở «{python}» nhưng không còn tệp đó.", _INSTALL)
    elif python not in (machine.windowless_python, machine.python):
        yield care(
            "remembered",
            f"Nút lệnh chạy bằng «{python}», không phải Python đang khám máy «{machine.python}».",
            "Nếu nút lệnh chạy không đúng bản, hãy chạy «ocop-xl install» bằng Python muốn dùng.",
        )
    else:
        yield good("remembered", f"Nút lệnh chạy bằng «{python}».")


class _Rule(NamedTuple):
    """A registry value that keeps the add-in from running when it is one of `when`."""

    key: str
    name: str
    when: tuple[int, ...]
    state: State
    sentence: str


_POLICY, _USER = r"Software\Policies\Microsoft\Office\{office}", r"Software\Microsoft\Office\{office}"
_NO_ADDINS = "Excel bị đặt tắt mọi phần bổ trợ (add-in) nên không hiện thẻ OCOP."
_SIGNED = "Excel chỉ nhận phần bổ trợ có chữ ký số nên không hiện thẻ OCOP."
_NO_TRUST = "Excel bị đặt không tin thư mục nào, kể cả thư mục khởi động, nên sẽ hỏi hoặc chặn macro của nút lệnh."
_RULES = (
    _Rule(rf"{_POLICY}\Common", "VBAOff", (1,), State.BAD, "Cơ quan đã tắt VBA trong Office nên nút lệnh không chạy."),
    *(_Rule(rf"{place}\Excel\Security", "DisableAllAddins", (1,), State.BAD, _NO_ADDINS) for place in (_POLICY, _USER)),
    *(_Rule(rf"{place}\Excel\Security", "RequireAddinSig", (1,), State.BAD, _SIGNED) for place in (_POLICY, _USER)),
    _Rule(rf"{_POLICY}\Excel\Resiliency", "RestrictToList", (1,), State.BAD, _NO_ADDINS),
    *(
        _Rule(rf"{place}\Excel\Security\Trusted Locations", "AllLocationsDisabled", (1,), State.CARE, _NO_TRUST)
        for place in (_POLICY, _USER)
    ),
)
_WARNINGS = "VBAWarnings"
_SILENT = {3: "chỉ chạy macro có chữ ký số", 4: "chặn mọi macro mà không hỏi"}


def check_policies(machine: Machine) -> Iterator[Diagnosis]:
    """VBAWarnings 3 and 4 do not concern a trusted folder, and the start-up folder is one unless trust is off."""
    if not has_excel(machine):
        return
    broken = [rule for rule in _RULES if _holds(machine, rule)]
    told: set[str] = set()
    for rule in broken:
        if rule.sentence not in told:
            told.add(rule.sentence)
            yield Diagnosis("policy", rule.state, rule.sentence, _ASK_IT)
    macros = _macro_setting(machine)
    if _NO_TRUST in told and macros in _SILENT:
        yield bad("policy", f"Excel bị đặt {_SILENT[macros]}, nên nút lệnh không chạy.", _ASK_IT)
    elif not told:
        yield good("policy", "Không có chính sách Office nào chặn nút lệnh.")


def check_disabled(machine: Machine) -> Iterator[Diagnosis]:
    r"""After a crash Excel lists a file as bytes of UTF-16 in `Resiliency\DisabledItems` and never says so again."""
    if not has_excel(machine):
        return
    key = rf"HKCU\Software\Microsoft\Office\{office_key(machine)}\Excel\Resiliency\DisabledItems"
    items = machine.registry.values(key).values()
    if any(isinstance(item, bytes) and ADDIN.casefold() in _wide(item) for item in items):
        yield bad(
            "disabled",
            "Excel đã tự tắt nút lệnh OCOP sau một lần Excel bị treo.",
            "Trong Excel: File, Options, Add-ins, ô Manage chọn Disabled Items, bấm Go, chọn OCOP, bấm Enable.",
        )


def office_key(machine: Machine) -> str:
    """ "16.0" for Excel 2016 and all later ones, which is how Office names its keys."""
    current = text(machine.registry, r"HKCR\Excel.Application\CurVer")
    number = current.rpartition(".")[2]
    return f"{number}.0" if number.isdecimal() else "16.0"


def _program(machine: Machine) -> str:
    return next((found.strip('"') for key in _APP_PATHS if (found := text(machine.registry, key))), "")


def _holds(machine: Machine, rule: _Rule) -> bool:
    key = rule.key.format(office=office_key(machine))
    return any(value(machine.registry, rf"{hive}\{key}", rule.name) in rule.when for hive in ("HKCU", "HKLM"))


def _macro_setting(machine: Machine) -> int:
    """The policy goes before what the user has chosen; 2, asking, when neither says anything."""
    for place in (_POLICY, _USER):
        key = rf"HKCU\{place.format(office=office_key(machine))}\Excel\Security"
        found = value(machine.registry, key, _WARNINGS)
        if isinstance(found, int):
            return found
    return 2


def _wide(item: bytes) -> str:
    """The text may start at an odd byte, behind a header of unknown length."""
    return (item.decode("utf-16-le", "ignore") + item[1:].decode("utf-16-le", "ignore")).casefold()
