"""The workers of a Dask cluster as an `Executor`: the only place that knows Dask."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from ocop_xl import __version__
from ocop_xl.errors import ExchangeError
from ocop_xl.province.head import rules_of_day

_PATIENCE = "10s"


@contextmanager
def dask_crew(address: str) -> Iterator[Executor]:
    """Refused where Dask is not installed, nobody answers at the address, or a worker has other rules than we: its
    figures would be another program's."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ExchangeError('Máy này chưa cài Dask; hãy cài: pip install "ocop-xl[dask]".') from error
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ExchangeError(f"Không nối được cụm Dask ở «{address}»; hãy kiểm tra địa chỉ và máy điều phối.") from error
    with client:
        _refuse_other_rules(client.run(rules_of_day, ""), address)
        with client.get_executor() as executor:
            yield executor


def _refuse_other_rules(said: dict[str, str], address: str) -> None:
    if not said:
        raise ExchangeError(f"Cụm Dask ở «{address}» chưa có máy phụ nào; hãy bật máy phụ rồi chạy lại.")
    if any(one != rules_of_day("") for one in said.values()):
        raise ExchangeError(
            f"Máy phụ của cụm Dask ở «{address}» không chạy cùng bản ocop_xl {__version__}; hãy cài cùng một bản."
        )
