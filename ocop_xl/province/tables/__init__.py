"""What every workbook of the province is made of: a front sheet, and sheets that are one table each."""
