"""The edge to spreadsheets: reading, checking, building and writing back the workbook. Import the module you need."""
