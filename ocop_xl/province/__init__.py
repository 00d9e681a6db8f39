"""The province's side: a hundred communes' packages and workbooks become one workbook, one board, frames for analysts.

pandas is imported here only, inside functions: a click and a check never pay for it.
"""
