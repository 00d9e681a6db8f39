"""A workbook laid out anew in today's shape: every cell that somebody typed is carried over, or named."""
