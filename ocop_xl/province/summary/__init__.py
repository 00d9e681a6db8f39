"""The province's workbook: what it says, and how it is written while it passes by."""
