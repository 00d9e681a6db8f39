"""From the bytes of a workbook to a `Book`: tables found wherever they were moved, cells typed, nothing dropped."""
