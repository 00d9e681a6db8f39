"""The province's answer, from the package to the commune's workbook and back."""
