"""Old files of any format → their tables as rows of cells, the text around them, and what is there but not seen."""
