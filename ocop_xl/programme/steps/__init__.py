"""The next step of a row: small functions that say what the workbook would hold after it."""
