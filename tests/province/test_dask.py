"""A real Dask scheduler with two workers on this machine's loopback reads the files, with no disk in common needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from ocop_xl.cli.main import main
from ocop_xl.errors import ExchangeError
from ocop_xl.province import dask_crew as crew
from ocop_xl.province.consolidate import consolidate
from tests.province.communes import DAY, write_communes

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def test_the_same_bytes_as_read_here(address: str, tmp_path: Path) -> None:
    write_communes(tmp_path / "gui", range(6))
    (tmp_path / "gui" / "cut.zip").write_bytes(b"PK\x03\x04 cut")
    consolidate([tmp_path / "gui"], tmp_path / "here.xlsx", DAY, keep=False)
    words = [
        "consolidate",
        str(tmp_path / "gui"),
        "--out",
        str(tmp_path / "there.xlsx"),
        "--on",
        DAY.isoformat(),
        "--no-keep",
    ]
    assert main([*words, "--dask", address]) == 1  # one file is set aside
    assert (tmp_path / "there.xlsx").read_bytes() == (tmp_path / "here.xlsx").read_bytes()


def test_nobody_at_the_address_and_workers_of_another_version(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "_PATIENCE", "1s")
    words = ["consolidate", str(tmp_path), "--out", str(tmp_path / "th.xlsx"), "--dask"]
    assert main([*words, "tcp://127.0.0.1:9"]) == 2
    assert "Không nối được cụm Dask ở «tcp://127.0.0.1:9»" in capsys.readouterr().err
    with pytest.raises(ExchangeError, match="không chạy cùng bản ocop_xl"):
        crew._refuse_other_rules({"tcp://127.0.0.1:1": "other"}, address)
