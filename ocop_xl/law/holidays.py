"""Days off in Vietnam, so that “15 ngày làm việc” can be counted.

Generated with the PyPI package `holidays` 0.109 (MIT), which follows Điều 112 Bộ luật Lao động 2019 and swaps
announced so far; a test compares the two. Years after 2026 are computed from the calendar: the government
announces each year's Tết and swaps shortly before, and an announcement wins over this table.
"""

from __future__ import annotations

DAYS_OFF: dict[int, str] = {
    2023: "01-01 01-02 01-20 01-21 01-22 01-23 01-24 01-25 01-26 04-29 04-30 05-01 05-02 05-03 09-01 09-02 09-04",
    2024: "01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 02-01 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
    2027: "01-01 02-04 02-05 02-06 02-07 02-08 02-09 02-10 04-16 04-30 05-01 05-03 09-02 09-03 11-24",
    2028: "01-01 01-03 01-24 01-25 01-26 01-27 01-28 01-29 04-04 04-30 05-01 05-02 09-01 09-02 09-04 11-24",
    2029: "01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-02 09-03 09-04 11-24 11-26",
    2030: "01-01 01-31 02-01 02-02 02-03 02-04 02-05 02-06 04-12 04-30 05-01 09-02 09-03 11-24 11-25",
    2031: "01-01 01-21 01-22 01-23 01-24 01-25 01-26 01-27 04-01 04-30 05-01 09-01 09-02 11-24",
}
"""Year → month-day of every public holiday, day in lieu and swapped day off, parted by spaces."""
