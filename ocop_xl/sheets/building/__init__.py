"""Building the master workbook from the model: always a new file, never over a user's."""
