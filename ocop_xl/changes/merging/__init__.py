"""Three-way merge of two copies of a book by what both come from: values in, `Change`s and conflicts out."""
