"""An open workbook: Excel's or LibreOffice's, read into a `Book`, changed with a journal, and taken back."""
