"""What the province answers to a package: a workbook with results and remarks, and how that lands in the commune's."""
