"""What is due, in the workbook's own formulas: the twin of `programme/agenda/sources`, a topic a file there and here."""
