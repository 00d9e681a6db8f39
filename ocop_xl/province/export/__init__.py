"""For analysts: the tables of one book or of many as plain values, and the files and frames that are made of them."""
