"""The province's buttons: they work from folders of what communes have sent, whatever workbook is in front."""
