"""What several kinds of papers say in the same words: addressees, articles, what is outstanding, the scoring table."""
