"""Who has sent what: for each unit of a list its state, what has changed since last time, what is to be done."""
