"""How honest the tests are: small changes to the core and to the workbook's formulas that some test has to notice."""
