"""Where a table begins, what its columns mean, and what the words above it say of all its rows."""
