from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl.machine import shipped
from tools.build_addin import addin
from tools.build_extension import extension


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the add-in and the extension, freshly built, that any user may read."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "OCOP.xlam").write_bytes(addin())
    (folder / "ocop.oxt").write_bytes(extension())
    return folder


@pytest.fixture
def delivered(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As if this Python had been installed from a wheel with what `built` holds."""
    monkeypatch.setattr(shipped, "_PLACES", (built,))
    return built
