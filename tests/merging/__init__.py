"""Two copies of one book: in what they differ, and how they become one."""
