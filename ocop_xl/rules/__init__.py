"""What must hold in the workbook, rule by rule, and what to tell staff where it does not."""
