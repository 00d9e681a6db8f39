"""Numbers of papers and the register that gives them: taken, waited for, entered late, never twice."""
