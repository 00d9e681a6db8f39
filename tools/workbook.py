"""Write the committed master workbook: `python -m tools.workbook`."""

from pathlib import Path

from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.workbook import demo_workbook

WORKBOOK = Path(__file__).resolve().parent.parent / "workbook" / "OCOP_VinhPhong.xlsx"

if __name__ == "__main__":
    WORKBOOK.parent.mkdir(exist_ok=True)
    WORKBOOK.write_bytes(demo_workbook(DEMO_DAY))
    print(f"workbook/{WORKBOOK.name}: {WORKBOOK.stat().st_size:,} bytes")
