"""The currency of everything that alters a workbook."""
