"""The tables themselves: one class a table, one line a column."""
