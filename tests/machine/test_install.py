"""`ocop-xl install` on Windows: the add-in in the user's start-up folder, renewed and taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl import __version__
from ocop_xl.errors import CannotInstall
from ocop_xl.machine import shipped
from ocop_xl.machine.install import install_addin, remove_addin, upgraded
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.registry import NoRegistry
from ocop_xl.machine.shipped import in_order, version_of
from tests.machine.windows_pc import OCOP, windows_pc, with_version


def test_the_add_in_lands_where_excel_starts_from_and_knows_its_python(tmp_path: Path, delivered: Path) -> None:
    machine, registry = windows_pc(tmp_path)
    done = install_addin(machine)
    assert done.addin == tmp_path / "Nguyễn Thị Ánh/AppData/Roaming/Microsoft/Excel/XLSTART/OCOP.xlam"
    assert done.addin.read_bytes() == (delivered / "OCOP.xlam").read_bytes()
    assert registry.keys[OCOP] == {"Python": str(tmp_path / "Nguyễn Thị Ánh/Python/pythonw.exe")}
    assert (done.before, done.version) == ("", __version__)


def test_nothing_but_the_add_in_is_left_where_excel_opens_everything(tmp_path: Path, delivered: Path) -> None:
    machine, _ = windows_pc(tmp_path)
    install_addin(machine)
    assert [path.name for path in machine.startup_folder.iterdir()] == ["OCOP.xlam"]
    assert [path.name for path in machine.startup_folder.parent.iterdir()] == ["XLSTART"]


def test_a_newer_one_takes_the_place_of_the_older(tmp_path: Path, delivered: Path) -> None:
    machine, _ = windows_pc(tmp_path)
    machine.startup_folder.mkdir(parents=True)
    machine.addin.write_bytes(with_version(delivered / "OCOP.xlam", "0.0.9"))
    assert version_of(machine.addin) == "0.0.9"
    done = install_addin(machine)
    assert (done.before, version_of(machine.addin)) == ("0.0.9", __version__)
    assert upgraded(done.before) == f"Đã nâng từ bản 0.0.9 lên {__version__}"


def test_an_older_one_does_not_take_the_place_of_a_newer(tmp_path: Path, delivered: Path) -> None:
    machine, registry = windows_pc(tmp_path)
    machine.startup_folder.mkdir(parents=True)
    newer = with_version(delivered / "OCOP.xlam", "9.10.0")
    machine.addin.write_bytes(newer)
    with pytest.raises(CannotInstall, match=r"bản 9\.10\.0, mới hơn bản .* nên chưa thay"):
        install_addin(machine)
    assert machine.addin.read_bytes() == newer
    assert OCOP not in registry.keys


def test_versions_are_compared_as_numbers() -> None:
    assert in_order("0.10.0") > in_order("0.9.1")


def test_while_excel_holds_the_file_the_old_one_stays(
    tmp_path: Path, delivered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, _ = windows_pc(tmp_path)
    machine.startup_folder.mkdir(parents=True)
    older = with_version(delivered / "OCOP.xlam", "0.0.9")
    machine.addin.write_bytes(older)

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(target))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(CannotInstall, match=r"Excel đang mở nên không thay được tệp «OCOP\.xlam»; bản cũ còn nguyên"):
        install_addin(machine)
    assert machine.addin.read_bytes() == older
    assert [path.name for path in machine.startup_folder.parent.iterdir()] == ["XLSTART"], "no leftovers"


def test_a_damaged_delivery_is_not_put_in_place(
    tmp_path: Path, delivered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    content = bytearray((delivered / "OCOP.xlam").read_bytes())
    content[300] ^= 0xFF
    (broken / "OCOP.xlam").write_bytes(content)
    monkeypatch.setattr(shipped, "_PLACES", (broken,))
    machine, _ = windows_pc(tmp_path)
    with pytest.raises(CannotInstall, match="bị hỏng nên chưa thay bản cũ"):
        install_addin(machine)
    assert not machine.addin.exists()


def test_a_delivery_without_the_add_in_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "_PLACES", (tmp_path,))
    with pytest.raises(CannotInstall, match=r"thiếu tệp «OCOP\.xlam»\. Hãy cài lại từ tệp .whl đầy đủ"):
        install_addin(windows_pc(tmp_path)[0])


def test_python_from_the_store_is_refused_since_excel_would_see_nothing(tmp_path: Path, delivered: Path) -> None:
    store = r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.12_3.12.2032.0_x64__qbz5n2kfra8p0"
    machine, registry = windows_pc(tmp_path, base=store)
    with pytest.raises(CannotInstall, match=r"Microsoft Store.*python\.org"):
        install_addin(machine)
    assert not machine.startup_folder.exists() and OCOP not in registry.keys


def test_a_closed_registry_is_told_with_the_way_around(tmp_path: Path, delivered: Path) -> None:
    machine, registry = windows_pc(tmp_path)
    registry.closed = True
    with pytest.raises(CannotInstall, match="OCOP_PYTHON"):
        install_addin(machine)


def test_removing_takes_the_file_and_the_setting(tmp_path: Path, delivered: Path) -> None:
    machine, registry = windows_pc(tmp_path)
    install_addin(machine)
    assert remove_addin(machine, keep_python=False)
    assert not machine.addin.exists() and OCOP not in registry.keys
    assert not remove_addin(machine, keep_python=False), "a second time there is nothing to take"


def test_removing_leaves_the_setting_while_libreoffice_needs_it(tmp_path: Path, delivered: Path) -> None:
    machine, registry = windows_pc(tmp_path)
    install_addin(machine)
    remove_addin(machine, keep_python=True)
    assert OCOP in registry.keys


def test_other_systems_are_shown_the_way_to_libreoffice(tmp_path: Path) -> None:
    linux = Machine("linux", NoRegistry(), {}, tmp_path, tmp_path / "python3", tmp_path)
    with pytest.raises(CannotInstall, match="ocop-xl install --libreoffice"):
        install_addin(linux)
