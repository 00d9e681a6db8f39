"""The buttons: what the ribbon of Excel does to the workbook that is open in front of the user."""
