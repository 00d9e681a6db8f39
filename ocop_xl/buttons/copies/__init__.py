"""Buttons for whoever works on one of two copies of a workbook."""
