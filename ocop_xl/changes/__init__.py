"""One currency for everything that alters a workbook: the change, its words, its journal, and whether it still fits."""
