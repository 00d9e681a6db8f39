"""Who a workbook is."""
