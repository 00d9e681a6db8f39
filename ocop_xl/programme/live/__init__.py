"""What live cells show, in Python: the twin of every formula that the workbook computes for itself."""
