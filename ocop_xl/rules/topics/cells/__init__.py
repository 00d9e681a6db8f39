"""What is true of any cell whatever its topic: readable, seen by formulas, as its column wants, in good letters."""
