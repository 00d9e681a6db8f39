"""The dictionary: what the words of lists, decisions and exports mean in the workbook."""
