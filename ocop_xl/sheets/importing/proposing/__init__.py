"""Facts against the book's rows: which row they belong to, what is new, what must be asked."""
