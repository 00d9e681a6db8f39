"""A folder of Parquet files, one a table, typed; where pandas and pyarrow are installed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.province.export.plain import Plain
from ocop_xl.province.frames import Frames


def write_parquet(plain: Plain, folder: Path) -> list[Path]:
    """Files of these names are replaced, nothing else is touched."""
    if find_spec("pyarrow") is None:
        raise ExchangeError('Máy này chưa cài pyarrow; hãy cài: pip install "ocop-xl[province]", hoặc xuất bằng --csv.')
    frames, written = Frames(plain), []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, frame in frames.items():
            path = folder / f"{name}.parquet"
            keyed = frame.index.names != [None]  # other programs know of no index
            (frame.reset_index() if keyed else frame).to_parquet(path, engine="pyarrow", index=False)
            written.append(path)
    except OSError as error:
        raise ExchangeError(
            f"Không ghi được vào thư mục «{folder.name}»; hãy kiểm tra ổ đĩa, quyền ghi rồi làm lại."
        ) from error
    return written
