"""One button a file: it asks, calls what does the work, and words the outcome."""
