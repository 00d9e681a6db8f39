"""Sheet «Việc cần làm»: every open duty by its day, in formulas alone."""
